import { caseId, orderId, today, usd, victimId } from '../../support/words.ts';
import type { MakeLiabilitiesJoint } from '../../../src/domain/victim/commands.ts';
import { impose, ref, registered, spec } from './words.ts';

const makeJoint = (orders: readonly string[], declaration: number): MakeLiabilitiesJoint => ({
  type: 'MakeLiabilitiesJoint',
  ...{ victimId: victimId('v-1'), caseId: caseId('c-1'), orderIds: orders.map(orderId) },
  ...{ crediting: undefined, declaration, on: today },
});
const tender = (order: string, receipt: string, amount: string) =>
  ({
    type: 'CreditRecovery',
    ...ref(order),
    ...{ caseId: caseId('c-1'), receiptId: receipt as never, round: 1, offered: usd(amount), on: today },
  }) as const;
const took = (order: string, receipt: string, offered: string, accepted: string) => ({
  type: 'RecoveryCredited',
  data: { ...ref(order), caseId: 'c-1', receiptId: receipt, round: 1, offered, accepted },
});

const imposed = (order: string, amount: string) =>
  impose(order, amount, { track: 'FULL_AMOUNT', inCase: 'c-1' });
/** Two producers of images, each ordered to pay the full 9,000.00. */
const two = spec.after(registered, imposed('o-1', '9,000.00'), imposed('o-2', '9,000.00'));

describe('liabilities that defendants owe jointly under section 2259', () => {
  test('are made so by the case, and a declaration that comes late changes nothing', () => {
    two.when(makeJoint(['o-1', 'o-2'], 1)).then({
      type: 'LiabilitiesMadeJoint',
      data: { victimId: 'v-1', caseId: 'c-1', orderIds: ['o-1', 'o-2'], declaration: 1 },
    });
    two
      .and(makeJoint(['o-1', 'o-2', 'o-3'], 2))
      .when(makeJoint(['o-1', 'o-2'], 1))
      .thenNothing();
  });

  test('take together no more than the loss: whoever comes second pays what is left', () => {
    two
      .and(makeJoint(['o-1', 'o-2'], 1), tender('o-1', 'dcd.1', '8,000.00'))
      .when(tender('o-2', 'dcd.2', '8,000.00'))
      .then(took('o-2', 'dcd.2', '8000.00', '1000.00'));
  });

  test('without such a declaration each is owed by itself', () => {
    two
      .and(tender('o-1', 'dcd.1', '8,000.00'))
      .when(tender('o-2', 'dcd.2', '8,000.00'))
      .then(took('o-2', 'dcd.2', '8000.00', '8000.00'));
  });
});
