import { dayNumber } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { add, formatMoney, noMoney, parseMoney, type Money } from '../../domain/money.ts';
import { readable, type Chart } from '../../formats/charts/chart.ts';
import type { Clocks, LiabilityFilter, Stamp } from '../views/ledger.ts';
import type { Queries } from '../views/all-queries.ts';
import { clocksInWords } from './clocks-in-words.ts';

/** How old what is owed may be, in days from the order, and what that is called. */
const ages = [
  { name: 'to 30 days', most: 30 },
  { name: '31 to 90', most: 90 },
  { name: '91 to 365', most: 365 },
  { name: '1 to 5 years', most: 1_826 },
  { name: '5 to 10 years', most: 3_652 },
  { name: 'over 10 years', most: Infinity },
] as const;

interface Aged {
  count: number;
  amount: Money;
}

/** What is outstanding on restitution on a day, by the days since each order was imposed. */
export async function ageingChart(
  queries: Queries,
  filter: Omit<LiabilityFilter, 'status'>,
  clocks: Clocks & { readonly asOf: CalendarDate },
): Promise<Chart> {
  const aged: Aged[] = ages.map(() => ({ count: 0, amount: noMoney }));
  let stamp: Stamp;
  let cursor: string | undefined;
  do {
    const page = await queries.liabilities({ ...filter, status: 'open' }, clocks, {
      limit: 1_000,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { imposedOn, outstanding } of page.rows) {
      const days = dayNumber(clocks.asOf) - dayNumber(imposedOn);
      const of = aged[ages.findIndex(({ most }) => days <= most)];
      if (of === undefined) continue;
      of.count += 1;
      of.amount = add(of.amount, parseMoney(outstanding));
    }
    ({ stamp } = page);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return chartOf(aged, stamp);
}

function chartOf(aged: readonly Aged[], stamp: Stamp): Chart {
  const total = formatMoney(aged.reduce((sum, { amount }) => add(sum, amount), noMoney));
  const count = aged.reduce((sum, each) => sum + each.count, 0);
  const bars = ages.map(({ name }, at) => {
    const { amount, count: of } = aged[at] ?? { amount: noMoney, count: 0 };
    return { name, amount: formatMoney(amount), note: inWords(of) };
  });
  const subtitle = `${readable(total)} is owed on ${inWords(count)}, by days since the order.`;
  const said = bars.map(({ name, amount, note }) => `${name}: ${readable(amount)} on ${note}.`);
  return {
    title: 'Age of what is owed',
    subtitle,
    foot: clocksInWords(stamp),
    description: [subtitle, ...said, `It is ${clocksInWords(stamp)}.`].join(' '),
    drawing: { kind: 'bars', bars },
  };
}

function inWords(count: number): string {
  return count === 1 ? '1 liability' : `${count.toLocaleString('en-US')} liabilities`;
}
