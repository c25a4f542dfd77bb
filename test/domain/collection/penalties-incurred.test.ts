import fc from 'fast-check';
import type { PenaltyBase } from '../../../src/domain/collection/arrears.ts';
import {
  penaltiesIncurred,
  type Incurred,
  type Lateness,
} from '../../../src/domain/collection/penalties-incurred.ts';
import { money } from '../../../src/domain/money.ts';
import { day, usd } from '../../support/words.ts';

const judgment = day('2026-01-02');
const monthly = (amount: string, firstOn = '2026-02-01') =>
  ({ manner: 'INSTALMENTS', firstOn: day(firstOn), amount: usd(amount), every: 'MONTH' }) as const;
const change = (on: string, amount: string) => ({ on: day(on), amount: usd(amount) });
const paying = (on: string, amount: bigint) => ({ on: day(on), amount: money(amount) });

/** 12,000.00 that was ordered, in instalments of 1,000.00 from 1 February on. */
function owing(payments: Lateness['payments'] = [], more: Partial<Lateness> = {}): Lateness {
  const paid = payments.map(({ on, amount }) => ({ on, amount: money(-amount) }));
  return {
    schedules: [{ schedule: monthly('1,000.00'), since: judgment }],
    changes: [change('2026-01-02', '12,000.00'), ...paid],
    payments,
    defaultNotices: [],
    ...more,
  };
}

const found = (lateness: Lateness, on: string, base: PenaltyBase = 'OVERDUE_THEN_BALANCE') =>
  penaltiesIncurred(lateness, day(on), base);
const both = (delinquency: string, inDefault: string) =>
  expect.objectContaining({
    delinquencyPenalty: usd(delinquency),
    defaultPenalty: usd(inDefault),
  }) as Incurred;

describe('18 U.S.C. 3612(g): penalties that were incurred', () => {
  // Due on 1 February, late from the 2nd; 4 March is the 31st day of that, and 2 June the 91st of delinquency.
  test.each([
    ['2026-03-03', '0.00', '0.00'],
    ['2026-03-04', '100.00', '0.00'],
    // The instalment of 1 March is delinquent from 1 April on.
    ['2026-03-31', '100.00', '0.00'],
    ['2026-04-01', '200.00', '0.00'],
    ['2026-06-01', '400.00', '0.00'],
    ['2026-06-02', '400.00', '150.00'],
    ['2026-06-30', '400.00', '300.00'],
  ])('by %s are %s for delinquency and %s for default', (on, delinquency, inDefault) => {
    expect(found(owing(), on)).toEqual(both(delinquency, inDefault));
  });

  test('stay incurred though the payment comes, and are not incurred for what came in time', () => {
    const paid = [paying('2026-03-03', 400_00n), paying('2026-03-10', 600_00n)];
    expect(found(owing(paid), '2026-03-31')).toEqual(both('60.00', '0.00'));
    expect(found(owing([paying('2026-03-03', 1_000_00n)]), '2026-03-31')).toEqual(both('0.00', '0.00'));
  });

  test('are incurred for a payment that came and went back, as far as it was not there on the day before', () => {
    const back = [paying('2026-02-20', 1_000_00n), paying('2026-03-02', -1_000_00n)];
    expect(found(owing(back), '2026-03-04')).toEqual(both('100.00', '0.00'));
    const later = [paying('2026-02-20', 1_000_00n), paying('2026-03-04', -1_000_00n)];
    expect(found(owing(later), '2026-03-04')).toEqual(both('0.00', '0.00'));
  });

  test('are not incurred for what was paid on its day, before the schedule with that day was set', () => {
    const inTime = ['2026-02-01', '2026-03-01', '2026-04-01'].map((on) => paying(on, 1_000_00n));
    const since = (on: string) => ({ schedules: [{ schedule: monthly('1,000.00'), since: day(on) }] });
    expect(found(owing(inTime, since('2026-04-15')), '2026-05-01')).toEqual(both('0.00', '0.00'));
    // What was paid before the first instalment came due is still none of the schedule.
    const early = [paying('2026-01-20', 1_000_00n), ...inTime.slice(1)];
    expect(found(owing(early, since('2026-04-15')), '2026-04-01')).toEqual(both('100.00', '0.00'));
  });

  test('end with the schedule that another has taken the place of', () => {
    const schedules = [
      { schedule: monthly('1,000.00'), since: judgment },
      { schedule: monthly('100.00', '2026-05-01'), since: day('2026-03-20') },
    ];
    expect(found(owing([], { schedules }), '2026-04-30')).toEqual(both('100.00', '0.00'));
    expect(found(owing([], { schedules }), '2026-06-01')).toEqual(both('110.00', '0.00'));
  });

  const setAgain = (schedule: ReturnType<typeof monthly>) => ({
    schedules: [
      { schedule: monthly('1,000.00'), since: judgment },
      { schedule, since: day('2026-03-20') },
    ],
  });

  test('are not incurred again where a schedule with the same days takes the place of another', () => {
    const again = owing([], setAgain(monthly('1,000.00')));
    for (const on of ['2026-03-04', '2026-03-31', '2026-04-01', '2026-06-02', '2026-06-30']) {
      expect(found(again, on)).toEqual(found(owing(), on));
      expect(found(again, on, 'WHOLE_BALANCE')).toEqual(found(owing(), on, 'WHOLE_BALANCE'));
    }
    // Of lower instalments from the same day on, those of March and April are the first that become late under it.
    expect(found(owing([], setAgain(monthly('500.00'))), '2026-05-02')).toEqual(both('200.00', '0.00'));
  });

  test('are not incurred under a schedule that another of the same day has taken the place of', () => {
    const since = day('2026-03-20');
    const schedules = ['3,000.00', '1,000.00'].map((amount) => ({ schedule: monthly(amount), since }));
    expect(found(owing([], { schedules }), '2026-06-30')).toEqual(found(owing(), '2026-06-30'));
  });

  test('of the whole balance, after notice of a default, are incurred once, whatever schedule is set after that', () => {
    const defaultNotices = [day('2026-06-10')];
    const schedules = ['2026-01-02', '2026-07-20'].map((since) => ({
      schedule: monthly('1,000.00'),
      since: day(since),
    }));
    expect(found(owing([], { schedules, defaultNotices }), '2026-12-01').defaultPenalty).toBe(
      usd('1,800.00'),
    );
  });

  test('are of the whole balance thirty days after notice of a default, or from the first day on, by P-33', () => {
    const notified = owing([], { defaultNotices: [day('2026-06-10')] });
    // In default by then: the instalments of February and March; 1,800.00 is 15 percent of all that was ordered.
    expect(found(notified, '2026-07-10').defaultPenalty).toBe(usd('300.00'));
    expect(found(notified, '2026-07-11').defaultPenalty).toBe(usd('1,800.00'));
    expect(found(owing(), '2026-06-02', 'WHOLE_BALANCE')).toEqual(both('1,200.00', '1,800.00'));
    const early = owing([], { defaultNotices: [day('2026-05-01')] });
    expect(found(early, '2026-06-30').defaultPenalty).toBe(usd('300.00'));
  });

  test('of a lump sum are of all that was not paid', () => {
    const schedules = [
      { schedule: { manner: 'LUMP_SUM', firstOn: day('2026-02-01') } as const, since: judgment },
    ];
    const lump = owing([paying('2026-02-10', 2_000_00n)], { schedules });
    expect(found(lump, '2026-06-02')).toEqual(both('1,000.00', '1,500.00'));
  });

  test('are what a walk from day to day comes to, which shares no code with them', () => {
    const days = fc.integer({ min: 0, max: 300 }).map((after) => dayAt(dateOf('2026-01-02') + after));
    const payment = fc.tuple(days, fc.integer({ min: 1, max: 90_000 }), fc.boolean());
    const notice = fc.array(days, { maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(payment, { maxLength: 8 }),
        fc.integer({ min: 10_000, max: 60_000 }),
        notice,
        fc.integer({ min: 0, max: 400 }),
        fc.record({
          base: fc.constantFrom('OVERDUE_THEN_BALANCE' as const, 'WHOLE_BALANCE' as const),
          since: fc.oneof(fc.constant('2026-01-02'), days),
        }),
        (given, instalment, notices, after, { base, since }) => {
          const payments = given.flatMap(([on, cents, comesBack]) => {
            const came = paying(on, BigInt(cents));
            return comesBack ? [came, paying(dayAt(dateOf(on) + 9), -BigInt(cents))] : [came];
          });
          const schedule = { ...monthly('1.00'), amount: money(BigInt(instalment)) };
          const lateness = owing(payments, {
            schedules: [{ schedule, since: day(since) }],
            changes: [
              { on: judgment, amount: usd('9,000.00') },
              ...payments.map(({ on, amount }) => ({ on, amount: money(-amount) })),
            ],
            defaultNotices: notices.map(day),
          });
          const on = dayAt(dateOf('2026-01-02') + after);
          const { delinquent, inDefault } = found(lateness, on, base);
          const walk = base === 'WHOLE_BALANCE' ? walkedWhole : walked;
          const counted = payments.filter((each) => each.on >= since || each.on >= '2026-02-01');
          const walking = { ...lateness, payments: counted };
          expect([delinquent, inDefault]).toEqual(walk(walking, BigInt(instalment), on));
        },
      ),
      { numRuns: 400 },
    );
  });
});

const dateOf = (text: string): number => Date.parse(text) / 86_400_000;
const dayAt = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** What the days of one ledger come to, each taken by itself. */
class Walk {
  readonly #lateness: Lateness;
  readonly #instalment: bigint;
  readonly sums: [delinquent: bigint, inDefault: bigint] = [0n, 0n];
  #firstDefault: number | undefined;
  #lastMissed = 0;
  #wholeFrom = Infinity;

  constructor(lateness: Lateness, instalment: bigint) {
    this.#lateness = lateness;
    this.#instalment = instalment;
  }

  day(today: number): void {
    for (const [at, due] of dueDays.entries()) {
      if (today === due + 31) this.sums[0] += this.#unpaidOn(today - 1, at + 1)[at]!;
      if (today === due + 121 && today <= this.#wholeFrom) this.#inDefault(today, at);
    }
    const notice = this.#lateness.defaultNotices
      .map(dateOf)
      .filter((given) => this.#firstDefault !== undefined && given >= this.#firstDefault)
      .sort((a, b) => a - b)[0];
    if (notice !== undefined) this.#wholeFrom = notice + 31;
    if (today === this.#wholeFrom) this.#balance(today);
  }

  #inDefault(today: number, at: number): void {
    const missed = this.#unpaidOn(today - 1, at + 1)[at]!;
    this.sums[1] += missed;
    if (missed === 0n) return;
    this.#firstDefault ??= today;
    this.#lastMissed = at + 1;
  }

  #balance(today: number): void {
    const among = this.#unpaidOn(today - 1, this.#lastMissed).reduce((so, each) => so + each, 0n);
    const rest = upTo(this.#lateness.changes, today - 1) - among;
    this.sums[1] += rest < 0n ? 0n : rest;
  }

  /** What is unpaid of each of the first instalments, those that were due first filled up first. */
  #unpaidOn(eve: number, count: number): bigint[] {
    let paid = upTo(this.#lateness.payments, eve);
    let whole = paid + upTo(this.#lateness.changes, eve);
    return Array.from({ length: count }, () => {
      const slot = whole < this.#instalment ? whole : this.#instalment;
      const filled = paid < slot ? paid : slot;
      [whole, paid] = [whole - slot, paid - filled];
      return slot - filled;
    });
  }
}

const dueDays = Array.from({ length: 14 }, (_, month) => Date.UTC(2026, 1 + month, 1) / 86_400_000);

function upTo(moved: Lateness['changes'], last: number): bigint {
  const sum = moved.reduce((so, { on: when, amount }) => so + (dateOf(when) <= last ? amount : 0n), 0n);
  return sum < 0n ? 0n : sum;
}

/** The whole balance, on the eve of the first day on which any instalment is delinquent, and of the first on which one is in default. */
function walkedWhole(lateness: Lateness, instalment: bigint, on: string): readonly bigint[] {
  return [31, 121].map((late) => {
    for (let today = dueDays[0]! + late; today <= dateOf(on); today += 1) {
      const at = dueDays.indexOf(today - late);
      if (at < 0) continue;
      const [asked, paid] = [BigInt(at + 1) * instalment, upTo(lateness.payments, today - 1)];
      const balance = upTo(lateness.changes, today - 1);
      const before = asked - instalment > paid ? asked - instalment : paid;
      const all = paid + balance;
      if ((asked < all ? asked : all) > (before < all ? before : all)) return balance;
    }
    return 0n;
  });
}

function walked(lateness: Lateness, instalment: bigint, on: string): readonly bigint[] {
  const walk = new Walk(lateness, instalment);
  for (let today = dueDays[0]!; today <= dateOf(on); today += 1) walk.day(today);
  return walk.sums;
}
