import { warningInWords } from '../application/warnings.ts';
import { readCsvFile } from '../requests/read-files.ts';
import { headOf } from './csv-head.ts';
import { inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { openInput, type Input } from './input.ts';
import { Progress } from './progress.ts';
import { exitOf, sendFile } from './send-file.ts';
import type { Sending, Sent } from './sending.ts';
import { styleFor } from './style.ts';
import { tallyInWords, type Tally } from './tally.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';
import type { FileReading } from '../requests/file-reading.ts';

/** `restitution import`: takes in a table of losses, orders or payments, and lists the rows that are not right. */
export async function importFile(asked: Asked, world: World): Promise<Exit> {
  const input = await openTable(asked.args[0] ?? '-', world);
  const isRehearsal = isSet(asked.options, 'dryRun');
  const mayReachClosedMonths = isSet(asked.options, 'reachClosedMonths');
  const report = isSet(asked.options, 'json') ? new JsonReport(world) : new Report(world);
  const progress = new Progress(world, 'Rows:');
  return inHouse(asked, world, async (house) => {
    const tally = await sendFile({
      ...{ house, world, isRehearsal, mayReachClosedMonths, input },
      read: (sending) => readTable(input, sending),
      tell: async (sent, { lastLine }) => {
        progress.tell(lastLine, input.share(lastLine));
        const isWarned = (sent.outcome?.warnings.length ?? 0) > 0;
        if (sent.result !== 'refused' && !isWarned) return;
        progress.finish();
        if (isWarned) await report.warned(sent);
        if (sent.result === 'refused') await report.bad(sent);
      },
    }).finally(() => progress.finish());
    await report.finish(tally, isRehearsal);
    return exitOf(tally, world);
  });
}

/** A file that is to be a table. @throws Failure where it is commands */
async function openTable(name: string, world: World): Promise<Input> {
  const input = await openInput(name, world);
  const { isJson, whole } = await headOf(input.bytes);
  if (!isJson) return { ...input, bytes: whole };
  const advice = `Send it with \`restitution apply ${name}\`; nothing was taken in.`;
  throw new Failure('rejected', 'This file holds commands, one JSON object a line, and is no table.', advice);
}

/**
 * The commands of a table. Losses and orders may name whom nobody knew; a payment may not, because a misspelled payor
 * must be a question for a person and not a new payor.
 */
export async function* readTable(
  { bytes }: Pick<Input, 'bytes'>,
  { labels }: Sending,
): AsyncGenerator<FileReading> {
  const { layout, whole } = await headOf(bytes);
  yield* readCsvFile(whole, (kind, text) =>
    layout === 'payments' ? labels.find(kind, text) : labels.mint(kind, text),
  );
}

/** For people: a line for each thing that is not right. */
class Report {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async bad({ line, complaints }: Sent): Promise<void> {
    const { stdout } = this.#world;
    const { red } = styleFor(stdout, this.#world);
    const where = placeOf(line);
    for (const { pointer, rule, message } of complaints) {
      await stdout.write(`${where}  ${pointer.slice(1).padEnd(12)}  ${red(rule)}: ${message}\n`);
    }
  }

  /** What was recorded all the same. */
  async warned({ line, command, outcome }: Sent): Promise<void> {
    const { stdout } = this.#world;
    const { red } = styleFor(stdout, this.#world);
    for (const warning of outcome?.warnings ?? []) {
      const says = `${warning.code}: ${warningInWords(warning)}`;
      await stdout.write(`${placeOf(line)}  ${red('warning')}  ${command ?? ''}  ${says}\n`);
    }
  }

  async finish(tally: Tally, isRehearsal: boolean): Promise<void> {
    await this.#world.stdout.write(tallyInWords(tally, isRehearsal));
  }
}

function placeOf(line: number): string {
  return (line === 0 ? 'the file' : `line ${line}`).padEnd(10);
}

/** For programs: one document, written as it comes. */
class JsonReport {
  readonly #world: World;
  #separator = '{"bad":[\n';
  readonly #warnings: object[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  async bad({ line, command, complaints }: Sent): Promise<void> {
    await this.#world.stdout.write(`${this.#separator}${JSON.stringify({ line, command, complaints })}`);
    this.#separator = ',\n';
  }

  /** Told after what is bad: there are few, and they belong to rows that are recorded. */
  warned({ line, command, outcome }: Sent): Promise<void> {
    this.#warnings.push({ line, command, warnings: outcome?.warnings ?? [] });
    return Promise.resolve();
  }

  async finish(tally: Tally, isRehearsal: boolean): Promise<void> {
    const { recorded, heardAlready, refused, notDoneAgain, ended, reinstated } = tally;
    const counts = { recorded, heardAlready, refused, notDoneAgain, ended, reinstated, isRehearsal };
    const open = this.#separator === ',\n' ? '' : this.#separator.trimEnd();
    await this.#world.stdout.write(
      `${open}\n],"warned":${JSON.stringify(this.#warnings)},"summary":${JSON.stringify(counts)}}\n`,
    );
  }
}
