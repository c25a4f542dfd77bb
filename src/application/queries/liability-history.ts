import type { Account } from '../../domain/chart-of-accounts.ts';
import type { LiabilityCells } from './liability-rows.ts';
import { SumsOnClocks } from './sums-on-clocks.ts';

/** A liability, and the statute of its order. */
export interface OfStatute extends LiabilityCells {
  readonly statute: bigint | null;
}

/** What never changes of a liability. */
export type FixedCells = Pick<
  OfStatute,
  'statute' | 'orderId' | 'victimId' | 'caseId' | 'defendantId' | 'track' | 'imposedOn' | 'position' | 'item'
>;

/** The accounts that a liability consists of, in the order in which their changes are told. */
export const claimAccounts = [
  ...(['ordered', 'satisfied', 'reduced', 'receivable'] as const),
  ...(['terminated', 'vacated', 'overpaid'] as const),
] as const satisfies readonly Account[];

/** What each of them sums up to. */
type ClaimSums = readonly [
  ...[ordered: bigint, satisfied: bigint, reduced: bigint, receivable: bigint],
  ...[terminated: bigint, vacated: bigint, overpaid: bigint],
];

/** What happens to a liability beside its amounts. */
export type Mark =
  | { readonly kind: 'VACATED' | 'ENDED' | 'REINSTATED' }
  | { readonly kind: 'FINAL'; readonly ground: bigint | null };

interface Place {
  readonly position: number;
  /** As rows have days. */
  readonly day: number;
}

/** One liability as it came to be what it is, which answers on both clocks at once. */
export class LiabilityHistory {
  readonly fixed: FixedCells;
  readonly #sums = new SumsOnClocks(claimAccounts.length);
  /** A few, in the order of recording. */
  readonly #marks: (Mark & Place)[] = [];

  constructor(fixed: FixedCells) {
    this.fixed = fixed;
  }

  /** Takes in what an event changed: of each of the accounts, debits less credits. */
  change({ position, day }: Place, amounts: readonly bigint[]): void {
    this.#sums.add(position, day, amounts);
  }

  mark({ position, day }: Place, mark: Mark): void {
    this.#marks.push({ ...mark, position, day });
  }

  /** How it stood; undefined where it was not known, or not yet in effect. */
  on({ position, day }: Place): OfStatute | undefined {
    if (this.fixed.position > position || this.fixed.imposedOn > day) return undefined;
    const { fixed } = this;
    const amounts = this.#sums.on(position, day) as ClaimSums;
    const [ordered, paid, reduced, outstanding, terminated, vacated, overpaid] = amounts;
    const marks = this.#marks.filter((mark) => mark.position <= position && mark.day <= day);
    const ended = lastOf(marks, 'ENDED')?.position ?? 0;
    const reinstated = lastOf(marks, 'REINSTATED')?.position ?? 0;
    // Cell by cell, for thousands of liabilities are told at a time, and to copy a row costs more than to find its sums.
    return {
      orderId: fixed.orderId,
      victimId: fixed.victimId,
      caseId: fixed.caseId,
      defendantId: fixed.defendantId,
      track: fixed.track,
      imposedOn: fixed.imposedOn,
      position: fixed.position,
      item: fixed.item,
      statute: fixed.statute,
      ordered: -ordered,
      paid,
      reduced,
      outstanding,
      terminated,
      vacated,
      overpaid: -overpaid,
      ground: groundOf(lastOf(marks, 'FINAL')),
      isVacated: lastOf(marks, 'VACATED') === undefined ? 0n : 1n,
      ending: ended > reinstated ? BigInt(ended) : null,
    };
  }
}

function groundOf(mark: Mark | undefined): bigint | null {
  return mark?.kind === 'FINAL' ? mark.ground : null;
}

/** The last of the kind; undefined where there is none. */
function lastOf(marks: readonly (Mark & Place)[], kind: Mark['kind']): (Mark & Place) | undefined {
  return marks.findLast((mark) => mark.kind === kind);
}
