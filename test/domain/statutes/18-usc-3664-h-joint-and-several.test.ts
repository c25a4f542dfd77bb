import fc from 'fast-check';
import { formatMoney, money, type Money } from '../../../src/domain/money.ts';
import {
  creditMethods,
  jointAndSeveral,
  owedJointly,
  type CreditMethod,
  type JointShare,
} from '../../../src/domain/statutes/18-usc-3664-h-joint-and-several.ts';
import { usd } from '../../support/words.ts';

const among = (...rows: readonly (readonly [ordered: string, paid: string])[]): readonly JointShare[] =>
  rows.map(([ordered, paid]) => ({ ordered: usd(ordered), paid: usd(paid), isVacated: false }));
const owed = (shares: readonly JointShare[], method: CreditMethod): readonly string[] =>
  shares.map((_, at) => formatMoney(owedJointly(shares, at, method)));

describe('18 U.S.C. 3664(h): several defendants, one loss', () => {
  test('in the words of the law', () => {
    expect(jointAndSeveral.words).toMatch(/^If the court finds that more than 1 defendant has contributed/);
  });

  describe('unequal amounts, of which the greater pays 5,117.92: what each still owes (United States v. Salti)', () => {
    const salti = among(['35,000.00', '0.00'], ['72,000.00', '5,117.92']);

    test.each<[CreditMethod, string, string]>([
      // Each up to the own amount, until the victim has 72,000.00.
      ['OWN_AMOUNT_OR_VICTIM_WHOLE', '35000.00', '66882.08'],
      ['PER_JUDGMENT', '29882.08', '66882.08'],
      // 35/72 of 5,117.92 is 2,487.877..., which the clerk cut to 2,487.87.
      ['PRO_RATA', '32512.13', '66882.08'],
      // The first 37,000.00 are the payor's alone.
      ['NON_OVERLAP_FIRST', '35000.00', '66882.08'],
    ])('%s', (method, salt, towner) => {
      expect(owed(salti, method)).toEqual([salt, towner]);
    });
  });

  test('each pays up to the own amount until the victim is whole, and nobody a cent more', () => {
    const nearlyWhole = among(['35,000.00', '0.00'], ['72,000.00', '71,999.99']);
    expect(owed(nearlyWhole, 'OWN_AMOUNT_OR_VICTIM_WHOLE')).toEqual(['0.01', '0.01']);
    const whole = among(['35,000.00', '10,000.00'], ['72,000.00', '62,000.00']);
    for (const method of creditMethods) expect(owed(whole, method)).toEqual(['0.00', '0.00']);
  });

  test('all liable for all: what one pays, no other owes, by every method', () => {
    const equal = among(['900.00', '100.00'], ['900.00', '250.00'], ['900.00', '0.00']);
    for (const method of creditMethods) expect(owed(equal, method)).toEqual(['550.00', '550.00', '550.00']);
  });

  test('above what only the payor owes, a payment reduces the other too: NON_OVERLAP_FIRST', () => {
    const past = among(['35,000.00', '0.00'], ['72,000.00', '40,000.00']);
    expect(owed(past, 'NON_OVERLAP_FIRST')).toEqual(['32000.00', '32000.00']);
    expect(owed(past, 'OWN_AMOUNT_OR_VICTIM_WHOLE')).toEqual(['32000.00', '32000.00']);
  });

  test('an order that was set aside says no more how great the loss is; what was paid under it is paid on the loss', () => {
    const [small, great] = among(['200.00', '0.00'], ['350.00', '149.99']);
    const setAside = [small!, { ...great!, isVacated: true }];
    // 200.00 less 149.99; before that, each up to the own amount: 350.00 less 149.99 is more than 200.00.
    expect(owed([small!, great!], 'OWN_AMOUNT_OR_VICTIM_WHOLE')[0]).toBe('200.00');
    for (const method of creditMethods.filter((each) => each !== 'PRO_RATA'))
      expect(owed(setAside, method)[0]).toBe('50.01');
    // By the clerk's proportion, 200/350 of 149.99 is 85.7085...: 200.00 less 85.70 is more than is left of the loss.
    expect(owed(setAside, 'PRO_RATA')[0]).toBe('50.01');
    const more = [small!, { ...great!, paid: usd('349.99'), isVacated: true }];
    for (const method of creditMethods) expect(owed(more, method)[0]).toBe('0.00');
  });

  test('nobody stands at a place that is not there', () => {
    expect(() => owedJointly(among(['1.00', '0.00']), 1, 'PRO_RATA')).toThrow(RangeError);
  });

  /** The same in thousandths of words: a list of payments, one after the other, each to the last cent that may be taken. */
  function collected(
    amounts: readonly bigint[],
    payments: readonly (readonly [number, bigint])[],
    method: CreditMethod,
  ) {
    const paid = amounts.map(() => 0n);
    for (const [who, offered] of payments) {
      const shares = amounts.map((ordered, at) => ({
        ordered: money(ordered),
        paid: money(paid[at] ?? 0n),
        isVacated: false,
      }));
      const may = owedJointly(shares, who, method);
      paid[who] = (paid[who] ?? 0n) + (offered < may ? offered : may);
    }
    return paid;
  }

  test('whatever is paid in whatever order, the victim never receives more than the loss, nor anybody pays more than ordered', () => {
    const amount = fc.bigInt({ min: 0n, max: 100_000n });
    const amounts = fc.array(amount, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.tuple(fc.nat(19), amount), { maxLength: 30 }),
        fc.constantFrom(...creditMethods),
        (all, given, method) => {
          const payments = given.map(([who, sum]) => [who % all.length, sum] as const);
          const paid = collected(all, payments, method);
          const loss = all.reduce((most, each) => (each > most ? each : most), 0n);
          expect(paid.reduce((sum, each) => sum + each, 0n) <= loss).toBe(true);
          expect(paid.every((each, at) => each <= (all[at] as Money))).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('those who pay all that they may, in any order, pay the victim all of it: OWN_AMOUNT_OR_VICTIM_WHOLE', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (all) => {
        const paid = collected(
          all,
          all.map((each, at) => [at, each] as const),
          'OWN_AMOUNT_OR_VICTIM_WHOLE',
        );
        const loss = all.reduce((most, each) => (each > most ? each : most), 0n);
        expect(paid.reduce((sum, each) => sum + each, 0n)).toBe(loss);
      }),
      { numRuns: 1_000 },
    );
  });
});
