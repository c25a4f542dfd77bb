import {
  generalOrderOfPayment,
  orderOfPayment,
} from '../../../src/domain/statutes/18-usc-3612-c-order-of-payment.ts';
import { obligations } from '../../../src/domain/statutes/obligations.ts';

describe('18 U.S.C. 3612(c): what is paid first', () => {
  test('in the words of the law', () => {
    expect(orderOfPayment.citation).toBe('18 U.S.C. 3612(c)');
    expect(orderOfPayment.words).toContain('(1) A penalty assessment under section 3013 of title 18');
  });

  test('the special assessment, then restitution of all victims alike, then everything else', () => {
    const [first, second, third] = generalOrderOfPayment;
    expect(first).toEqual(['ASSESSMENT_3013']);
    expect(second).toEqual(['RESTITUTION_2259', 'RESTITUTION']);
    expect(third).toEqual(['ASSESSMENT_2259A', 'FINE', 'PENALTY', 'COSTS']);
  });

  test('a fine before community restitution, and the assessment of section 3014 last of all', () => {
    expect(generalOrderOfPayment.slice(3)).toEqual([['COMMUNITY_RESTITUTION'], ['ASSESSMENT_3014']]);
  });

  test('every obligation has one place', () => {
    expect([...generalOrderOfPayment.flat()].sort()).toEqual([...obligations].sort());
  });
});
