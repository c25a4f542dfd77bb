/** What a bank says of a payment out: a fact, whatever was issued; and what may take the place of it. */
import { issue, payAgain, seen, unseen } from '../../support/instrument-words.ts';
import { disburse, returnDisbursement, tomorrow, yesterday } from '../../support/words.ts';
import { registered, spec } from './words.ts';

const ids = { victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-1' };
const line = { statementId: 's-1', lines: [1] };
const paid = spec.after(registered, disburse('p-1', '100.00'));

const presented = (amount = '100.00', by: object = line) => ({
  type: 'InstrumentPresented',
  data: { ...ids, ...by, amount, issued: '100.00' },
});
const questioned = (question: string, amount = '100.00', by: object = line) => ({
  type: 'InstrumentQuestioned',
  data: { ...ids, ...by, question, issued: '100.00', presented: amount },
});
const returned = (reason: string) => ({
  type: 'DisbursementReturned',
  data: { ...ids, amount: '100.00', reason },
});

describe('a number', () => {
  const issued = { ...ids, amount: '100.00', instrument: 'CHEQUE', number: '100231' };

  test('is given to a payment, once', () => {
    paid.when(issue('p-1', '100231')).then({ type: 'InstrumentIssued', data: issued });
    paid.and(issue('p-1', '100231')).when(issue('p-1', '100231')).thenNothing();
  });

  test.each([
    issue('p-1', '100232'),
    issue('p-1', '100231', { instrument: 'ACH' }),
    issue('p-1', '100231', { on: tomorrow }),
  ])('is not given anew: %j', (other) =>
    paid
      .and(issue('p-1', '100231'))
      .when(other)
      .thenRefused('instrument-recorded-differently', '/disbursementId'),
  );

  test('is of a payment that was made', () => {
    paid.when(issue('p-2', '100231')).thenRefused('disbursement-not-found', '/disbursementId');
  });
});

describe('a presentation', () => {
  test('is recorded, with what the bank paid and what was issued', () => {
    paid.when(seen('p-1')).then(presented());
    paid
      .when(seen('p-1', '100.00', { matchId: 'm-1' }))
      .then(presented('100.00', { ...line, matchId: 'm-1' }));
  });

  test('by one line is one, whoever says so', () => {
    const once = paid.and(seen('p-1', '100.00', { lines: [1, 2], matchId: 'm-1' }));
    once.when(seen('p-1', '100.00', { lines: [2] })).thenNothing();
    once
      .when(seen('p-1', '100.00', { lines: [3] }))
      .then(
        presented('100.00', { ...line, lines: [3] }),
        questioned('PRESENTED_AGAIN', '100.00', { ...line, lines: [3] }),
      );
  });

  test('for another amount names both', () => {
    paid
      .when(seen('p-1', '109.99'))
      .then(presented('109.99'), questioned('PRESENTED_FOR_ANOTHER_AMOUNT', '109.99'));
  });

  test('of what was called off is questioned, and of what came back from a bank it is not', () => {
    const off = paid.and(returnDisbursement('p-1', { reason: 'VOIDED' }));
    off.when(seen('p-1')).then(presented(), questioned('PRESENTED_AFTER_VOID'));
    off
      .when(seen('p-1', undefined, { on: yesterday }))
      .then(presented(), questioned('VOIDED_AFTER_PRESENTED'));
    const back = paid.and(returnDisbursement('p-1', { reason: 'UNDELIVERABLE' }));
    back.when(seen('p-1')).then(presented());
    back.when(seen('p-1', undefined, { on: tomorrow })).then(presented(), questioned('PRESENTED_AFTER_VOID'));
  });

  test('is taken back with its match, and with no other', () => {
    const matched = paid.and(seen('p-1', '90.00', { matchId: 'm-1' }));
    matched.when(unseen('p-1', 'm-2')).thenNothing();
    matched
      .when(unseen('p-1', 'm-1'))
      .then({ type: 'PresentationWithdrawn', data: { ...ids, ...line, matchId: 'm-1', amount: '90.00' } });
    paid.and(seen('p-1')).when(unseen('p-1', 'm-1')).thenNothing();
    matched.and(unseen('p-1', 'm-1')).when(seen('p-1')).then(presented());
  });
});

describe('a payment that is called off', () => {
  test.each(['STALE', 'STOPPED', 'VOIDED'] as const)(
    'after a bank has paid it is questioned: %s',
    (reason) => {
      paid
        .and(seen('p-1', undefined, { on: yesterday }))
        .when(returnDisbursement('p-1', { reason }))
        .then(returned(reason), questioned('VOIDED_AFTER_PRESENTED'));
    },
  );

  test('is called off once, and another time not for another reason', () => {
    const off = paid.and(returnDisbursement('p-1', { reason: 'STOPPED' }));
    off.when(returnDisbursement('p-1', { reason: 'STOPPED' })).thenNothing();
    off
      .when(returnDisbursement('p-1', { reason: 'VOIDED' }))
      .thenRefused('return-recorded-differently', '/disbursementId');
  });

  test('that came back from a bank which had paid it is in order', () => {
    paid
      .and(seen('p-1'))
      .when(returnDisbursement('p-1', { reason: 'REFUSED' }))
      .then(returned('REFUSED'));
  });
});

describe('a payment in the place of another', () => {
  const off = paid.and(returnDisbursement('p-1', { reason: 'STALE' }));

  test('names it', () => {
    const data = { ...ids, disbursementId: 'p-2', amount: '100.00', replaces: 'p-1' };
    off.when(payAgain('p-2', 'p-1')).then({ type: 'RestitutionDisbursed', data });
    off.and(payAgain('p-2', 'p-1')).when(payAgain('p-2', 'p-1')).thenNothing();
  });

  test('is not the same payment without it', () => {
    off
      .and(payAgain('p-2', 'p-1'))
      .when(disburse('p-2', '100.00'))
      .thenRefused('disbursement-recorded-differently', '/disbursementId');
  });

  test('takes it once; what came back of it may be paid again', () => {
    const again = off.and(payAgain('p-2', 'p-1'));
    again.when(payAgain('p-3', 'p-1')).thenRefused('payment-replaced', '/replaces');
    again
      .and(returnDisbursement('p-2'))
      .when(payAgain('p-3', 'p-2'))
      .then({
        type: 'RestitutionDisbursed',
        data: { ...ids, disbursementId: 'p-3', amount: '100.00', replaces: 'p-2' },
      });
  });

  test('is not made of what has not come back by then, nor of what a bank has paid', () => {
    paid.when(payAgain('p-2', 'p-1')).thenRefused('payment-not-voided', '/replaces');
    paid
      .and(returnDisbursement('p-1', { on: tomorrow }))
      .when(payAgain('p-2', 'p-1'))
      .thenRefused('payment-not-voided', '/replaces');
    paid.and(seen('p-1')).when(payAgain('p-2', 'p-1')).thenRefused('payment-presented', '/replaces');
    off.and(seen('p-1')).when(payAgain('p-2', 'p-1')).thenRefused('payment-presented', '/replaces');
  });

  test('is made of what a bank had paid and sent back', () => {
    const back = paid.and(seen('p-1'), returnDisbursement('p-1', { reason: 'UNDELIVERABLE', on: tomorrow }));
    const data = { ...ids, disbursementId: 'p-2', amount: '100.00', replaces: 'p-1' };
    back.when(payAgain('p-2', 'p-1', { on: tomorrow })).then({ type: 'RestitutionDisbursed', data });
  });

  test('is of the same money', () => {
    off.when(payAgain('p-2', 'p-1', { amount: '99.99' })).thenRefused('replacement-differs', '/replaces');
    off.when(payAgain('p-2', 'p-1', { caseId: 'c-2' })).thenRefused('replacement-differs', '/replaces');
    off.when(payAgain('p-2', 'p-9')).thenRefused('disbursement-not-found', '/replaces');
  });
});
