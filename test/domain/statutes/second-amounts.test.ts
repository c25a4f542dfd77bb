/** Every amount of the statutes, of any figures, as a second reckoning has it that shares no code with the first (`test/second/amounts.ts`). */
import fc from 'fast-check';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import { money } from '../../../src/domain/money.ts';
import { floorFor, greatestShare } from '../../../src/domain/statutes/18-usc-2259-b-2-b-relative-role.ts';
import { greatestLossOf, headroom } from '../../../src/domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { grossLosses } from '../../../src/domain/statutes/18-usc-2259-d-2-c-deduction.ts';
import { feeCeiling } from '../../../src/domain/statutes/18-usc-2259-d-4-attorney-fees.ts';
import {
  assessedOffences,
  assessmentCeilingOn,
} from '../../../src/domain/statutes/18-usc-2259a-a-assessments.ts';
import { queued } from '../../../src/domain/statutes/18-usc-2259b-b-queue.ts';
import { defaultPenalty, delinquencyPenalty } from '../../../src/domain/statutes/18-usc-3612-g-penalties.ts';
import { leftAfterWaivers } from '../../../src/domain/statutes/18-usc-3612-h-waivers.ts';
import { communityShares } from '../../../src/domain/statutes/18-usc-3663-c-community-restitution.ts';
import { creditMethods, owedJointly } from '../../../src/domain/statutes/18-usc-3664-h-joint-and-several.ts';
import { payees } from '../../../src/domain/statutes/18-usc-3664-i-several-victims.ts';
import { placeOf } from '../../../src/domain/statutes/18-usc-3664-j-1-providers.ts';
import { reductionOf } from '../../../src/domain/statutes/18-usc-3664-j-2-civil-recoveries.ts';
import { mayBeOffset } from '../../../src/domain/statutes/31-usc-3716-c-3-offset.ts';
import { acceptable } from '../../../src/domain/statutes/34-usc-20101-d-6-ceiling.ts';
import {
  afterWaivers,
  beforeDeduction,
  cap,
  ceilingOn,
  communityParts,
  feesAllowed,
  fits,
  floor,
  line,
  offsetAtMost,
  percentOf,
  place,
  room,
  shareAtMost,
  stillOwes,
  takenOff,
} from '../../second/amounts.ts';
import { day } from '../../support/words.ts';

const few = fc.bigInt({ min: 0n, max: 3_000n });
const cents = fc.bigInt({ min: 0n, max: 2_000_000_000n });
const days = fc.constantFrom('2018-12-06', '2018-12-07', '2018-12-08', '2024-02-29', '2026-03-02');
const runs = { numRuns: 300, seed: 20181207 };

describe('amounts, as a second reckoning has them', () => {
  test('2259(b)(2)(B): the floor, and the most that a share can be', () => {
    fc.assert(
      fc.property(days, fc.bigInt({ min: 0n, max: 700_000n }), (offence, losses) => {
        expect(floorFor(day(offence))).toBe(floor(offence));
        expect(greatestShare(money(losses), day(offence))).toBe(shareAtMost(losses, offence));
      }),
      runs,
    );
  });

  test('2259(b)(2)(C): the cap, and what may still be recovered', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 6 }), few, (found, recovered) => {
        const limit = greatestLossOf(found.map(money));
        expect(limit).toBe(cap(found));
        expect(headroom(limit, money(recovered))).toBe(room(cap(found), recovered));
      }),
      runs,
    );
  });

  test('2259(d)(2)(C), (d)(4): the losses before the deduction, and what an attorney may take', () => {
    fc.assert(
      fc.property(cents, few, (found, deducted) => {
        expect(grossLosses(money(found), money(deducted))).toBe(beforeDeduction(found, deducted));
        expect(feeCeiling(money(deducted))).toBe(feesAllowed(deducted));
      }),
      runs,
    );
  });

  test('2259A(a): the ceilings', () => {
    const offence = fc.constantFrom(...assessedOffences);
    const published = fc.array(fc.record({ offence, from: days.map(day), amount: cents.map(money) }));
    fc.assert(
      fc.property(days, offence, published, (on, of, given) => {
        // What is published is of a day on which the section stood.
        const since = given.filter(({ from }) => from >= ('2018-12-07' as CalendarDate));
        expect(assessmentCeilingOn(day(on), of, since)).toBe(ceilingOn(on, of, since));
      }),
      runs,
    );
  });

  test('2259B(b): who is paid of those that wait', () => {
    const waiting = fc.record({ orderedOn: days.map(day), place: fc.nat(50), amount: few.map(money) });
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 8 }), few, fc.boolean(), (all, funds, skipping) => {
        const told = all.map(({ orderedOn, place, amount }) => ({ on: orderedOn, place, amount }));
        const standings = queued(all, money(funds), skipping).map(({ standing }) => standing);
        expect(standings).toEqual(line(told, funds, skipping));
      }),
      runs,
    );
  });

  test('3612(g), (h): penalties, and what waivers leave of them', () => {
    const waivers = fc.array(fc.option(few), { maxLength: 4 });
    fc.assert(
      fc.property(cents, few, waivers, (principal, owed, waived) => {
        expect(delinquencyPenalty(money(principal))).toBe(percentOf(principal, 10n));
        expect(defaultPenalty(money(principal))).toBe(percentOf(principal, 15n));
        const given = waived.map((each) => (each === null ? null : money(each)));
        expect(leftAfterWaivers(money(owed), given)).toBe(afterWaivers(owed, waived));
      }),
      runs,
    );
  });

  test('3663(c): 65 and 35 percent, to the cent', () => {
    fc.assert(
      fc.property(cents, (collected) => {
        expect(Object.values(communityShares(money(collected)))).toEqual(communityParts(collected));
      }),
      runs,
    );
  });

  test('3664(h): what each of several owes, by each method of crediting, of orders that stand or were set aside', () => {
    const one = fc.record({ ordered: few, paid: few, isSetAside: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...creditMethods),
        (all, method) => {
          const shares = all.map(({ ordered, paid, isSetAside }) => ({
            ...{ ordered: money(ordered), paid: money(paid), isVacated: isSetAside },
          }));
          const owed = all.map((_, at) => owedJointly(shares, at, method));
          expect(owed).toEqual(all.map((_, at) => stillOwes(all, at, method)));
        },
      ),
      runs,
    );
  });

  test('3664(i), (j)(1): who is paid before whom', () => {
    for (const last of ['PROVIDER', 'UNITED_STATES'] as const) {
      expect(payees.map((payee) => placeOf(payee, last))).toEqual(payees.map((payee) => place(payee, last)));
    }
  });

  test('3664(j)(2), 31 U.S.C. 3716(c)(3), 34 U.S.C. 20101(d)(6): what is taken off, offset, and taken in', () => {
    fc.assert(
      fc.property(cents, cents, cents, (one, two, three) => {
        expect(reductionOf(money(one), money(two), money(three))).toBe(takenOff(one, two, three));
        expect(mayBeOffset(money(one % 2_000_000n))).toBe(offsetAtMost(one % 2_000_000n));
        expect(acceptable(money(one), money(two))).toBe(fits(one, two));
      }),
      runs,
    );
  });
});
