import { calendarDate } from '../calendar-date.ts';
import { greatest, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution for forced labor and trafficking in persons: the losses of section 2259(c)(2), and what the labor was worth.
 *
 * > the greater of the gross income or value to the defendant of the victim's services or labor or the value of the
 * > victim's labor as guaranteed under the minimum wage and overtime guarantees of the Fair Labor Standards Act
 *
 * The rest in our words: for any offence of chapter 77 the court shall order restitution, notwithstanding sections 3663
 * and 3663A; the full amount of the losses has the meaning of section 2259(c)(2) and includes, beside it, the greater of
 * the two values above.
 *
 * Not formalized: the two values themselves, which the court finds, and the forfeiture of section 1594.
 */
export const traffickingInPersons: Statute = {
  citation: '18 U.S.C. 1593',
  inForceFrom: calendarDate('2000-10-28'),
  words:
    "the greater of the gross income or value to the defendant of the victim's services or labor or the value of the " +
    "victim's labor as guaranteed under the minimum wage and overtime guarantees of the Fair Labor Standards Act",
};

/** What the victim's labor or services were worth, as two courts would measure it. */
export interface LaborValues {
  /** Gross income or value to the defendant. */
  readonly grossValue: Money;
  /** What minimum wage and overtime would have come to. */
  readonly minimumWageValue: Money;
}

/** What is owed for the labor or services beside the other losses: the greater of the two values. */
export function valueOfLabor({ grossValue, minimumWageValue }: LaborValues): Money {
  return greatest(grossValue, minimumWageValue);
}
