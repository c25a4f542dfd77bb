/** Where 18 U.S.C. 3612(f)(1) has it that nothing bears interest: what was paid in time, and days on which 2,500.00 or less is ordered. */
import { amendOrder, day, enterOrder, recordYield } from '../support/words.ts';
import { aYearOn, fraud, interestIn, known, order, paid, told } from './interest-world.ts';

test('a payment asks for no yield where nothing was owed on a day that bears interest, and no person is asked', async () => {
  const other = [...known.slice(0, 4), recordYield('2026-02-27', '4.00')];
  const inTime = paid('dcd.1', '10,000.00', '2026-03-16');
  const all = await told([...other, order, inTime, paid('dcd.2', '50.00', aYearOn)]);
  expect(all.moved).toEqual(['RecoveryCredited o-1 v-1 10000.00', 'ExcessHeld 50.00']);
  expect((await all.queries.reviews({}, {}, { limit: 10 })).rows).toEqual([]);
  expect(await interestIn(all)).toEqual([
    expect.objectContaining({ noInterest: 'NOTHING_OWED', accrued: '0.00', owed: '0.00' }),
  ]);
});

test('a payment goes to interest of the days on which more than 2,500.00 was ordered, and of no other', async () => {
  const amended = (to: string) => amendOrder('o-1', to, { on: day(aYearOn), track: 'FULL_AMOUNT' });
  const lifted = [enterOrder('o-1', '2,000.00', fraud), paid('dcd.1', '2,000.00', '2027-03-16')];
  const none = await told([...known, ...lifted, amended('3,000.00'), paid('dcd.2', '1,500.00', aYearOn)]);
  expect(none.moved.slice(1)).toEqual(['RecoveryCredited o-1 v-1 1000.00', 'ExcessHeld 500.00']);
  const five = enterOrder('o-1', '5,000.00', fraud);
  const lowered = await told([...known, five, amended('2,500.00'), paid('dcd.1', '3,500.00', '2027-04-17')]);
  // 5,000.00 at 4.05 percent for the year before the amendment, and nothing for the month after it.
  expect(lowered.moved.slice(1)).toEqual(['InterestCredited o-1 v-1 202.50', 'ExcessHeld 797.50']);
  expect(await interestIn(lowered, '2027-06-01')).toEqual([
    expect.objectContaining({ ordered: '2500.00', accrued: '202.50', owed: '0.00' }),
  ]);
});
