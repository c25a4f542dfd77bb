/**
 * Money that is not paid back with a run: what may be interest, for nobody knows the yield of its week (18 U.S.C. 3612(i)), and what is of
 * a payor who owes the public (18 U.S.C. 3612(c): any money received).
 */
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
  vacateDebt,
} from '../support/words.ts';
import { closeAll } from './asking.ts';
import { later, Office } from './office.ts';
import { bothKinds } from './telling.ts';

afterEach(closeAll);

const judgment = day('2021-03-08');
const pay = (id: string, amount: string, on: string, to: string | null = null): Command =>
  recordPayment(id, amount, { to, caseId: 'c-1', defendantId: defendantId('d-1'), on: day(on) });
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

describe.each(bothKinds)(
  'the refund of a payor who owes the public, on a store of $kind',
  ({ atomicStreams }) => {
    const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1' } as const;
    const office = async (...commands: readonly Command[]) => {
      const at = new Office(new MemoryEventStore({ atomicStreams }), 'REFUNDS');
      await at.tell(
        ...['c-1', 'c-2'].flatMap((id) => [registerCase(id), registerDefendant('d-1', { caseId: id })]),
        ...[registerVictim('v-1'), ...commands],
        enterOrder('o-1', { 'v-1': '100.00' }, { ...fraud, on: day('2026-01-05') }),
        pay('dcd.1', '130.00', '2026-02-02', 'o-1'),
      );
      return at;
    };
    const elsewhere = { on: later, inCase: 'c-2' } as const;

    test.each([
      ['a fine', imposeDebt('b-1', 'FINE', '500.00', elsewhere)],
      [
        'an assessment',
        imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', { ...elsewhere, offenceOn: judgment }),
      ],
      ['costs', imposeDebt('b-1', 'COSTS', '0.01', elsewhere)],
    ])(
      'is kept for a person to decide where %s was imposed since, in another case too',
      async (_, imposed) => {
        const at = await office();
        await at.approve('n-1');
        expect((await at.planned()).total).toBe('30.00');
        await at.tell(imposed);
        expect(await at.planned()).toEqual({
          ...{ held: '30.00', total: '0.00' },
          kept: [['PAYOR_OWES', '30.00']],
        });
        await at.release('n-1');
        expect((await at.shown('n-1')).refunds).toEqual([['dcd.1', '30.00', 'PAYOR_OWES']]);
      },
    );

    test('is kept under every answer to P-09, and goes back once nothing is owed', async () => {
      const at = await office(
        setPolicy('P-09', 'REFUND_AT_ONCE', { on: day('2026-01-05') }),
        imposeDebt('b-1', 'FINE', '500.00', { on: day('2026-01-05') }),
      );
      expect((await at.planned()).kept).toEqual([['PAYOR_OWES', '30.00']]);
      await at.tell(vacateDebt('b-1', { on: later }));
      expect((await at.planned()).total).toBe('30.00');
    });

    test('is paid where what was owed to the public is over by law, though nobody recorded it', async () => {
      // An assessment ends five years after the judgment: 18 U.S.C. 3013(c).
      const at = await office();
      await at.tell(
        imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', {
          ...{ on: day('2021-03-31'), offenceOn: day('2020-01-02'), inCase: 'c-2' },
        }),
      );
      expect(await at.planned()).toEqual({ held: '30.00', total: '30.00', kept: [] });
      await at.approve('n-1');
      await at.release('n-1');
      expect((await at.shown('n-1')).refunds).toEqual([['dcd.1', '30.00', 'paid']]);
    });
  },
);
