import type { PolicyView } from '../application/policies-in-force.ts';
import { stampOf } from '../application/queries/stamping.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Command } from '../domain/commands.ts';
import { policyCatalogue } from '../domain/policy/catalogue.ts';
import { randomUUID } from 'node:crypto';
import { senderOf } from '../requests/sender.ts';
import { dayOf } from './clocks.ts';
import { didYouMean } from './closest.ts';
import { atDesk, inHouse, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { isPolicy, policyNamed, whatAnswersDo } from './policy-words.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution policy`: the answers to what the law leaves open, and how to give others. */
export async function managePolicies(asked: Asked, world: World): Promise<Exit> {
  const [act = 'list', ...words] = asked.args;
  if (act === 'list' && words.length === 0) return listPolicies(asked, world);
  if (act === 'show' && words.length === 1) return showPolicy(asked, world);
  if (act === 'set' && words.length === 2) return setPolicy(asked, world);
  throw new Failure(
    'usage',
    'This is not what policies can be asked.',
    'Write `restitution policy list`, `restitution policy show P-19`, or `restitution policy set P-19 NO_REINSTATEMENT --on 2026-03-02`.',
  );
}

async function listPolicies(asked: Asked, world: World): Promise<Exit> {
  expectWithout(asked, 'list', { on: 'To ask as of a day, write --as-of and the day.' });
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.policies(desk.clocks);
    await desk.answer(found, () => tableOf(found.policies, columns, desk.style.dim));
    return 'fine';
  });
}

async function showPolicy(asked: Asked, world: World): Promise<Exit> {
  expectWithout(asked, 'show', { on: 'To ask as of a day, write --as-of and the day.' });
  const id = policyNamed(asked.args[1] ?? '');
  if (!isPolicy(id)) throw new Failure('usage', complaintAbout('/policy'), adviceOn(id));
  return atDesk(asked, world, async (desk) => {
    const { policies, stamp } = await desk.house.policies(desk.clocks);
    const [policy] = policies.filter((each) => each.policy === id);
    if (policy === undefined) throw new TypeError(`${id} is in the catalogue, and has no answer`);
    await desk.answer({ ...policy, stamp: stampOf(stamp, policy) }, () => inWords(policy, desk));
    return 'fine';
  });
}

function inWords({ policy, question, value, values, reason, setOn }: PolicyView, { style }: Desk): string {
  const since = setOn === null ? 'by default' : `from ${setOn} on`;
  const does = whatAnswersDo(policy);
  const answers: readonly Column<string>[] = [
    { title: 'answer', text: (each) => `${each}${each === values[0] ? ' (default)' : ''}` },
    { title: 'what it does', text: (each) => does.get(each) ?? 'see docs/policies.md' },
  ];
  return [
    style.bold(`${policy} is ${value}, ${since}.`),
    `\n${question}\n`,
    tableOf(values, answers, style.dim),
    `Why ${values[0] ?? value} is the default: ${reason}\n`,
  ].join('\n');
}

/** An option of the other act would be passed over in silence. @throws Failure */
function expectWithout({ options }: Asked, act: string, advice: Readonly<Record<string, string>>): void {
  const given = Object.keys(advice).find((name) => textOf(options, name) !== undefined);
  if (given === undefined) return;
  const flag = `--${given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new Failure('usage', `\`policy ${act}\` does not take ${flag}.`, advice[given] ?? '');
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
  const clock = 'An answer is given now; the day from which it holds is --on.';
  expectWithout(asked, 'set', { asOf: clock, knownAt: clock });
  const command = await commandOf(asked);
  return inHouse(asked, world, async (house) => {
    const { events } = await house.ledger.handle(command, senderOf('cli', randomUUID()));
    await house.catchUp();
    const [, named = '', value = ''] = asked.args;
    const policy = policyNamed(named);
    const result = events.length > 0 ? 'recorded' : 'heard already';
    const said =
      events.length > 0
        ? `${policy} is ${value} from ${command.on} on. What is decided stands; ReviewLiabilities asks the law again.`
        : `${policy} is ${value} already; nothing was recorded.`;
    const isJson = isSet(asked.options, 'json');
    await world.stdout.write(isJson ? `${JSON.stringify({ policy, value, result })}\n` : `${said}\n`);
    return 'fine';
  });
}

async function commandOf({ args, options }: Asked): Promise<Command> {
  const [, named = '', value = ''] = args;
  const on = textOf(options, 'on');
  if (on === undefined) {
    const advice = 'Add it, such as --on 2026-03-02.';
    throw new Failure('usage', 'The day from which the answer holds is missing.', advice);
  }
  return policySetting(named, value, dayOf('--on', on));
}

/** The command that gives an answer to a question that the law leaves open. @throws Failure where it is none */
export async function policySetting(named: string, value: string, on: CalendarDate): Promise<Command> {
  const policy = policyNamed(named);
  // The validator is heavy, and whoever only asks does not need it.
  const { readRequest } = await import('../requests/read-request.ts');
  const reading = readRequest('SetPolicy', { policy, value, on });
  if (reading.ok) return reading.command;
  const field = reading.complaints[0]?.pointer ?? '';
  throw new Failure('usage', complaintAbout(field), adviceOn(policy, value));
}

function complaintAbout(field: string): string {
  return field === '/policy' ? 'There is no policy of this number.' : 'No policy knows this answer.';
}

function adviceOn(policy: string, value = ''): string {
  const known: readonly string[] = isPolicy(policy)
    ? policyCatalogue[policy].values
    : Object.keys(policyCatalogue);
  return `${didYouMean(isPolicy(policy) ? value : policy, known)}Write one of ${known.join(', ')}.`;
}
