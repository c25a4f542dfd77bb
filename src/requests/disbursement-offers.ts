import {
  ApproveDisbursementRunRequest,
  ProposeDisbursementRunRequest,
  ReleaseDisbursementRunRequest,
  RecordAppealEndRequest,
  RecordAppealRequest,
  SetHoldRequest,
  SetPaymentTermsRequest,
} from './disbursement-requests.ts';

import {
  DepositUnclaimedRequest,
  RecordInstrumentRequest,
  RecordPresentationRequest,
  WithdrawUnclaimedRequest,
} from './instrument-requests.ts';

/** The commands of paying out, and of what that waits for, each with its summary and its request. */
export const disbursementOffers = {
  RecordAppeal: ['Record that an order was appealed.', RecordAppealRequest],
  RecordAppealEnd: [
    'Record that the mandate came down, or that an appeal ended without one.',
    RecordAppealEndRequest,
  ],
  SetHold: ['Set for how long money waits for its clearing before it is paid out.', SetHoldRequest],
  SetPaymentTerms: [
    'Set what is too little to be paid out, and when a cheque is stale.',
    SetPaymentTermsRequest,
  ],
  ProposeDisbursementRun: [
    'Propose to pay out together what can be paid on a day.',
    ProposeDisbursementRunRequest,
  ],
  ApproveDisbursementRun: [
    'Approve the payments of a run, as another than proposed them.',
    ApproveDisbursementRunRequest,
  ],
  ReleaseDisbursementRun: ['Pay out what was approved.', ReleaseDisbursementRunRequest],
  RecordInstrument: [
    'Record the cheque or the transfer by which a payment goes out, and its number.',
    RecordInstrumentRequest,
  ],
  RecordPresentation: [
    'Record that a line of a bank shows a payment out as paid, for whatever amount.',
    RecordPresentationRequest,
  ],
  DepositUnclaimed: [
    'Record that money which came back was set aside as unclaimed, or went to the Treasury.',
    DepositUnclaimedRequest,
  ],
  WithdrawUnclaimed: ['Record that such money was claimed.', WithdrawUnclaimedRequest],
} as const;
