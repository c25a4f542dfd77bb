import type { MonthFound } from '../../domain/period/commands.ts';
import type { ChangeOfAccount } from '../../domain/period/events.ts';
import type { Month } from '../../domain/period/month.ts';
import type { MonthQueries } from '../views/months.ts';

type Months = Pick<MonthQueries, 'month'>;

/** What the books have for a month: a signature is for what was looked up. */
export async function monthFound(months: Months, month: Month): Promise<MonthFound> {
  const { contentHash, balances, obstacles, stamp } = await months.month(month, {});
  return { contentHash, balances, obstacles: obstacles.map(({ code }) => code), position: stamp.position };
}

/** What was changed in a month since it was closed. */
export async function monthChanges(months: Months, month: Month): Promise<readonly ChangeOfAccount[]> {
  return (await months.month(month, {})).changes;
}
