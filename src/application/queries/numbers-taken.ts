import type { InstrumentNumber, PaymentOutId } from '../../domain/ids.ts';
import type { Instrument } from '../../domain/payment/events.ts';
import type { NumberTaken } from '../views/disbursements.ts';
import type { Frame } from './frame.ts';

const given = `SELECT i.paymentId FROM instruments i
  WHERE i.serial = :serial AND i.instrument = :instrument AND i.type IN (:issued, :refundIssued)
    AND i.position <= :position AND i.effectiveOn <= :day`;

/** Which payments have one of these numbers already; zeros in front are no part of a number. */
export function numbersTaken(
  frame: Frame,
  instrument: Instrument,
  numbers: readonly InstrumentNumber[],
): readonly NumberTaken[] {
  const words = {
    instrument: frame.numberOf(instrument),
    issued: frame.numberOf('InstrumentIssued'),
    refundIssued: frame.numberOf('RefundInstrumentIssued'),
  };
  return numbers.flatMap((number) => {
    const serial = frame.numberOf(number.replace(/^0+(?=.)/, ''));
    if (serial === 0) return [];
    const rows = frame.all(given, { ...words, serial }) as readonly { readonly paymentId: bigint }[];
    return rows.map((row) => ({ number, paymentId: frame.term(row.paymentId) as PaymentOutId }));
  });
}
