/** The end of a liability, a payment and an amendment of its order, which the case hears of crosswise. */
import type { CaseState } from '../../../src/domain/case/state.ts';
import { formatMoney } from '../../../src/domain/money.ts';
import { outstanding, terminated } from '../../../src/domain/liability/liability.ts';
import { amendOrder, enterOrder, tomorrow, yesterday } from '../../support/words.ts';
import { answer, divide, inCase, known, notice } from './words.ts';

/** 4,000 of 10,000 are on their way to the victim, where 6,000 end when they arrive. */
const onTheirWay = known.and(
  enterOrder('o-1', '10,000.00', { ...inCase, on: yesterday }),
  divide('dcd.1', '4,000.00'),
);
const arrived = answer('dcd.1', 1, { 'o-1/v-1': '4,000.00' });
const ended = notice('NoteTermination', '6,000.00', { ending: 'e-1', paid: '4,000.00' });
const lowered = amendOrder('o-1', '8,000.00', { caseId: 'c-1' });
const raised = amendOrder('o-1', '12,000.00', { caseId: 'c-1', on: tomorrow });

/** What has ended, and what is owed, as the case has it. */
function stands({ state }: { state: CaseState }): readonly string[] {
  return [...state.liabilities.values()]
    .flatMap((each) => [terminated(each), outstanding(each)])
    .map(formatMoney);
}

describe('what ended gives way to an amendment in its case as it does in the victim’s stream', () => {
  const inEveryOrder = [
    [arrived, ended, lowered],
    [arrived, lowered, ended],
    [ended, arrived, lowered],
    [ended, lowered, arrived],
    [lowered, ended, arrived],
    [lowered, arrived, ended],
  ] as const;

  test.each(inEveryOrder)('whichever comes first: %#', (...told) => {
    const after = onTheirWay.and(...told);
    expect(stands(after)).toEqual(['4000.00', '0.00']);
    expect(stands(after.and(raised))).toEqual(['4000.00', '4000.00']);
  });

  test('also where it is raised again before the notice comes', () => {
    expect(stands(onTheirWay.and(arrived, lowered, raised, ended))).toEqual(['4000.00', '4000.00']);
  });

  test('but not to one that had been heard of', () => {
    const heard = notice('NoteTermination', '4,000.00', { ending: 'e-1', amendment: 1 });
    expect(stands(onTheirWay.and(arrived, lowered, heard))).toEqual(['4000.00', '0.00']);
  });

  test('nor to one that never held', () => {
    const late = amendOrder('o-1', '3,000.00', { caseId: 'c-1', on: yesterday });
    const after = onTheirWay.and(arrived, amendOrder('o-1', '10,000.00', { caseId: 'c-1' }), late, ended);
    expect(stands(after)).toEqual(['6000.00', '0.00']);
  });
});
