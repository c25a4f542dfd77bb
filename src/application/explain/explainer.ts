import type { DebtId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { Documents } from '../documents/documents.ts';
import type { House } from '../house.ts';
import type { ToldChanges } from '../views/changes.ts';
import type { ReplayedEvent, ReplayFilter } from '../views/replay.ts';
import type {
  Clocks,
  LiabilityView,
  Page,
  Paged,
  Stamped,
  Standpoint,
  SubjectFilter,
} from '../views/ledger.ts';
import { stampOf } from '../queries/stamping.ts';
import { askingOn, type Asking, type Sources } from './asking.ts';
import { eventAt } from './chain.ts';
import { notesOn } from './event-notes.ts';
import { explainEvent } from './explain-event.ts';
import { explainInterest } from './explain-interest.ts';
import { explainLiability } from './explain-liability.ts';
import { explainReceipt } from './explain-receipt.ts';
import { explainVictim } from './explain-victim.ts';
import type { Explanation } from './explanation.ts';

/** So many events are told in words. */
const mostTold = 1_000;

/** What can be said of an order alone: its one line explained, or, of several, whose they are. */
export type LiabilityAnswer = Stamped<Explanation> | { readonly victims: readonly VictimId[] };

/**
 * Why the figures of the ledger are what they are. Each answer is made from the log and from what the ledger answers on the
 * same clocks; undefined means that the ledger does not know the id (then).
 */
export class Explainer {
  readonly #sources: Sources;

  constructor({ store, queries }: Pick<House, 'store' | 'queries'>) {
    this.#sources = { log: store, documents: new Documents(store), queries };
  }

  async victim(id: VictimId, clocks: Clocks): Promise<Stamped<Explanation> | undefined> {
    const view = await this.#sources.queries.victim(id, clocks);
    return view && this.#stamped(view, clocks, (asking) => explainVictim(asking, view));
  }

  /** What is owed to a victim under an order; the victim may be left out where the order has one line. */
  async liability(
    id: OrderId,
    victimId: VictimId | undefined,
    clocks: Clocks,
  ): Promise<LiabilityAnswer | undefined> {
    const order = await this.#sources.queries.order(id, clocks);
    if (order === undefined) return undefined;
    const isMeant = (line: LiabilityView): boolean => victimId === undefined || line.victimId === victimId;
    const [liability, ...others] = order.liabilities.filter(isMeant);
    if (liability === undefined) return undefined;
    if (others.length > 0) return { victims: order.liabilities.map((line) => line.victimId) };
    return this.#stamped(order, clocks, (asking) => explainLiability(asking, { order, liability }));
  }

  async receipt(id: ReceiptId, clocks: Clocks): Promise<Stamped<Explanation> | undefined> {
    const view = await this.#sources.queries.receipt(id, clocks);
    return view && this.#stamped(view, clocks, (asking) => explainReceipt(asking, view));
  }

  async event(position: number, clocks: Clocks): Promise<Stamped<Explanation> | undefined> {
    const { log, queries } = this.#sources;
    const told = await queries.victims(clocks, { limit: 1 });
    const recorded = position > told.stamp.position ? undefined : await eventAt(log, position);
    if (recorded === undefined) return undefined;
    return this.#stamped(told, clocks, (asking) => explainEvent(asking, recorded));
  }

  async interest(
    of: { readonly orderId: OrderId } | { readonly debtId: DebtId },
    clocks: Clocks,
  ): Promise<Stamped<Explanation> | undefined> {
    const basis = await this.#sources.queries.interestBasis(of, clocks);
    return (
      basis && this.#stamped({ stamp: basis.standpoint }, clocks, (asking) => explainInterest(asking, basis))
    );
  }

  /** What happened to a subject, or to anybody, event by event: in words, and how it stood after each. */
  async replay(filter: ReplayFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReplayedEvent>>> {
    const { log, queries } = this.#sources;
    const { stamp, rows: found, next } = await queries.replay(filter, clocks, page);
    const notes = await notesOn(
      log,
      found.map(({ position }) => position),
    );
    const rows = found.flatMap(({ amount, after }, at) => {
      const note = notes[at];
      return note === undefined ? [] : [{ ...note, amount, after }];
    });
    return { rows, next, stamp: stampOf(stamp, { rows, next }) };
  }

  /**
   * What changed about a subject, or about the whole ledger, from one pair of clocks to another; and what each event is that
   * had a part in it.
   *
   * @throws UnknownSubject where the ledger has never heard of the subject
   */
  async changes(filter: SubjectFilter, from: Clocks, to: Clocks): Promise<Stamped<ToldChanges>> {
    const { log, queries } = this.#sources;
    const { stamp, ...changes } = await queries.changes(filter, from, to);
    const positions = new Set(changes.figures.flatMap(({ parts }) => parts.map(({ position }) => position)));
    const told = [...positions].sort((a, b) => a - b).slice(0, mostTold);
    const answer = {
      ...changes,
      events: await notesOn(log, told),
      eventsLeftOut: positions.size - told.length,
    };
    return { ...answer, stamp: stampOf(stamp, answer) };
  }

  async #stamped(
    { stamp }: { readonly stamp: Standpoint },
    clocks: Clocks,
    explain: (asking: Asking) => Promise<Explanation>,
  ): Promise<Stamped<Explanation>> {
    const explanation = await explain(await askingOn(this.#sources, clocks, stamp));
    return { ...explanation, stamp: stampOf(stamp, explanation) };
  }
}
