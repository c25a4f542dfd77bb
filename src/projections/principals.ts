import type { Account } from '../domain/chart-of-accounts.ts';
import type { EntryRow } from './journal.ts';
import { tableOf, type Table } from './read-model.ts';
import type { MomentRow } from './timeline.ts';
import type { Told } from './told.ts';

/** What one position of the log changed in the principal of an order or a debt, from one day on. */
export interface PrincipalRow {
  /** The id of the order, or of the debt. */
  readonly obligationId: string;
  readonly position: number;
  /** Which of the changes that the position made, from 0. */
  readonly item: number;
  /** Whose liability changed where the victim’s stream decides, which may end one and not the others; null elsewhere. */
  readonly victimId: string | null;
  readonly effectiveOn: string;
  /** What became owed; below nothing, what was owed no more. */
  readonly owed: bigint;
  /** What was paid, or credited for a civil recovery; below nothing where it came back. */
  readonly paid: bigint;
  readonly ordered: bigint;
  /** What is owed no more, and not because it was paid. */
  readonly ended: bigint;
  /** 1 where it was set aside, also where nothing of it was owed any more; else 0. */
  readonly isVacated: number;
}

/** The principals of all obligations as they came to be what they are, each on one stretch of the table. */
export const principalTable: Table = tableOf<PrincipalRow>({
  name: 'principals',
  columns: {
    obligationId: 'term',
    position: 'integer',
    item: 'integer',
    victimId: 'term',
    effectiveOn: 'day',
    owed: 'amount',
    paid: 'amount',
    ordered: 'amount',
    ended: 'amount',
    isVacated: 'integer',
  },
  key: ['obligationId', 'position', 'item'],
  indexes: [],
});

type Open = { -readonly [Column in keyof PrincipalRow]: PrincipalRow[Column] };

/**
 * Gathers what the journal says of principals. A payment that goes to two hundred thousand victims of one order is one row:
 * the case decides of all of them, and all of them end with their order.
 */
export class PrincipalMoves {
  readonly #rows: { readonly add: (row: object) => void };
  /** The rows of the position at hand, by obligation: an end of liability may name thousands of these. */
  readonly #open = new Map<string, Open[]>();
  #position = 0;
  #count = 0;

  constructor(rows: { readonly add: (row: object) => void }) {
    this.#rows = rows;
  }

  /** Takes in the entries of one event, with the moments that say whom they concern. */
  note(event: Told, moments: readonly MomentRow[], entries: readonly EntryRow[]): void {
    for (const { item, debit, credit, amount } of entries) {
      const [debited, credited] = [columnOf[debit], columnOf[credit]];
      if (debited === undefined && credited === undefined) continue;
      const row = this.#rowOf(event, moments[item - event.item]);
      if (debited !== undefined) row[debited] += debited === 'ordered' ? -amount : amount;
      if (credited !== undefined) row[credited] -= credited === 'ordered' ? -amount : amount;
    }
    if (event.type === 'LiabilityVacated' || event.type === 'DebtVacated')
      this.#rowOf(event, moments[0]).isVacated = 1;
  }

  /** To be called when all is told. */
  end(): void {
    for (const rows of this.#open.values()) for (const row of rows) this.#rows.add(row);
    this.#open.clear();
    this.#count = 0;
  }

  #rowOf(event: Told, moment: MomentRow | undefined): Open {
    const { position, effectiveOn, isOfVictim } = event;
    if (this.#position !== position) this.end();
    this.#position = position;
    const obligationId = obligationOf(event, moment);
    const victimId = isOfVictim ? (moment?.victimId ?? null) : null;
    const rows = this.#open.get(obligationId) ?? [];
    const known = rows.find((row) => row.victimId === victimId && row.effectiveOn === effectiveOn);
    if (known) return known;
    const nothing = { owed: 0n, paid: 0n, ordered: 0n, ended: 0n, isVacated: 0 };
    const row = { obligationId, position, item: this.#count, victimId, effectiveOn, ...nothing };
    this.#count += 1;
    rows.push(row);
    this.#open.set(obligationId, rows);
    return row;
  }
}

function obligationOf({ data }: Told, moment: MomentRow | undefined): string {
  return 'debtId' in data && data.debtId !== null ? data.debtId : (moment?.orderId ?? '');
}

/** What the accounts of claims and of debts say of a principal; `ordered` stands on the other side of the books. */
const columnOf: { readonly [Of in Account]?: 'owed' | 'paid' | 'ordered' | 'ended' } = {
  receivable: 'owed',
  due: 'owed',
  satisfied: 'paid',
  reduced: 'paid',
  discharged: 'paid',
  ordered: 'ordered',
  imposed: 'ordered',
  terminated: 'ended',
  vacated: 'ended',
  remitted: 'ended',
  annulled: 'ended',
  lapsed: 'ended',
};
