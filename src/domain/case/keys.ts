/** By which texts a case keeps what it knows. */
import type { CalendarDate } from '../calendar-date.ts';
import type { Notice, NoticeGiven, ObligationRef } from '../collection/events.ts';
import type { DebtId, EventId, OrderId, ReceiptId } from '../ids.ts';
import type { Liability } from '../liability/liability.ts';
import { liabilityKey, type LiabilityKey, type LiabilityOf } from '../liability/liability-index.ts';
import { invariant } from '../rejection.ts';
import type { CaseEvent } from './events.ts';

/** The key of an order or a debt. */
export type ObligationKey = OrderId | DebtId;

export type AccessoryKey = `${'INTEREST' | 'PENALTY'}/${ObligationKey}`;
export type RateKey = `${ObligationKey}/${CalendarDate}`;
export type NoticeGivenKey = `${Notice}/${ObligationKey | ReceiptId}`;

/** The key of an obligation: the id of the order, or of the debt. */
export function obligationKey({ orderId, debtId }: Pick<ObligationRef, 'orderId' | 'debtId'>): ObligationKey {
  const key = orderId ?? debtId;
  invariant(key !== null, 'an obligation has no id');
  return key;
}

/** The key of the interest, or of the penalties, on an obligation. */
export function accessoryKey(kind: 'INTEREST' | 'PENALTY', of: ObligationRef): AccessoryKey {
  return `${kind}/${obligationKey(of)}`;
}

/** The key under which it is kept what was paid, by day, of the interest on a principal, or on one liability of it. */
export function interestKey(part: ObligationKey | LiabilityKey): `INTEREST/${typeof part}` {
  return `INTEREST/${part}`;
}

/** The key of the yield of a week, as it bears on an obligation. */
export function rateKey(of: ObligationRef, weekEndingOn: CalendarDate): RateKey {
  return `${obligationKey(of)}/${weekEndingOn}`;
}

/** The key of notices of one kind, about one obligation or receipt. */
export function noticeGivenKey({
  notice,
  receiptId,
  ...of
}: Omit<NoticeGiven['data'], 'caseId' | 'defendantId'>): NoticeGivenKey {
  return `${notice}/${receiptId ?? obligationKey(of)}`;
}

export type UnknownKey = `${ReceiptId}/${ObligationKey}`;

/** The key of what was said of one receipt, and of interest on one obligation that cannot be reckoned. */
export function unknownKey(receiptId: ReceiptId, of: Pick<ObligationRef, 'orderId' | 'debtId'>): UnknownKey {
  return `${receiptId}/${obligationKey(of)}`;
}

export type DebtCreditKey = `${ReceiptId}/${DebtId}`;

/** The key of what one receipt has paid on one debt. */
export function debtCreditKey(receiptId: ReceiptId, debtId: DebtId): DebtCreditKey {
  return `${receiptId}/${debtId}`;
}

export type NoticeKey = `${EventId}/${LiabilityKey}`;
export type UndoneKey = `${LiabilityKey}/${number}`;

/** The key of one notice that came from a victim’s stream. */
export function noticeKey({ ending, ...of }: LiabilityOf & { readonly ending: EventId }): NoticeKey {
  return `${ending}/${liabilityKey(of)}`;
}

/** The key of one full recovery that was undone, for one liability. */
export function undoneKey({
  epoch,
  ...of
}: Pick<Liability, 'orderId' | 'victimId'> & { epoch: number }): UndoneKey {
  return `${liabilityKey(of)}/${epoch}`;
}

/** The key of a decision or petition that is no order: all that its event says. */
export function decisionKey(
  event: Extract<CaseEvent, { type: 'RestitutionDeclined' | 'FindingDeferred' | 'LaterLossesPetitioned' }>,
): string {
  const fields = Object.entries(event.data).map(([field, value]) => `${field} ${value ?? ''}`);
  return [event.type, event.effectiveOn, ...fields.sort()].join(', ');
}
