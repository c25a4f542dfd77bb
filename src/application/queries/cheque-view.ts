import { dayNumber } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { staleFrom } from '../../domain/disbursement/stale.ts';
import type { PaymentTerms } from '../../domain/disbursement/terms.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  PaymentOutId,
  ReceiptId,
  RefundId,
  RepresentativeId,
  RunId,
  VictimId,
} from '../../domain/ids.ts';
import type { Instrument, InstrumentQuestion } from '../../domain/payment/events.ts';
import { dueToTreasury } from '../../domain/statutes/28-usc-2042-unclaimed.ts';
import type { PaidTo } from '../../domain/victim/found-and-paid.ts';
import type { ChequeStatus, ChequeView } from '../views/disbursements.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';

/** A payment out, as the SQL of the register gives it. */
export interface ChequeCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly paymentId: bigint;
  readonly ownerId: bigint;
  readonly defendantId: bigint | null;
  readonly caseId: bigint;
  readonly effectiveOn: bigint;
  readonly amount: bigint;
  readonly runId: bigint | null;
  readonly replaces: bigint | null;
  readonly paidTo: bigint | null;
  readonly representativeId: bigint | null;
  readonly instrument: bigint | null;
  readonly number: bigint | null;
  readonly issuedOn: bigint | null;
  readonly presentations: bigint;
  readonly presented: bigint | null;
  readonly presentedOn: bigint | null;
  readonly returnedOn: bigint | null;
  readonly returnReason: bigint | null;
  readonly replacedBy: bigint | null;
  readonly setAsideOn: bigint | null;
  readonly atTreasuryOn: bigint | null;
  readonly claimedOn: bigint | null;
  readonly questions: string | null;
  readonly status: ChequeStatus;
}

/** For how many days money has waited for whoever claims it. */
function waitedIn(
  { setAsideOn, claimedOn }: Pick<ChequeCells, 'setAsideOn' | 'claimedOn'>,
  on: CalendarDate,
): number | null {
  if (setAsideOn === null) return null;
  const until = claimedOn === null ? on : dayOf(claimedOn);
  return Math.max(dayNumber(until) - dayNumber(dayOf(setAsideOn)), 0);
}

/** A payment is of its victim; a refund of its payor, out of a receipt. */
function whoseOf(
  frame: Frame,
  { type, paymentId, ownerId, defendantId, paidTo }: ChequeCells,
): Pick<ChequeView, 'disbursementId' | 'refundId' | 'victimId' | 'receiptId' | 'defendantId' | 'paidTo'> {
  const [id, owner] = [frame.term(paymentId), frame.term(ownerId)];
  if (frame.term(type) === 'RefundMade')
    return {
      ...{ disbursementId: null, refundId: id as RefundId, victimId: null, receiptId: owner as ReceiptId },
      ...{ defendantId: frame.termOrNull(defendantId) as DefendantId | null, paidTo: 'PAYOR' },
    };
  return {
    ...{ disbursementId: id as DisbursementId, refundId: null, victimId: owner as VictimId },
    ...{ receiptId: null, defendantId: null },
    paidTo: (frame.termOrNull(paidTo) ?? 'VICTIM') as PaidTo,
  };
}

/** The day of the question, and the terms that were set by then. */
export interface On {
  readonly on: CalendarDate;
  readonly terms: readonly PaymentTerms[];
}

/** One payment out, from its cells. */
export function chequeView(frame: Frame, cells: ChequeCells, { on, terms }: On): ChequeView {
  const day = (number: bigint | null): CalendarDate | null => (number === null ? null : dayOf(number));
  const idOrNull = (number: bigint | null): string | null => frame.termOrNull(number);
  const [paidOn, issuedOn] = [dayOf(cells.effectiveOn), day(cells.issuedOn)];
  const instrument = idOrNull(cells.instrument) as Instrument | null;
  const [presentedOn, returnedOn] = [day(cells.presentedOn), day(cells.returnedOn)];
  const begun = issuedOn ?? paidOn;
  return {
    ...whoseOf(frame, cells),
    caseId: frame.term(cells.caseId) as CaseId,
    runId: idOrNull(cells.runId) as RunId | null,
    representativeId: idOrNull(cells.representativeId) as RepresentativeId | null,
    amount: amountOf(cells.amount),
    ...{ paidOn, instrument, number: idOrNull(cells.number), issuedOn, status: cells.status },
    staleOn: instrument === 'CHEQUE' ? staleFrom(begun, terms) : null,
    age: Math.max(dayNumber(presentedOn ?? returnedOn ?? on) - dayNumber(begun), 0),
    presentedOn,
    presented: cells.presented === null ? null : amountOf(cells.presented),
    returnedOn,
    reason: idOrNull(cells.returnReason),
    replaces: idOrNull(cells.replaces) as PaymentOutId | null,
    replacedBy: idOrNull(cells.replacedBy) as PaymentOutId | null,
    setAsideOn: day(cells.setAsideOn),
    waited: waitedIn(cells, on),
    dueToTreasuryOn: cells.setAsideOn === null ? null : dueToTreasury(dayOf(cells.setAsideOn)),
    ...{ atTreasuryOn: day(cells.atTreasuryOn), claimedOn: day(cells.claimedOn) },
    questions: (cells.questions?.split(',') ?? []).map(
      (number) => frame.term(BigInt(number)) as InstrumentQuestion,
    ),
  };
}
