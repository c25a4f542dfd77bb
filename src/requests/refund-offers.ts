import {
  DepositUnclaimedRefundRequest,
  RecordRefundInstrumentRequest,
  RecordRefundPresentationRequest,
  RecordRefundRequest,
  RecordRefundReturnRequest,
  WithdrawUnclaimedRefundRequest,
} from './refund-requests.ts';

/** The commands about money that goes back to payors, each with its summary and its request. */
export const refundOffers = {
  RecordRefund: ['Record that excess money was paid back to the payor.', RecordRefundRequest],
  RecordRefundReturn: ['Record that a refund came back, or was called off.', RecordRefundReturnRequest],
  RecordRefundInstrument: [
    'Record the cheque or the transfer by which a refund goes out, and its number.',
    RecordRefundInstrumentRequest,
  ],
  RecordRefundPresentation: [
    'Record that a line of a bank shows a refund as paid, for whatever amount.',
    RecordRefundPresentationRequest,
  ],
  DepositUnclaimedRefund: [
    'Record that money of a refund that came back was set aside as unclaimed, or went to the Treasury.',
    DepositUnclaimedRefundRequest,
  ],
  WithdrawUnclaimedRefund: ['Record that such money was claimed.', WithdrawUnclaimedRefundRequest],
} as const;
