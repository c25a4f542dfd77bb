import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { specify } from '../../support/given.ts';
import { determineLoss, disburse, returnDisbursement } from '../../support/words.ts';
import {
  becameFinal,
  becomesFinal,
  capMoved,
  credited,
  ended,
  impose,
  imposed,
  madeWhole,
  overRecovered,
  registered,
  reinstated,
  tender,
  undone,
  vacate,
} from './words.ts';

const under = (policies: Partial<Policies>) => specify(victimDecider, policies);

describe('P-01: when is an order final, so that the losses found in its case count?', () => {
  const open = [registered, determineLoss('c-1', '120,000.00')] as const;
  const entered = [...open, impose('o-1', '50,000.00')] as const;

  test('DIRECT_REVIEW_DONE: not from its entry', () => {
    under({ 'P-01': 'DIRECT_REVIEW_DONE' })
      .after(...open)
      .when(impose('o-1', '50,000.00'))
      .then(imposed('o-1', '50,000.00'));
  });

  test.each(['DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL'] as const)(
    'DIRECT_REVIEW_DONE: once the ground is %s',
    (ground) => {
      under({ 'P-01': 'DIRECT_REVIEW_DONE' })
        .after(...entered)
        .when(becomesFinal('o-1', ground))
        .then(becameFinal('o-1', ground), capMoved(null, '120,000.00'));
    },
  );

  test('DIRECT_REVIEW_DONE: not by the entry of judgment, reported as a ground', () => {
    under({ 'P-01': 'DIRECT_REVIEW_DONE' })
      .after(...entered)
      .when(becomesFinal('o-1', 'ENTRY_OF_JUDGMENT'))
      .then(becameFinal('o-1', 'ENTRY_OF_JUDGMENT'));
  });

  test('ENTRY_OF_JUDGMENT: from its entry, with no ground reported', () => {
    under({ 'P-01': 'ENTRY_OF_JUDGMENT' })
      .after(...open)
      .when(impose('o-1', '50,000.00'))
      .then(imposed('o-1', '50,000.00'), capMoved(null, '120,000.00'));
  });

  test('MANUAL: once somebody has entered it by hand, and on no other ground', () => {
    const manual = under({ 'P-01': 'MANUAL' }).after(...entered);
    manual.when(becomesFinal('o-1', 'CERT_EXHAUSTED')).thenByLaw();
    manual.when(becomesFinal('o-1', 'MANUAL')).thenByLaw(capMoved(null, '120,000.00'));
  });

  test('CERT_EXHAUSTED: not when direct review is done', () => {
    under({ 'P-01': 'CERT_EXHAUSTED' })
      .after(...entered)
      .when(becomesFinal('o-1', 'DIRECT_REVIEW_DONE'))
      .then(becameFinal('o-1', 'DIRECT_REVIEW_DONE'));
  });

  test.each(['CERT_EXHAUSTED', 'MANUAL'] as const)('CERT_EXHAUSTED: once the ground is %s', (ground) => {
    under({ 'P-01': 'CERT_EXHAUSTED' })
      .after(...entered)
      .when(becomesFinal('o-1', ground))
      .then(becameFinal('o-1', ground), capMoved(null, '120,000.00'));
  });
});

describe('P-02: what if a final case states no full loss?', () => {
  const pending = [registered, impose('o-1', '50,000.00')] as const;

  test('UNKNOWN_SETS_NO_CAP: it sets no cap', () => {
    under({ 'P-02': 'UNKNOWN_SETS_NO_CAP' })
      .after(...pending)
      .when(becomesFinal('o-1'))
      .then(becameFinal('o-1'));
  });

  test('ORDERED_AS_LOWER_BOUND: the share ordered stands in for the loss', () => {
    under({ 'P-02': 'ORDERED_AS_LOWER_BOUND' })
      .after(...pending)
      .when(becomesFinal('o-1'))
      .then(becameFinal('o-1'), capMoved(null, '50,000.00'));
  });

  test('ORDERED_AS_LOWER_BOUND: a finding, once there is one, takes its place, be it lower', () => {
    under({ 'P-02': 'ORDERED_AS_LOWER_BOUND' })
      .after(...pending, becomesFinal('o-1'))
      .when(determineLoss('c-1', '45,000.00'))
      .thenByLaw(capMoved('50,000.00', '45,000.00'));
  });
});

describe('P-03: whose losses set the cap, and whose recoveries count toward it?', () => {
  const both = [
    registered,
    determineLoss('c-1', '10,000.00'),
    determineLoss('c-2', '30,000.00', { category: 'PRODUCTION' }),
    impose('o-1', '10,000.00'),
    impose('o-2', '30,000.00', { track: 'FULL_AMOUNT' }),
    becomesFinal('o-1'),
    becomesFinal('o-2'),
  ] as const;

  test('TRAFFICKING: those of the trade alone', () => {
    under({ 'P-03': 'TRAFFICKING' })
      .after(...both)
      .when(tender('dcd.1', '10,000.00'))
      .then(credited('dcd.1', '10,000.00'), madeWhole(1, '10,000.00'));
  });

  test('ANY_2259: of several cases the greatest is the cap, and either kind of payment fills it', () => {
    under({ 'P-03': 'ANY_2259' })
      .after(...both, tender('dcd.1', '10,000.00'))
      .when(tender('dcd.2', '25,000.00', { to: 'o-2' }))
      .then(
        credited('dcd.2', '20,000.00', { to: 'o-2', offered: '25,000.00' }),
        madeWhole(1, '30,000.00'),
        ended(1, { 'o-2': '10,000.00' }),
      );
  });

  describe('ANY_2259: both kinds of losses of one case make one sum, as both kinds of payment count toward it:', () => {
    const inOneCase = [
      registered,
      determineLoss('c-1', '20,000.00'),
      determineLoss('c-1', '10,000.00', { category: 'PRODUCTION' }),
      impose('o-1', '20,000.00'),
      impose('o-2', '10,000.00', { track: 'FULL_AMOUNT', inCase: 'c-1' }),
      becomesFinal('o-1'),
    ] as const;
    const any = under({ 'P-03': 'ANY_2259' }).after(...inOneCase);

    test('what was paid for the one does not end the other', () => {
      any.when(tender('dcd.1', '20,000.00')).then(credited('dcd.1', '20,000.00'));
      any
        .and(tender('dcd.1', '20,000.00'))
        .when(tender('dcd.2', '10,000.00', { to: 'o-2' }))
        .thenByLaw(madeWhole(1, '30,000.00'));
    });

    test('a share stands in for a finding that is missing, where P-02 says so', () => {
      under({ 'P-03': 'ANY_2259', 'P-02': 'ORDERED_AS_LOWER_BOUND' })
        .after(...inOneCase.filter((each) => !('category' in each && each.category === 'PRODUCTION')))
        .when(becomesFinal('o-2'))
        .thenByLaw(capMoved('20,000.00', '30,000.00'));
    });
  });
});

describe('P-04: do orders for offences before the Act set the cap, and does reaching it end them?', () => {
  const old = { isBeforeAct: true } as const;
  /** 50,000.00 found in a case of before the Act, 10,000.00 in one of after it. */
  const both = [
    registered,
    determineLoss('c-1', '50,000.00'),
    determineLoss('c-2', '10,000.00'),
    impose('o-1', '20,000.00', old),
    impose('o-2', '10,000.00'),
  ] as const;

  test('COUNT: the finding behind one sets the cap', () => {
    const final = under({ 'P-04': 'COUNT' }).after(...both, becomesFinal('o-2'));
    final.when(becomesFinal('o-1')).thenByLaw(capMoved('10,000.00', '50,000.00'));
    final
      .when(tender('dcd.1', '10,000.00', { to: 'o-2' }))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '20,000.00' }));
  });

  test('DO_NOT_COUNT: it does not, and what is owed under it does not end', () => {
    const final = under({ 'P-04': 'DO_NOT_COUNT' }).after(...both, becomesFinal('o-2'));
    final.when(becomesFinal('o-1')).thenByLaw();
    const whole = final.and(tender('dcd.1', '4,000.00'));
    whole
      .when(tender('dcd.2', '6,000.00', { to: 'o-2' }))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-2': '4,000.00' }));
    whole
      .and(tender('dcd.2', '6,000.00', { to: 'o-2' }))
      .when(tender('dcd.3', '16,000.00'))
      .then(credited('dcd.3', '16,000.00'), overRecovered('16,000.00'));
  });
});

describe('P-05: when has the victim received?', () => {
  const paid = [
    registered,
    determineLoss('c-1', '10,000.00'),
    impose('o-1', '12,000.00'),
    becomesFinal('o-1'),
    tender('dcd.1', '10,000.00'),
  ] as const;

  test('PAID_THROUGH_COURT: when good funds were applied; payment out adds nothing', () => {
    const { state } = under({ 'P-05': 'PAID_THROUGH_COURT' }).after(...paid);
    expect(state.epoch).toBe(1);
    under({ 'P-05': 'PAID_THROUGH_COURT' })
      .after(...paid)
      .when(disburse('p-1', '10,000.00'))
      .thenByLaw();
  });

  const disbursed = under({ 'P-05': 'DISBURSED' });

  test('DISBURSED: not when the money reached the court; but no more is taken either', () => {
    const held = disbursed.after(...paid);
    expect(held.state.epoch).toBe(0);
    held.when(tender('dcd.2', '1.00')).then(credited('dcd.2', '0.00', { offered: '1.00' }));
  });

  test('DISBURSED: one cent short, not yet', () => {
    disbursed
      .after(...paid)
      .when(disburse('p-1', '9,999.99'))
      .thenByLaw();
  });

  test('DISBURSED: when the last of it was paid out', () => {
    disbursed
      .after(...paid, disburse('p-1', '9,999.99'))
      .when(disburse('p-2', '0.01'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('DISBURSED: money paid out in one case is not received in another', () => {
    disbursed
      .after(...paid)
      .when(disburse('p-1', '10,000.00', { caseId: 'c-2' }))
      .thenByLaw();
  });

  test('DISBURSED: what was paid out is first what the cap does not count', () => {
    const production = disbursed.after(
      ...paid,
      impose('o-2', '8,000.00', { track: 'FULL_AMOUNT', inCase: 'c-1' }),
      tender('dcd.2', '8,000.00', { to: 'o-2' }),
    );
    production.when(disburse('p-1', '17,999.99')).thenByLaw();
    production
      .and(disburse('p-1', '17,999.99'))
      .when(disburse('p-2', '0.01'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('DISBURSED: money paid out ahead of what came in counts when that comes in', () => {
    disbursed
      .after(...paid.slice(0, 4), disburse('p-1', '10,000.00'))
      .when(tender('dcd.1', '10,000.00'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('DISBURSED: a payment out that comes back is no longer received, and what it had ended is owed again', () => {
    disbursed
      .after(...paid, disburse('p-1', '10,000.00'))
      .when(returnDisbursement('p-1'))
      .thenByLaw(undone(1, '10,000.00', '0.00'), reinstated(1, { 'o-1': '2,000.00' }));
  });

  test('DISBURSED: paid out anew, it is received a second time', () => {
    disbursed
      .after(...paid, disburse('p-1', '10,000.00'), returnDisbursement('p-1'))
      .when(disburse('p-2', '10,000.00'))
      .thenByLaw(madeWhole(2, '10,000.00'), ended(2, { 'o-1': '2,000.00' }));
  });
});

describe('P-07: what becomes of a payment that crosses the cap?', () => {
  const nearly = [
    registered,
    determineLoss('c-1', '10,000.00'),
    impose('o-1', '9,000.00'),
    impose('o-2', '8,000.00'),
    becomesFinal('o-1'),
    tender('dcd.1', '6,000.00'),
  ] as const;
  const crossing = tender('dcd.2', '5,000.00', { to: 'o-2' });
  const rest = { to: 'o-2', offered: '5,000.00' };

  test('SPLIT: it is credited up to the cap', () => {
    under({ 'P-07': 'SPLIT' })
      .after(...nearly)
      .when(crossing)
      .then(
        credited('dcd.2', '4,000.00', rest),
        madeWhole(1, '10,000.00'),
        ended(1, { 'o-1': '3,000.00', 'o-2': '4,000.00' }),
      );
  });

  test('ACCEPT_WHOLE: it is credited whole, and the excess noted', () => {
    under({ 'P-07': 'ACCEPT_WHOLE' })
      .after(...nearly)
      .when(crossing)
      .then(
        credited('dcd.2', '5,000.00', rest),
        madeWhole(1, '10,000.00', '11,000.00'),
        ended(1, { 'o-1': '3,000.00', 'o-2': '3,000.00' }),
        overRecovered('1,000.00'),
      );
  });

  test('ACCEPT_WHOLE: at the cap nothing is accepted any more', () => {
    under({ 'P-07': 'ACCEPT_WHOLE', 'P-16': 'OPEN_UNTIL_COURT_ACTS' })
      .after(...nearly, tender('dcd.2', '4,000.00', { to: 'o-2' }), impose('o-3', '3,000.00'))
      .when(tender('dcd.3', '1.00', { to: 'o-3' }))
      .then(credited('dcd.3', '0.00', { to: 'o-3', offered: '1.00' }));
  });

  test('REJECT_WHOLE: nothing of it is credited, and nothing ends', () => {
    under({ 'P-07': 'REJECT_WHOLE' })
      .after(...nearly)
      .when(crossing)
      .then(credited('dcd.2', '0.00', rest));
  });

  test.each(['SPLIT', 'ACCEPT_WHOLE', 'REJECT_WHOLE'] as const)(
    '%s: one that meets the cap is credited whole',
    (value) => {
      under({ 'P-07': value })
        .after(...nearly)
        .when(tender('dcd.2', '4,000.00', { to: 'o-2' }))
        .then(
          credited('dcd.2', '4,000.00', { to: 'o-2' }),
          madeWhole(1, '10,000.00'),
          ended(1, { 'o-1': '3,000.00', 'o-2': '4,000.00' }),
        );
    },
  );
});

describe('P-06: what is held would reach the cap, and is not received yet: does collection go on?', () => {
  const held = [
    registered,
    determineLoss('c-1', '10,000.00'),
    impose('o-1', '12,000.00'),
    becomesFinal('o-1'),
    tender('dcd.1', '9,000.00'),
  ] as const;

  test('FREEZE: what is above the cap is not taken', () => {
    under({ 'P-05': 'DISBURSED', 'P-06': 'FREEZE' })
      .after(...held)
      .when(tender('dcd.2', '3,000.00'))
      .then(credited('dcd.2', '1,000.00', { offered: '3,000.00' }));
  });

  test('KEEP_COLLECTING: all that is owed is, and what is received above the cap is noted', () => {
    const on = under({ 'P-05': 'DISBURSED', 'P-06': 'KEEP_COLLECTING' }).after(...held);
    on.when(tender('dcd.2', '3,000.00')).then(credited('dcd.2', '3,000.00'));
    on.and(tender('dcd.2', '3,000.00'))
      .when(disburse('p-1', '12,000.00'))
      .thenByLaw(madeWhole(1, '10,000.00', '12,000.00'), overRecovered('2,000.00'));
  });

  test('KEEP_COLLECTING: but no more than is lacking of the cap, once some of it is received', () => {
    under({ 'P-05': 'DISBURSED', 'P-06': 'KEEP_COLLECTING' })
      .after(...held, disburse('p-1', '9,000.00'))
      .when(tender('dcd.2', '3,000.00'))
      .then(credited('dcd.2', '1,000.00', { offered: '3,000.00' }));
  });

  test('where payment through the court is receipt, the two are the same', () => {
    under({ 'P-06': 'KEEP_COLLECTING' })
      .after(...held)
      .when(tender('dcd.2', '3,000.00'))
      .then(
        credited('dcd.2', '1,000.00', { offered: '3,000.00' }),
        madeWhole(1, '10,000.00'),
        ended(1, { 'o-1': '2,000.00' }),
      );
  });
});

describe('P-14: the cap is reached while a larger finding is pending: does liability end?', () => {
  const pending = [
    registered,
    determineLoss('c-1', '10,000.00'),
    impose('o-1', '12,000.00'),
    becomesFinal('o-1'),
    determineLoss('c-2', '30,000.00'),
    impose('o-2', '25,000.00'),
  ] as const;
  const crossing = tender('dcd.1', '12,000.00');
  const taken = credited('dcd.1', '10,000.00', { offered: '12,000.00' });

  test('TERMINATE: it does, and so does what is owed under the pending order', () => {
    under({ 'P-14': 'TERMINATE' })
      .after(...pending)
      .when(crossing)
      .then(taken, madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00', 'o-2': '25,000.00' }));
  });

  test('HOLD: nothing ends until the pending order is decided; no more is taken in the meantime', () => {
    const held = under({ 'P-14': 'HOLD' }).after(...pending);
    held.when(crossing).then(taken);
    const waiting = held.and(crossing);
    waiting
      .when(tender('dcd.2', '5.00', { to: 'o-2' }))
      .then(credited('dcd.2', '0.00', { to: 'o-2', offered: '5.00' }));
    waiting.when(becomesFinal('o-2')).thenByLaw(capMoved('10,000.00', '30,000.00'));
    waiting.when(vacate('o-2')).thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('HOLD: a pending order with no larger finding holds nothing back', () => {
    under({ 'P-14': 'HOLD' })
      .after(...pending.slice(0, 4), determineLoss('c-2', '10,000.00'), impose('o-2', '25,000.00'))
      .when(crossing)
      .then(taken, madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00', 'o-2': '25,000.00' }));
  });
});
