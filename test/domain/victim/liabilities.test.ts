import { noMoney } from '../../../src/domain/money.ts';
import { outstanding, terminated } from '../../../src/domain/liability/liability.ts';
import { InvariantBroken } from '../../../src/domain/rejection.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import {
  day,
  determineLoss,
  orderId,
  text,
  today,
  tomorrow,
  usd,
  victimId,
  yesterday,
} from '../../support/words.ts';
import {
  amend,
  becameFinal,
  becomesFinal,
  comesBack,
  credited,
  impose,
  imposed,
  ref,
  registered,
  reversed,
  spec,
  tender,
  vacate,
  vacated,
} from './words.ts';

const open = spec.after(registered, impose('o-1', '5,000.00'));

/** An amendment, with both sides of it. */
const amended = (
  amendment: number,
  [amountBefore, amount]: readonly [string, string],
  [outstandingBefore, outstandingAfter]: readonly [string, string],
  given: { ended?: readonly [string, string]; overpaid?: string } = {},
) => ({
  type: 'LiabilityAmended',
  data: {
    ...ref('o-1'),
    amendment,
    amountBefore: text(amountBefore),
    amount: text(amount),
    outstandingBefore: text(outstandingBefore),
    outstandingAfter: text(outstandingAfter),
    terminatedBefore: text(given.ended?.[0] ?? '0.00'),
    terminatedAfter: text(given.ended?.[1] ?? '0.00'),
    overpaid: text(given.overpaid ?? '0.00'),
  },
});

describe('a liability', () => {
  test('is imposed once, however often the case tells of it', () => {
    spec.after(registered).when(impose('o-1', '5,000.00')).then(imposed('o-1', '5,000.00'));
    open.when(impose('o-1', '5,000.00')).thenNothing();
  });

  test('is spoken of only after it has been imposed', () => {
    const { state } = spec.after(registered);
    const asked = [
      becomesFinal('o-1'),
      amend('o-1', '1.00'),
      vacate('o-1'),
      tender('dcd.1', '1.00'),
      comesBack('dcd.1'),
    ];
    for (const command of asked) {
      expect(() => victimDecider.decide(command, state, { policies: defaultPolicies })).toThrow(
        InvariantBroken,
      );
    }
  });
});

describe('a liability becomes final', () => {
  test('on a ground, on the day of that ground', () => {
    open.when(becomesFinal('o-1')).then(becameFinal('o-1'));
    open.when(becomesFinal('o-1', 'DIRECT_REVIEW_DONE', yesterday)).thenOn(yesterday);
  });

  test('once on one ground', () => {
    open.and(becomesFinal('o-1')).when(becomesFinal('o-1')).thenNothing();
  });

  test('on a later ground again', () => {
    open
      .and(becomesFinal('o-1'))
      .when(becomesFinal('o-1', 'CERT_EXHAUSTED'))
      .then(becameFinal('o-1', 'CERT_EXHAUSTED'));
  });

  test('not on an earlier ground, heard late', () => {
    open.and(becomesFinal('o-1', 'CERT_EXHAUSTED')).when(becomesFinal('o-1')).thenNothing();
  });
});

describe('a liability is amended', () => {
  test('to more', () => {
    open.when(amend('o-1', '8,000.00')).then(amended(1, ['5,000.00', '8,000.00'], ['5,000.00', '8,000.00']));
  });

  test('to less than was paid: what was paid stays paid, and what is too much is told', () => {
    open
      .and(tender('dcd.1', '4,000.00'))
      .when(amend('o-1', '3,000.00'))
      .then(amended(1, ['5,000.00', '3,000.00'], ['1,000.00', '0.00'], { overpaid: '1,000.00' }));
  });

  test('to less than was paid and ended: what was ended gives way', () => {
    open
      .and(determineLoss('c-1', '4,000.00'), tender('dcd.1', '4,000.00'), becomesFinal('o-1'))
      .when(amend('o-1', '4,200.00'))
      .then(amended(1, ['5,000.00', '4,200.00'], ['0.00', '0.00'], { ended: ['1,000.00', '200.00'] }));
  });

  test('once, however often the case tells of it', () => {
    open.and(amend('o-1', '8,000.00')).when(amend('o-1', '8,000.00')).thenNothing();
  });

  test('not by an amendment that a later one has overtaken', () => {
    open
      .and(amend('o-1', '8,000.00', 2))
      .when(amend('o-1', '6,000.00', 1))
      .thenNothing();
  });

  test('also where that leaves the amount as it is: an earlier amendment, heard after it, is late', () => {
    open
      .when(amend('o-1', '5,000.00', 2))
      .then(amended(2, ['5,000.00', '5,000.00'], ['5,000.00', '5,000.00']));
    open
      .and(amend('o-1', '5,000.00', 2))
      .when(amend('o-1', '7,000.00', 1))
      .thenNothing();
  });

  test('not once it was set aside, though the case tells of it late', () => {
    open
      .and(vacate('o-1'))
      .when(amend('o-1', '7,000.00', 1))
      .thenNothing();
  });

  test('back to what it was, by a later amendment', () => {
    open
      .and(amend('o-1', '8,000.00', 1))
      .when(amend('o-1', '5,000.00', 2))
      .then(amended(2, ['8,000.00', '5,000.00'], ['8,000.00', '5,000.00']));
  });
});

describe('a liability is vacated', () => {
  test('with what was still owed', () => {
    open.and(tender('dcd.1', '1,500.00')).when(vacate('o-1')).then(vacated('o-1', '3,500.00'));
  });

  test('once', () => {
    open.and(vacate('o-1')).when(vacate('o-1')).thenNothing();
  });

  test('and takes no money from then on, though it answers', () => {
    open
      .and(vacate('o-1'))
      .when(tender('dcd.1', '100.00'))
      .then(credited('dcd.1', '0.00', { offered: '100.00' }));
  });
});

describe('a tender', () => {
  test('is credited', () => {
    open.when(tender('dcd.1', '1,500.00')).then(credited('dcd.1', '1,500.00'));
  });

  test('is credited up to what is owed', () => {
    open
      .and(tender('dcd.1', '4,000.00'))
      .when(tender('dcd.2', '1,500.00'))
      .then(credited('dcd.2', '1,000.00', { offered: '1,500.00' }));
  });

  test('made again is credited once', () => {
    open.and(tender('dcd.1', '1,500.00')).when(tender('dcd.1', '1,500.00')).thenNothing();
  });

  test('in a second round is another tender of the same receipt', () => {
    open
      .and(tender('dcd.1', '1,500.00'))
      .when(tender('dcd.1', '500.00', { round: 2 }))
      .then(credited('dcd.1', '500.00', { round: 2 }));
  });

  test('in an earlier round, heard late, is credited no more', () => {
    open
      .and(tender('dcd.1', '500.00', { round: 2 }))
      .when(tender('dcd.1', '1,500.00', { round: 1 }))
      .thenNothing();
  });

  test('of the same receipt under another order is another tender', () => {
    open
      .and(impose('o-2', '5,000.00'), tender('dcd.1', '1,500.00'))
      .when(tender('dcd.1', '1,500.00', { to: 'o-2' }))
      .then(credited('dcd.1', '1,500.00', { to: 'o-2' }));
  });

  test('without a cap is limited by what is owed alone', () => {
    open.when(tender('dcd.1', '9,000.00')).then(credited('dcd.1', '5,000.00', { offered: '9,000.00' }));
  });
});

describe('a receipt that comes back', () => {
  test('takes back all that it had brought under the order, over all rounds', () => {
    open
      .and(tender('dcd.1', '1,500.00'), tender('dcd.1', '500.00', { round: 2 }))
      .when(comesBack('dcd.1'))
      .then(reversed('dcd.1', '2,000.00'));
  });

  test('comes back once', () => {
    open.and(tender('dcd.1', '1,500.00'), comesBack('dcd.1')).when(comesBack('dcd.1')).thenNothing();
  });

  test('takes nothing back where it had brought nothing', () => {
    open.when(comesBack('dcd.1')).thenNothing();
    open.and(vacate('o-1'), tender('dcd.1', '100.00')).when(comesBack('dcd.1')).thenNothing();
  });

  test('leaves the other receipts, and the other orders, as they were', () => {
    const { state } = open.and(
      impose('o-2', '5,000.00'),
      tender('dcd.1', '1,500.00'),
      tender('dcd.1', '300.00', { to: 'o-2' }),
      tender('dcd.2', '700.00'),
      comesBack('dcd.1'),
    );
    const paid = [...state.liabilities.values()].map((each) => [each.orderId, each.paid, outstanding(each)]);
    expect(paid).toEqual([
      ['o-1', usd('700.00'), usd('4,300.00')],
      ['o-2', usd('300.00'), usd('4,700.00')],
    ]);
  });

  test('makes nothing owed again under an order that was set aside', () => {
    const { state } = open.and(tender('dcd.1', '1,500.00'), vacate('o-1'), comesBack('dcd.1'));
    const liability = state.liabilities.get({ orderId: orderId('o-1'), victimId: victimId('v-1') })!;
    expect([liability.paid, outstanding(liability), terminated(liability)]).toEqual([
      noMoney,
      noMoney,
      noMoney,
    ]);
  });
});

describe('a change of a liability takes effect', () => {
  const paidTomorrow = open.and(tender('dcd.1', '1,500.00', { on: tomorrow }));

  test('not before a credit recorded earlier: amended, set aside, or taken back', () => {
    paidTomorrow.when(amend('o-1', '800.00', 1, yesterday)).thenOn(tomorrow);
    paidTomorrow.when(vacate('o-1', yesterday)).thenOn(tomorrow);
    paidTomorrow
      .and(tender('dcd.2', '100.00'))
      .when(comesBack('dcd.2', { on: today }))
      .thenOn(tomorrow);
  });

  test('on its own day, where nothing of the liability was recorded on a later one', () => {
    const later = day('2026-04-01');
    paidTomorrow.when(amend('o-1', '800.00', 1, later)).thenOn(later);
    paidTomorrow
      .and(impose('o-2', '300.00'), tender('dcd.3', '100.00', { to: 'o-2', on: later }))
      .when(vacate('o-1', tomorrow))
      .thenOn(tomorrow);
  });

  test('of two credits each on its own day, in any order of days', () => {
    paidTomorrow.when(tender('dcd.2', '100.00', { on: yesterday })).thenOn(today);
    paidTomorrow.when(tender('dcd.2', '100.00', { on: today })).thenOn(today);
  });

  test('for a credit not before what was ordered, amended, ended or owed again until then', () => {
    const whole = open.and(
      determineLoss('c-1', '1,500.00', { on: yesterday }),
      becomesFinal('o-1', 'DIRECT_REVIEW_DONE', yesterday),
      tender('dcd.1', '1,500.00', { on: tomorrow }),
    );
    whole.when(tender('dcd.2', '100.00', { on: today })).thenOn(tomorrow);
    const back = whole.and(comesBack('dcd.1', { on: day('2026-04-01') }));
    back.when(tender('dcd.2', '100.00', { on: today })).thenOn('2026-04-01');
    open
      .and(amend('o-1', '800.00', 1, tomorrow))
      .when(tender('dcd.2', '100.00', { on: today }))
      .thenOn(tomorrow);
  });
});
