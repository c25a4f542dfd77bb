import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { CollectionCommand } from '../../src/domain/collection/commands.ts';
import { caseId } from './words.ts';
import {
  day,
  expire,
  recordDeath,
  recordNotice,
  recordRelease,
  setInterestTerms,
  setPaymentSchedule,
  waive,
} from './words.ts';

/** An order or a debt, and the case in which it stands. */
export interface Obliged {
  readonly order?: string;
  readonly debt?: string;
  readonly inCase: string;
}

/** A day after every term of twenty years of a judgment of 2026, and of release in it. */
export const afterAllTerms = day('2046-12-31');

/** Whatever may be said of how obligations are collected, and how they end. */
export function anyCollection(
  obligations: readonly Obliged[],
  people: readonly { readonly defendant: string; readonly inCase: string }[],
  days: fc.Arbitrary<CalendarDate>,
): fc.Arbitrary<CollectionCommand> {
  const obligation = fc.constantFrom(...obligations);
  const person = fc.constantFrom(...people);
  const sum = fc.constantFrom('0.05', '1.00', '20.00');
  const said = (how: (of: Obliged & { on: CalendarDate }, sum: string) => CollectionCommand) =>
    fc
      .tuple(obligation, days, sum)
      .map(([of, on, amount]) => ({ ...how({ ...of, on }, amount), caseId: caseId(of.inCase) }));
  const lived = (how: (id: string, of: { on: CalendarDate; inCase: string }) => CollectionCommand) =>
    fc.tuple(person, days).map(([{ defendant, inCase }, on]) => how(defendant, { on, inCase }));
  return fc.oneof(
    { weight: 4, arbitrary: said((of) => expire({ ...of, on: afterAllTerms })) },
    { weight: 2, arbitrary: said((of) => expire(of)) },
    { weight: 1, arbitrary: lived(recordRelease) },
    { weight: 2, arbitrary: lived(recordDeath) },
    { weight: 1, arbitrary: said((of) => setInterestTerms('STATUTE', of)) },
    { weight: 1, arbitrary: said((of, limit) => setInterestTerms('CIVIL', { ...of, limit })) },
    { weight: 1, arbitrary: said((of) => setInterestTerms('WAIVED', of)) },
    { weight: 2, arbitrary: said((of) => setPaymentSchedule(of.on, of)) },
    {
      weight: 1,
      arbitrary: said((of, amount) => setPaymentSchedule(of.on, { ...of, amount, every: 'MONTH' })),
    },
    { weight: 1, arbitrary: said((of, amount) => waive('WaiveInterest', { ...of, amount })) },
    { weight: 1, arbitrary: said((of) => waive('WaiveInterest', of)) },
    { weight: 1, arbitrary: said((of, amount) => waive('WaivePenalty', { ...of, amount })) },
    { weight: 1, arbitrary: said((of) => recordNotice('DEFAULT', of)) },
    { weight: 1, arbitrary: said((of) => recordNotice('DELINQUENCY', of)) },
  );
}
