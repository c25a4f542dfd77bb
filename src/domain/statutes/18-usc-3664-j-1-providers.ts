import { calendarDate } from '../calendar-date.ts';
import type { Payee } from './18-usc-3664-i-several-victims.ts';
import type { Statute } from './statute.ts';

/**
 * Who compensated a victim is paid in the victim's place, but after every victim.
 *
 * > If a victim has received compensation from insurance or any other source with respect to a loss, the court shall
 * > order that restitution be paid to the person who provided or is obligated to provide the compensation, but the
 * > restitution order shall provide that all restitution of victims required by the order be paid to the victims
 * > before any restitution is paid to such a provider of compensation.
 *
 * Whether the United States comes before or behind providers follows from no single sentence: 3664(i) puts it behind all
 * other victims, and this paragraph puts providers behind all restitution of victims (P-25).
 */
export const providersOfCompensation: Statute = {
  citation: '18 U.S.C. 3664(j)(1)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'If a victim has received compensation from insurance or any other source with respect to a loss, the court ' +
    'shall order that restitution be paid to the person who provided or is obligated to provide the compensation, ' +
    'but the restitution order shall provide that all restitution of victims required by the order be paid to the ' +
    'victims before any restitution is paid to such a provider of compensation.',
};

/** Who comes last among the payees of an order. */
export type LastPayee = Exclude<Payee, 'VICTIM'>;

/** The place of the payee among the payees of an order, from 0: who has a greater one waits until the lesser are paid. */
export function placeOf(payee: Payee, last: LastPayee): number {
  if (payee === 'VICTIM') return 0;
  return payee === last ? 2 : 1;
}
