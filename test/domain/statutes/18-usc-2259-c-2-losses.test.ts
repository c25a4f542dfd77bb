import { lossCategories, lossHeads, losses } from '../../../src/domain/statutes/18-usc-2259-c-2-losses.ts';

describe('18 U.S.C. 2259(c)(2): what counts as a victim’s losses', () => {
  test('in the words of the law', () => {
    expect(losses).toEqual({
      citation: '18 U.S.C. 2259(c)(2)',
      inForceFrom: '2018-12-07',
      words:
        'any costs incurred, or that are reasonably projected to be incurred in the future, by the victim, as a ' +
        'proximate result of the offenses involving the victim, and in the case of trafficking in child pornography ' +
        'offenses, as a proximate result of all trafficking in child pornography offenses involving the same victim',
    });
  });

  test.each([
    ['(A) medical services', 0, 'MEDICAL_SERVICES'],
    ['(B) therapy and rehabilitation', 1, 'THERAPY_AND_REHABILITATION'],
    ['(C) transportation, temporary housing and child care', 2, 'TRANSPORTATION_HOUSING_CHILD_CARE'],
    ['(D) lost income', 3, 'LOST_INCOME'],
    ['(E) attorneys’ fees, which are losses here, and other costs', 4, 'ATTORNEYS_FEES_AND_COSTS'],
    ['(F) any other relevant losses', 5, 'OTHER_RELEVANT_LOSSES'],
  ])('head %s', (_, place, head) => {
    expect(lossHeads[place]).toBe(head);
  });

  test('has no head but these', () => {
    expect(lossHeads).toHaveLength(6);
  });

  test('keeps the losses of the trade in images apart from those of the abuse, and of other statutes', () => {
    expect(lossCategories).toEqual(['TRAFFICKING', 'PRODUCTION', 'OTHER']);
  });
});
