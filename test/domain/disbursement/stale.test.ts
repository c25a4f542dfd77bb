/** When a cheque is stale: by the terms of its own day of issue. */
import fc from 'fast-check';
import { plusDays } from '../../../src/domain/calendar-arithmetic.ts';
import { staleFrom, staleIssuesOn } from '../../../src/domain/disbursement/stale.ts';
import type { PaymentTerms } from '../../../src/domain/disbursement/terms.ts';
import { noMoney } from '../../../src/domain/money.ts';
import { day } from '../../support/words.ts';

const terms = (on: string, staleAfterMonths: number): PaymentTerms => {
  return { on: day(on), minimum: noMoney, staleAfterMonths };
};

test('a cheque is stale twelve months after its issue, as Treasury has it of its own', () => {
  expect(staleFrom(day('2026-03-20'), [])).toBe('2027-03-20');
  expect(staleFrom(day('2024-02-29'), [])).toBe('2025-02-28');
});

test('terms reach cheques that are issued from their day on, and none that is on its way', () => {
  const set = [terms('2026-04-01', 6)];
  expect([day('2026-03-31'), day('2026-04-01')].map((issued) => staleFrom(issued, set))).toEqual([
    '2027-03-31',
    '2026-10-01',
  ]);
});

test('the days of issue that are stale on a day are those of which each cheque is', () => {
  const set = [terms('2026-04-01', 6), terms('2026-06-01', 24)];
  expect(staleIssuesOn(day('2026-12-15'), set)).toEqual([
    { from: '1900-01-01', to: '2025-12-15' },
    { from: '2026-04-01', to: '2026-05-31' },
  ]);
});

test('whatever the terms: a cheque is among them when it is stale, and not otherwise', () => {
  const some = fc.integer({ min: 0, max: 900 }).map((days) => plusDays(day('2025-01-01'), days));
  const set = fc.array(
    fc.record({ on: some, minimum: fc.constant(noMoney), staleAfterMonths: fc.integer({ min: 0, max: 30 }) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(some, some, set, (asked, issued, given) => {
      const among = staleIssuesOn(asked, given).some(({ from, to }) => from <= issued && issued <= to);
      expect(among).toBe(issued <= asked && staleFrom(issued, given) <= asked);
    }),
  );
});
