import type { Frame } from './frame.ts';
import { HistoryWords } from './history-words.ts';
import { claimAccounts, LiabilityHistory, type FixedCells, type OfStatute } from './liability-history.ts';
import { SumsOnClocks } from './sums-on-clocks.ts';

/** What is held for a victim out of one case, in cents, and how much of it is interest: below nothing where more was paid out. */
export interface HeldThen {
  readonly interest: bigint;
  readonly held: bigint;
}

/**
 * All liabilities to one victim, and what is held for it, as they came to be what they are. Made of the timeline and the
 * journal, whose rows never change, so that whoever keeps it has only to read on.
 */
export class VictimHistory {
  /** How many rows it was made of. */
  size = 0;
  readonly #victim: number;
  #readUpTo = 0;
  /** In the order in which they were imposed, by the number of the order. */
  readonly #liabilities = new Map<number, LiabilityHistory>();
  /** By the number of the case that the money came in under. */
  readonly #held = new Map<number | null, SumsOnClocks>();

  constructor(victim: number) {
    this.#victim = victim;
  }

  /** Reads what the read models were told since. */
  readOn(frame: Frame): void {
    const asked = { victim: this.#victim, after: this.#readUpTo };
    for (const fixed of frame.all(imposed, asked) as readonly FixedCells[])
      this.#liabilities.set(Number(fixed.orderId), new LiabilityHistory(fixed));
    const words = new HistoryWords(frame);
    const happened = frame.lists(moments, { ...asked, ...words.params }) as readonly MomentCells[];
    let before: MomentCells | undefined;
    for (const cells of happened) {
      const isSame = before?.[0] === cells[0] && before[1] === cells[1];
      if (!isSame) this.#takeIn(cells, words);
      this.#takeInEntry(cells, words);
      before = cells;
    }
    this.size += happened.length;
    this.#readUpTo = frame.told;
  }

  /** Its liabilities on the clocks of the frame, in the order in which they were imposed. */
  liabilitiesOn(frame: Frame): readonly OfStatute[] {
    return [...this.#liabilities.values()].flatMap((liability) => liability.on(frame) ?? []);
  }

  /** What is held for it on the clocks of the frame, by case. */
  heldOn({ position, day }: Frame): readonly HeldThen[] {
    return [...this.#held.values()].map((sums) => {
      const [held = 0n, interest = 0n] = sums.on(position, day);
      return { held, interest };
    });
  }

  /** What an event says once, however many entries it made. */
  #takeIn(
    [position, , day, caseId, orderId, type, amount, , , , ground]: MomentCells,
    words: HistoryWords,
  ): void {
    const place = { position: Number(position), day: Number(day) };
    const held = words.heldBy(Number(type), amount ?? 0n);
    if (held) {
      const key = caseId === null ? null : Number(caseId);
      const sums = this.#held.get(key) ?? new SumsOnClocks(held.length);
      this.#held.set(key, sums);
      sums.add(place.position, place.day, held);
    }
    const mark = words.markOf(Number(type), { amount, ground });
    if (mark && orderId !== null) this.#liabilities.get(Number(orderId))?.mark(place, mark);
  }

  #takeInEntry(
    [position, , day, , orderId, , , debit, credit, amount]: MomentCells,
    words: HistoryWords,
  ): void {
    if (orderId === null || debit === null || credit === null || amount === null) return;
    const place = { position: Number(position), day: Number(day) };
    this.#liabilities.get(Number(orderId))?.change(place, words.changeBy({ debit, credit, amount }));
  }
}

const imposed = `SELECT l.orderId, l.victimId, l.caseId, l.defendantId, l.track, l.imposedOn, l.position, l.item, o.statute
  FROM liabilities l LEFT JOIN orders o ON o.orderId = l.orderId
  WHERE l.victimId = :victim AND l.position > :after ORDER BY l.position, l.item`;

type MomentCells = readonly [
  position: bigint,
  item: bigint,
  day: bigint,
  caseId: bigint | null,
  orderId: bigint | null,
  type: bigint,
  amount: bigint | null,
  debit: bigint | null,
  credit: bigint | null,
  moved: bigint | null,
  ground: bigint | null,
];

const claims = claimAccounts.map((account) => `:${account}`).join(', ');

/** What happened to the victim, in the order of recording, with each entry that it made in the accounts of a claim. */
const moments = `SELECT t.position, t.item, t.effectiveOn, t.caseId, t.orderId, t.type, t.amount, j.debit, j.credit, j.amount,
    CASE WHEN t.type = :LiabilityBecameFinal
      THEN (SELECT r.ground FROM rulings r WHERE r.position = t.position AND r.item = t.item) END
  FROM timeline t LEFT JOIN journal j ON j.position = t.position AND j.item = t.item
    AND (j.debit IN (${claims}) OR j.credit IN (${claims}))
  WHERE t.victimId = :victim AND t.position > :after ORDER BY t.position, t.item`;
