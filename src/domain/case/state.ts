import type { CalendarDate } from '../calendar-date.ts';
import type { AnnualRate } from '../annual-rate.ts';
import type { InterestTermsSet, PaymentScheduleSet } from '../collection/events.ts';
import type { Debt } from '../debt/debt.ts';
import type { CaseId, DebtId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import { IndexDraft, type Index } from '../index-draft.ts';
import type { JointGroup } from '../liability/joint.ts';
import type { FinalityGround } from '../liability/events.ts';
import type { Liability } from '../liability/liability.ts';
import type { TakenBack } from '../liability/taken-back.ts';
import type { Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { Offence } from '../statutes/offences.ts';
import { crossesCases, type RestitutionStatute } from '../statutes/restitution-statutes.ts';
import type { Obligation, Rung } from '../statutes/obligations.ts';
import type { AccessoryCredits, Waiver } from './accessory-records.ts';
import type { AllocatedPart } from './allocation-events.ts';
import type { LiabilityKey } from '../liability/liability-index.ts';
import {
  type AccessoryKey,
  type DebtCreditKey,
  type NoticeGivenKey,
  type NoticeKey,
  type ObligationKey,
  type RateKey,
  type UndoneKey,
  type UnknownKey,
} from './keys.ts';
import { LiabilityIndex } from '../liability/liability-index.ts';
import type { Lived } from './lives.ts';
import { PrincipalIndex } from './principal-index.ts';
import type { Shares } from './shares.ts';
import { Weights } from './weights.ts';

/** An appeal from an order, and its end, where it has one. */
interface Appeal {
  readonly takenOn: CalendarDate;
  readonly endedOn: CalendarDate | undefined;
}

/** What a decision about one criminal case must know. */
export interface CaseState {
  isRegistered: boolean;
  readonly defendants: Index<DefendantId, DefendantId>;
  readonly orders: Index<OrderId, Order>;
  /**
   * What is owed under the orders. Where a victim's stream decides (18 U.S.C. 2259), this is the case's copy: good
   * enough to divide a receipt by, and never the last word.
   */
  readonly liabilities: LiabilityIndex;
  /** What courts have ordered under each liability that was amended, or was imposed by an amendment. */
  readonly shares: Index<LiabilityKey, Shares>;
  readonly receipts: Index<ReceiptId, Allocation>;
  /** What was taken back of receipts, for amendments (P-46) or for a victim’s cap, in the order of recording. */
  readonly takenBack: Index<OrderId, readonly TakenBack[]>;
  /** What defendants owe beside restitution, in the order in which it was imposed. */
  readonly debts: Index<DebtId, Debt>;
  /** The orders that are owed jointly with others, each with its group. */
  readonly joint: Index<OrderId, JointGroup>;
  /** What each receipt has paid on each debt, and was not taken back. */
  readonly debtCredits: Index<DebtCreditKey, Money>;
  /** What judgments say of the order in which a defendant's obligations are paid, in the order of recording. */
  readonly ordersOfPayment: Index<DefendantId, readonly Ranking[]>;
  /** On which terms obligations bear interest, in the order of recording. */
  readonly interestTerms: Index<ObligationKey, readonly Said<InterestTermsSet['data']>[]>;
  /** How obligations are to be paid, in the order of recording. */
  readonly schedules: Index<ObligationKey, readonly Said<PaymentScheduleSet['data']>[]>;
  /** What is known of the lives of defendants. */
  readonly lives: Index<DefendantId, Lived>;
  /** What the principals of orders and debts are made of, and what was paid of interest on them, by day; of orders under 2259, by liability. */
  readonly principals: PrincipalIndex;
  readonly weights: Weights;
  /** Of what changed before the first day that bears interest under 18 U.S.C. 3612(f): each cent by the days until then. */
  readonly earlyWeights: Weights;
  /** The yields by which obligations bear interest, by the week of each, as last recorded here. */
  readonly rates: Index<RateKey, AnnualRate>;
  /** The weeks for want of whose yields money of a receipt went to no interest here. */
  readonly yieldsAwaited: Index<ReceiptId, readonly CalendarDate[]>;
  /** Of which obligations it was said that interest cannot be reckoned, of each receipt. */
  readonly interestUnknown: Index<UnknownKey, true>;
  /** What was paid of penalties on each obligation, and did not come back; of interest, `principals` has it by day. */
  readonly penaltiesPaid: Index<ObligationKey, Money>;
  /** What was paid of interest under each liability, and did not come back. */
  readonly interestOn: Weights;
  /** What was paid of interest for each victim, and did not come back. */
  readonly interestPaid: Index<VictimId, Money>;
  /** What each receipt has paid of them, last first. */
  readonly accessoryCredits: Index<ReceiptId, AccessoryCredits>;
  /** What the Attorney General has waived of them, in the order of recording. */
  readonly waivers: Index<AccessoryKey, readonly Waiver[]>;
  /** Notices given to defendants of their being late, and to the Attorney General of receipts. */
  readonly noticesGiven: Index<NoticeGivenKey, readonly CalendarDate[]>;
  /** Notices of liabilities that ended, or are owed again; each may be given twice. */
  readonly notices: Index<NoticeKey, true>;
  /** Full recoveries that ended what was owed under an order, and were undone; one is never reached a second time. */
  readonly undone: Index<UndoneKey, true>;
  /** Orders declined, findings put off and petitions made, each as its event said it. */
  readonly decisions: Index<string, true>;
  /** The last appeal from each order that was appealed. */
  readonly appeals: Index<OrderId, Appeal>;
}

/** One court's order on one defendant. Never changed, only replaced. */
export interface Order {
  readonly orderId: OrderId;
  readonly defendantId: DefendantId;
  readonly statute: RestitutionStatute;
  readonly offenceOn: CalendarDate;
  /** The offences of conviction; undefined where the order was entered without them. */
  readonly offences: readonly Offence[] | undefined;
  readonly enteredOn: CalendarDate;
  /** The first day that bears interest under 18 U.S.C. 3612(f). */
  readonly liableFrom: CalendarDate;
  readonly final: { readonly ground: FinalityGround; readonly on: CalendarDate } | undefined;
  readonly vacatedOn: CalendarDate | undefined;
  readonly expiredOn: CalendarDate | undefined;
  /** How often it was said that its term was over, or that this was an error; and on which day last. */
  readonly termChanges: number;
  readonly termChangedOn: CalendarDate | undefined;
  readonly amendments: number;
  /** In the order of the judgment. */
  readonly victims: readonly VictimId[];
}

/** One visit of a receipt to a case: most come once, and may reach everything that their payor owes there. */
export interface Visit {
  /** Which visit to any case it is, from 1. */
  readonly number: number;
  /** The obligations that it may reach; all of them where null. */
  readonly reach: readonly Rung[] | null;
  /** Whether an assessment under 18 U.S.C. 2259A stands on the payor in some case. */
  readonly isAssessed: boolean;
}

/** The only visit of a receipt whose payor stands in one case. */
export const onlyVisit: Visit = { number: 1, reach: null, isAssessed: false };

/** How one receipt has been divided so far. */
export interface Allocation {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  /** The day on which it first came here. */
  readonly on: CalendarDate;
  readonly round: number;
  readonly visit: Visit;
  /** What was tendered in this round as interest, less what of it was credited, until nothing is pending. */
  readonly interest: readonly AllocatedPart[];
  /** Parts offered in this round, until it is known what was accepted. */
  readonly pending: readonly AllocatedPart[] | undefined;
  readonly unallocated: Money;
  readonly applied: readonly AllocatedPart[];
  /** Liabilities that took less than they were offered; they are not offered this receipt again. */
  readonly declined: ReadonlySet<LiabilityKey>;
  /** What no liability could take; known once nothing is pending. */
  readonly excess: Money;
  readonly isUnapplied: boolean;
}

/** The order in which a judgment ranks a defendant's obligations, from a day on. */
export interface Ranking {
  readonly on: CalendarDate;
  readonly obligations: readonly Obligation[];
}

/** What a court said of an obligation, from a day on. */
interface Said<What> {
  readonly on: CalendarDate;
  readonly said: What;
}

/** A case of which nothing is known. */
export function emptyCase(): CaseState {
  return {
    isRegistered: false,
    defendants: new Map(),
    orders: new Map(),
    liabilities: new LiabilityIndex(),
    shares: new Map(),
    receipts: new Map(),
    takenBack: new Map(),
    debts: new Map(),
    joint: new Map(),
    debtCredits: new Map(),
    ordersOfPayment: new Map(),
    interestTerms: new Map(),
    schedules: new Map(),
    lives: new Map(),
    principals: new PrincipalIndex(),
    weights: new Weights(),
    earlyWeights: new Weights(),
    rates: new Map(),
    yieldsAwaited: new Map(),
    interestUnknown: new Map(),
    penaltiesPaid: new Map(),
    interestOn: new Weights(),
    interestPaid: new Map(),
    accessoryCredits: new Map(),
    waivers: new Map(),
    noticesGiven: new Map(),
    notices: new Map(),
    undone: new Map(),
    decisions: new Map(),
    appeals: new Map(),
  };
}

/** A state over this one, to see what would be the case after some events; this one stays as it is. */
export function draftOf(state: CaseState): CaseState {
  return {
    ...state,
    defendants: new IndexDraft(state.defendants),
    orders: new IndexDraft(state.orders),
    liabilities: new LiabilityIndex(state.liabilities),
    shares: new IndexDraft(state.shares),
    receipts: new IndexDraft(state.receipts),
    takenBack: new IndexDraft(state.takenBack),
    debts: new IndexDraft(state.debts),
    joint: new IndexDraft(state.joint),
    debtCredits: new IndexDraft(state.debtCredits),
    ordersOfPayment: new IndexDraft(state.ordersOfPayment),
    interestTerms: new IndexDraft(state.interestTerms),
    schedules: new IndexDraft(state.schedules),
    lives: new IndexDraft(state.lives),
    principals: new PrincipalIndex(state.principals),
    weights: new Weights(state.weights),
    earlyWeights: new Weights(state.earlyWeights),
    rates: new IndexDraft(state.rates),
    yieldsAwaited: new IndexDraft(state.yieldsAwaited),
    interestUnknown: new IndexDraft(state.interestUnknown),
    penaltiesPaid: new IndexDraft(state.penaltiesPaid),
    interestOn: new Weights(state.interestOn),
    interestPaid: new IndexDraft(state.interestPaid),
    accessoryCredits: new IndexDraft(state.accessoryCredits),
    waivers: new IndexDraft(state.waivers),
    noticesGiven: new IndexDraft(state.noticesGiven),
    notices: new IndexDraft(state.notices),
    undone: new IndexDraft(state.undone),
    decisions: new IndexDraft(state.decisions),
    appeals: new IndexDraft(state.appeals),
  };
}

/** What is owed under one order, in the order of the judgment. */
export function liabilitiesOf(state: CaseState, { orderId, victims }: Order): readonly Liability[] {
  return victims.map((victimId) => {
    const liability = state.liabilities.get({ orderId, victimId });
    invariant(liability !== undefined, 'an order names a victim to whom nothing is owed under it');
    return liability;
  });
}

/** Whether a victim's stream has the last word on what is recovered under the order. */
export function isDecidedByVictim(
  { orders }: Pick<CaseState, 'orders'>,
  { orderId }: { orderId: OrderId },
): boolean {
  const order = orders.get(orderId);
  return order !== undefined && crossesCases(order.statute);
}

/** How the receipt has been divided so far. @throws InvariantBroken where it never was */
export function allocationOf({ receipts }: Pick<CaseState, 'receipts'>, receiptId: ReceiptId): Allocation {
  const allocation = receipts.get(receiptId);
  invariant(allocation !== undefined, 'a receipt is settled that was never allocated');
  return allocation;
}
