import { parseMoney } from '../../../src/domain/money.ts';
import { fullLosses, headsAddUp } from '../../../src/domain/statutes/18-usc-2259-b-2-a-full-losses.ts';

const heads = (...amounts: readonly string[]) => amounts.map((amount) => ({ amount: parseMoney(amount) }));

describe('18 U.S.C. 2259(b)(2)(A): what the victim lost in all, whoever caused it', () => {
  test('in the words of the law', () => {
    expect(fullLosses).toEqual({
      citation: '18 U.S.C. 2259(b)(2)(A)',
      inForceFrom: '2018-12-07',
      words:
        "The court shall determine the full amount of the victim's losses that were incurred or are reasonably " +
        'projected to be incurred by the victim as a result of the trafficking in child pornography depicting the victim.',
    });
  });

  test('heads of loss add up to the full amount found', () => {
    expect(headsAddUp(parseMoney('120000.00'), heads('35000.00', '60000.01', '24999.99'))).toBe(true);
  });

  test.each([
    ['one cent is missing', ['35000.00', '84999.99']],
    ['there is one cent too many', ['35000.00', '85000.01']],
  ])('heads of loss do not add up where %s', (_, amounts) => {
    expect(headsAddUp(parseMoney('120000.00'), heads(...amounts))).toBe(false);
  });

  test('a finding need not list its heads', () => {
    expect(headsAddUp(parseMoney('120000.00'), [])).toBe(true);
  });
});
