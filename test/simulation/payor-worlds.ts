/** What is told of a defendant who stands in three cases, beside all the rest of a small world. */
import type { Command } from '../../src/domain/commands.ts';
import {
  day,
  enterOrder,
  imposeDebt,
  recordPayment,
  registerDefendant,
  returnPayment,
  vacateOrder,
} from '../support/words.ts';
import type { Chance } from './chance.ts';

const offenceOn = day('2015-06-01');
const first = day('2026-01-01');
const days = ['2026-01-05', '2026-01-05', '2026-01-09'].map(day);
const amounts = ['5.00', '45.00', '150.01', '300.00'];
const receipts = ['dcd.901', 'dcd.902', 'dcd.903', 'dcd.904'];

const payor = { defendantId: 'd-1', offenceOn } as const;
const inThird = { ...payor, caseId: 'c-3', statute: '18 U.S.C. 3663A', on: first } as const;

/** The defendant of the first case in the two others, with what is owed there; now and then, an assessment under 2259A. */
export function payorOpening(chance: Chance): readonly Command[] {
  const on = { on: first };
  return [
    registerDefendant('d-1', { caseId: 'c-2', ...on }),
    registerDefendant('d-1', { caseId: 'c-3', ...on }),
    enterOrder('o-8', { 'v-1': '35.00', 'v-2': '20.00' }, { ...payor, caseId: 'c-2', ...on }),
    enterOrder('o-9', { 'v-3': '12.50' }, inThird),
    ...(chance.is(0.5)
      ? [imposeDebt('b-1', 'ASSESSMENT_2259A', '30.00', { offenceOn: day('2019-06-01'), ...on })]
      : []),
    ...(chance.is(0.7) ? [imposeDebt('b-2', 'FINE', '17.00', { inCase: 'c-3', offenceOn, ...on })] : []),
  ];
}

/** Payments by that defendant, in any of the cases, and what comes back of them. */
export function payorStory(chance: Chance): readonly Command[] {
  const paid: string[] = [];
  return receipts.slice(0, 2 + chance.below(3)).flatMap((id): Command[] => {
    paid.push(id);
    const on = chance.oneOf(days);
    const caseId = chance.oneOf(['c-1', 'c-1', 'c-2', 'c-3']);
    const payment = recordPayment(id, chance.oneOf(amounts), { caseId, defendantId: 'd-1', to: null, on });
    if (chance.is(0.4)) return [payment, returnPayment(chance.oneOf(paid), { on: day('2026-01-12') })];
    if (chance.is(0.2)) return [payment, vacateOrder('o-8', { caseId: 'c-2', on })];
    return [payment];
  });
}
