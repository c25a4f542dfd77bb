import fc from 'fast-check';
import { plusDays } from '../../../src/domain/calendar-arithmetic.ts';
import { calendarDate } from '../../../src/domain/calendar-date.ts';
import { itemIdOf, type Item } from '../../../src/domain/matching/item.ts';
import type { Line, LineId } from '../../../src/domain/matching/line.ts';
import { match, type Matched } from '../../../src/domain/matching/match.ts';
import { usualSettings } from '../../../src/domain/matching/settings.ts';
import { money } from '../../../src/domain/money.ts';
import { bankYear, usualWays } from './dirty/bank-year.ts';
import { item, johns, line, outcomeOf } from './words.ts';

const asOf = calendarDate('2026-06-30');
const newYear = calendarDate('2026-01-01');
const amounts = [25_00n, 50_00n, 75_00n, 31_17n, 81_17n, 100_00n];
const names = ['Jane Roe', 'John Doe', 'J. Roe', 'Jane Ann Roe', ''];

/** Few amounts, few people and few numbers, so that everything comes into question for everything. */
const anyLine = fc.record({
  kind: fc.constantFrom('CREDIT', 'DEPOSIT', 'RETURN', 'REPORTED_RECEIPT' as const),
  amount: fc.constantFrom(...amounts),
  day: fc.nat(20),
  receipt: fc.constantFrom('', '', '0101', '0102', '0120'),
  deposit: fc.constantFrom('', '', '7'),
  party: fc.constantFrom(...names),
});
const anyItem = fc.record({
  kind: fc.constantFrom('RECEIPT', 'RECEIPT', 'RECEIPT', 'PAYMENT_RETURN' as const),
  amount: fc.constantFrom(...amounts),
  day: fc.nat(20),
  receipt: fc.constantFrom('', '0101', '0102', '0103'),
  deposit: fc.constantFrom('', '7'),
  whose: fc.constantFrom(1, 2),
});
const world = fc
  .tuple(fc.array(anyLine, { maxLength: 12 }), fc.array(anyItem, { maxLength: 12 }))
  .map(([lines, items]) => ({
    lines: lines.map(({ kind, amount, day, receipt, deposit, party }, nth): Line => ({
      ...{ id: `l${nth}` as LineId, kind, amount: money(amount), bookedOn: plusDays(newYear, day), party },
      ...{ direction: kind === 'RETURN' ? 'OUT' : 'IN', references: { RECEIPT: receipt, DEPOSIT: deposit } },
    })),
    items: items.map(({ kind, amount, day, receipt, deposit, whose }, nth): Item => ({
      ...{
        id: itemIdOf(kind, String(nth)),
        kind,
        amount: money(amount),
        effectiveOn: plusDays(newYear, day),
      },
      ...{ direction: kind === 'RECEIPT' ? 'IN' : 'OUT', references: { RECEIPT: receipt, DEPOSIT: deposit } },
      ...(whose === 1 ? { ...johns, partyId: 'd-1', names: ['Jane Ann Roe'] } : johns),
    })),
  }));

const settings = { ...usualSettings, oneIn: 1n };
const run = (lines: readonly Line[], items: readonly Item[]) => match({ lines, items, settings, asOf });
const matchesOf = ({ outcomes }: Matched) =>
  [...new Set(outcomes.values())].filter((outcome) => outcome.outcome === 'MATCH');

/** Without words, in the order of ids: what was decided. */
function told({ outcomes, standings }: Matched): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted(outcomes), sorted(standings)];
}

describe('matching, whatever lies on the desk', () => {
  test('settles every line once, and claims no line and no item twice', () => {
    fc.assert(
      fc.property(world, ({ lines, items }) => {
        const matched = run(lines, items);
        const claimed = matchesOf(matched).flatMap((each) => [...each.lines, ...each.items]);
        expect(new Set(claimed).size).toBe(claimed.length);
        expect([...matched.outcomes.keys()].sort()).toEqual(lines.map(({ id }) => id).sort());
        expect([...matched.standings.keys()].sort()).toEqual(items.map(({ id }) => id).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('keeps every cent: the lines of a match come to its items and what is left over', () => {
    const tolerance = { absolute: money(50_00n), basisPoints: 10_000n, reason: 'ROUNDING' } as const;
    fc.assert(
      fc.property(world, ({ lines, items }) => {
        const cents = new Map<string, bigint>([...lines, ...items].map(({ id, amount }) => [id, amount]));
        const total = (ids: readonly string[]) => ids.reduce((sum, id) => sum + cents.get(id)!, 0n);
        for (const each of matchesOf(match({ lines, items, settings: { ...settings, tolerance }, asOf })))
          expect(total(each.lines)).toBe(total(each.items) + (each.residual?.amount ?? 0n));
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order in which lines and items come', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ lines, items }, keys) => {
        const shuffled = <Each>(all: readonly Each[]) =>
          all
            .map((each) => ({ each, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
        expect(told(run(shuffled(lines), shuffled(items)))).toEqual(told(run(lines, items)));
      }),
      { numRuns: 500 },
    );
  });

  test('finds nothing new when it is done again with what is left', () => {
    fc.assert(
      fc.property(world, ({ lines, items }) => {
        const first = run(lines, items);
        const settled = new Set(
          matchesOf(first).flatMap((each) => [...each.lines, ...each.items] as string[]),
        );
        const returned = new Map(
          [...first.outcomes].flatMap(([id, o]) =>
            o.outcome === 'ACT' && 'item' in o.act ? [[o.act.item as string, id]] : [],
          ) as [string, string][],
        );
        const left = lines.filter(({ id }) => first.outcomes.get(id)!.outcome !== 'ACT' && !settled.has(id));
        const marked = items.map((each) => ({
          ...each,
          ...(settled.has(each.id) && { isClaimed: true as const }),
          ...(returned.has(each.id) && { isReturned: true as const }),
        }));
        const again = run(left, marked);
        expect(
          [...again.outcomes.values()].filter(({ outcome }) => outcome === 'MATCH' || outcome === 'ACT'),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('never takes what is there twice: a twin of somebody else makes a question of it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...amounts),
        fc.nat(6),
        fc.constantFrom('0101', ''),
        (amount, days, RECEIPT) => {
          const dollars = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
          const one = item('r1', [dollars, '2026-03-02'], { references: { RECEIPT } });
          const twin = { ...one, ...johns, names: one.names!, id: itemIdOf('RECEIPT', 'twin') };
          const on = plusDays(calendarDate('2026-03-02'), days);
          const credit = line('CREDIT', [dollars, on], { references: { RECEIPT }, party: 'Jane Roe' });
          expect(outcomeOf([credit], [one])).toMatchObject({ outcome: 'MATCH' });
          expect(outcomeOf([credit], [one, twin])).toMatchObject({ outcome: 'ASK', because: 'SEVERAL_FIT' });
        },
      ),
    );
  });
});

describe('matching a dirty year', () => {
  test('finds nothing new when it is done again with what is left', () => {
    const { lines, items } = bankYear({ seed: 11, payors: 150, disbursements: 150, ways: usualWays });
    const first = match({ lines, items, settings: usualSettings, asOf });
    const settled = new Set(matchesOf(first).flatMap((each) => [...each.lines, ...each.items] as string[]));
    const returned = new Set(
      [...first.outcomes.values()].flatMap((each) =>
        each.outcome === 'ACT' && 'item' in each.act ? [each.act.item] : [],
      ),
    );
    const left = lines.filter(({ id }) => first.outcomes.get(id)!.outcome !== 'ACT' && !settled.has(id));
    const marked = items.map((each) => ({
      ...each,
      ...(settled.has(each.id) && { isClaimed: true as const }),
      ...(returned.has(each.id) && { isReturned: true as const }),
    }));
    const again = match({ lines: left, items: marked, settings: usualSettings, asOf });
    expect(
      [...again.outcomes.values()].filter(({ outcome }) => outcome === 'MATCH' || outcome === 'ACT'),
    ).toEqual([]);
    expect(left.length).toBeGreaterThan(20);
  });
});
