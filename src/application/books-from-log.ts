import type { CalendarDate } from '../domain/calendar-date.ts';
import { money } from '../domain/money.ts';
import { Bookkeeper } from '../projections/bookkeeper.ts';
import { pairNumber, pairOf } from '../projections/flows.ts';
import type { EventStore } from '../store/event-store.ts';
import { toldBy } from './batches.ts';
import type { Documents } from './documents/documents.ts';
import type { Flow } from './queries/journal-sums.ts';
import { trialBalanceFrom } from './queries/trial-balance.ts';
import type { Standpoint, TrialBalanceView } from './views/ledger.ts';

/** Of which books is asked. */
export interface BooksAsked {
  /** The days at whose end, oldest first. */
  readonly days: readonly CalendarDate[];
  /** The last position that counts. */
  readonly upTo: number;
  readonly onProgress?: (done: number) => void;
}

interface Parts {
  readonly log: Pick<EventStore, 'readAll'>;
  readonly documents: Documents;
}

/**
 * The trial balance there, out of the log alone.
 *
 * @throws LogDamaged at the first event that is not as it was written
 */
export async function trialBalanceFromLog(
  parts: Parts,
  { position: upTo, asOf }: Pick<Standpoint, 'position' | 'asOf'>,
  onProgress?: (done: number) => void,
): Promise<TrialBalanceView> {
  const days = [asOf ?? lastOfAllDays];
  const [flows = []] = await booksFromLog(parts, { days, upTo, ...(onProgress && { onProgress }) });
  return trialBalanceFrom(flows);
}

/** The last day that can be written. */
const lastOfAllDays = '9999-12-31' as CalendarDate;

/**
 * What went from account to account by the end of each of some days, out of the log alone: every event is held against its
 * hashes, and no read model is asked. One pass through the log, for however many days.
 *
 * @throws LogDamaged at the first event that is not as it was written
 */
export async function booksFromLog(
  { log, documents }: Parts,
  { days, upTo, onProgress }: BooksAsked,
): Promise<readonly (readonly Flow[])[]> {
  const bookkeeper = new Bookkeeper();
  const stretches = new Stretches(days);
  for await (const page of log.readAll({ upTo, isChecked: true })) {
    for (const recorded of page) {
      const tells = documents.tells(recorded);
      const { events } = tells instanceof Promise ? await tells : tells;
      for (const told of toldBy(recorded, events)) {
        for (const { effectiveOn, debit, credit, amount } of bookkeeper.entriesOf(told))
          stretches.count(effectiveOn, pairNumber(debit, credit), amount);
      }
    }
    onProgress?.(page.at(-1)?.position ?? 0);
  }
  return stretches.flows();
}

/** Sums by pair of accounts of what takes effect after one of the days, and by the next. */
class Stretches {
  readonly #days: readonly CalendarDate[];
  readonly #sums: readonly Map<number, bigint>[];
  /** By day of an entry, the first of the days by whose end it counts. */
  readonly #found = new Map<string, number>();

  constructor(days: readonly CalendarDate[]) {
    this.#days = days;
    this.#sums = days.map(() => new Map());
  }

  count(effectiveOn: string, pair: number, amount: bigint): void {
    const sums = this.#sums[this.#stretchOf(effectiveOn)];
    sums?.set(pair, (sums.get(pair) ?? 0n) + amount);
  }

  flows(): readonly (readonly Flow[])[] {
    const so = new Map<number, bigint>();
    return this.#sums.map((sums) => {
      for (const [pair, amount] of sums) so.set(pair, (so.get(pair) ?? 0n) + amount);
      return [...so].map(([pair, amount]) => ({ ...pairOf(pair), amount: money(amount) }));
    });
  }

  #stretchOf(day: string): number {
    const known = this.#found.get(day);
    if (known !== undefined) return known;
    const at = this.#days.findIndex((end) => day <= end);
    const stretch = at < 0 ? this.#days.length : at;
    this.#found.set(day, stretch);
    return stretch;
  }
}
