import type { ReceiptEvent } from '../../domain/receipt/events.ts';
import { groupedAmount as usd } from './arithmetic.ts';
import type { EventWords } from './words.ts';

/** What the stream of a receipt says, in words. */
export const receiptWords: { readonly [Type in ReceiptEvent['type']]: EventWords<Type> } = {
  PaymentReceived: {
    says: ({ amount, defendantId, orderId }) =>
      `${usd(amount)} came in from ${defendantId}, who named ${orderId === null ? 'no order' : `order ${orderId}`}`,
  },
  PaymentReturned: {
    says: ({ receiptId, amount, reason }) =>
      `receipt ${receiptId} of ${usd(amount)} came back unpaid (${reason})`,
  },
  ReceiptPassedOn: {
    says: ({ amount, fromCaseId, caseId }) =>
      `${usd(amount)} went on from case ${fromCaseId} to case ${caseId}`,
    policies: ['P-09', 'P-39'],
  },
  ReceiptTakenBack: {
    says: ({ amount, fromCaseId, caseId }) =>
      `${usd(amount)} went back from case ${caseId} to case ${fromCaseId}`,
  },
  ExcessHeld: {
    says: ({ amount, awaits }) =>
      `${usd(amount)} is held, ${awaits === undefined ? 'to be refunded' : 'until the court decides'}`,
    policies: ['P-09'],
  },
  ExcessReleased: {
    says: ({ amount, caseId }) =>
      `${usd(amount)} that had been held came to be divided in case ${caseId} once more`,
    law: ['18 U.S.C. 3612(i)'],
    policies: ['P-09'],
  },
  RefundMade: { says: ({ amount }) => `${usd(amount)} was refunded` },
};
