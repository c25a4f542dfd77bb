import { caseId, enterOrder, orderId, registerDefendant, today, vacateOrder } from '../../support/words.ts';
import type { MakeOrdersJoint } from '../../../src/domain/case/commands.ts';
import { answer, applied, credited, divide, divided, inCase, known } from './words.ts';

const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1' } as const;

const joint = (
  orders: readonly string[],
  crediting: MakeOrdersJoint['crediting'] = null,
): MakeOrdersJoint => ({
  type: 'MakeOrdersJoint',
  ...{ caseId: caseId('c-1'), orderIds: orders.map(orderId), crediting, on: today },
});

/** Three defendants: d-1 owes 350.00, d-2 720.00, d-3 100.00, of one loss to v-1. */
const sentenced = known.and(
  registerDefendant('d-2', { caseId: 'c-1' }),
  registerDefendant('d-3', { caseId: 'c-1' }),
  enterOrder('o-1', { 'v-1': '350.00' }, { ...fraud, defendantId: 'd-1' }),
  enterOrder('o-2', { 'v-1': '720.00' }, { ...fraud, defendantId: 'd-2' }),
  enterOrder('o-3', { 'v-1': '100.00' }, { ...fraud, defendantId: 'd-3' }),
);
const by = (defendant: string, receipt: string, amount: string) => ({
  ...divide(receipt, amount, null),
  defendantId: registerDefendant(defendant).defendantId,
});

describe('orders on several defendants', () => {
  test('are made joint by the judgment, once', () => {
    sentenced.when(joint(['o-1', 'o-2'])).then({
      type: 'OrdersMadeJoint',
      data: { caseId: 'c-1', orderIds: ['o-1', 'o-2'] },
    });
    sentenced
      .and(joint(['o-1', 'o-2']))
      .when(joint(['o-1', 'o-2']))
      .thenNothing();
    sentenced
      .and(joint(['o-1', 'o-2']))
      .when(joint(['o-1', 'o-2'], 'PRO_RATA'))
      .then({
        type: 'OrdersMadeJoint',
        data: { caseId: 'c-1', orderIds: ['o-1', 'o-2'], crediting: 'PRO_RATA' },
      });
  });

  test('are joined by a later one only together with all of them', () => {
    const two = sentenced.and(joint(['o-1', 'o-2']));
    two.when(joint(['o-2', 'o-3'])).thenRefused('joint-orders-incomplete', '/orders');
    two.when(joint(['o-1', 'o-2', 'o-3'])).then({
      type: 'OrdersMadeJoint',
      data: { caseId: 'c-1', orderIds: ['o-1', 'o-2', 'o-3'] },
    });
  });

  test('must be two or more, of as many defendants, known, and all within section 2259 or all without', () => {
    sentenced.when(joint(['o-1'])).thenRefused('joint-orders-too-few', '/orders');
    sentenced.when(joint(['o-1', 'o-9'])).thenRefused('order-not-found', '/orders/1/orderId');
    const again = sentenced.and(enterOrder('o-4', { 'v-1': '10.00' }, { ...fraud, defendantId: 'd-1' }));
    again.when(joint(['o-1', 'o-4'])).thenRefused('joint-orders-of-one-defendant', '/orders');
    const images = sentenced.and(
      registerDefendant('d-4', { caseId: 'c-1' }),
      enterOrder('o-4', '3,000.00', { caseId: 'c-1', defendantId: 'd-4' }),
    );
    images.when(joint(['o-1', 'o-4'])).thenRefused('joint-orders-of-different-statutes', '/orders');
  });
});

describe('a receipt of one who owes jointly', () => {
  const jointly = sentenced.and(joint(['o-1', 'o-2']));

  test('is taken up to the own amount while the victim is not whole', () => {
    jointly
      .and(by('d-2', 'dcd.1', '51.18'))
      .when(divide('dcd.2', '400.00', null))
      .then(
        divided('dcd.2', 1, { 'o-1/v-1': '350.00' }, '50.00'),
        credited('dcd.2', 1, ['o-1/v-1', '350.00']),
        applied('dcd.2', 1, { 'o-1/v-1': '350.00' }, '50.00'),
      );
  });

  test('is taken no further than what is left of the loss', () => {
    jointly
      .and(by('d-2', 'dcd.1', '700.00'))
      .when(divide('dcd.2', '400.00', null))
      .then(
        divided('dcd.2', 1, { 'o-1/v-1': '20.00' }, '380.00'),
        credited('dcd.2', 1, ['o-1/v-1', '20.00']),
        applied('dcd.2', 1, { 'o-1/v-1': '20.00' }, '380.00'),
      );
    jointly
      .and(by('d-2', 'dcd.1', '720.00'))
      .when(divide('dcd.2', '400.00', null))
      .then(divided('dcd.2', 1, {}, '400.00'), applied('dcd.2', 1, {}, '400.00'));
  });

  test('by the judgment’s own method where it has one, whatever P-23 says', () => {
    const paid = sentenced.and(joint(['o-1', 'o-2'], 'PRO_RATA'), by('d-2', 'dcd.1', '51.17'));
    // 35/72 of 51.17 is 24.874..., cut to 24.87: 350.00 less 24.87.
    paid
      .under({ 'P-23': 'PER_JUDGMENT' })
      .when(divide('dcd.2', '400.00', null))
      .then(
        divided('dcd.2', 1, { 'o-1/v-1': '325.13' }, '74.87'),
        credited('dcd.2', 1, ['o-1/v-1', '325.13']),
        applied('dcd.2', 1, { 'o-1/v-1': '325.13' }, '74.87'),
      );
  });

  test('by P-23 where the judgment is silent', () => {
    jointly
      .and(by('d-2', 'dcd.1', '51.17'))
      .under({ 'P-23': 'PER_JUDGMENT' })
      .when(divide('dcd.2', '400.00', null))
      .then(
        divided('dcd.2', 1, { 'o-1/v-1': '298.83' }, '101.17'),
        credited('dcd.2', 1, ['o-1/v-1', '298.83']),
        applied('dcd.2', 1, { 'o-1/v-1': '298.83' }, '101.17'),
      );
  });

  test('who owes apart is not touched, and what is set aside is not owed', () => {
    jointly
      .and(by('d-2', 'dcd.1', '720.00'))
      .when(by('d-3', 'dcd.3', '100.00'))
      .then(
        {
          type: 'PaymentAllocated',
          data: expect.objectContaining({ parts: [{ orderId: 'o-3', victimId: 'v-1', amount: '100.00' }] }),
        },
        { type: 'RecoveryCredited', data: expect.objectContaining({ orderId: 'o-3', accepted: '100.00' }) },
        applied('dcd.3', 1, { 'o-3/v-1': '100.00' }),
      );
    jointly
      .and(vacateOrder('o-1', { caseId: 'c-1' }))
      .when(divide('dcd.2', '400.00', null))
      .then(divided('dcd.2', 1, {}, '400.00'), applied('dcd.2', 1, {}, '400.00'));
  });

  test('is taken no further than what is left of the greatest order that was not set aside', () => {
    jointly
      .and(by('d-2', 'dcd.1', '345.00'), vacateOrder('o-2', { caseId: 'c-1' }))
      .when(divide('dcd.2', '350.00', null))
      .then(
        divided('dcd.2', 1, { 'o-1/v-1': '5.00' }, '345.00'),
        credited('dcd.2', 1, ['o-1/v-1', '5.00']),
        applied('dcd.2', 1, { 'o-1/v-1': '5.00' }, '345.00'),
      );
  });

  test('under section 2259 is offered no more than is left of the loss', () => {
    known
      .and(
        registerDefendant('d-2', { caseId: 'c-1' }),
        enterOrder('o-1', { 'v-1': '9,000.00' }, { ...inCase, track: 'FULL_AMOUNT' }),
        enterOrder('o-2', { 'v-1': '9,000.00' }, { caseId: 'c-1', defendantId: 'd-2', track: 'FULL_AMOUNT' }),
        joint(['o-1', 'o-2']),
        by('d-2', 'dcd.1', '8,000.00'),
        answer('dcd.1', 1, { 'o-2/v-1': '8,000.00' }),
      )
      .when(divide('dcd.2', '4,000.00', null))
      .then(divided('dcd.2', 1, { 'o-1/v-1': '1,000.00' }, '3,000.00'));
  });
});
