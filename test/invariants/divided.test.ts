/** How a payment is divided, whatever is owed: the sums, the rounding, and what changes when the question does. */
import fc from 'fast-check';
import { divide, type Sharing } from '../../src/domain/case/division.ts';
import { money, type Money } from '../../src/domain/money.ts';
import { runs } from './worlds.ts';

const answers = ['OUTSTANDING', 'ORDERED', 'OUTSTANDING_CUT'] as const;
const amounts = fc.oneof(
  fc.constantFrom(0n, 1n, 2n, 3n, 100n),
  fc.bigInt({ min: 0n, max: 1_000_000n }),
  fc.bigInt({ min: 0n, max: 10n ** 12n }),
);
const sharing = fc
  .tuple(amounts, amounts)
  .map(([owed, more]): Sharing => ({ owed: money(owed), ordered: money(owed + more) }));
const all = fc.array(sharing, { minLength: 1, maxLength: 12 });
const total = (each: readonly bigint[]): bigint => each.reduce((sum, one) => sum + one, 0n);
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const divided = (
  amount: bigint,
  among: readonly Sharing[],
  answer: (typeof answers)[number] = 'OUTSTANDING',
) => divide(money(amount), among, answer) as readonly bigint[];

/** Runs a property a thousand times, and asks whether each mark was met. */
function everyTime<Values extends [unknown, ...unknown[]]>(
  marks: readonly string[],
  values: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  holds: (mark: (what: string) => void, ...given: Values) => void,
): void {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.tuple(...(values as unknown as [fc.Arbitrary<unknown>])), (given) => {
      holds((what) => seen.add(what), ...(given as unknown as Values));
    }),
    { numRuns: runs, seed: 2026 },
  );
  expect(marks.filter((mark) => !seen.has(mark))).toEqual([]);
}

describe.each(answers)('divided by what is owed, as %s has it', (answer) => {
  test('L-5, I-26: the shares sum to the payment, or to all that is owed, and none is above what is owed to it', () => {
    everyTime<[bigint, readonly Sharing[]]>(['all of it', 'less'], [amounts, all], (mark, amount, among) => {
      const shares = divided(amount, among, answer);
      const owed = total(among.map((each) => each.owed));
      mark(amount >= owed ? 'all of it' : 'less');
      expect(total(shares)).toBe(least(amount, owed));
      for (const [at, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(0n);
        expect(share).toBeLessThanOrEqual(among[at]!.owed);
      }
    });
  });
});

test('I-26: each share is within a cent of its exact part, however the payees are written down', () => {
  everyTime<[bigint, readonly Sharing[]]>(['a part of a cent'], [amounts, all], (mark, amount, among) => {
    const owed = total(among.map((each) => each.owed));
    if (owed === 0n || amount >= owed) return;
    for (const [at, share] of divided(amount, among).entries()) {
      const exact = amount * among[at]!.owed;
      if (exact % owed !== 0n) mark('a part of a cent');
      const off = share * owed - exact;
      expect(off < owed && off > -owed).toBe(true);
    }
  });
});

test('I-27: equal claims differ by a cent at most, and the earlier has it', () => {
  everyTime<[bigint, bigint, number]>(
    ['a cent more', 'the same'],
    [amounts, fc.bigInt({ min: 1n, max: 10_000n }), fc.integer({ min: 2, max: 9 })],
    (mark, amount, each, count) => {
      const among = Array.from({ length: count }, () => ({ owed: money(each), ordered: money(each) }));
      const shares = divided(amount, among);
      for (const [at, share] of shares.entries()) {
        const next = shares[at + 1] ?? share;
        mark(share > next ? 'a cent more' : 'the same');
        expect(share - next === 0n || share - next === 1n).toBe(true);
      }
      expect(shares[0]! - shares.at(-1)!).toBeLessThanOrEqual(1n);
    },
  );
});

test('I-27: a greater claim is never paid less than it was, and nobody else more', () => {
  everyTime<[bigint, readonly Sharing[], bigint]>(
    ['more', 'the same'],
    [amounts, all, amounts],
    (mark, amount, among, by) => {
      const [first, ...rest] = among as readonly [Sharing, ...Sharing[]];
      const raised = [{ owed: money(first.owed + by), ordered: money(first.ordered + by) }, ...rest];
      const [before, after] = [divided(amount, among), divided(amount, raised)];
      mark(after[0]! > before[0]! ? 'more' : 'the same');
      expect(after[0]!).toBeGreaterThanOrEqual(before[0]! - 1n);
      for (const [at, share] of after.entries())
        if (at > 0) expect(share).toBeLessThanOrEqual(before[at]! + 1n);
    },
  );
});

test('I-34: a payment in two parts pays each payee what it pays in one, to within a cent for each part', () => {
  everyTime<[bigint, bigint, readonly Sharing[]]>(
    ['a cent apart', 'the same'],
    [amounts, amounts, all],
    (mark, one, other, among) => {
      const once = divided(one + other, among);
      const first = divided(one, among);
      const left = among.map(({ owed, ordered }, at) => ({ owed: (owed - first[at]!) as Money, ordered }));
      const twice = divided(other, left).map((share, at) => share + first[at]!);
      expect(total(twice)).toBe(total(once));
      for (const [at, share] of twice.entries()) {
        const off = share - once[at]!;
        mark(off === 0n ? 'the same' : 'a cent apart');
        expect(off <= 2n && off >= -2n).toBe(true);
      }
    },
  );
});
