import { calendarDate } from '../calendar-date.ts';
import type { PaymentOrigin } from './payment-origins.ts';
import type { Statute } from './statute.ts';

/**
 * Bail that a defendant deposited pays what the defendant owes; that of a surety does not.
 *
 * > On motion of the United States attorney, the court shall order any money belonging to and deposited by or on behalf
 * > of the defendant with the court for the purposes of a criminal appearance bail bond (trial or appeal) to be held and
 * > paid over to the United States attorney to be applied to the payment of any assessment, fine, restitution, or penalty
 * > imposed upon the defendant. This section shall not apply to any third party surety.
 *
 * The money goes down the order of payment as any other does. That of a surety is recorded, for it has moved, and listed
 * for a person to look at. Between the two sentences stands another, on when such money may be released.
 *
 * Not formalized: the motion, and whose the money was.
 */
export const bail: Statute = {
  citation: '28 U.S.C. 2044',
  inForceFrom: calendarDate('1990-11-29'),
  words:
    'On motion of the United States attorney, the court shall order any money belonging to and deposited by or on ' +
    'behalf of the defendant with the court for the purposes of a criminal appearance bail bond (trial or appeal) to be ' +
    'held and paid over to the United States attorney to be applied to the payment of any assessment, fine, ' +
    'restitution, or penalty imposed upon the defendant. This section shall not apply to any third party surety.',
};

/** Whether the money is that of a third-party surety, which the section does not reach. */
export function isOfSurety(origin: PaymentOrigin | undefined): boolean {
  return origin === 'SURETYS_BAIL';
}
