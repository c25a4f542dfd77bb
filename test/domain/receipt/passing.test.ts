/** A receipt between the cases of its payor: what its stream decides of that, once each. */
import type { HoldExcess, PassOn } from '../../../src/domain/receipt/commands.ts';
import { receiptDecider } from '../../../src/domain/receipt/decide.ts';
import { specify } from '../../support/given.ts';
import { caseId, receiptId, recordPayment, returnPayment, text, today, usd } from '../../support/words.ts';

const spec = specify(receiptDecider);
const id = receiptId('dcd.1');
const recorded = spec.after(recordPayment('dcd.1', '500.00'));

const passOn = (visit: number, from: string, to: string, more: Partial<PassOn> = {}): PassOn => ({
  ...{ type: 'PassOn', receiptId: id, visit, fromCaseId: caseId(from), caseId: caseId(to) },
  ...{ amount: usd('70.00'), reach: null, isAssessed: false, isLast: false },
  ...{ citation: '18 U.S.C. 3612(c)', on: today },
  ...more,
});
const hold = (visit: number): HoldExcess => ({
  ...{ type: 'HoldExcess', receiptId: id, amount: usd('70.00'), visit, on: today },
});
const takeBack = { type: 'TakeBack', receiptId: id, on: today } as const;

const way = (visit: number, from: string, to: string) => ({
  ...{ receiptId: id, defendantId: 'd-1', visit, fromCaseId: from, caseId: to, amount: text('70.00') },
});
const passed = (visit: number, from: string, to: string, more: object = {}) => ({
  type: 'ReceiptPassedOn',
  data: { ...way(visit, from, to), citation: '18 U.S.C. 3612(c)', ...more, policyVersion: 0 },
});

describe('what one case could not place', () => {
  test('goes on to another, with what it may reach there', () => {
    recorded.when(passOn(2, 'c-1', 'c-2')).then(passed(2, 'c-1', 'c-2'));
    const narrow = { reach: ['RESTITUTION_2259'], isAssessed: true, isLast: true } as const;
    recorded.when(passOn(2, 'c-1', 'c-2', narrow)).then(passed(2, 'c-1', 'c-2', narrow));
  });

  test('goes one way, whoever sends it, and however often', () => {
    const gone = recorded.and(passOn(2, 'c-1', 'c-2'));
    gone.when(passOn(2, 'c-1', 'c-3')).thenNothing();
    gone.when(passOn(3, 'c-2', 'c-3')).then(passed(3, 'c-2', 'c-3'));
  });

  test('is not held by who saw it before it went on', () => {
    const gone = recorded.and(passOn(2, 'c-1', 'c-2'));
    gone.when(hold(1)).thenNothing();
    expect(gone.and(hold(2)).state.excess).toBe(7_000n);
  });

  test('goes no further once it is held, or has come back', () => {
    recorded
      .and(hold(1))
      .when(passOn(2, 'c-1', 'c-2'))
      .thenNothing();
    recorded
      .and(returnPayment('dcd.1'))
      .when(passOn(2, 'c-1', 'c-2'))
      .thenNothing();
  });
});

test('what was passed on is taken back the last first, once', () => {
  const gone = recorded.and(passOn(2, 'c-1', 'c-2'), passOn(3, 'c-2', 'c-1'), returnPayment('dcd.1'));
  const back = (visit: number, from: string, to: string) => ({
    type: 'ReceiptTakenBack',
    data: way(visit, from, to),
  });
  gone.when(takeBack).then(back(3, 'c-2', 'c-1'), back(2, 'c-1', 'c-2'));
  gone.and(takeBack).when(takeBack).thenNothing();
});
