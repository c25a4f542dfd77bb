import type { Command } from '../../../src/domain/commands.ts';
import {
  caseId,
  defendantId,
  enterOrder,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  today,
} from '../../support/words.ts';
import { answersIn, closeAll, stepThat, told } from './explaining.ts';

afterEach(closeAll);

const inOneCase = { caseId: 'c-1', statute: '18 U.S.C. 3663A' } as const;
const joint: Command = {
  type: 'MakeOrdersJoint',
  ...{ caseId: caseId('c-1'), orderIds: ['o-1', 'o-2'].map(orderId), crediting: null, on: today },
};

test('an explanation of a liability says what another paid in the defendant’s stead, where that is kept (P-24)', async () => {
  const { explain } = await told(
    ...[registerCase('c-1'), registerDefendant('d-1'), registerDefendant('d-2', { caseId: 'c-1' })],
    registerVictim('v-1'),
    enterOrder('o-1', '60.00', { ...inOneCase, defendantId: 'd-1' }),
    enterOrder('o-2', '60.00', { ...inOneCase, defendantId: 'd-2' }),
    ...[joint, setPolicy('P-24', 'TRACK_CONTRIBUTION')],
    recordPayment('dcd.1', '40.01', { to: null, caseId: 'c-1', defendantId: defendantId('d-2') }),
  );
  const explained = await explain.liability(orderId('o-1'), undefined, {});
  if (explained === undefined || 'victims' in explained) throw new TypeError('there is one victim');
  const step = stepThat(explained, /d-2 has paid 20\.01 that was the share of d-1/);
  expect(answersIn(step)).toEqual({ 'P-24': 'TRACK_CONTRIBUTION (1)' });
});
