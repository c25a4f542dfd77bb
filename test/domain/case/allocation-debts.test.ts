import { enterOrder, imposeDebt, registerDefendant } from '../../support/words.ts';
import {
  answer,
  applied,
  credited,
  divide,
  divided,
  inCase,
  known,
  reversed,
  unapply,
  unapplied,
} from './words.ts';

const fraud = { ...inCase, statute: '18 U.S.C. 3663A' } as const;
const onDebt = (id: string, kind: string) => ({ debtId: id, caseId: 'c-1', defendantId: 'd-1', kind });
const paid = (id: string, kind: string, amount: string, round = 1) => ({
  type: 'DebtCredited',
  data: { ...onDebt(id, kind), receiptId: 'dcd.1', round, amount },
});

const judgment = known.and(
  imposeDebt('b-1', 'ASSESSMENT_3013', '100.00'),
  imposeDebt('b-2', 'FINE', '1,000.00'),
  enterOrder('o-1', { 'v-1': '600.00', 'v-2': '300.00' }, fraud),
);

describe('a receipt of somebody who owes more than restitution', () => {
  test('pays the special assessment, then victims, and of the rest the fine', () => {
    judgment
      .when(divide('dcd.1', '1,250.00', null))
      .then(
        divided('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-1/v-2': '300.00' }),
        paid('b-1', 'ASSESSMENT_3013', '100.00'),
        credited('dcd.1', 1, ['o-1/v-1', '600.00']),
        credited('dcd.1', 1, ['o-1/v-2', '300.00']),
        paid('b-2', 'FINE', '250.00'),
        applied('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-1/v-2': '300.00' }),
      );
  });

  test('pays nothing further down while something above is unpaid', () => {
    judgment
      .when(divide('dcd.1', '400.00', null))
      .then(
        divided('dcd.1', 1, { 'o-1/v-1': '200.00', 'o-1/v-2': '100.00' }),
        paid('b-1', 'ASSESSMENT_3013', '100.00'),
        credited('dcd.1', 1, ['o-1/v-1', '200.00']),
        credited('dcd.1', 1, ['o-1/v-2', '100.00']),
        applied('dcd.1', 1, { 'o-1/v-1': '200.00', 'o-1/v-2': '100.00' }),
      );
  });

  test('passes what a victim may not take on to the next debt', () => {
    known
      .and(
        imposeDebt('b-2', 'FINE', '1,000.00'),
        enterOrder('o-1', '3,000.00', inCase),
        divide('dcd.1', '500.00', null),
      )
      .when(answer('dcd.1', 1, { 'o-1/v-1': '200.00' }))
      .then(
        applied('dcd.1', 1, { 'o-1/v-1': '200.00' }, '300.00'),
        divided('dcd.1', 2, {}),
        paid('b-2', 'FINE', '300.00', 2),
        applied('dcd.1', 2, {}),
      );
  });

  test('never pays what another defendant owes', () => {
    known
      .and(registerDefendant('d-2', { caseId: 'c-1' }), imposeDebt('b-1', 'FINE', '50.00', { by: 'd-2' }))
      .when(divide('dcd.1', '70.00', null))
      .then(divided('dcd.1', 1, {}, '70.00'), applied('dcd.1', 1, {}, '70.00'));
  });

  test('that comes back is owed again on every debt that it paid', () => {
    judgment
      .and(divide('dcd.1', '400.00', null))
      .when(unapply('dcd.1'))
      .then(
        unapplied('dcd.1', { 'o-1/v-1': '200.00', 'o-1/v-2': '100.00' }),
        reversed('dcd.1', ['o-1/v-1', '200.00']),
        reversed('dcd.1', ['o-1/v-2', '100.00']),
        {
          type: 'DebtReversed',
          data: { ...onDebt('b-1', 'ASSESSMENT_3013'), receiptId: 'dcd.1', amount: '100.00' },
        },
      );
  });
});

describe('excess, by P-09', () => {
  const crossed = known.and(imposeDebt('b-2', 'FINE', '1,000.00'), enterOrder('o-1', '3,000.00', inCase));

  test.each(['REFUND_AT_ONCE', 'SUSPENSE'] as const)('%s: goes to no other debt', (value) => {
    crossed
      .under({ 'P-09': value })
      .and(divide('dcd.1', '500.00', 'o-1'))
      .when(answer('dcd.1', 1, { 'o-1/v-1': '200.00' }))
      .then(applied('dcd.1', 1, { 'o-1/v-1': '200.00' }, '300.00'));
    crossed
      .under({ 'P-09': value })
      .when(divide('dcd.1', '4,500.00', 'o-1'))
      .then(divided('dcd.1', 1, { 'o-1/v-1': '3,000.00' }, '1,500.00'));
  });
});
