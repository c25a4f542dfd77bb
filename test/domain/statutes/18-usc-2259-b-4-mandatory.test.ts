import { isForbiddenGround, orderMandatory } from '../../../src/domain/statutes/18-usc-2259-b-4-mandatory.ts';
import { groundsToDecline } from '../../../src/domain/statutes/grounds-to-decline.ts';

describe('18 U.S.C. 2259(b)(4): the order is mandatory', () => {
  test('in the words of the law', () => {
    expect(orderMandatory).toEqual({
      citation: '18 U.S.C. 2259(b)(4)',
      inForceFrom: '1994-09-13',
      words:
        '(A) The issuance of a restitution order under this section is mandatory. (B) A court may not decline to issue ' +
        'an order under this section because of (i) the economic circumstances of the defendant; or (ii) the fact ' +
        'that a victim has, or is entitled to, receive compensation for his or her injuries from the proceeds of ' +
        'insurance or any other source.',
    });
  });

  test('takes two grounds from the court, and these alone', () => {
    expect(groundsToDecline.filter(isForbiddenGround)).toEqual([
      'ECONOMIC_CIRCUMSTANCES',
      'OTHER_COMPENSATION',
    ]);
  });
});
