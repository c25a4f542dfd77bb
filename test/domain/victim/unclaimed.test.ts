/** Money of a payment that came back, and that nobody claims: it waits, and stays the victim's. */
import type { DepositUnclaimed, WithdrawUnclaimed } from '../../../src/domain/victim/commands-of-payment.ts';
import type { DisbursementId } from '../../../src/domain/ids.ts';
import { payAgain } from '../../support/instrument-words.ts';
import { disburse, returnDisbursement, today, tomorrow, victimId, yesterday } from '../../support/words.ts';
import { registered, spec } from './words.ts';

const of = { victimId: victimId('v-1'), disbursementId: 'p-1' as DisbursementId };
const setAside = (on = today): DepositUnclaimed => ({
  type: 'DepositUnclaimed',
  ...of,
  place: 'REGISTRY',
  on,
});
const payIn = (on = today): DepositUnclaimed => ({ type: 'DepositUnclaimed', ...of, place: 'TREASURY', on });
const claim = (on = today): WithdrawUnclaimed => ({ type: 'WithdrawUnclaimed', ...of, on });

const data = { victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-1', amount: '100.00' };
const was = (type: string, said: object = {}) => ({ type, data: { ...data, ...said } });

const paid = spec.after(registered, disburse('p-1', '100.00', { on: yesterday }));
const back = paid.and(returnDisbursement('p-1', { on: today }));
const waiting = back.and(setAside());

test('what came back is set aside, and goes to the Treasury later, or at once', () => {
  back.when(setAside()).then(was('UnclaimedMoneySetAside'));
  waiting.when(payIn(tomorrow)).then(was('UnclaimedMoneyDeposited'));
  back.when(payIn()).then(was('UnclaimedMoneySetAside'), was('UnclaimedMoneyDeposited'));
});

test('what did not come back by then is not', () => {
  paid.when(setAside()).thenRefused('payment-not-voided', '/disbursementId');
  back.when(setAside(yesterday)).thenRefused('payment-not-voided', '/disbursementId');
  spec.after(registered).when(setAside()).thenRefused('disbursement-not-found', '/disbursementId');
});

test('it goes there on one day, and once', () => {
  waiting.when(setAside(tomorrow)).thenRefused('unclaimed-recorded-differently', '/disbursementId');
  waiting
    .and(payIn(), claim())
    .when(payIn(tomorrow))
    .thenRefused('unclaimed-recorded-differently', '/disbursementId');
});

test('it may be claimed at any time, from where it is', () => {
  waiting.when(claim()).then(was('UnclaimedMoneyWithdrawn', { heldBy: 'REGISTRY' }));
  waiting
    .and(payIn())
    .when(claim(tomorrow))
    .then(was('UnclaimedMoneyWithdrawn', { heldBy: 'TREASURY' }));
  waiting.when(claim(yesterday)).thenRefused('claimed-before-unclaimed', '/on');
  waiting.and(claim()).when(claim(tomorrow)).thenRefused('unclaimed-recorded-differently', '/disbursementId');
  back.when(claim()).thenRefused('unclaimed-not-found', '/disbursementId');
});

test('as long as it waits no payment takes the place of that which came back', () => {
  waiting.when(payAgain('p-2', 'p-1')).thenRefused('payment-unclaimed', '/replaces');
  waiting
    .and(claim())
    .when(payAgain('p-2', 'p-1'))
    .then({
      type: 'RestitutionDisbursed',
      data: { ...data, disbursementId: 'p-2', replaces: 'p-1' },
    });
  back.and(payAgain('p-2', 'p-1')).when(setAside()).thenRefused('payment-replaced', '/disbursementId');
});

test('it is kept in an account of its own', () => {
  expect(String(waiting.state.total.unclaimed)).toBe('10000');
  expect(String(waiting.and(payIn()).state.total.unclaimed)).toBe('10000');
  expect(String(waiting.and(claim()).state.total.unclaimed)).toBe('0');
});
