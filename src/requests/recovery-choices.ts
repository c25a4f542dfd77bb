/** The closed lists of what a door says of recoveries elsewhere and of where money came from; records, so that the compiler misses what is missing. */
import type { RejectionReason, WithdrawalReason } from '../domain/elsewhere/events.ts';
import type { CivilProceeding } from '../domain/statutes/18-usc-3664-j-2-civil-recoveries.ts';
import type { PaymentOrigin } from '../domain/statutes/payment-origins.ts';
import type { RecoverySource } from '../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';

/** Where a victim was paid outside of the receipts of this ledger. */
export const recoverySources: Readonly<Record<RecoverySource, string>> = {
  RESTITUTION_2259: 'restitution under section 2259 in a federal case that this ledger does not keep',
  STATE_RESTITUTION: 'restitution that a state court ordered',
  FOREIGN_RESTITUTION: 'restitution that a court of another country ordered',
  MILITARY_RESTITUTION: 'restitution that a court-martial ordered',
  CIVIL_JUDGMENT_2255: 'a civil judgment under section 2255',
  OTHER_CIVIL_DAMAGES: 'other civil damages, by judgment or settlement',
  COMPENSATION_PROGRAM: 'a program that compensates victims of crime',
  INSURANCE: 'an insurer',
};

/** In which kind of proceeding damages were recovered. */
export const civilProceedings: Readonly<Record<CivilProceeding, string>> = {
  FEDERAL: 'a federal civil proceeding',
  STATE: 'a civil proceeding of a State, to the extent provided by its law',
};

/** Where the money of a receipt came from. */
export const paymentOrigins: Readonly<Record<PaymentOrigin, string>> = {
  CLERKS_COUNTER: 'paid at the counter of the clerk',
  DEFENDANTS_BAIL: 'bail that the defendant deposited; 28 U.S.C. 2044',
  SURETYS_BAIL: 'bail of a third-party surety: marked for review',
  FEDERAL_BENEFIT_OFFSET: 'a federal benefit that the Treasury offset; 31 U.S.C. 3716',
  OTHER_TREASURY_OFFSET: 'another federal payment that the Treasury offset',
  RESTORED_FORFEITURE: 'forfeited property that was restored to victims; pays restitution alone',
  REMITTED_FORFEITURE: 'forfeited property that was remitted to victims; pays restitution alone',
  INMATE_PROGRAM: 'the financial responsibility program of the Bureau of Prisons',
  GARNISHMENT: 'a garnishment',
};

/** Why a claim of a recovery does not hold. */
export const rejectionReasons: Readonly<Record<RejectionReason, string>> = {
  NOT_RECEIVED: 'it was not received',
  OTHER_LOSSES: 'it was paid for other losses than those that were named',
  IN_THIS_LEDGER: 'it is a payment that this ledger keeps itself',
  REPORTED_TWICE: 'it was reported under another id as well',
  NOT_SHOWN: 'nobody could show it',
};

/** Why a recovery that was reported or verified counts no more. */
export const withdrawalReasons: Readonly<Record<WithdrawalReason, string>> = {
  REPORTED_IN_ERROR: 'it should not have been reported, or not so',
  PAID_BACK: 'the victim had to pay it back',
  IN_THIS_LEDGER: 'it is a payment that this ledger keeps itself',
  OTHER: 'another reason',
};
