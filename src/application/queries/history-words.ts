import type { EventType } from '../../domain/events.ts';
import type { Frame } from './frame.ts';
import { claimAccounts, type Mark } from './liability-history.ts';

/** The words in which rows say what happened to a liability and to what is held, by the numbers that these rows hold. */
export class HistoryWords {
  /** The words, each with its number, to ask with. */
  readonly params: Readonly<Record<string, number>>;
  readonly #types: ReadonlyMap<number, Meant>;
  readonly #columns: ReadonlyMap<number, number>;

  constructor(frame: Frame) {
    const words = [...Object.keys(meant), ...claimAccounts];
    this.params = Object.fromEntries(words.map((word) => [word, frame.numberOf(word)]));
    const numbered = ([word, means]: [string, Meant]): [number, Meant] => [frame.numberOf(word), means];
    this.#types = new Map(Object.entries(meant).map(numbered));
    this.#columns = new Map(claimAccounts.map((account, at) => [frame.numberOf(account), at]));
  }

  /** What an event does to what is held, and to the interest in it; undefined for nothing. */
  heldBy(type: number, amount: bigint): readonly [held: bigint, interest: bigint] | undefined {
    const means = this.#types.get(type);
    if (means?.held === undefined) return undefined;
    const held = means.held === 'IN' ? amount : -amount;
    return [held, means.isInterest === true ? held : 0n];
  }

  /** What an event says of a liability beside its amounts; undefined for nothing. */
  markOf(
    type: number,
    { amount, ground }: { readonly amount: bigint | null; readonly ground: bigint | null },
  ): Mark | undefined {
    const mark = this.#types.get(type)?.mark;
    if (mark === undefined) return undefined;
    // A term that is over ends something only where something was owed.
    if (mark === 'EXPIRED') return (amount ?? 0n) > 0n ? { kind: 'ENDED' } : undefined;
    return mark === 'FINAL' ? { kind: mark, ground } : { kind: mark };
  }

  /** What an entry of the journal does to the accounts of a claim: debits less credits, in their order. */
  changeBy({ debit, credit, amount }: EntryCells): readonly bigint[] {
    const change = claimAccounts.map(() => 0n);
    const [to, from] = [this.#columns.get(Number(debit)), this.#columns.get(Number(credit))];
    if (to !== undefined) change[to] = amount;
    if (from !== undefined) change[from] = -amount;
    return change;
  }
}

interface EntryCells {
  readonly debit: bigint;
  readonly credit: bigint;
  readonly amount: bigint;
}

interface Meant {
  readonly held?: 'IN' | 'OUT';
  readonly isInterest?: boolean;
  readonly mark?: Mark['kind'] | 'EXPIRED';
}

const meant: { readonly [Type in EventType]?: Meant } = {
  RecoveryCredited: { held: 'IN' },
  RecoveryReversed: { held: 'OUT' },
  OverpaymentTakenBack: { held: 'OUT' },
  RecoveryTakenBack: { held: 'OUT' },
  InterestCredited: { held: 'IN', isInterest: true },
  InterestReversed: { held: 'OUT', isInterest: true },
  RestitutionDisbursed: { held: 'OUT' },
  DisbursementReturned: { held: 'IN' },
  UnclaimedMoneySetAside: { held: 'OUT' },
  UnclaimedMoneyWithdrawn: { held: 'IN' },
  LiabilityBecameFinal: { mark: 'FINAL' },
  LiabilityVacated: { mark: 'VACATED' },
  LiabilityExpired: { mark: 'EXPIRED' },
  LiabilitiesTerminated: { mark: 'ENDED' },
  LiabilitiesReinstated: { mark: 'REINSTATED' },
};
