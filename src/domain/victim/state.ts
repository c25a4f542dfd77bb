import { holding, type CalendarDate } from '../calendar-date.ts';
import type { Elsewhere } from '../elsewhere/recovery.ts';
import { IndexDraft, type Index } from '../index-draft.ts';
import type { CaseId, OrderId, ReceiptId, RequestId, VictimId } from '../ids.ts';
import type { JointGroup } from '../liability/joint.ts';
import { LiabilityIndex, type LiabilityKey } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import type { TakenBack } from '../liability/taken-back.ts';
import { noMoney, type Money } from '../money.ts';
import type { PayeeDoubt } from '../people/events.ts';
import type { WithheldReason } from '../payment/events.ts';
import type { InstrumentLife } from '../payment/instrument.ts';
import { nobody, type People } from '../people/people.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { LossDetermined } from './events.ts';
import {
  emptyAccount,
  type Assistance,
  type CaseAccount,
  type CourtOrder,
  type Credit,
  type Disbursement,
  type InterestCredit,
} from './parts-of-state.ts';
import type { HistoryLine } from './history-events.ts';
import { noFrontier } from './frontier.ts';
import type { Frontier } from './latest-days.ts';
import {
  creditKey,
  findingsKey,
  type CreditKey,
  type FindingsKey,
  type FoundFor,
  type PaymentKey,
} from './keys.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import { lossesFor, type RestitutionStatute, type Track } from '../statutes/restitution-statutes.ts';

/** What a decision about one victim must know. */
export interface VictimState {
  isRegistered: boolean;
  /** Under which id the stream decides; undefined where it is not registered. */
  id: VictimId | undefined;
  /** The cap as last moved: undefined where no final case has found losses. */
  greatestLoss: Money | undefined;
  /** How often full recovery was reached. */
  epoch: number;
  /** The full recoveries that were not undone, oldest first. */
  standing: readonly FullRecovery[];
  /** What was received above the cap, as last noted. */
  overRecovery: Money;
  /** What of it is claimed from the victim, in the books (P-20). */
  overRecoveryClaimed: Money;
  /** What courts have ordered to be owed again, and is not yet (P-15, P-19). */
  waitingForRevival: ReadonlySet<LiabilityKey>;
  /** The liabilities that courts have credited with civil recoveries, whether or not that holds. */
  reducedUnder: ReadonlySet<LiabilityKey>;
  frontier: Frontier;
  tail: Tail | undefined;
  /** What came in and went out over all cases; by case it stands in `accounts`. */
  total: CaseAccount;
  /** What the Reserve has paid, less what of it came back. */
  assisted: Money;
  people: People;
  /** What was received outside of the receipts of this ledger. */
  elsewhere: Elsewhere;
  /** The other ids of the person whose history counts here, in the order in which they were joined (P-31). */
  joined: readonly VictimId[];
  /** What is handed over under other ids, in parts, and does not count yet. */
  incoming: ReadonlyMap<VictimId, readonly (readonly HistoryLine[])[]>;
  readonly findings: Index<FindingsKey, Findings>;
  readonly liabilities: LiabilityIndex;
  /** That courts have ordered what ended of a liability to be owed again. */
  readonly courtOrders: Index<LiabilityKey, readonly CourtOrder[]>;
  /** The orders that are owed jointly with others, each with its group. */
  readonly joint: Index<OrderId, JointGroup>;
  readonly credits: Index<CreditKey, Credit>;
  /** What of it stands by receipts that have cleared; by case it stands in `accounts`. */
  readonly cleared: Index<LiabilityKey, Money>;
  /** What was taken back of them for an amendment (P-46), or for the cap, in the order of recording. */
  readonly takenBack: Index<LiabilityKey, readonly TakenBack[]>;
  /** What was credited under orders while the interest in them was assigned, less what came back. */
  readonly assigned: Index<LiabilityKey, Assigned>;
  /** What receipts brought as interest, where it was told (P-10). */
  readonly interest: Index<CreditKey, InterestCredit>;
  /** The same under each order, less what came back, and what of it has cleared. */
  readonly interestUnder: Index<LiabilityKey, InterestUnder>;
  /** The ids of which all is told that had been credited before interest was asked for. */
  pastInterestTold: ReadonlySet<VictimId>;
  readonly accounts: Index<CaseId, CaseAccount>;
  readonly disbursements: Index<PaymentKey, Disbursement>;
  /** What has become of payments at the bank; of which nothing is known, they are not here. */
  readonly instruments: Index<PaymentKey, InstrumentLife>;
  /** The payments of runs that were not made. */
  readonly withheld: Index<PaymentKey, WithheldReason>;
  /** The payments whose payee the law did not know, with what speaks against it. */
  readonly questioned: Index<PaymentKey, PayeeDoubt>;
  /** What courts have ordered from the Reserve, by request. */
  readonly assistance: Index<RequestId, Assistance>;
}

/** What was credited under one order while the interest in it was assigned, and what of that has cleared. */
export interface Assigned {
  readonly amount: Money;
  readonly cleared: Money;
}

/** What was received as interest under one order, and what of that has cleared. */
export interface InterestUnder {
  readonly credited: Money;
  readonly cleared: Money;
}

/**
 * What the last decision brought about, as long as nothing but lists of liabilities has followed: where a store takes no
 * append so large, some of the lists may be missing (left-out.ts).
 */
export interface Tail {
  readonly victimId: VictimId;
  readonly on: CalendarDate;
  /** What was owed when full recovery was reached, and has not been listed since. */
  readonly toEnd: ReadonlySet<LiabilityKey>;
  /** The full recoveries that were undone. */
  readonly undone: readonly number[];
  /** The full recoveries that were undone by a court’s order of reinstatement; undefined where there was none. */
  readonly ofCourt: readonly number[] | undefined;
}

/** That the victim had received all, at the cap of the day. */
export interface FullRecovery {
  readonly epoch: number;
  readonly at: Money;
}

/** All that was found in one case for one id, by what the losses come from, in the order of recording. */
export type Findings = Readonly<Partial<Record<LossCategory, readonly Finding[]>>>;

/** Losses as a court found them on one day. */
export interface Finding {
  readonly on: CalendarDate;
  readonly amount: Money;
  /** What of the losses the court had deducted for assistance. */
  readonly deducted: Money;
  /** As the event has them: other heads of the same amount are another finding. */
  readonly heads: LossDetermined['data']['heads'];
  readonly statute: RestitutionStatute | undefined;
  readonly projected: LossDetermined['data']['projected'];
}

/** A victim of whom nothing is known. */
export function emptyVictim(): VictimState {
  return {
    isRegistered: false,
    id: undefined,
    greatestLoss: undefined,
    epoch: 0,
    standing: [],
    overRecovery: noMoney,
    overRecoveryClaimed: noMoney,
    waitingForRevival: new Set(),
    courtOrders: new Map(),
    reducedUnder: new Set(),
    frontier: noFrontier,
    tail: undefined,
    total: emptyAccount,
    assisted: noMoney,
    people: nobody,
    elsewhere: { recoveries: new Map(), sums: [] },
    joined: [],
    incoming: new Map(),
    findings: new Map(),
    liabilities: new LiabilityIndex(),
    joint: new Map(),
    credits: new Map(),
    cleared: new Map(),
    takenBack: new Map(),
    assigned: new Map(),
    interest: new Map(),
    interestUnder: new Map(),
    pastInterestTold: new Set(),
    accounts: new Map(),
    disbursements: new Map(),
    instruments: new Map(),
    withheld: new Map(),
    questioned: new Map(),
    assistance: new Map(),
  };
}

/** A state over this one, to see what would be the case after some events; this one stays as it is. */
export function draftOf(state: VictimState): VictimState {
  return {
    ...state,
    elsewhere: { ...state.elsewhere, recoveries: new IndexDraft(state.elsewhere.recoveries) },
    findings: new IndexDraft(state.findings),
    liabilities: new LiabilityIndex(state.liabilities),
    courtOrders: new IndexDraft(state.courtOrders),
    joint: new IndexDraft(state.joint),
    credits: new IndexDraft(state.credits),
    cleared: new IndexDraft(state.cleared),
    takenBack: new IndexDraft(state.takenBack),
    assigned: new IndexDraft(state.assigned),
    interest: new IndexDraft(state.interest),
    interestUnder: new IndexDraft(state.interestUnder),
    accounts: new IndexDraft(state.accounts),
    disbursements: new IndexDraft(state.disbursements),
    instruments: new IndexDraft(state.instruments),
    withheld: new IndexDraft(state.withheld),
    questioned: new IndexDraft(state.questioned),
    assistance: new IndexDraft(state.assistance),
  };
}

/** The losses of a category found in a case for one id, by the finding of the latest day; undefined where none have been. */
export function findingOf(state: VictimState, of: FoundFor, category: LossCategory): Finding | undefined {
  return holding(state.findings.get(findingsKey(of))?.[category] ?? []);
}

/** The losses found in a case for one id that a line is for: under its statute, or by a finding that names none. */
export function findingFor(
  state: VictimState,
  of: FoundFor,
  { statute, track }: { readonly statute: RestitutionStatute; readonly track: Track },
): Money | undefined {
  const found = state.findings.get(findingsKey(of))?.[lossesFor(statute, track)] ?? [];
  return holding(found.filter((each) => each.statute === undefined || each.statute === statute))?.amount;
}

/** One tender: a receipt under a liability in a round of its allocation. */
export interface CreditRef {
  readonly receiptId: ReceiptId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly round: number;
}

/**
 * What this receipt was accepted for under this order in this round; undefined where it has not been tendered. Where a
 * later round was heard, the case has gone on without waiting for this answer: nothing more is accepted.
 */
export function acceptedOf(state: VictimState, credit: CreditRef): Money | undefined {
  const heard = state.credits.get(creditKey(credit));
  if (!heard || heard.round < credit.round) return undefined;
  return heard.round === credit.round ? heard.acceptedInRound : noMoney;
}

/** Whether losses and recoveries on the track are those that the cap measures (P-03). */
export function countsOn(track: Track, policies: Policies): boolean {
  return track === 'TRAFFICKING' || policies['P-03'] === 'ANY_2259';
}

/** Whether the liability is one that sets the cap, and that reaching it ends (P-03, P-04). */
export function counts({ track, isBeforeAct }: Liability, policies: Policies): boolean {
  return countsOn(track, policies) && !(isBeforeAct && policies['P-04'] === 'DO_NOT_COUNT');
}
