import { payeeOn, type Beside } from '../../../src/domain/disbursement/payee.ts';
import type { RepresentativeId } from '../../../src/domain/ids.ts';
import { today, tomorrow, yesterday } from '../../support/words.ts';

const [guardian, other] = ['h-1' as RepresentativeId, 'h-2' as RepresentativeId];
const acting = (representativeId = guardian, from = yesterday, until?: typeof today) => ({
  representativeId,
  from,
  until,
});
const beside = (given: Partial<Beside> = {}): Beside => ({
  ...{ diedOn: undefined, heldOn: undefined, representatives: [], heirs: [] },
  ...given,
});

describe('the payee of a victim', () => {
  test.each([
    ['is the victim', beside(), { representativeId: undefined }],
    ['is who acts for the victim', beside({ representatives: [acting()] }), { representativeId: guardian }],
    [
      'is the victim again when that is over',
      beside({ representatives: [acting(guardian, yesterday, today)] }),
      { representativeId: undefined },
    ],
    [
      'is not one of several who act',
      beside({ representatives: [acting(), acting(other)] }),
      'SEVERAL_REPRESENTATIVES',
    ],
    [
      'is the heir of a victim who has died',
      beside({ diedOn: yesterday, heirs: [other] }),
      { representativeId: other },
    ],
    ['is not known without an heir', beside({ diedOn: today }), 'SUCCESSION_UNKNOWN'],
    ['is not one of several heirs', beside({ diedOn: today, heirs: [guardian, other] }), 'SEVERAL_HEIRS'],
    ['is the victim until death', beside({ diedOn: tomorrow }), { representativeId: undefined }],
    ['is nobody while a court is to be asked', beside({ heldOn: today }), 'PAYOUT_HELD'],
  ] as const)('%s', (_, people, found) => {
    expect(payeeOn(people, today)).toEqual(found);
  });
});
