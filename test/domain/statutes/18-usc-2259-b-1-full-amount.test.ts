import { parseMoney } from '../../../src/domain/money.ts';
import { fullAmount, isFullAmount } from '../../../src/domain/statutes/18-usc-2259-b-1-full-amount.ts';

describe('18 U.S.C. 2259(b)(1): whoever is no trafficker only pays the whole loss', () => {
  test('in the words of the law', () => {
    expect(fullAmount).toEqual({
      citation: '18 U.S.C. 2259(b)(1)',
      inForceFrom: '1994-09-13',
      words:
        'Except as provided in paragraph (2), the order of restitution under this section shall direct the ' +
        "defendant to pay the victim (through the appropriate court mechanism) the full amount of the victim's losses.",
    });
  });

  test('an order for all of the losses found is what the paragraph directs', () => {
    expect(isFullAmount(parseMoney('48212.50'), parseMoney('48212.50'))).toBe(true);
  });

  test.each([
    ['a cent less', '48212.49'],
    ['a cent more', '48212.51'],
  ])('an order for %s is not', (_, ordered) => {
    expect(isFullAmount(parseMoney(ordered), parseMoney('48212.50'))).toBe(false);
  });
});
