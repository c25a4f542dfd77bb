import { plusDays } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { formatMoney, noMoney, parseBalance, subtract, sum, type Money } from '../../domain/money.ts';
import { firstDayOf, lastDayOf, type Month } from '../../domain/period/month.ts';
import { readable, type Chart } from '../../formats/charts/chart.ts';
import type { Clocks, Stamp } from '../views/ledger.ts';
import type { Queries } from '../views/all-queries.ts';
import { asAsked, clocksOfOneState, type Sources } from '../papers/one-state.ts';
import { clocksInWords } from './clocks-in-words.ts';

/** The good funds of the court in a month: what came in and went out day by day, and what was there at the end of each. */
export async function cashFlowChart(
  { queries, store }: Sources,
  month: Month,
  asked: Pick<Clocks, 'knownAt'>,
): Promise<Chart> {
  const clocks = await clocksOfOneState(store, asked, await store.head());
  let before = await cashOn(queries, { ...clocks, asOf: plusDays(firstDayOf(month), -1) });
  const days: Day[] = [];
  for (let on = firstDayOf(month); on <= lastDayOf(month); on = plusDays(on, 1)) {
    const cash = await cashOn(queries, { ...clocks, asOf: on });
    const [cameIn, wentOut] = [subtract(cash.debit, before.debit), subtract(cash.credit, before.credit)];
    days.push({ on, cameIn, wentOut, held: subtract(cash.debit, cash.credit) });
    before = cash;
  }
  return chartOf(month, days, clocksInWords(asAsked(before.stamp, asked)));
}

/** All that ever went into the account of good funds by the end of a day, and out of it. */
interface Cash {
  readonly debit: Money;
  readonly credit: Money;
  readonly stamp: Stamp;
}

async function cashOn(queries: Queries, clocks: Clocks): Promise<Cash> {
  const { accounts, stamp } = await queries.trialBalance(clocks);
  const cash = accounts.find(({ account }) => account === 'cash');
  return { debit: parseBalance(cash?.debit ?? '0.00'), credit: parseBalance(cash?.credit ?? '0.00'), stamp };
}

interface Day {
  readonly on: CalendarDate;
  readonly cameIn: Money;
  readonly wentOut: Money;
  /** What was there at its end. */
  readonly held: Money;
}

function chartOf(month: Month, days: readonly Day[], foot: string): Chart {
  const [came, went] = [sum(days.map(({ cameIn }) => cameIn)), sum(days.map(({ wentOut }) => wentOut))];
  const end = days.at(-1)?.held ?? noMoney;
  const subtitle = `${inWords(came)} came in, ${inWords(went)} went out; ${inWords(end)} was there at its end.`;
  const moved = days.filter(({ cameIn, wentOut }) => cameIn !== noMoney || wentOut !== noMoney);
  const said = moved.map(({ on, cameIn, wentOut, held }) => {
    return `${on}: ${inWords(cameIn)} in, ${inWords(wentOut)} out, ${inWords(held)} at its end.`;
  });
  return {
    title: `Cash flow of ${month}`,
    subtitle,
    foot,
    description: [subtitle, ...said, `It is ${foot}.`].join(' '),
    drawing: {
      kind: 'flows',
      days: days.map(({ on }) => on),
      cameIn: days.map(({ cameIn }) => formatMoney(cameIn)),
      wentOut: days.map(({ wentOut }) => formatMoney(wentOut)),
      held: days.map(({ held }) => formatMoney(held)),
    },
  };
}

function inWords(amount: Money): string {
  return readable(formatMoney(amount));
}
