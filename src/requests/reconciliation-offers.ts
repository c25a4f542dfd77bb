import { ReopenMonthRequest, SignMonthRequest } from './month-requests.ts';
import {
  MatchLinesRequest,
  SuspendLineRequest,
  UnmatchLinesRequest,
  WriteOffLineRequest,
} from './match-requests.ts';
import {
  OpenAccountRequest,
  ReopenStatementRequest,
  SignStatementRequest,
  TakeInStatementRequest,
} from './statement-requests.ts';

/** The commands of reconciling, each with its summary and its request. */
export const reconciliationOffers = {
  OpenAccount: ['Open an account whose statements are to be reconciled.', OpenAccountRequest],
  TakeInStatement: ['Take in what a file says of one account.', TakeInStatementRequest],
  MatchLines: ['Say which items of the books the lines of a statement confirm.', MatchLinesRequest],
  UnmatchLines: ['Undo a match; that it was made stays in the log.', UnmatchLinesRequest],
  SuspendLine: ['Let a line wait in suspense, as nothing fits it yet.', SuspendLineRequest],
  WriteOffLine: ['Give up what waits of a line, within the limit of its account.', WriteOffLineRequest],
  SignStatement: ['Answer for a statement as it stands.', SignStatementRequest],
  ReopenStatement: [
    'Take the signatures of a statement away, so that it can be changed.',
    ReopenStatementRequest,
  ],
  SignMonth: ['Answer for the end of a month; with the second signature it is closed.', SignMonthRequest],
  ReopenMonth: ['Take the signatures of a month away, so that it can be changed.', ReopenMonthRequest],
} as const;
