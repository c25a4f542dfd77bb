import fc from 'fast-check';
import { money, noMoney, parseMoney } from '../../../src/domain/money.ts';
import {
  fullRecovery,
  greatestLossOf,
  headroom,
  isFullyRecovered,
} from '../../../src/domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';

const amounts = fc.bigInt({ min: 0n, max: 10_000_000_00n }).map(money);

describe('18 U.S.C. 2259(b)(2)(C): once the victim has been made whole, nobody owes for those losses any more', () => {
  test('in the words of the law', () => {
    expect(fullRecovery).toEqual({
      citation: '18 U.S.C. 2259(b)(2)(C)',
      inForceFrom: '2018-12-07',
      words:
        "A victim's total aggregate recovery pursuant to this section shall not exceed the full amount of the victim's " +
        "demonstrated losses. After the victim has received restitution in the full amount of the victim's losses as " +
        'measured by the greatest amount of such losses found in any case involving that victim that has resulted in a ' +
        'final restitution order under this section, the liability of each defendant who is or has been ordered to pay ' +
        'restitution for such losses to that victim shall be terminated.',
    });
  });

  describe('the full amount', () => {
    test('is measured by the greatest amount found in any final case, not by the last or by all together', () => {
      const found = ['120000.00', '150000.00', '100000.00'].map(parseMoney);
      expect(greatestLossOf(found)).toBe(parseMoney('150000.00'));
    });

    test('is unknown where no final case has found any', () => {
      expect(greatestLossOf([])).toBeUndefined();
    });
  });

  describe('the first sentence: recovery shall not exceed the losses', () => {
    test.each([
      ['what is left up to the greatest loss can be recovered', '120000.00', '30000.00'],
      ['a cent can be recovered where a cent is missing', '149999.99', '0.01'],
      ['nothing can be recovered at the greatest loss', '150000.00', '0.00'],
      ['nothing can be recovered above it, and nothing is asked back', '180000.00', '0.00'],
    ])('%s', (_, recovered, left) => {
      expect(headroom(parseMoney('150000.00'), parseMoney(recovered))).toBe(parseMoney(left));
    });

    test('sets no limit while no final case has found any losses', () => {
      expect(headroom(undefined, parseMoney('150000.00'))).toBeUndefined();
    });
  });

  describe('the second sentence: liability shall be terminated', () => {
    test.each([
      ['one cent short, not yet', '149999.99', false],
      ['to the cent, now', '150000.00', true],
      ['above, too', '150000.01', true],
    ])('%s', (_, received, isFull) => {
      expect(isFullyRecovered(parseMoney('150000.00'), parseMoney(received))).toBe(isFull);
    });

    test('never while no final case has found any losses', () => {
      expect(isFullyRecovered(undefined, parseMoney('99999999999.99'))).toBe(false);
    });

    test('when, and only when, the first sentence leaves nothing to recover', () => {
      fc.assert(
        fc.property(amounts, amounts, (cap, recovered) => {
          expect(isFullyRecovered(cap, recovered)).toBe(headroom(cap, recovered) === noMoney);
        }),
      );
    });
  });
});
