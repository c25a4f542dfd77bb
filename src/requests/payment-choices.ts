/** What a payment to a victim, or a refund, may be, and why it may come back, each with what it means. */
import type { RunPurpose } from '../domain/disbursement/events.ts';
import type { Instrument, UnclaimedPlace } from '../domain/payment/events.ts';
import type { DisbursementReturnReason } from '../domain/victim/found-and-paid.ts';
import type { Choices } from './choices.ts';

/** Why a payment to a victim, or a refund, came back. */
export const disbursementReturnReasons: Choices<DisbursementReturnReason> = {
  UNDELIVERABLE: 'it could not be delivered',
  STALE: 'it was not cashed in time',
  STOPPED: 'it was stopped',
  VOIDED: 'it was voided, as it was made in error or is not to be used',
  REFUSED: 'the payee refused it',
  OTHER: 'any other reason',
};

/** Whose money goes out with a run. */
export const runPurposes: Choices<RunPurpose> = {
  VICTIMS: 'what the court holds for victims',
  REFUNDS: 'what payors paid too much',
};

/** By what a payment goes out. */
export const instruments: Choices<Instrument> = {
  CHEQUE: 'a cheque',
  ACH: 'a transfer through a clearing house',
};

/** Where money waits that nobody claims. */
export const unclaimedPlaces: Choices<UnclaimedPlace> = {
  REGISTRY: 'with the court (28 U.S.C. 2041)',
  TREASURY: 'in the Treasury, in the name of the United States (28 U.S.C. 2042)',
};
