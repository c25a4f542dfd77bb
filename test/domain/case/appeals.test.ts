import { caseDecider } from '../../../src/domain/case/decide.ts';
import type { AppealCommand } from '../../../src/domain/appeal/commands.ts';
import { specify } from '../../support/given.ts';
import {
  caseId,
  enterOrder,
  orderId,
  registerCase,
  registerDefendant,
  today,
  tomorrow,
  yesterday,
} from '../../support/words.ts';

const ids = { caseId: caseId('c-1'), orderId: orderId('o-1') };
const appeal = (on = today): AppealCommand => ({ type: 'RecordAppeal', ...ids, on });
const end = (on = tomorrow): AppealCommand => ({ type: 'RecordAppealEnd', ...ids, on });
const data = { ...ids, defendantId: 'd-1' };
const known = specify(caseDecider).after(registerCase('c-1'), registerDefendant('d-1', { caseId: 'c-1' }));
const ordered = known.and(enterOrder('o-1', '5,000.00', { caseId: 'c-1', defendantId: 'd-1' }));

describe('an appeal', () => {
  test('is taken, ends, and may be taken again', () => {
    ordered.when(appeal()).then({ type: 'AppealTaken', data });
    ordered.and(appeal()).when(end()).then({ type: 'AppealEnded', data });
    ordered.and(appeal(), end()).when(appeal(tomorrow)).then({ type: 'AppealTaken', data });
  });

  test('that is heard twice is recorded once', () => {
    ordered.and(appeal()).when(appeal()).thenNothing();
    ordered.and(appeal(), end()).when(end()).thenNothing();
  });

  test('is refused where it is told two ways, or of what is not known', () => {
    known.when(appeal()).thenRefused('order-not-found', '/orderId');
    ordered.when(end()).thenRefused('appeal-not-found', '/orderId');
    ordered.and(appeal()).when(appeal(tomorrow)).thenRefused('appeal-recorded-differently', '/on');
    ordered.and(appeal(), end()).when(end(today)).thenRefused('appeal-recorded-differently', '/on');
    ordered.and(appeal()).when(end(yesterday)).thenRefused('ended-before-appealed', '/on');
  });
});
