import { calendarDate } from '../calendar-date.ts';
import type { Obligation } from './obligations.ts';
import type { PaymentOrigin } from './payment-origins.ts';
import type { Statute } from './statute.ts';

/**
 * Forfeited property may be given back to victims.
 *
 * > as restoration to any victim of the offense giving rise to the forfeiture, including, in the case of a money
 * > laundering offense, any offense constituting the underlying specified unlawful activity
 *
 * A forfeiture is no payment: a court may not order less because property was forfeited (United States v. Alalade, 204
 * F.3d 536, 4th Cir. 2000). What the Attorney General restores, or remits on a victim's petition (28 C.F.R. part 9), is
 * credited to the defendant who forfeited when the victims are paid (P-40), and pays restitution alone.
 *
 * Not formalized: who is a victim of the offense giving rise to the forfeiture, and the petition for remission.
 */
export const restoredForfeiture: Statute = {
  citation: '18 U.S.C. 981(e)(6)',
  inForceFrom: calendarDate('2000-08-23'),
  words:
    'as restoration to any victim of the offense giving rise to the forfeiture, including, in the case of a money ' +
    'laundering offense, any offense constituting the underlying specified unlawful activity',
};

const restitution: readonly Obligation[] = ['RESTITUTION_2259', 'RESTITUTION'];

/** The obligations that money of this origin may pay; null where the law does not narrow it. */
export function reachOfOrigin(origin: PaymentOrigin | undefined): readonly Obligation[] | null {
  return origin === 'RESTORED_FORFEITURE' || origin === 'REMITTED_FORFEITURE' ? restitution : null;
}
