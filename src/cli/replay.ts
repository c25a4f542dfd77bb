import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Explainer } from '../application/explain/explainer.ts';
import { positionKnownAt } from '../application/queries/known-at.ts';
import { replayTable } from '../application/tables/history.ts';
import type { FigureStanding, ReplayedEvent } from '../application/views/replay.ts';
import type { Paged } from '../application/views/ledger.ts';
import { grouped } from './amounts.ts';
import { standpointIn } from './clocks.ts';
import type { Desk } from './desk.ts';
import { Failure } from './failure.ts';
import { untilAborted } from './input.ts';
import { listing } from './listing.ts';
import { CountedSheet, type Titled } from './sheet.ts';
import { outFileOf } from './out-file.ts';
import { anySubjectOf } from './subjects.ts';
import { isSet, textOf } from './verb.ts';

const names: Titled<ReplayedEvent> = { one: 'event', many: 'events', columns: [] };

/** `restitution replay`: what happened, event by event, and how things stood after each. */
export const replay = listing<ReplayedEvent>(async (desk) => {
  const after = await positionBefore(desk, 'from');
  const to = await positionBefore(desk, 'to');
  const filter = { ...(await anySubjectOf(desk)), ...(after !== undefined && { after }) };
  const clocks = { ...desk.clocks, ...(to !== undefined && { knownAt: `@${String(to)}` }) };
  const explainer = new Explainer(desk.house);
  const isPlain = !desk.isJson && !isSet(desk.options, 'csv') && outFileOf(desk.options) === undefined;
  return {
    ...names,
    table: replayTable,
    filter,
    ask: (page) => explainer.replay(filter, clocks, page),
    rowsInPage: 100,
    ...(isPlain && { sheet: isSet(desk.options, 'step') ? new SteppedSheet(desk) : new ReplaySheet(desk) }),
  };
});

/** Where the log stood at what an option names; undefined where it was not given. @throws Failure where it names nothing */
async function positionBefore(desk: Desk, name: 'from' | 'to'): Promise<number | undefined> {
  const text = textOf(desk.options, name);
  if (text === undefined) return undefined;
  const { asOf, knownAt } = standpointIn(`--${name}`, text.includes('@') ? text : `,${text}`);
  if (asOf !== undefined || knownAt === undefined) {
    const advice = 'Write when it had been recorded: an instant, a day, or @ and a position.';
    throw new Failure('usage', `--${name} names no place in the log.`, advice);
  }
  if (name === 'from' && knownAt.startsWith('@')) return Math.max(0, Number(knownAt.slice(1)) - 1);
  return positionKnownAt(desk.house.store, { knownAt });
}

/** Each event in words, and beneath it how things stood. */
class ReplaySheet extends CountedSheet<ReplayedEvent> {
  constructor(desk: Desk) {
    super(desk, names);
  }

  protected override async write({ rows }: Paged<ReplayedEvent>): Promise<void> {
    for (const row of rows) await this.show(row);
  }

  protected async show(event: ReplayedEvent): Promise<void> {
    const { position, effectiveOn, recordedAt, says, citation, cause, after } = event;
    const { dim, bold } = this.desk.style;
    const under = citation === null ? '' : `, ${citation}`;
    const through = cause === null ? '' : `, through ${String(cause)}`;
    await this.desk.print(
      [
        `${bold(String(position))}  ${effectiveOn}  ${says}${under}${through}. ${dim(`Recorded ${recordedAt}.`)}\n`,
        ...(after.length === 0 ? [] : [`      ${after.map(standing).join(', ')}\n`]),
      ].join(''),
    );
  }
}

function standing({ figure, amount }: FigureStanding): string {
  return `${figure} ${amount === null ? 'none' : grouped(amount)}`;
}

/** The same, one at a time: whoever reads says when the next may come. */
class SteppedSheet extends ReplaySheet {
  readonly #lines: AsyncIterator<string>;
  #isFirst = true;
  #isOver = false;

  constructor(desk: Desk) {
    super(desk);
    const { stdin, interrupted } = desk.world;
    this.#lines = linesOf(untilAborted(stdin, interrupted))[Symbol.asyncIterator]();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  protected override async show(event: ReplayedEvent): Promise<void> {
    if (!this.#isFirst && !this.#isOver) {
      await this.desk.world.stderr.write('Enter for the next, q to stop: ');
      const line = await this.#lines.next();
      this.#isOver = line.done === true || line.value.trim().startsWith('q');
    }
    this.#isFirst = false;
    if (!this.#isOver) await super.show(event);
  }
}

/** The lines of what somebody types. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  yield* createInterface({ input: Readable.from(bytes), terminal: false });
}
