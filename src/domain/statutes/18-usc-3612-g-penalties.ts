import { calendarDate } from '../calendar-date.ts';
import type { Money } from '../money.ts';
import { rounded } from './18-usc-3612-f-interest.ts';
import type { Statute } from './statute.ts';

/**
 * Delinquency costs a tenth of what is delinquent, and default fifteen percent more of what is in default.
 *
 * > If a fine or restitution becomes delinquent, the defendant shall pay, as a penalty, an amount equal to 10 percent of
 * > the principal amount that is delinquent. If a fine or restitution becomes in default, the defendant shall pay, as a
 * > penalty, an additional amount equal to 15 percent of the principal amount that is in default.
 *
 * Whether that principal is the payments that are late, or all that is owed, the words leave open: P-33.
 *
 * Not formalized: waivers of the Attorney General (3612(h)).
 */
export const penalties: Statute = {
  citation: '18 U.S.C. 3612(g)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'If a fine or restitution becomes delinquent, the defendant shall pay, as a penalty, an amount equal to 10 percent ' +
    'of the principal amount that is delinquent. If a fine or restitution becomes in default, the defendant shall pay, ' +
    'as a penalty, an additional amount equal to 15 percent of the principal amount that is in default.',
};

/** The penalty on principal that is delinquent: 10 percent, half a cent up. */
export function delinquencyPenalty(delinquent: Money): Money {
  return rounded(delinquent * 10n, 100n);
}

/** The additional penalty on principal that is in default: 15 percent, half a cent up. */
export function defaultPenalty(inDefault: Money): Money {
  return rounded(inDefault * 15n, 100n);
}
