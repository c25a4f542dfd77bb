import type { PolicyView } from '../application/policies-in-force.ts';
import type { Command } from '../domain/commands.ts';
import { policyCatalogue } from '../domain/policy/catalogue.ts';
import { randomUUID } from 'node:crypto';
import { senderOf } from '../requests/sender.ts';
import { atDesk, inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution policy`: the answers to what the law leaves open, and how to give others. */
export async function managePolicies(asked: Asked, world: World): Promise<Exit> {
  const [act = 'list', ...words] = asked.args;
  if (act === 'list' && words.length === 0) return listPolicies(asked, world);
  if (act === 'set' && words.length === 2) return setPolicy(asked, world);
  throw new Failure(
    'usage',
    'This is not what policies can be asked.',
    'Write `restitution policy list`, or `restitution policy set P-19 NO_REINSTATEMENT --on 2026-03-02`.',
  );
}

async function listPolicies(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const policies = await desk.house.policies(desk.clocks);
    await desk.answer({ policies } as object, () => tableOf(policies, columns, desk.style.dim));
    return 'fine';
  });
}

const columns: readonly Column<PolicyView>[] = [
  { title: 'policy', text: ({ policy }) => policy },
  { title: 'answer', text: ({ value }) => value },
  { title: 'set on', text: ({ setOn }) => setOn ?? 'default' },
  { title: 'question', text: ({ question }) => question },
  { title: 'other answers', text: ({ value, values }) => values.filter((each) => each !== value).join(', ') },
];

/** Every setting is a command of its own: an answer may be given, taken back, and given again on the same day. */
async function setPolicy(asked: Asked, world: World): Promise<Exit> {
  const command = await commandOf(asked);
  return inHouse(asked, world, async (house) => {
    const { events } = await house.ledger.handle(command, senderOf('cli', randomUUID()));
    await house.catchUp();
    const [, policy = '', value = ''] = asked.args;
    const result = events.length > 0 ? 'recorded' : 'heard already';
    const said =
      events.length > 0
        ? `${policy} is ${value} from the next decision on. What is decided stands; ReviewLiabilities asks the law again.`
        : `${policy} is ${value} already; nothing was recorded.`;
    const isJson = isSet(asked.options, 'json');
    await world.stdout.write(isJson ? `${JSON.stringify({ policy, value, result })}\n` : `${said}\n`);
    return 'fine';
  });
}

async function commandOf({ args, options }: Asked): Promise<Command> {
  const [, policy, value] = args;
  const on = textOf(options, 'on');
  if (on === undefined) {
    const advice = 'Add it, such as --on 2026-03-02.';
    throw new Failure('usage', 'The day from which the answer holds is missing.', advice);
  }
  // The validator is heavy, and whoever only asks does not need it.
  const { readRequest } = await import('../requests/read-request.ts');
  const reading = readRequest('SetPolicy', { policy, value, on });
  if (reading.ok) return reading.command;
  const field = reading.complaints[0]?.pointer ?? '';
  throw new Failure('usage', complaintAbout(field), adviceOn(field, policy));
}

function complaintAbout(field: string): string {
  if (field === '/policy') return 'There is no policy of this number.';
  return field === '/on' ? '--on names no day that exists.' : 'No policy knows this answer.';
}

function adviceOn(field: string, policy = ''): string {
  if (field === '/on') return 'Write it as 2026-03-02.';
  const known = Object.entries(policyCatalogue).find(([id]) => id === policy);
  if (known === undefined) return `Write one of ${Object.keys(policyCatalogue).join(', ')}.`;
  return `Write one of ${known[1].values.join(', ')}.`;
}
