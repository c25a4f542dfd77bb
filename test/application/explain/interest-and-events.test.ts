import { eventInWords } from '../../../src/application/explain/event-words.ts';
import type { Clocks } from '../../../src/application/views/ledger.ts';
import type { Command } from '../../../src/domain/commands.ts';
import type { StoredEvent } from '../../../src/domain/events.ts';
import type { DebtId } from '../../../src/domain/ids.ts';
import {
  amendOrder,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  imposeDebt,
  makeFinal,
  orderId,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  setInterestTerms,
  setPolicy,
} from '../../support/words.ts';
import { answersIn, closeAll, linesOf, stepThat, told } from './explaining.ts';

afterEach(closeAll);

const judgment = day('2026-03-02');
/** Liability begins on Tuesday, 17 March 2026; the week before it ended on Friday, 13 March. */
const owing: readonly Command[] = [
  ...[registerCase(), registerDefendant(), registerVictim()],
  recordYield('2026-03-13', '4.05'),
  enterOrder('o-1', '10,000.00', { statute: '18 U.S.C. 3663A', on: judgment }),
];
const paid = (id: string, amount: string, on: string) =>
  recordPayment(id, amount, { defendantId: defendantId('d-1'), on: day(on) });

async function interest(commands: readonly Command[], clocks: Clocks) {
  const { explain } = await told(...commands);
  return (await explain.interest({ orderId: orderId('o-1') }, clocks))!;
}

describe('why so much interest has accrued', () => {
  test('leaves out the days on which not more than 2,500.00 is ordered, and says so', async () => {
    const lowered = amendOrder('o-1', '2,500.00', { on: day('2026-04-16'), track: 'FULL_AMOUNT' });
    const why = await interest([...owing, lowered], { asOf: day('2026-06-01') });
    expect(linesOf(why)).toEqual([
      '10,000.00 x 30 + 0.00 x 46 = 300,000.00',
      'round(300,000.00 x 4.05 / 36500) = 33.29',
    ]);
    expect(stepThat(why, /76 days/).says).toContain('on which not more than 2,500.00 is ordered bears none');
  });

  test('asks for no yield where nothing was owed that bears any', async () => {
    const known = [...owing, paid('dcd.1', '10,000.00', '2026-03-16')];
    const why = await interest(known, { asOf: day('2026-06-01') });
    expect([why.title, why.steps.length]).toEqual(['Why 0.00 of interest has accrued on o-1', 3]);
    expect(stepThat(why, /No yield is needed/).says).toMatch(
      /^From that day on nothing that bears interest was owed/,
    );
  });

  test('is told from the day, the week, the yield, and each principal times its days', async () => {
    const commands = [
      ...owing,
      paid('dcd.1', '4,000.00', '2026-04-16'),
      paid('dcd.2', '1,000.00', '2026-05-04'),
    ];
    const why = await interest(commands, { asOf: day('2026-06-01') });
    expect(why.title).toBe('Why 60.81 of interest has accrued on o-1');
    expect(stepThat(why, /fifteenth day/).says).toBe(
      'The fifteenth day after the judgment is 2026-03-17: interest runs from 2026-03-17. The calendar week before that day ended on Friday, 2026-03-13.',
    );
    expect(stepThat(why, /the yield of the week/i).facts).toMatchObject([{ type: 'TreasuryYieldPublished' }]);
    expect(linesOf(why)).toEqual([
      '10,000.00 x 30 + 6,000.00 x 18 + 5,000.00 x 28 = 548,000.00',
      'round(548,000.00 x 4.05 / 36500) = 60.81',
    ]);
    expect(stepThat(why, /76 days/).law[0]?.citation).toBe('18 U.S.C. 3612(f)');
  });

  test('takes years of 366 days apart where the answer to P-32 says so', async () => {
    const why = await interest([setPolicy('P-32', 'ACTUAL_366_IN_LEAP_YEARS'), ...owing], {
      asOf: day('2028-03-17'),
    });
    expect(linesOf(why)).toEqual([
      '10,000.00 x 290 + 10,000.00 x 365 = 6,550,000.00',
      '10,000.00 x 76 = 760,000.00',
      'round(6,550,000.00 x 4.05 / 36500 + 760,000.00 x 4.05 / 36600) = 810.88',
    ]);
    expect(answersIn(stepThat(why, /simple interest/))['P-32']).toBe('ACTUAL_366_IN_LEAP_YEARS (1)');
  });

  test('of a civil judgment is compounded year by year, and no more than the court allows', async () => {
    const civil = [...owing, recordYield('2026-02-27', '5.00')];
    const terms = (limit?: string) =>
      setInterestTerms('CIVIL', { order: 'o-1', on: judgment, ...(limit !== undefined && { limit }) });
    const why = await interest([...civil, terms()], { asOf: day('2028-03-01') });
    expect(linesOf(why)).toEqual([
      '10,000.00 x 365 = 3,650,000.00',
      '10,000.00 x 365 = 3,650,000.00',
      'round(3,650,000.00 x 5.00 / 36500 x (1 + 365 x 5.00 / 36500) + 3,650,000.00 x 5.00 / 36500) = 1,025.00',
    ]);
    const limited = await interest([...civil, terms('900.00')], { asOf: day('2028-03-01') });
    expect(linesOf(limited).at(-1)).toBe('least(1,025.00, 900.00) = 900.00');
  });

  test('says why there is none, or why it cannot be said', async () => {
    const waived = await interest([...owing, setInterestTerms('WAIVED', { order: 'o-1', on: judgment })], {});
    expect([waived.figure, waived.steps.at(-1)!.says]).toEqual([
      { name: 'accrued', amount: '0.00' },
      'The court waived interest.',
    ]);
    const missing = await interest(
      owing.filter(({ type }) => type !== 'RecordTreasuryYield'),
      {},
    );
    expect([missing.title, missing.figure]).toEqual(['Why it cannot be said what interest o-1 bears', null]);
    const { explain } = await told(...owing, imposeDebt('b-1', 'COSTS', '9,000.00'));
    const costs = await explain.interest({ debtId: 'b-1' as DebtId }, {});
    expect(costs!.steps.at(-1)!.says).toBe(
      'Interest is owed on fines and restitution only; this is neither.',
    );
    expect(await explain.interest({ orderId: orderId('o-9') }, {})).toBeUndefined();
  });
});

describe('what an event is, and why', () => {
  const whole: readonly Command[] = [
    ...[registerVictim(), registerCase(), registerDefendant()],
    enterOrder('o-1', '800.00', { offenceOn: day('2015-06-01') }),
    determineLoss('c-1', '500.00'),
    makeFinal('o-1'),
    recordPayment('dcd.1', '600.00'),
  ];

  test('is told with the chain to what a command brought about, its sums, and what came of it', async () => {
    const { explain, queries } = await told(...whole);
    const { rows } = await queries.timeline({}, {}, { limit: 100 });
    const at = (type: string): number => rows.find((row) => row.type === type)!.position;
    const why = await explain.event(at('FullRecoveryReached'), {});
    expect(why!.title).toBe(
      `What FullRecoveryReached at position ${String(at('FullRecoveryReached'))} is, and why`,
    );
    expect(linesOf(why!)).toEqual(['500.00 = 500.00', '500.00 - 500.00 = 0.00']);
    expect(stepThat(why, /came of 2 events before it/).facts.map(({ type }) => type)).toEqual([
      'RecoveryCredited',
      'PaymentReceived',
    ]);
    const credited = await explain.event(at('RecoveryCredited'), {});
    expect(linesOf(credited!).at(-1)).toBe('least(600.00, 800.00, 500.00) = 500.00');
    expect(stepThat(credited, /2 events came of it/).facts.map(({ type }) => type)).toEqual([
      'FullRecoveryReached',
      'LiabilitiesTerminated',
    ]);
    const divided = await explain.event(at('PaymentAllocated'), {});
    expect(linesOf(divided!)).toEqual(['least(600.00, 800.00) = 600.00', '0.00 = 0.00']);
    const first = await explain.event(at('PaymentReceived'), {});
    expect(stepThat(first, /A command brought it about/).facts).toEqual([]);
    expect(await explain.event(999, {})).toBeUndefined();
  });

  test('is told in words with its fields, and by its name where it has no words of its own', async () => {
    const unknown = { type: 'SentenceStayed', effectiveOn: judgment, data: {} } as unknown as StoredEvent;
    expect(eventInWords(unknown)).toBe('sentence stayed');
    const { explain } = await told(...whole);
    expect((await explain.event(2, {}))!.steps[0]!.says).toMatch(
      /^The ledger came to know case c-1\. It stands in Case-c-1, in effect on 2026-03-02, recorded at \S+ It says: case id c-1\.$/,
    );
  });
});
