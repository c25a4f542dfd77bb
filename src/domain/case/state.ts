import type { CalendarDate } from '../calendar-date.ts';
import type { AnnualRate } from '../annual-rate.ts';
import type { InterestTermsSet, PaymentScheduleSet } from '../collection/events.ts';
import type { Debt } from '../debt/debt.ts';
import type { CaseId, DebtId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import { IndexDraft, type Index } from '../index-draft.ts';
import type { JointGroup } from '../liability/joint.ts';
import type { FinalityGround } from '../liability/events.ts';
import type { Liability } from '../liability/liability.ts';
import type { Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { Offence } from '../statutes/offences.ts';
import { crossesCases, type RestitutionStatute } from '../statutes/restitution-statutes.ts';
import type { Obligation } from '../statutes/obligations.ts';
import type { AccessoryCredits, Waiver } from './accessory-records.ts';
import type { AllocatedPart } from './events.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import {
  type AccessoryKey,
  type DebtCreditKey,
  type NoticeGivenKey,
  type NoticeKey,
  type ObligationKey,
  type RateKey,
  type UndoneKey,
} from './keys.ts';
import { LiabilityIndex } from '../liability/liability-index.ts';
import { PrincipalIndex } from './principal-index.ts';
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
  /** The days on which defendants were released from imprisonment. */
  readonly releases: Index<DefendantId, readonly CalendarDate[]>;
  /** The days on which defendants died, as last recorded. */
  readonly deaths: Index<DefendantId, CalendarDate>;
  /** What the principals of orders and debts are made of, by day; of orders under 2259, by liability. */
  readonly principals: PrincipalIndex;
  readonly weights: Weights;
  /** The yields by which obligations bear interest, by the week of each, as last recorded here. */
  readonly rates: Index<RateKey, AnnualRate>;
  /** What was paid of interest and of penalties on each obligation, and did not come back. */
  readonly accessoriesPaid: Index<AccessoryKey, Money>;
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
  readonly final: { readonly ground: FinalityGround; readonly on: CalendarDate } | undefined;
  readonly vacatedOn: CalendarDate | undefined;
  readonly expiredOn: CalendarDate | undefined;
  readonly amendments: number;
  /** In the order of the judgment. */
  readonly victims: readonly VictimId[];
}

/** What a court ordered one defendant to pay one victim: at entry, or by an amendment, from that day on. */
export interface Share {
  readonly on: CalendarDate;
  readonly amount: Money;
  /** Which amendment of the order, counted from 1; 0 at entry. */
  readonly amendment: number;
}

/** In the order of recording; the share of the latest day is the one that is owed. */
export type Shares = readonly [Share, ...Share[]];

/** One visit of a receipt to a case: most come once, and may reach everything that their payor owes there. */
export interface Visit {
  /** Which visit to any case it is, from 1. */
  readonly number: number;
  /** The obligations that it may reach; all of them where null. */
  readonly reach: readonly Obligation[] | null;
  /** Whether an assessment under 18 U.S.C. 2259A stands on the payor in some case. */
  readonly isAssessed: boolean;
}

/** The only visit of a receipt whose payor stands in one case. */
export const onlyVisit: Visit = { number: 1, reach: null, isAssessed: false };

/** How one receipt has been divided so far. */
export interface Allocation {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly round: number;
  readonly visit: Visit;
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
    debts: new Map(),
    joint: new Map(),
    debtCredits: new Map(),
    ordersOfPayment: new Map(),
    interestTerms: new Map(),
    schedules: new Map(),
    releases: new Map(),
    deaths: new Map(),
    principals: new PrincipalIndex(),
    weights: new Weights(),
    rates: new Map(),
    accessoriesPaid: new Map(),
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
    debts: new IndexDraft(state.debts),
    joint: new IndexDraft(state.joint),
    debtCredits: new IndexDraft(state.debtCredits),
    ordersOfPayment: new IndexDraft(state.ordersOfPayment),
    interestTerms: new IndexDraft(state.interestTerms),
    schedules: new IndexDraft(state.schedules),
    releases: new IndexDraft(state.releases),
    deaths: new IndexDraft(state.deaths),
    principals: new PrincipalIndex(state.principals),
    weights: new Weights(state.weights),
    rates: new IndexDraft(state.rates),
    accessoriesPaid: new IndexDraft(state.accessoriesPaid),
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

/** All that courts have ordered under one liability. */
export function sharesOf(
  state: Pick<CaseState, 'shares'>,
  { enteredOn }: Order,
  liability: Liability,
): Shares {
  const asEntered = { on: enteredOn, amount: liability.ordered, amendment: 0 };
  return state.shares.get(liabilityKey(liability)) ?? [asEntered];
}

/** The shares that were owed when they came to be known, in that order; one of an earlier day than another never was. */
export function heldOf([first, ...later]: Shares): Shares {
  const held: [Share, ...Share[]] = [first];
  for (const share of later) if (share.on >= (held.at(-1) as Share).on) held.push(share);
  return held;
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
