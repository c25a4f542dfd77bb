import { whatIf, type Hypothesis } from '../application/branching/what-if.ts';
import type { Branch } from '../application/branching/branch.ts';
import { positionKnownAt } from '../application/queries/known-at.ts';
import { today } from '../application/today.ts';
import type { Command } from '../domain/commands.ts';
import { dayOf, standpointIn } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { openInput } from './input.ts';
import { expectRoom, makeFile } from './out-file.ts';
import { policySetting } from './policy.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import { whatIfInWords } from './what-if-in-words.ts';
import type { World } from './world.ts';

/** `restitution what-if`: a branch of the ledger, held against the books, and thrown away. */
export async function showWhatIf(asked: Asked, world: World): Promise<Exit> {
  const read = await commandsIn(asked, world);
  const commands = [...(await settingsIn(asked)), ...read.commands];
  if (commands.length === 0) {
    const advice = 'Give other answers with --policy, or commands with --commands.';
    throw new Failure('usage', 'Nothing is supposed.', advice);
  }
  const [label, keep] = [labelIn(asked), textOf(asked.options, 'keep')];
  const file = keep === undefined ? undefined : { path: keep, isForced: isSet(asked.options, 'force') };
  if (file !== undefined) await expectRoom(file);
  return atDesk(asked, world, async (desk) => {
    const position = await positionIn(desk);
    const hypothesis: Hypothesis = { label, commands, ...(position !== undefined && { position }) };
    const found = await whatIf(desk.house, hypothesis, async (branch) => {
      if (file !== undefined) await makeFile(file, linesOf(branch, label));
    });
    for (const line of read.unread) await world.stderr.write(`${line}\n`);
    await desk.answer(found, () => whatIfInWords(found, desk));
    return found.refused.length + read.unread.length === 0 ? 'fine' : 'someBad';
  });
}

/** Words might name somebody, and a kept branch bears its label on every line. @throws Failure where it is more than a name */
function labelIn({ options }: Asked): string {
  const label = textOf(options, 'label') ?? 'branch';
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(label)) return label;
  throw new Failure(
    'usage',
    '--label is no label.',
    'Write small letters, digits and hyphens, such as o-5h3w-set-aside.',
  );
}

/** The answers that are supposed, as `P-05=DISBURSED`. @throws Failure where one is none */
async function settingsIn({ options }: Asked): Promise<readonly Command[]> {
  const text = textOf(options, 'policy');
  const day = textOf(options, 'on');
  const on = day === undefined ? today() : dayOf('--on', day);
  const settings: Command[] = [];
  for (const answer of text?.split(',') ?? []) {
    const [policy = '', value = '', ...more] = answer.trim().split('=');
    if (more.length > 0 || value === '')
      throw new Failure('usage', '--policy holds no answer.', 'Write it as P-05=DISBURSED.');
    settings.push(await policySetting(policy, value, on));
  }
  return settings;
}

/** What a file supposes. */
interface Read {
  readonly commands: readonly Command[];
  /** What is wrong with each line that is no command; the rest is supposed all the same. */
  readonly unread: readonly string[];
}

/** The commands of a file. @throws Failure where no line is one */
async function commandsIn({ options }: Asked, world: World): Promise<Read> {
  const name = textOf(options, 'commands');
  if (name === undefined) return { commands: [], unread: [] };
  const input = await openInput(name, world);
  const { readJsonLinesFile } = await import('../requests/read-files.ts');
  const commands: Command[] = [];
  const unread: string[] = [];
  for await (const { line, result } of readJsonLinesFile(input.bytes)) {
    if (result.ok) commands.push(result.command);
    else unread.push(whyUnread(line, result.complaints));
  }
  const [first] = unread;
  if (commands.length === 0 && first !== undefined)
    throw new Failure('rejected', `No line of ${name} is a command.`, first);
  return { commands, unread };
}

/** A line that is no command: where, and which rule it breaks; never what it says. */
function whyUnread(
  line: number,
  [complaint]: readonly { readonly pointer: string; readonly rule: string; readonly message: string }[],
): string {
  const { pointer = '', rule = 'format', message = 'It is no command.' } = complaint ?? {};
  const where = pointer === '' ? '' : ` at ${pointer}`;
  return `Line ${String(line)} is not supposed: ${rule}${where}: ${message}`;
}

async function positionIn({ options, house }: Desk): Promise<number | undefined> {
  const text = textOf(options, 'at');
  if (text === undefined) return undefined;
  const { asOf, knownAt } = standpointIn('--at', text.startsWith('@') ? text : `,${text}`);
  if (asOf === undefined && knownAt !== undefined) return positionKnownAt(house.store, { knownAt });
  throw new Failure(
    'usage',
    '--at names no place in the log.',
    'Write an instant, a day, or @ and a position.',
  );
}

/** What is kept of a branch: where it left the books, and every event beyond. It can be read, and never be recorded. */
function* linesOf({ store }: Branch, label: string): Generator<Uint8Array> {
  const { base, events } = store;
  yield Buffer.from(`${JSON.stringify({ branch: label, base })}\n`);
  for (const { stream, position, type, effectiveOn, data } of events)
    yield Buffer.from(`${JSON.stringify({ branch: label, stream, position, type, effectiveOn, data })}\n`);
}
