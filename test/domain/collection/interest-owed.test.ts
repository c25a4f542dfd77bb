import fc from 'fast-check';
import { interestOwed, type Bearing } from '../../../src/domain/collection/interest-owed.ts';
import { formatMoney, money } from '../../../src/domain/money.ts';
import { daysOn } from '../../second/days.ts';
import { simpleWhileAbove, type Moved } from '../../second/interest.ts';
import { day, usd } from '../../support/words.ts';

const judgment = '2026-03-02';
/** Interest runs from Tuesday, 17 March 2026, at 4.05 percent. */
const firstDay = '2026-03-17';
const rate = 405n;
const change = (on: string, amount: string) => {
  const size = usd(amount.replace('-', ''));
  return { on: day(on), amount: amount.startsWith('-') ? money(-size) : size };
};

function bearing(given: Partial<Bearing> = {}): Bearing {
  const at = day(judgment);
  return {
    ...{ obligation: 'RESTITUTION', offenceOn: at, judgmentOn: at, terms: 'STATUTE' },
    ...{ limit: undefined, endsOn: undefined, settled: [] },
    ordered: [change(judgment, '10,000.00')],
    changes: [change(judgment, '10,000.00')],
    ...given,
  };
}

/** What has accrued by a day, or why nothing has, where the yield is known or is not. */
function accruedOn(given: Partial<Bearing>, on: string, yieldKnown = true): readonly (string | null)[] {
  const asked = {
    on: day(on),
    dayCount: 'ACTUAL_365',
    yieldOf: () => (yieldKnown ? rate : undefined),
  } as const;
  const { none, accrued } = interestOwed(bearing(given), asked as Parameters<typeof interestOwed>[1]);
  return [none, accrued === null ? null : formatMoney(accrued)];
}

describe('what is owed on no day that bears interest', () => {
  const paidInTime = { changes: [change(judgment, '10,000.00'), change('2026-03-16', '-10,000.00')] };

  test('bears nothing, and no yield is needed to say so', () => {
    for (const isKnown of [true, false])
      expect(accruedOn(paidInTime, '2027-03-17', isKnown)).toEqual(['NOTHING_OWED', '0.00']);
    expect(accruedOn({ changes: [] }, '2027-03-17', false)).toEqual(['NOTHING_OWED', '0.00']);
    expect(accruedOn({ changes: [], terms: 'CIVIL' }, '2027-03-17', false)).toEqual(['NOTHING_OWED', '0.00']);
    const longAgo = { judgmentOn: day('1999-03-02') };
    expect(accruedOn({ ...longAgo, changes: [] }, '2027-03-17')).toEqual(['NOTHING_OWED', '0.00']);
  });

  test('is another thing than what was owed for a day, and than what came back', () => {
    const aDayLate = { changes: [change(judgment, '10,000.00'), change('2026-03-18', '-10,000.00')] };
    expect(accruedOn(aDayLate, '2027-03-17')).toEqual([null, '1.11']);
    expect(accruedOn(aDayLate, '2027-03-17', false)).toEqual(['YIELD_MISSING', null]);
    const back = { changes: [...paidInTime.changes, change('2027-03-16', '10,000.00')] };
    expect(accruedOn(back, '2027-03-15', false)).toEqual(['NOTHING_OWED', '0.00']);
    expect(accruedOn(back, '2027-03-17', false)).toEqual(['YIELD_MISSING', null]);
    expect(accruedOn(paidInTime, '2026-03-16', false)).toEqual(['NOT_YET_LIABLE', '0.00']);
  });
});

describe('an order that is amended across 2,500.00', () => {
  test('bears interest from the day on which more is ordered, and none for the time before', () => {
    const lifted = [change(judgment, '2,000.00'), change('2027-03-17', '1,000.00')];
    const given = { ordered: lifted, changes: lifted };
    expect(accruedOn(given, '2027-03-16')).toEqual(['NOT_ABOVE_2500', '0.00']);
    // 3,000.00 at 4.05 percent for a year; of the 2,000.00 of the year before, nothing.
    expect(accruedOn(given, '2028-03-16')).toEqual([null, '121.50']);
    const paid = { ...given, changes: [...lifted, change('2027-03-16', '-2,000.00')] };
    expect(accruedOn(paid, '2028-03-16')).toEqual([null, '40.50']);
  });

  test('bears none from the day on which no more is ordered, and what had accrued stays', () => {
    const lowered = (to: string) => [change(judgment, '5,000.00'), change('2027-03-17', to)];
    const exactly = { ordered: lowered('-2,500.00'), changes: lowered('-2,500.00') };
    // 5,000.00 at 4.05 percent for a year; then nothing, or what 2,500.01 bears in another.
    expect(accruedOn(exactly, '2028-03-16')).toEqual([null, '202.50']);
    const above = { ordered: lowered('-2,499.99'), changes: lowered('-2,499.99') };
    expect(accruedOn(above, '2028-03-16')).toEqual([null, '303.75']);
    const early = [change(judgment, '5,000.00'), change('2026-03-10', '-4,000.00')];
    expect(accruedOn({ ordered: early, changes: early }, '2028-03-16')).toEqual(['NOT_ABOVE_2500', '0.00']);
    expect(accruedOn({ ordered: early, changes: early, terms: 'CIVIL' }, '2026-03-03')).toEqual([
      null,
      '0.55',
    ]);
  });

  test('bears what each day by itself comes to, by a computation that shares no code', () => {
    const days = fc.nat(700).map((at) => daysOn(judgment, at));
    const amended = fc.tuple(days, fc.integer({ min: -700_00, max: 700_00 }));
    const paid = fc.tuple(days, fc.integer({ min: 1, max: 250_00 }));
    fc.assert(
      fc.property(
        fc.record({
          ...{ first: fc.integer({ min: 4_000_00, max: 6_000_00 }), until: fc.nat(800) },
          ...{ amendments: fc.array(amended, { maxLength: 4 }), payments: fc.array(paid, { maxLength: 4 }) },
        }),
        ({ first, until, amendments, payments }) => {
          const ordered: Moved[] = [
            { on: judgment, amount: BigInt(first) },
            ...amendments.map(([on, cents]) => ({ on, amount: BigInt(cents) })),
          ];
          const moved = [...ordered, ...payments.map(([on, cents]) => ({ on, amount: -BigInt(cents) }))];
          const changes = (all: readonly Moved[]) =>
            all.map(({ on, amount }) => ({ on: day(on), amount: money(amount) }));
          const last = daysOn(firstDay, until);
          const [, accrued] = accruedOn({ ordered: changes(ordered), changes: changes(moved) }, last);
          const run = { from: firstDay, until: last, rate, dayCount: 'ACTUAL_365' };
          expect(accrued).toBe(simpleWhileAbove(moved, ordered, run));
        },
      ),
      { numRuns: 60 },
    );
  });
});
