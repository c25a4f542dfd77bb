import {
  ApproveDisbursementRunRequest,
  ProposeDisbursementRunRequest,
  ReleaseDisbursementRunRequest,
  RecordAppealEndRequest,
  RecordAppealRequest,
  SetHoldRequest,
  SetPaymentTermsRequest,
} from './disbursement-requests.ts';

/** What the doors offer of paying out, and of what it waits for: each with what has happened when it is sent, and its class. */
export const offeredOfPayingOut = {
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
} as const;
