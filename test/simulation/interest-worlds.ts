/** What is told of orders that bear interest, beside all the rest of a small world: great enough, and paid two years later. */
import type { Command } from '../../src/domain/commands.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordClearance,
  recordPayment,
  recordYield,
  returnPayment,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';
import type { Chance } from './chance.ts';

const offenceOn = day('2015-06-01');
const first = day('2026-01-01');
/** Two years at some four percent: about 210.00 on 2,600.00. */
const days = ['2028-01-05', '2028-01-05', '2028-02-09'].map(day);
const amounts = ['150.00', '2600.00', '2725.03', '2900.00', '6200.00'];
const receipts = ['dcd.961', 'dcd.962', 'dcd.963', 'dcd.964'];

const payor = { caseId: 'c-1', defendantId: 'd-1' } as const;
const counts = setPolicy('P-10', 'COUNTS', { on: first });

/** An order under section 2259, for one victim or two, and now and then one of fraud; what was lost is within reach of the interest. */
export function interestOpening(chance: Chance): readonly Command[] {
  const on = { on: first };
  const lines = { 'v-1': '2600.00', ...(chance.is(0.4) && { 'v-2': '45.00' }) };
  const lost = chance.oneOf(['2650.00', '2720.00', '2900.00']);
  return [
    chance.is(0.7) ? yieldOfThatWeek : yieldOfAnother,
    enterOrder('o-11', lines, { ...payor, offenceOn, ...on }),
    ...(chance.is(0.4)
      ? [enterOrder('o-12', { 'v-3': '2550.00' }, { ...payor, statute: '18 U.S.C. 3663A', offenceOn, ...on })]
      : []),
    ...(chance.is(0.8) ? [determineLoss('c-1', lost, on)] : []),
    ...(chance.is(0.7) ? [makeFinal('o-11', { caseId: 'c-1', ...on })] : []),
    ...(chance.is(0.5) ? [counts] : []),
    ...(chance.is(0.3) ? [paid('dcd.960', chance)] : []),
  ];
}

/** Liability begins on Friday, 16 January 2026; the week before it ended on the 9th. */
const yieldOfThatWeek = recordYield('2026-01-09', '4.05');
/** Who keeps yields, and lacks that one, waits for it. */
const yieldOfAnother = recordYield('2025-11-07', '3.70');

/** Payments, what comes back of them, clears and goes out; and the answer that interest counts, on whatever they have brought by then. */
export function interestStory(chance: Chance): readonly Command[] {
  const told = receipts.slice(0, 2 + chance.below(3)).flatMap((id, at): Command[] => {
    const on = chance.oneOf(days);
    const payment = paid(id, chance);
    const of = chance.oneOf([id, 'dcd.960']);
    if (chance.is(0.3)) return [payment, returnPayment(of, { on: day('2028-02-10') })];
    if (chance.is(0.2)) return [payment, recordClearance(of, { on: day('2028-02-10') })];
    if (chance.is(0.1)) return [payment, vacateOrder('o-11', { caseId: 'c-1', on })];
    if (chance.is(0.1)) {
      const out = { victim: 'v-1', caseId: 'c-1', on: day('2028-02-11') };
      return [payment, disburse(`out-96${String(at)}`, '2700.00', out)];
    }
    return [payment];
  });
  const answer = chance.is(0.4) ? [counts] : [];
  return [...told, ...answer, ...(chance.is(0.3) ? [yieldOfThatWeek] : [])];
}

function paid(id: string, chance: Chance): Command {
  const [amount, on] = [chance.oneOf(amounts), chance.oneOf(days)];
  return recordPayment(id, amount, { ...payor, to: chance.is(0.3) ? 'o-11' : null, on });
}
