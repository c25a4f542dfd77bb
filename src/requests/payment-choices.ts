/** What a payment to a victim may be, and why it may come back, each with what it means. */
import type { Instrument, UnclaimedPlace } from '../domain/payment/events.ts';
import type { DisbursementReturnReason } from '../domain/victim/found-and-paid.ts';
import type { Choices } from './choices.ts';

/** Why a payment to a victim came back. */
export const disbursementReturnReasons: Choices<DisbursementReturnReason> = {
  UNDELIVERABLE: 'it could not be delivered',
  STALE: 'it was not cashed in time',
  STOPPED: 'it was stopped',
  VOIDED: 'it was voided, as it was made in error or is not to be used',
  REFUSED: 'the victim refused it',
  OTHER: 'any other reason',
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
