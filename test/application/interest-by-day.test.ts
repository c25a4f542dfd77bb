/** What a victim's stream decided bears on interest in the case from the day on which it took effect there. */
import type { Command } from '../../src/domain/commands.ts';
import { reduceLiability, reportRecovery } from '../support/recovery-words.ts';
import { amendOrder, day, enterOrder, returnPayment } from '../support/words.ts';
import { aYearOn, inCase, interestIn, known, paid, told } from './interest-world.ts';

/** 6,000.00 until 1 June, which is 76 days from 17 March on; 8,000.00 from then on, for 289 days. */
const amended = day('2026-06-01');
const raised: readonly Command[] = [
  ...known,
  enterOrder('o-1', { 'v-1': '6,000.00' }, inCase),
  amendOrder('o-1', { 'v-1': '8,000.00' }, { on: amended }),
];
const interestOf = (dollarDays: number): string => (Math.round((dollarDays * 4.05) / 365) / 100).toFixed(2);

describe.each([true, false])('where interest begins to be borne, or ends (all at once: %s)', (isAtomic) => {
  const both = async (commands: readonly Command[]) => {
    const all = await told([...commands, paid('dcd.9', '9,000.00', aYearOn)], isAtomic);
    const [row] = await interestIn(all);
    const credited = all.moved.filter((each) => each.startsWith('InterestCredited'));
    return [row?.accrued, row?.owed, ...credited];
  };

  test('a payment that comes to be known after an amendment pays from the day of that on', async () => {
    const late = paid('dcd.1', '5,000.00', '2026-05-01');
    const accrued = interestOf(6_000 * 76 + 3_000 * 289);
    expect(await both([...raised, late])).toEqual([accrued, '0.00', `InterestCredited o-1 v-1 ${accrued}`]);
  });

  test('a payment that came back is owed from the day on which that took effect', async () => {
    const [register, first, raise] = [raised.slice(0, -2), raised.at(-2)!, raised.at(-1)!];
    const early = [...register, first, paid('dcd.1', '5,000.00', '2026-04-16'), raise];
    const back = returnPayment('dcd.1', { on: day('2026-05-16') });
    // 6,000.00 for 30 days, 1,000.00 for 46, then all of 8,000.00.
    const accrued = interestOf(6_000 * 30 + 1_000 * 46 + 8_000 * 289);
    expect(await both([...early, back])).toEqual([accrued, '0.00', `InterestCredited o-1 v-1 ${accrued}`]);
  });

  test('what a court credits for a civil recovery counts from the day of the amendment that it found', async () => {
    const civil = [
      reportRecovery('x-1', '2,000.00', { source: 'CIVIL_JUDGMENT_2255' }),
      reduceLiability('x-1', '2,000.00', { inCase: 'c-1', on: day('2026-05-01') }),
    ];
    const accrued = interestOf(6_000 * 76 + 6_000 * 289);
    expect(await both([...raised, ...civil])).toEqual([
      ...[accrued, '0.00', `InterestCredited o-1 v-1 ${accrued}`],
    ]);
  });
});
