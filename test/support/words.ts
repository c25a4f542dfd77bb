/**
 * The words of the tests: ids, days, amounts and commands, as a clerk would put them.
 *
 * Where nothing else is said, the victim is `v-1`, and order `o-7` stands in case `c-7`, against defendant `d-7`.
 */
import { calendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type {
  AmendOrder,
  EnterOrder,
  MakeOrderFinal,
  RegisterCase,
  RegisterDefendant,
  ShareOrdered,
  VacateOrder,
} from '../../src/domain/case/commands.ts';
import type {
  ExpireLiability,
  RecordDeath,
  RecordNoImprisonment,
  RecordNotice,
  RecordRelease,
  SetInterestTerms,
  SetPaymentSchedule,
  UndoExpiry,
  Waive,
} from '../../src/domain/collection/commands.ts';
import type { RecordTreasuryYield } from '../../src/domain/reference/commands.ts';
import { parseAnnualRate } from '../../src/domain/annual-rate.ts';
import type { ImposeDebt, RemitDebt, SetOrderOfPayment, VacateDebt } from '../../src/domain/debt/commands.ts';
import type {
  CaseId,
  DebtId,
  DefendantId,
  DisbursementId,
  OrderId,
  ReceiptId,
  RefundId,
  VictimId,
} from '../../src/domain/ids.ts';
import { formatMoney, parseMoney, type Money, type MoneyText } from '../../src/domain/money.ts';
import type { PolicyId, PolicyValue } from '../../src/domain/policy/catalogue.ts';
import type { SetPolicy } from '../../src/domain/policy/commands.ts';
import type {
  RecordClearance,
  RecordPayment,
  RecordPaymentReturn,
} from '../../src/domain/receipt/commands.ts';
import type { RecordRefund } from '../../src/domain/receipt/refund-commands.ts';
import type { DebtKind, Obligation } from '../../src/domain/statutes/obligations.ts';
import type { Track } from '../../src/domain/statutes/restitution-statutes.ts';
import type {
  DetermineLoss,
  RecordDisbursement,
  RecordDisbursementReturn,
  RegisterVictim,
  ReviewLiabilities,
} from '../../src/domain/victim/commands.ts';

/** An amount as a clerk writes it: `120,000.00`. */
export function usd(amount: string): Money {
  return parseMoney(amount.replaceAll(',', ''));
}

/** The same, as events write it. */
export function text(amount: string): MoneyText {
  return formatMoney(usd(amount));
}

export const day = calendarDate;
/** The day of everything, unless a test says otherwise. */
export const today = day('2026-03-02');
export const yesterday = day('2026-03-01');
export const tomorrow = day('2026-03-03');
/** After the Act of 7 December 2018. */
const offenceDay = day('2021-05-04');

export const victimId = (id: string): VictimId => id as VictimId;
export const caseId = (id: string): CaseId => id as CaseId;
export const orderId = (id: string): OrderId => id as OrderId;
export const defendantId = (id: string): DefendantId => id as DefendantId;
const debtId = (id: string): DebtId => id as DebtId;
export const receiptId = (id: string): ReceiptId => id as ReceiptId;

const numberOf = (id: string): string => id.slice(id.indexOf('-') + 1);
export const caseOf = (order: string): CaseId => caseId(`c-${numberOf(order)}`);
export const defendantOf = (order: string): DefendantId => defendantId(`d-${numberOf(order)}`);

interface On {
  readonly on?: CalendarDate;
}

export function registerVictim(id = 'v-1', { on = today }: On = {}): RegisterVictim {
  return { type: 'RegisterVictim', victimId: victimId(id), on };
}

export function registerCase(id = 'c-1', { on = today }: On = {}): RegisterCase {
  return { type: 'RegisterCase', caseId: caseId(id), on };
}

export function registerDefendant(id = 'd-1', given: On & { caseId?: string } = {}): RegisterDefendant {
  const { on = today, caseId: inCase = `c-${numberOf(id)}` } = given;
  return { type: 'RegisterDefendant', caseId: caseId(inCase), defendantId: defendantId(id), on };
}

export function determineLoss(
  inCase: string,
  amount: string,
  given: On & Partial<Pick<DetermineLoss, 'category' | 'heads'>> & { victim?: string } = {},
): DetermineLoss {
  const { victim = 'v-1', category = 'TRAFFICKING', heads = [], on = today } = given;
  const finding = { victimId: victimId(victim), caseId: caseId(inCase), category, heads, on };
  return { type: 'DetermineLoss', amount: usd(amount), ...finding };
}

/** A debt beside restitution, on defendant `d-1` in case `c-1` unless told. */
export function imposeDebt(
  id: string,
  kind: DebtKind,
  amount: string,
  given: On &
    Partial<Pick<ImposeDebt, 'offenceOn' | 'greatestFine' | 'assessedOffence' | 'adjustedCeiling'>> & {
      inCase?: string;
      by?: string;
    } = {},
): ImposeDebt {
  const { on = today, offenceOn = offenceDay, greatestFine = null, inCase = 'c-1', by = 'd-1' } = given;
  const { assessedOffence = null, adjustedCeiling = null } = given;
  const limits = { greatestFine, assessedOffence, adjustedCeiling };
  const ids = { debtId: debtId(id), caseId: caseId(inCase), defendantId: defendantId(by) };
  return { type: 'ImposeDebt', ...ids, kind, amount: usd(amount), offenceOn, on, ...limits };
}

export function remitDebt(id: string, amount: string, { on = today, inCase = 'c-1' } = {}): RemitDebt {
  return { type: 'RemitDebt', debtId: debtId(id), caseId: caseId(inCase), amount: usd(amount), on };
}

export function vacateDebt(id: string, { on = today, inCase = 'c-1' } = {}): VacateDebt {
  return { type: 'VacateDebt', debtId: debtId(id), caseId: caseId(inCase), on };
}

interface OfObligation extends On {
  readonly order?: string;
  readonly debt?: string;
}

const obligationMeant = ({ order, debt, on = today }: OfObligation) => ({
  ...{ caseId: caseId('c-1'), orderId: order === undefined ? null : orderId(order), on },
  debtId: debt === undefined ? null : debtId(debt),
});

/** On which terms an obligation of case `c-1` bears interest. */
export function setInterestTerms(
  terms: SetInterestTerms['terms'],
  { limit, endsOn, ...of }: OfObligation & { limit?: string; endsOn?: CalendarDate },
): SetInterestTerms {
  const most = limit === undefined ? null : usd(limit);
  return { type: 'SetInterestTerms', ...obligationMeant(of), terms, limit: most, endsOn: endsOn ?? null };
}

/** How an obligation of case `c-1` is to be paid: a lump sum, unless an amount and an interval are given. */
export function setPaymentSchedule(
  firstOn: CalendarDate,
  given: OfObligation & {
    amount?: string;
    every?: 'MONTH' | 'QUARTER';
    manner?: SetPaymentSchedule['manner'];
  },
): SetPaymentSchedule {
  const { amount, every = null, manner = amount === undefined ? 'LUMP_SUM' : 'INSTALMENTS', ...of } = given;
  const instalment = amount === undefined ? null : usd(amount);
  return {
    ...{ type: 'SetPaymentSchedule', ...obligationMeant(of), manner, firstOn },
    ...{ amount: instalment, every },
  };
}

export function recordRelease(id = 'd-1', { on = today, inCase = 'c-1' } = {}): RecordRelease {
  return { type: 'RecordRelease', caseId: caseId(inCase), defendantId: defendantId(id), on };
}

/** The Attorney General waives interest or penalties of case `c-1`; all of them, where no amount is given. */
export function waive(type: Waive['type'], { amount, ...of }: OfObligation & { amount?: string }): Waive {
  return { type, ...obligationMeant(of), amount: amount === undefined ? null : usd(amount) };
}

/** Notice is given in case `c-1`: of an obligation, or of a receipt. */
export function recordNotice(
  notice: RecordNotice['notice'],
  { receipt, ...of }: OfObligation & { receipt?: string },
): RecordNotice {
  const about = receipt === undefined ? null : receiptId(receipt);
  return { type: 'RecordNotice', ...obligationMeant(of), notice, receiptId: about };
}

/** The term of an obligation of case `c-1` is over. */
export function expire(of: OfObligation): ExpireLiability {
  return { type: 'ExpireLiability', ...obligationMeant(of) };
}

/** It was an error that the term of an obligation of case `c-1` was over. */
export function undoExpiry(of: OfObligation): UndoExpiry {
  return { type: 'UndoExpiry', ...obligationMeant(of) };
}

export function recordNoImprisonment(id = 'd-1', { on = today, inCase = 'c-1' } = {}): RecordNoImprisonment {
  return { type: 'RecordNoImprisonment', caseId: caseId(inCase), defendantId: defendantId(id), on };
}

export function recordDeath(id = 'd-1', { on = today, inCase = 'c-1' } = {}): RecordDeath {
  return { type: 'RecordDeath', caseId: caseId(inCase), defendantId: defendantId(id), on };
}

/** The yield of the week that ends on a Friday. */
export function recordYield(friday: string, rate: string): RecordTreasuryYield {
  return { type: 'RecordTreasuryYield', on: day(friday), rate: parseAnnualRate(rate), source: 'H15' };
}

/** In which order defendant `d-1` of case `c-1` pays, by the judgment. */
export function setOrderOfPayment(
  obligations: readonly Obligation[],
  { on = today } = {},
): SetOrderOfPayment {
  return {
    type: 'SetOrderOfPayment',
    caseId: caseId('c-1'),
    defendantId: defendantId('d-1'),
    obligations,
    on,
  };
}

/** One amount for `v-1`, or an amount for each of several victims. */
export type Shares = string | Readonly<Record<string, string>>;

function sharesOf(shares: Shares, track: Track = 'TRAFFICKING'): readonly ShareOrdered[] {
  const each = typeof shares === 'string' ? { 'v-1': shares } : shares;
  return Object.entries(each).map(([id, amount]) => ({ victimId: victimId(id), track, amount: usd(amount) }));
}

type OrderGiven = On &
  Partial<Pick<EnterOrder, 'statute' | 'offenceOn' | 'lossesFound'>> & {
    caseId?: string;
    defendantId?: string;
    track?: Track;
  };

export function enterOrder(id: string, shares: Shares, given: OrderGiven = {}): EnterOrder {
  const { statute = '18 U.S.C. 2259', offenceOn = offenceDay, on = today, lossesFound } = given;
  const track = given.track ?? (statute === '18 U.S.C. 2259' ? 'TRAFFICKING' : 'FULL_AMOUNT');
  return {
    type: 'EnterOrder',
    orderId: orderId(id),
    caseId: caseId(given.caseId ?? caseOf(id)),
    defendantId: defendantId(given.defendantId ?? defendantOf(id)),
    ...{ statute, offenceOn, lines: sharesOf(shares, track), on },
    ...(lossesFound && { lossesFound }),
  };
}

export function makeFinal(
  id: string,
  given: On & { caseId?: string; ground?: MakeOrderFinal['ground'] } = {},
): MakeOrderFinal {
  const { ground = 'DIRECT_REVIEW_DONE', on = today } = given;
  return {
    type: 'MakeOrderFinal',
    orderId: orderId(id),
    caseId: caseId(given.caseId ?? caseOf(id)),
    ground,
    on,
  };
}

export function amendOrder(
  id: string,
  shares: Shares,
  given: On &
    Partial<Pick<AmendOrder, 'authority' | 'lossesFound'>> & { caseId?: string; track?: Track } = {},
): AmendOrder {
  const { authority = '3664(o)(1)(A)', on = today, lossesFound, track } = given;
  const order = { orderId: orderId(id), caseId: caseId(given.caseId ?? caseOf(id)) };
  const lines = sharesOf(shares, track);
  return { type: 'AmendOrder', ...order, authority, lines, on, ...(lossesFound && { lossesFound }) };
}

export function vacateOrder(id: string, given: On & { caseId?: string } = {}): VacateOrder {
  const { on = today } = given;
  return { type: 'VacateOrder', orderId: orderId(id), caseId: caseId(given.caseId ?? caseOf(id)), on };
}

interface PaymentGiven extends On {
  /** The order named by the payor; null where none was. */
  readonly to?: string | null;
  readonly caseId?: string;
  readonly defendantId?: string;
  readonly method?: RecordPayment['method'];
}

export function recordPayment(id: string, amount: string, given: PaymentGiven = {}): RecordPayment {
  const { to = 'o-1', method = 'CHECK', on = today } = given;
  return {
    type: 'RecordPayment',
    receiptId: receiptId(id),
    caseId: caseId(given.caseId ?? caseOf(to ?? 'o-1')),
    defendantId: defendantId(given.defendantId ?? defendantOf(to ?? 'o-1')),
    orderId: to === null ? null : orderId(to),
    ...{ amount: usd(amount), method, on },
  };
}

export function returnPayment(
  id: string,
  { on = today, reason = 'NSF' }: On & Partial<Pick<RecordPaymentReturn, 'reason'>> = {},
): RecordPaymentReturn {
  return { type: 'RecordPaymentReturn', receiptId: receiptId(id), reason, on };
}

/** Its bank has paid it; or, with `hold`, the days of its hold are over. */
export function recordClearance(
  id: string,
  { on = today, hold = false }: On & { hold?: boolean } = {},
): RecordClearance {
  return {
    type: 'RecordClearance',
    receiptId: receiptId(id),
    ground: hold ? 'HOLD_OVER' : 'BANK_CONFIRMED',
    on,
  };
}

export function recordRefund(
  id: string,
  amount: string,
  { from = 'dcd.1', on = today }: On & { from?: string } = {},
): RecordRefund {
  return {
    type: 'RecordRefund',
    refundId: id as RefundId,
    receiptId: receiptId(from),
    amount: usd(amount),
    on,
  };
}

export function disburse(
  id: string,
  amount: string,
  { on = today, ...given }: On & { victim?: string; caseId?: string } = {},
): RecordDisbursement {
  const ids = { victimId: victimId(given.victim ?? 'v-1'), caseId: caseId(given.caseId ?? 'c-1') };
  return {
    type: 'RecordDisbursement',
    disbursementId: id as DisbursementId,
    ...ids,
    amount: usd(amount),
    on,
  };
}

export function returnDisbursement(
  id: string,
  given: On & { victim?: string } & Partial<Pick<RecordDisbursementReturn, 'reason'>> = {},
): RecordDisbursementReturn {
  const { victim = 'v-1', reason = 'UNDELIVERABLE', on = today } = given;
  const ids = { disbursementId: id as DisbursementId, victimId: victimId(victim) };
  return { type: 'RecordDisbursementReturn', ...ids, reason, on };
}

export function review(victim = 'v-1', { on = today }: On = {}): ReviewLiabilities {
  return { type: 'ReviewLiabilities', victimId: victimId(victim), on };
}

export function setPolicy<Id extends PolicyId>(
  policy: Id,
  value: PolicyValue<Id>,
  { on = today }: On = {},
): SetPolicy {
  return { type: 'SetPolicy', policy, value, on };
}
