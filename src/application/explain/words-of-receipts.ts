import type { ReceiptEvent } from '../../domain/receipt/events.ts';
import { groupedAmount as usd } from './arithmetic.ts';
import type { EventWords } from './words-by-type.ts';

/** What the stream of a receipt says, in words. */
export const wordsOfReceipts: { readonly [Type in ReceiptEvent['type']]: EventWords<Type> } = {
  PaymentReceived: {
    says: ({ amount, defendantId, orderId }) =>
      `${usd(amount)} came in from ${defendantId}, who named ${orderId === null ? 'no order' : `order ${orderId}`}`,
  },
  PaymentReturned: {
    says: ({ receiptId, amount, reason }) =>
      `receipt ${receiptId} of ${usd(amount)} came back unpaid (${reason})`,
  },
  PaymentCleared: {
    says: ({ receiptId, amount, ground }) =>
      `receipt ${receiptId} of ${usd(amount)} cleared (${ground === 'HOLD_OVER' ? 'the days of its hold are over' : 'its bank said so'})`,
    policies: ['P-05'],
  },
  ReceiptPassedOn: {
    says: ({ amount, fromCaseId, caseId }) =>
      `${usd(amount)} went on from case ${fromCaseId} to case ${caseId}`,
    policies: ['P-09', 'P-39'],
  },
  OverpaymentPassedOn: {
    says: ({ amount, orderId, caseId }) =>
      `${usd(amount)} that had been paid above what is ordered under ${orderId} went on as excess from case ${caseId}`,
    policies: ['P-09', 'P-39', 'P-46'],
  },
  RecoveryPassedOn: {
    says: ({ amount, orderId, caseId }) =>
      `${usd(amount)} that had been paid under ${orderId}, and for which the cap leaves no room, went on as excess from case ${caseId}`,
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
  ExcessTakenBack: {
    says: ({ amount, receiptId }) =>
      `${usd(amount)} that had come to be held of receipt ${receiptId} since the day on which it came back is held no more`,
  },
  RefundMade: {
    says: ({ amount, runId }) =>
      `${usd(amount)} was refunded${runId === undefined ? '' : ` with run ${runId}`}`,
  },
  RefundWithheld: {
    says: ({ amount, defendantId, runId, reason }) =>
      `run ${runId} did not refund ${usd(amount)} to ${defendantId} (${reason})`,
  },
  RefundReturned: {
    says: ({ refundId, amount, reason }) => `refund ${refundId} of ${usd(amount)} came back (${reason})`,
  },
  RefundInstrumentIssued: {
    says: ({ refundId, amount, instrument, number }) =>
      `refund ${refundId} of ${usd(amount)} went out by ${instrument.toLowerCase()} ${number}`,
  },
  RefundPresented: {
    says: ({ refundId, amount }) => `a bank paid ${usd(amount)} for refund ${refundId}`,
  },
  RefundPresentationWithdrawn: {
    says: ({ refundId }) => `refund ${refundId} was not shown by those lines of a bank`,
  },
  RefundQuestioned: {
    says: ({ refundId, question, issued, presented }) =>
      `of refund ${refundId} of ${usd(issued)} something cannot be right (${question}): ${usd(presented)}`,
  },
  UnclaimedRefundSetAside: {
    says: ({ amount, refundId }) => `${usd(amount)} of refund ${refundId} was set aside as unclaimed`,
    law: ['28 U.S.C. 2042'],
  },
  UnclaimedRefundDeposited: {
    says: ({ amount, refundId }) => `${usd(amount)} of refund ${refundId} went to the Treasury as unclaimed`,
    law: ['28 U.S.C. 2042'],
  },
  UnclaimedRefundWithdrawn: {
    says: ({ amount, defendantId }) => `${usd(amount)} was claimed, and is held for ${defendantId} again`,
    law: ['28 U.S.C. 2042'],
  },
};
