import { formatMoney, subtract } from '../../domain/money.ts';
import {
  amountOfYear,
  firstAssistanceDay,
  indexNeededFor,
  yearOf,
} from '../../domain/statutes/18-usc-2259-d-1-d-assistance-amount.ts';
import { feeCeiling } from '../../domain/statutes/18-usc-2259-d-4-attorney-fees.ts';
import {
  publishedIndexes,
  type PriceIndexes,
  type PriceIndexText,
} from '../../domain/statutes/consumer-price-index.ts';
import { reckoningBy } from '../../domain/victim/assistance.ts';
import { policiesOn } from './policies-on-clocks.ts';
import type { Frame } from './frame.ts';
import type { AssistanceAmountView } from '../views/reserve.ts';

/** What assistance is in each year, up to the first of which it is not known. */
export function amountsOf(frame: Frame): { readonly years: readonly AssistanceAmountView[] } {
  const reckoning = reckoningBy(policiesOn(frame));
  const indexes = indexesOn(frame);
  const years: AssistanceAmountView[] = [];
  for (let year = yearOf(firstAssistanceDay); ; year += 1) {
    const found = amountOfYear(year, reckoning, indexes);
    if (found === undefined) {
      const unknown = { amount: null, feeCeiling: null, net: null, priceIndex: null, baseIndex: null };
      const needs = indexNeededFor(year, reckoning) ?? null;
      return { years: [...years, { year, ...unknown, needs }] };
    }
    const { amount, priceIndex, baseIndex } = found;
    const fee = feeCeiling(amount);
    const net = formatMoney(subtract(amount, fee));
    const amounts = { amount: formatMoney(amount), feeCeiling: formatMoney(fee), net };
    years.push({ year, ...amounts, priceIndex, baseIndex, needs: null });
  }
}

function indexesOn(frame: Frame): PriceIndexes {
  const recorded = frame.all(
    'SELECT year, series, figure FROM price_indexes WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly { readonly year: bigint; readonly series: bigint; readonly figure: bigint }[];
  const known = new Map(
    recorded.map((cells) => [
      `${String(cells.year)}/${frame.term(cells.series)}`,
      frame.term(cells.figure) as PriceIndexText,
    ]),
  );
  return (of) => known.get(`${String(of.year)}/${of.series}`) ?? publishedIndexes(of);
}
