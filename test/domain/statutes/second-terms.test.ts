/** Every term of the statutes, on any day, as a second reckoning has it that shares no code with the first (`test/second/terms.ts`). */
import fc from 'fast-check';
import {
  defaultDueBy,
  defaultFrom,
  delinquentDueBy,
  delinquentFrom,
} from '../../../src/domain/statutes/18-usc-3572-h-i-delinquency.ts';
import { dueBy, monthsBetween, oldestUnpaid } from '../../../src/domain/statutes/18-usc-3572-d-payment.ts';
import { assessmentCeasesOn } from '../../../src/domain/statutes/18-usc-3013-special-assessment.ts';
import { receiptNoticeDueOn } from '../../../src/domain/statutes/18-usc-3612-a-notification-of-receipt.ts';
import { balanceDueOn, noticeDueOn } from '../../../src/domain/statutes/18-usc-3612-d-e-notices.ts';
import { firstLiableDay, weekBefore } from '../../../src/domain/statutes/18-usc-3612-f-interest.ts';
import { liabilityEndsOn, type Life } from '../../../src/domain/statutes/18-usc-3613-b-termination.ts';
import {
  lastDayToDetermine,
  lastDayToPetition,
} from '../../../src/domain/statutes/18-usc-3664-d-5-later-losses.ts';
import { dueToTreasury } from '../../../src/domain/statutes/28-usc-2042-unclaimed.ts';
import {
  businessDayFrom,
  isBusinessDay,
  plusBusinessDays,
} from '../../../src/domain/statutes/5-usc-6103-a-legal-public-holidays.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import { money } from '../../../src/domain/money.ts';
import { yearOf } from '../../../src/domain/statutes/18-usc-2259-d-1-d-assistance-amount.ts';
import { daysOn, yearOn, isWorkday, workdayFrom, workdaysOn } from '../../second/days.ts';
import {
  allDueBy,
  delinquentOn,
  fiveYearsOn,
  inDefaultOn,
  instalments,
  interestFrom,
  lossesBy,
  noticeOfLatenessBy,
  noticeOfReceiptBy,
  owedUntil,
  petitionBy,
  weekOfYield,
  type LifeOfDebt,
} from '../../second/terms.ts';
import { day } from '../../support/words.ts';

const between = (first: string, days: number) => fc.nat(days).map((at) => daysOn(first, at));
const anyDay = between('1990-01-01', 40_000);
/** Days from which every term of days of work ends in the years of which the second reckoning knows the holidays. */
const workYears = between('2022-02-01', 2_100);

describe('terms, as a second reckoning has them', () => {
  test.each<[string, (from: CalendarDate) => string, (from: string) => string]>([
    ['3013(c): the special assessment ceases', assessmentCeasesOn, fiveYearsOn],
    ['3572(h): delinquent', delinquentFrom, delinquentOn],
    ['3572(i): in default', defaultFrom, inDefaultOn],
    ['3612(e): the whole balance is due', balanceDueOn, allDueBy],
    ['3612(f)(2)(B): the week of the yield', weekBefore, weekOfYield],
    ['3664(d)(5): losses are determined', lastDayToDetermine, lossesBy],
    ['3664(d)(5): a victim petitions', lastDayToPetition, petitionBy],
    ['28 U.S.C. 2042: money goes to the Treasury', dueToTreasury, fiveYearsOn],
  ])('%s, from any day', (_, term, again) => {
    fc.assert(fc.property(anyDay, (from) => expect(term(day(from))).toBe(again(from))));
  });

  test.each<[string, (from: CalendarDate) => string, (from: string) => string]>([
    ['3612(a): notice of a receipt', receiptNoticeDueOn, noticeOfReceiptBy],
    ['3612(d), (e): notice of lateness', noticeDueOn, noticeOfLatenessBy],
    ['3612(f)(1): interest begins', firstLiableDay, interestFrom],
    ['5 U.S.C. 6103(a): the next day of work', businessDayFrom, workdayFrom],
    ['ten days of work', (from) => plusBusinessDays(from, 10), (from) => workdaysOn(from, 10)],
  ])('%s, over holidays as they are listed', (_, term, again) => {
    fc.assert(
      fc.property(workYears, (from) => expect(term(day(from))).toBe(again(from))),
      { numRuns: 500 },
    );
  });

  test('2259(d)(1)(D): the year of any day', () => {
    fc.assert(fc.property(anyDay, (on) => expect(yearOf(day(on))).toBe(yearOn(on))));
  });

  test('every day of work of six years is one by the list', () => {
    for (let at = '2022-01-01'; at < '2028-01-01'; at = daysOn(at, 1)) {
      expect([at, isBusinessDay(day(at))]).toEqual([at, isWorkday(at)]);
    }
  });

  test('what was due by a day is what is late enough on it: the one is the other told backwards', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect([delinquentOn(delinquentDueBy(day(on))), inDefaultOn(defaultDueBy(day(on)))]).toEqual([
          on,
          on,
        ]);
      }),
    );
  });

  test('3572(d): what is due, and since when, is what the instalments say that are told one after the other', () => {
    const every = fc.constantFrom('MONTH' as const, 'QUARTER' as const);
    const cents = (most: bigint) => fc.bigInt({ min: 1n, max: most });
    // No more instalments than there are months before the last day that can be written.
    const slice = fc.bigInt({ min: 100n, max: 9_000n });
    fc.assert(
      fc.property(anyDay, every, slice, cents(90_000n), fc.nat(4_000), cents(90_000n), (...given) => {
        const [first, interval, each, total, later, paid] = given;
        const [firstOn, on] = [day(first), day(daysOn(first, later - 40))];
        const schedule = { manner: 'INSTALMENTS', firstOn, amount: money(each), every: interval } as const;
        const months = monthsBetween(interval);
        const told = instalments(first, months, each, total);
        const due = told.reduce((sum, [at, amount]) => (at <= on ? sum + amount : sum), 0n);
        expect([dueBy(schedule, money(total), on), months]).toEqual([due, interval === 'MONTH' ? 1 : 3]);
        const unpaid = told.find(([, amount], at) => at * Number(each) + Number(amount) > Number(paid));
        if (unpaid && paid < total) expect(oldestUnpaid(schedule, money(paid))).toBe(unpaid[0]);
      }),
    );
  });

  test('3613(b): liability ends on the first day on which nothing is owed, under every answer to P-34 and P-35', () => {
    const kinds = {
      restitution: 'RESTITUTION',
      fine: 'FINE',
      'special assessment': 'ASSESSMENT_3013',
      other: 'COSTS',
    } as const satisfies Record<LifeOfDebt['kind'], Life['obligation']>;
    const perhaps = fc.option(between('1994-01-01', 18_000), { nil: undefined });
    const lives: fc.Arbitrary<LifeOfDebt> = fc.record({
      kind: fc.constantFrom(...(Object.keys(kinds) as LifeOfDebt['kind'][])),
      ...{ offence: between('1995-06-01', 600), judgment: between('1995-09-01', 900) },
      ...{ release: perhaps, death: perhaps, final: perhaps },
      ...{ byJudgment: fc.boolean(), abates: fc.boolean() },
    });
    const isPlaced = ({ judgment, death }: LifeOfDebt): boolean => death === undefined || death > judgment;
    fc.assert(
      fc.property(lives.filter(isPlaced), (life) => {
        const dayOf = (text: string | undefined) => (text === undefined ? undefined : day(text));
        const ends = liabilityEndsOn(
          {
            ...{ obligation: kinds[life.kind], offenceOn: day(life.offence), judgmentOn: day(life.judgment) },
            ...{ releasedOn: dayOf(life.release), diedOn: dayOf(life.death), finalOn: dayOf(life.final) },
            wasImprisoned: true,
          },
          {
            term: life.byJudgment ? 'BY_JUDGMENT_DATE' : 'BY_OFFENCE_DATE',
            death: life.abates ? 'ABATES_BEFORE_FINALITY' : 'ESTATE_LIABLE',
          },
        );
        expect(ends).toBe(owedUntil(life));
      }),
      { numRuns: 300 },
    );
  });
});
