/** Money that may be interest, for nobody knows the yield of its week, is no payor's to have back yet (18 U.S.C. 3612(i)). */
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
} from '../support/words.ts';
import { closeAll } from './asking.ts';
import { later, Office } from './office.ts';
import { bothKinds } from './telling.ts';

afterEach(closeAll);

const judgment = day('2021-03-08');
const pay = (id: string, amount: string, on: string): Command =>
  recordPayment(id, amount, { to: null, caseId: 'c-1', defendantId: defendantId('d-1'), on: day(on) });
/** Liability begins on 23 March 2021; the week before it ended on Friday, 19 March, and its yield is not known. */
const missing = '2021-03-19';
const otherWeek = recordYield('2021-03-12', '0.09');

describe.each(bothKinds)('the refund of what may be interest, on a store of $kind', ({ atomicStreams }) => {
  const office = async (...commands: readonly Command[]) => {
    const at = new Office(new MemoryEventStore({ atomicStreams }), 'REFUNDS');
    await at.tell(registerCase('c-1'), registerDefendant('d-1', { caseId: 'c-1' }), ...commands);
    return at;
  };

  test('is not planned before the yield is recorded; then what interest leaves goes back', async () => {
    const at = await office(
      otherWeek,
      imposeDebt('b-1', 'FINE', '3,000.00', { on: judgment, offenceOn: day('2020-01-02') }),
      pay('dcd.1', '5,000.00', '2021-12-31'),
    );
    expect(await at.planned()).toEqual({
      ...{ held: '2000.00', total: '0.00' },
      kept: [['YIELD_AWAITED', '2000.00']],
    });
    await expect(at.propose('n-1')).rejects.toThrow(expect.objectContaining({ code: 'nothing-to-pay' }));
    await at.tell(recordYield(missing, '0.07'));
    await at.catchUp();
    // 3,000.00 at 0.07 percent a year, from 23 March to 31 December 2021: 283 days of 365.
    const interest = (3_000_00n * 7n * 283n + 3_650_000n / 2n) / 3_650_000n;
    expect(interest).toBe(1_63n);
    expect(await at.planned()).toEqual({ held: '1998.37', total: '1998.37', kept: [] });
  });

  test('is withheld at its release where it has come to wait since it was planned', async () => {
    const of = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1' } as const;
    const fraud = { ...of, on: judgment, offenceOn: day('2020-01-02') };
    const at = await office(
      setPolicy('P-46', 'EXCESS'),
      registerVictim('v-1'),
      enterOrder('o-1', { 'v-1': '3,000.00' }, fraud),
      pay('dcd.1', '3,030.00', '2021-12-31'),
    );
    await at.approve('n-1');
    await at.tell(
      otherWeek,
      amendOrder('o-1', { 'v-1': '2,900.00' }, { caseId: 'c-1', track: 'FULL_AMOUNT', on: later }),
    );
    expect((await at.planned()).kept).toEqual([['YIELD_AWAITED', '130.00']]);
    await at.release('n-1');
    expect(await at.shown('n-1')).toMatchObject({
      sums: ['30.00', '0.00', '30.00'],
      refunds: [['dcd.1', '30.00', 'YIELD_AWAITED']],
    });
  });
});
