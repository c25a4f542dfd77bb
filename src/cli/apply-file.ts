import { warningInWords } from '../application/warnings.ts';
import { readJsonLinesFile } from '../requests/read-files.ts';
import { inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { headOf } from './csv-head.ts';
import { Failure } from './failure.ts';
import { openInput, type Input } from './input.ts';
import { exitOf, sendFile } from './send-file.ts';
import type { Sent } from './sending.ts';
import { styleFor, type Style } from './style.ts';
import { tallyInWords } from './tally.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution apply`: sends the commands of a file, one JSON object a line, and tells what became of each. */
export async function applyFile(asked: Asked, world: World): Promise<Exit> {
  const input = await openCommands(asked.args[0] ?? '-', world);
  const isRehearsal = isSet(asked.options, 'dryRun');
  const mayReachClosedMonths = isSet(asked.options, 'reachClosedMonths');
  return inHouse(asked, world, async (house) => {
    const tally = await sendFile({
      ...{ house, world, isRehearsal, mayReachClosedMonths, input },
      read: () => readJsonLinesFile(input.bytes),
      tell: (sent) => tell(sent, { asked, isRehearsal }, world),
    });
    const { stdout, stderr } = world;
    await (isSet(asked.options, 'json') ? stderr : stdout).write(tallyInWords(tally, isRehearsal));
    return exitOf(tally, world);
  });
}

/** A file that is to be commands. @throws Failure where it is a table */
async function openCommands(name: string, world: World): Promise<Pick<Input, 'bytes' | 'digest'>> {
  const input = await openInput(name, world);
  const { layout, whole } = await headOf(input.bytes);
  if (layout === undefined) return { bytes: whole, digest: () => input.digest() };
  const advice = `Send it with \`restitution import ${name}\`; nothing was recorded.`;
  throw new Failure('rejected', `This file is a table of ${layout}, and no commands.`, advice);
}

/** How a verb was asked, and whether nothing is to be recorded. */
interface Told {
  readonly asked: Asked;
  readonly isRehearsal: boolean;
}

async function tell(sent: Sent, told: Told, world: World): Promise<void> {
  const { options } = told.asked;
  const isWarned = (sent.outcome?.warnings.length ?? 0) > 0;
  if (isSet(options, 'quiet') && sent.result !== 'refused' && !isWarned) return;
  const text = isSet(options, 'json')
    ? asJson(sent, told)
    : inWords(sent, told, styleFor(world.stdout, world));
  await world.stdout.write(text);
}

function asJson(
  { outcome, line, command, commandId, result, heardAt, complaints }: Sent,
  { isRehearsal }: Told,
): string {
  const warnings = outcome?.warnings ?? [];
  const told = {
    ...{ line, command, commandId, result },
    ...(isRehearsal && { isRehearsal }),
    ...(result === 'recorded' && { events: outcome?.events.length, position: outcome?.position }),
    ...(heardAt !== null && { heardAt }),
    ...(warnings.length > 0 && { warnings }),
    ...(complaints.length > 0 && { complaints }),
  };
  return `${JSON.stringify(told)}\n`;
}

function inWords(sent: Sent, { isRehearsal }: Told, style: Style): string {
  const { line, command, result, heardAt, complaints } = sent;
  const where = line === 0 ? 'the file' : `line ${line}`;
  const place = `${where.padEnd(8)}  ${(command ?? '').padEnd(24)}`;
  if (result === 'heard already') return `${place}  ${style.dim(`${result}${notDoneAgain(heardAt)}`)}\n`;
  if (result === 'recorded')
    return `${place}  ${style.green(isRehearsal ? 'would be recorded' : result)}  ${whatHappened(sent)}\n${warned(sent, style)}`;
  return complaints.map((complaint) => `${place}  ${style.red(result)}  ${why(complaint)}\n`).join('');
}

/** Beneath its line: what was recorded all the same. */
function warned({ outcome }: Sent, style: Style): string {
  const warnings = outcome?.warnings ?? [];
  return warnings
    .map((each) => `${' '.repeat(8)}  ${style.red('warning')}  ${each.code}: ${warningInWords(each)}\n`)
    .join('');
}

function notDoneAgain(heardAt: number | null): string {
  return heardAt === null ? '' : `  under this id, at position ${heardAt}: it was not done again`;
}

/** The events, each type once, with how often where it was more. */
function whatHappened({ outcome }: Sent): string {
  const counts = new Map<string, number>();
  for (const { event } of outcome?.events ?? []) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
  return [...counts].map(([type, count]) => (count === 1 ? type : `${type} (${count})`)).join(', ');
}

function why({ pointer, rule, message }: Sent['complaints'][number]): string {
  return `${rule}${pointer === '' ? '' : ` at ${pointer}`}: ${message}`;
}
