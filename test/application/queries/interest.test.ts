import { Ledger } from '../../../src/application/ledger.ts';
import { Projector } from '../../../src/application/projector.ts';
import { createQueries } from '../../../src/application/queries/queries.ts';
import type { Queries } from '../../../src/application/views/all-queries.ts';
import type { InterestView } from '../../../src/application/views/collection.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  caseId,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  expire,
  imposeDebt,
  makeFinal,
  orderId,
  recordDeath,
  recordNoImprisonment,
  recordPayment,
  recordRelease,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setInterestTerms,
  setPolicy,
  undoExpiry,
  vacateOrder,
} from '../../support/words.ts';

const judgment = day('2026-03-02');
const known: readonly Command[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1'), registerVictim('v-2')],
  // Liability begins on Tuesday, 17 March 2026; the week before it ended on Friday, 13 March.
  recordYield('2026-03-13', '4.05'),
];
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: judgment } as const;
const order = enterOrder('o-1', '10,000.00', fraud);
const paid = (id: string, amount: string, on: string) =>
  recordPayment(id, amount, { caseId: 'c-1', defendantId: defendantId('d-1'), on: day(on) });
const aMonthOn = day('2026-04-16');
const page = { limit: 10 };

async function told(commands: readonly Command[]): Promise<Queries> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const projector = new Projector({ log, readModel });
  return createQueries({ log, readModel, projector, today: () => day('2027-03-17') });
}

async function interestOn(commands: readonly Command[], asOf?: string): Promise<readonly InterestView[]> {
  const queries = await told(commands);
  const { rows } = await queries.interest({}, asOf === undefined ? {} : { asOf: day(asOf) }, page);
  return rows;
}

async function accrued(commands: readonly Command[], asOf?: string): Promise<unknown> {
  const rows = await interestOn(commands, asOf);
  return rows.map((row) => row.noInterest ?? row.accrued);
}

describe('interest on restitution and fines', () => {
  test('accrues from the fifteenth day at the yield of the week before, to the cent', async () => {
    const [row] = await interestOn([...known, order], aMonthOn);
    expect(row).toEqual({
      ...{ caseId: 'c-1', defendantId: 'd-1', orderId: 'o-1', debtId: null, obligation: 'RESTITUTION' },
      ...{ judgmentOn: '2026-03-02', ordered: '10000.00', outstanding: '10000.00', noInterest: null },
      ...{ liableFrom: '2026-03-17', weekEndingOn: '2026-03-13', rate: '4.05', until: '2026-04-16' },
      ...{ days: 30, accrued: '33.29', paid: '0.00', owed: '33.29', liabilityEndsOn: '2046-03-02' },
      ...{ penalties: '0.00', penaltiesPaid: '0.00', penaltiesOwed: '0.00', isExpired: false },
      isEndKnown: false,
    });
  });

  test('is computed to the present day where no other is asked for', async () => {
    expect(await accrued([...known, order])).toEqual(['405.00']);
  });

  test('accrues on what is left after payments, also those that come to be known late or come back', async () => {
    const late = [
      ...known,
      order,
      paid('dcd.2', '1,000.00', '2026-05-04'),
      paid('dcd.1', '4,000.00', '2026-04-16'),
    ];
    // 10,000.00 for 30 days, 6,000.00 for 18, 5,000.00 for 28.
    expect(await accrued(late, '2026-06-01')).toEqual(['60.81']);
    const back = [...late, returnPayment('dcd.2', { on: day('2026-05-11') })];
    // The 1,000.00 bear interest again from 11 May, 21 days: 2.33 more.
    expect(await accrued(back, '2026-06-01')).toEqual(['63.14']);
  });

  test('is borne by more than 2,500.00, and by fines as by restitution', async () => {
    const debts = [
      imposeDebt('b-1', 'FINE', '2,500.00', { on: judgment }),
      imposeDebt('b-2', 'FINE', '2,500.01', { on: judgment }),
      imposeDebt('b-3', 'COSTS', '9,000.00', { on: judgment }),
    ];
    expect(await accrued([...known, ...debts], '2027-03-17')).toEqual([
      ...['NOT_ABOVE_2500', '101.25', 'NOT_OF_THIS_KIND'],
    ]);
  });

  test('is not guessed where no yield was recorded: the week is named', async () => {
    const [row] = await interestOn([...known.slice(0, 4), order], aMonthOn);
    expect(row).toMatchObject({ noInterest: 'YIELD_MISSING', weekEndingOn: '2026-03-13', accrued: null });
    const corrected = [...known, recordYield('2026-03-13', '4.50'), order];
    expect(await accrued(corrected, '2027-03-17')).toEqual(['450.00']);
  });

  test('is none where it was waived, and no more than the court allows', async () => {
    const terms = (...given: Parameters<typeof setInterestTerms>) => [
      ...known,
      order,
      setInterestTerms(given[0], { order: 'o-1', on: judgment, ...given[1] }),
    ];
    expect(await accrued(terms('WAIVED', {}), aMonthOn)).toEqual(['WAIVED']);
    expect(await accrued(terms('STATUTE', { limit: '20.00' }), aMonthOn)).toEqual(['20.00']);
    expect(await accrued(terms('STATUTE', { endsOn: day('2026-03-18') }), aMonthOn)).toEqual(['1.11']);
    const waivedLater = [...terms('STATUTE', {}), setInterestTerms('WAIVED', { order: 'o-1', on: aMonthOn })];
    expect(await accrued(waivedLater, '2026-04-15')).toEqual(['32.18']);
    expect(await accrued(waivedLater, aMonthOn)).toEqual(['WAIVED']);
  });

  test('of a civil judgment runs from the judgment, and is compounded', async () => {
    const civil = [
      ...known,
      recordYield('2026-02-27', '5.00'),
      order,
      setInterestTerms('CIVIL', { order: 'o-1', on: judgment }),
    ];
    expect(await accrued(civil, '2027-03-02')).toEqual(['500.00']);
    expect(await accrued(civil, '2028-03-01')).toEqual(['1025.00']);
  });

  test('has not begun before the first day of liability, and is not computed by earlier law', async () => {
    expect(await accrued([...known, order], '2026-03-16')).toEqual(['NOT_YET_LIABLE']);
    const old = enterOrder('o-1', '10,000.00', {
      ...{ ...fraud, statute: '18 U.S.C. 3663', offenceOn: day('1996-04-23') },
    });
    expect(await accrued([...known, old], aMonthOn)).toEqual(['EARLIER_LAW']);
    const early = enterOrder('o-1', '10,000.00', {
      ...{ ...fraud, offenceOn: day('1997-01-02'), on: day('2000-12-01') },
    });
    expect(await accrued([...known, early], aMonthOn)).toEqual(['EARLIER_LAW']);
  });

  test('ends with a liability that ends by law, or stays owed where policy P-21 says so', async () => {
    const ended: readonly Command[] = [
      ...[...known, determineLoss('c-1', '6,000.00', { on: judgment })],
      enterOrder('o-1', { 'v-1': '6,000.00' }, { caseId: 'c-1', defendantId: 'd-1', on: judgment }),
      ...[registerDefendant('d-2', { caseId: 'c-1' })],
      enterOrder('o-2', { 'v-1': '5,000.00' }, { caseId: 'c-1', defendantId: 'd-2', on: judgment }),
      makeFinal('o-1', { caseId: 'c-1', on: judgment }),
      recordPayment('dcd.1', '6,000.00', { caseId: 'c-1', defendantId: 'd-1', on: aMonthOn }),
    ];
    expect(await accrued(ended, '2026-06-01')).toEqual(['19.97', 'NOTHING_OWED']);
    const [, none] = await interestOn(ended, '2026-06-01');
    expect(none).toMatchObject({ accrued: '0.00', owed: '0.00' });
    // It needs no yield: of the order that was paid it cannot be said without one.
    const unknown = ended.filter(({ type }) => type !== 'RecordTreasuryYield');
    expect(await accrued(unknown, '2026-06-01')).toEqual(['YIELD_MISSING', 'NOTHING_OWED']);
    const kept = [setPolicy('P-21', 'STAYS_OWED', { on: judgment }), ...ended];
    expect(await accrued(kept, '2026-06-01')).toEqual(['19.97', '16.64']);
  });

  test('ends with an order that is set aside, though its principal had been paid', async () => {
    const facts = [...known, order, paid('dcd.1', '10,000.00', '2026-04-16')];
    const vacated = vacateOrder('o-1', { on: day('2026-05-01') });
    const owed = async (...more: readonly Command[]) =>
      (await interestOn([...facts, ...more])).map((row) => row.owed);
    expect(await owed()).toEqual(['33.29']);
    expect(await owed(vacated)).toEqual(['0.00']);
    expect(await owed(setPolicy('P-21', 'STAYS_OWED'), vacated)).toEqual(['33.29']);
    // A payment finds no more interest than the question does.
    const queries = await told([...facts, vacated, paid('dcd.2', '50.00', '2026-05-04')]);
    const [row] = (await queries.interest({}, {}, page)).rows;
    expect(row).toMatchObject({ paid: '0.00', owed: '0.00' });
    const { accounts } = await queries.trialBalance({});
    expect(accounts.find(({ account }) => account === 'refund-payable')?.balance).toBe('-50.00');
  });

  test('counts 366 days in a leap year where policy P-32 says so', async () => {
    const leap = [setPolicy('P-32', 'ACTUAL_366_IN_LEAP_YEARS', { on: judgment }), ...known, order];
    expect(await accrued(leap, '2029-01-01')).toEqual(['1131.78']);
    expect(await accrued([...known, order], '2029-01-01')).toEqual(['1132.89']);
  });

  test('is asked of one order, defendant or case, page by page', async () => {
    const another = registerDefendant('d-2', { caseId: 'c-1' });
    const fine = imposeDebt('b-1', 'FINE', '100.00', { on: judgment });
    const queries = await told([...known, another, order, fine]);
    const idsOf = async (filter: Parameters<Queries['interest']>[0], limit = 10, cursor?: string) => {
      const clocks = { asOf: judgment };
      const { rows, next } = await queries.interest(filter, clocks, cursor ? { limit, cursor } : { limit });
      return [rows.map(({ orderId, debtId }) => orderId ?? debtId), next] as const;
    };
    expect(await idsOf({ orderId: orderId('o-1') })).toEqual([['o-1'], null]);
    expect(await idsOf({ caseId: caseId('c-1'), defendantId: defendantId('d-1') })).toEqual([
      ['o-1', 'b-1'],
      null,
    ]);
    expect(await idsOf({ defendantId: defendantId('d-2') })).toEqual([[], null]);
    const [first, next] = await idsOf({}, 1);
    expect(first).toEqual(['o-1']);
    expect((await idsOf({}, 1, next ?? ''))[0]).toEqual(['b-1']);
  });
});

describe('the life of a debt', () => {
  test('is as long as interest runs, where its end is known, recorded or not', async () => {
    const owed = [...known, recordNoImprisonment(), order];
    const asOf = '2050-01-01';
    const shown = async (commands: readonly Command[]) =>
      (await interestOn(commands, asOf)).map(({ until, isEndKnown, isExpired }) => [
        until,
        isEndKnown,
        isExpired,
      ]);
    expect(await shown(owed)).toEqual([['2046-03-02', true, false]]);
    // 10,000.00 for the days from 17 March 2026 up to 2 March 2046.
    expect(await accrued(owed, asOf)).toEqual([((10_000 * 7_290 * 4.05) / 36_500).toFixed(2)]);
    expect(await shown([...known, order])).toEqual([[asOf, false, false]]);
    const error = [
      expire({ order: 'o-1', on: day('2046-03-02') }),
      undoExpiry({ order: 'o-1', on: day('2046-04-01') }),
    ];
    expect(await shown([...owed, ...error])).toEqual([[asOf, true, false]]);
  });

  test('depends on release and death, as far as they are known', async () => {
    const owed = [...known, order, imposeDebt('b-1', 'FINE', '5,000.00', { on: judgment })];
    const ends = async (commands: readonly Command[], asOf: string) =>
      (await interestOn(commands, asOf)).map(({ liabilityEndsOn }) => liabilityEndsOn);
    const after = [
      ...owed,
      recordRelease('d-1', { on: day('2030-01-31') }),
      recordDeath('d-1', { on: day('2040-08-08') }),
    ];
    expect(await ends(after, '2029-12-31')).toEqual(['2046-03-02', '2046-03-02']);
    expect(await ends(after, '2030-01-31')).toEqual(['2050-01-31', '2050-01-31']);
    expect(await ends(after, '2041-01-01')).toEqual(['2050-01-31', '2040-08-08']);
  });
});
