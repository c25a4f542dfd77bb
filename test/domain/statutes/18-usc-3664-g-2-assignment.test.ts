import fc from 'fast-check';
import {
  assignment,
  isAssigned,
  type Assigned,
} from '../../../src/domain/statutes/18-usc-3664-g-2-assignment.ts';
import { day } from '../../support/words.ts';

const on = day('2026-03-10');
const payment = { caseId: 'c-1', orderId: 'o-1', on };
const from = day('2026-03-01');

describe('18 U.S.C. 3664(g)(2): a victim assigns the interest in payments', () => {
  test('in the words of the law', () => {
    expect(assignment.words).toContain('without in any way impairing the obligation of the defendant');
  });

  test.each<readonly [string, Assigned, boolean]>([
    ['all payments', { from, until: undefined }, true],
    ['those in the case', { caseId: 'c-1', from, until: undefined }, true],
    ['those in another case', { caseId: 'c-2', from, until: undefined }, false],
    ['those under the order', { caseId: 'c-1', orderId: 'o-1', from, until: undefined }, true],
    ['those under another order', { caseId: 'c-1', orderId: 'o-2', from, until: undefined }, false],
    ['from the day of the payment on', { from: on, until: undefined }, true],
    ['from the day after it on', { from: day('2026-03-11'), until: undefined }, false],
    ['and revoked on that day', { from, until: on }, false],
    ['and revoked the day after', { from, until: day('2026-03-11') }, true],
  ])('%s: %j', (_, each, is) => {
    expect(isAssigned([each], payment)).toBe(is);
  });

  test('as a calendar says that is gone through day by day', () => {
    const days = Array.from({ length: 20 }, (_, at) => day(`2026-03-${String(at + 1).padStart(2, '0')}`));
    const places = fc.constantFrom<Pick<Assigned, 'caseId' | 'orderId'>>(
      {},
      ...[{ caseId: 'c-1' }, { caseId: 'c-2' }],
      ...[
        { caseId: 'c-1', orderId: 'o-1' },
        { caseId: 'c-1', orderId: 'o-2' },
      ],
    );
    const assignments = fc.array(
      fc.record({ place: places, first: fc.nat(19), length: fc.option(fc.nat(10)) }),
      { maxLength: 4 },
    );
    const paid = fc.record({ at: fc.nat(19), order: fc.constantFrom('o-1', 'o-2', 'o-3') });
    fc.assert(
      fc.property(assignments, paid, (drawn, { at, order }) => {
        const caseOf = order === 'o-3' ? 'c-2' : 'c-1';
        const calendar = new Set<string>();
        for (const { place, first, length } of drawn) {
          const last = length === null ? days.length : Math.min(first + length, days.length);
          for (let each = first; each < last; each += 1) {
            for (const [one, its] of [
              ['o-1', 'c-1'],
              ['o-2', 'c-1'],
              ['o-3', 'c-2'],
            ] as const) {
              const isMeant = place.orderId === one || (place.orderId === undefined && place.caseId === its);
              if (isMeant || place.caseId === undefined) calendar.add(`${one} ${String(each)}`);
            }
          }
        }
        const written = drawn.map(({ place, first, length }): Assigned => {
          const until = length === null ? undefined : days[first + length];
          return { ...place, from: days[first]!, until };
        });
        const isOn = isAssigned(written, { caseId: caseOf, orderId: order, on: days[at]! });
        expect(isOn).toBe(calendar.has(`${order} ${String(at)}`));
      }),
    );
  });
});
