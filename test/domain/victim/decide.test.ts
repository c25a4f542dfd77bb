import {
  caseId,
  day,
  determineLoss,
  disburse,
  registerVictim,
  returnDisbursement,
  review,
  text,
  today,
  tomorrow,
  usd,
  victimId,
  yesterday,
} from '../../support/words.ts';
import { findingOf } from '../../../src/domain/victim/state.ts';
import { becomesFinal, capMoved, ended, impose, madeWhole, registered, spec, tender } from './words.ts';

describe('a victim', () => {
  test('is registered by an id, and by nothing else', () => {
    spec
      .given()
      .when(registered)
      .then({ type: 'VictimRegistered', data: { victimId: 'v-1' } });
  });

  test('registered again is the same victim, whatever the day', () => {
    spec
      .after(registered)
      .when(registerVictim('v-1', { on: tomorrow }))
      .thenNothing();
  });

  test.each([
    determineLoss('c-1', '120,000.00'),
    disburse('p-1', '100.00'),
    returnDisbursement('p-1'),
    review(),
    impose('o-1', '5,000.00'),
    tender('dcd.1', '5,000.00'),
  ])('whom nobody has registered can have nothing happen to them: $type', (command) => {
    spec.given().when(command).thenRefused('victim-not-registered', '/victimId');
  });
});

describe('a finding of losses', () => {
  const heads = [
    { head: 'LOST_INCOME', amount: usd('100,000.00') },
    { head: 'ATTORNEYS_FEES_AND_COSTS', amount: usd('20,000.00') },
  ] as const;

  const found = (amount: string, listed: readonly { head: string; amount: string }[] = []) => ({
    type: 'LossDetermined',
    data: { victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING', amount: text(amount), heads: listed },
  });

  test('is recorded with its heads', () => {
    spec
      .after(registered)
      .when(determineLoss('c-1', '120,000.00', { heads }))
      .then(
        found('120,000.00', [
          { head: 'LOST_INCOME', amount: '100000.00' },
          { head: 'ATTORNEYS_FEES_AND_COSTS', amount: '20000.00' },
        ]),
      );
  });

  test('takes effect on the day of the court, and what follows from it when all that it rests on had happened', () => {
    const order = spec.after(registered, impose('o-1', '50,000.00'), becomesFinal('o-1'));
    order.when(determineLoss('c-1', '50,000.00', { on: tomorrow })).thenOn(tomorrow);
    order
      .and(tender('dcd.1', '50,000.00'))
      .when(determineLoss('c-1', '50,000.00', { on: day('2026-02-03') }))
      .thenOn('2026-02-03', today);
  });

  test('heard again changes nothing', () => {
    const finding = determineLoss('c-1', '120,000.00');
    spec.after(registered, finding).when(finding).thenNothing();
  });

  test('of the same amount under other heads is another finding', () => {
    const finding = determineLoss('c-1', '120,000.00', { heads });
    const listed = [
      { head: 'LOST_INCOME', amount: '100000.00' },
      { head: 'ATTORNEYS_FEES_AND_COSTS', amount: '20000.00' },
    ];
    spec.after(registered, finding).when(finding).thenNothing();
    spec
      .after(registered, determineLoss('c-1', '120,000.00'))
      .when(finding)
      .then(found('120,000.00', listed));
    spec.after(registered, finding).when(determineLoss('c-1', '120,000.00')).then(found('120,000.00'));
  });

  test('later in the same case replaces the one before', () => {
    spec
      .after(registered, determineLoss('c-1', '120,000.00'))
      .when(determineLoss('c-1', '90,000.00'))
      .then(found('90,000.00'));
  });

  describe('of several in one case that of the latest day counts:', () => {
    const inForce = spec.after(
      registered,
      impose('o-1', '50,000.00'),
      becomesFinal('o-1'),
      determineLoss('c-1', '90,000.00', { on: yesterday }),
      determineLoss('c-1', '120,000.00', { on: tomorrow }),
    );

    test('an earlier one, heard again, is no news', () => {
      inForce.when(determineLoss('c-1', '90,000.00', { on: yesterday })).thenNothing();
    });

    test('an earlier one that comes to be known late is recorded, and replaces nothing', () => {
      inForce.when(determineLoss('c-1', '10,000.00', { on: today })).then(found('10,000.00'));
      expect(
        findingOf(inForce.state, { caseId: caseId('c-1'), victimId: victimId('v-1') }, 'TRAFFICKING')?.amount,
      ).toBe(usd('120,000.00'));
    });

    test('of two of one day, the one that was recorded last', () => {
      inForce
        .when(determineLoss('c-1', '70,000.00', { on: tomorrow }))
        .then(found('70,000.00'), capMoved('120,000.00', '70,000.00'));
    });

    test('one of the same amount on a later day is recorded: from there on it is the one that counts', () => {
      const restated = determineLoss('c-1', '120,000.00', { on: day('2026-05-01') });
      inForce.when(restated).then(found('120,000.00'));
      inForce
        .and(restated)
        .when(determineLoss('c-1', '1,000.00', { on: day('2026-04-01') }))
        .then(found('1,000.00'));
    });
  });

  test('of another category, or in another case, stands beside it', () => {
    const { state } = spec.after(
      registered,
      determineLoss('c-1', '120,000.00'),
      determineLoss('c-1', '70,000.00', { category: 'PRODUCTION' }),
      determineLoss('c-2', '90,000.00'),
    );
    expect([...state.findings.entries()]).toEqual([
      [
        'c-1/v-1',
        {
          TRAFFICKING: [{ on: today, amount: usd('120,000.00'), deducted: 0n, heads: [] }],
          PRODUCTION: [{ on: today, amount: usd('70,000.00'), deducted: 0n, heads: [] }],
        },
      ],
      ['c-2/v-1', { TRAFFICKING: [{ on: today, amount: usd('90,000.00'), deducted: 0n, heads: [] }] }],
    ]);
  });

  test('of nothing is a finding too, as on remand', () => {
    spec.after(registered).when(determineLoss('c-1', '0.00')).then(found('0.00'));
  });

  test('whose heads do not add up is refused', () => {
    spec
      .after(registered)
      .when(determineLoss('c-1', '120,000.01', { heads }))
      .thenRefused('heads-do-not-add-up', '/heads');
  });
});

describe('money paid out to the victim', () => {
  const paidOut = (amount: string) => ({
    type: 'RestitutionDisbursed',
    data: { victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-1', amount: text(amount) },
  });

  test('is recorded, whether or not the ledger knew of funds for it', () => {
    spec.after(registered).when(disburse('p-1', '700.00')).then(paidOut('700.00'));
  });

  test('reported again is one payment', () => {
    spec.after(registered, disburse('p-1', '700.00')).when(disburse('p-1', '700.00')).thenNothing();
  });

  test.each([
    ['another amount', disburse('p-1', '700.01')],
    ['another case', disburse('p-1', '700.00', { caseId: 'c-2' })],
    ['another day', disburse('p-1', '700.00', { on: tomorrow })],
    ['nothing', disburse('p-1', '0.00')],
  ])('under the same id with %s is refused', (_, command) => {
    spec
      .after(registered, disburse('p-1', '700.00'))
      .when(command)
      .thenRefused('disbursement-recorded-differently', '/disbursementId');
  });

  test('of nothing is a finding too, as on remand', () => {
    spec.after(registered).when(disburse('p-1', '0.00')).thenRefused('amount-not-positive', '/amount');
  });
});

describe('money paid out that comes back', () => {
  const paid = spec.after(registered, disburse('p-1', '700.00'));
  const back = {
    type: 'DisbursementReturned',
    data: {
      victimId: victimId('v-1'),
      caseId: caseId('c-1'),
      disbursementId: 'p-1',
      amount: '700.00',
      reason: 'UNDELIVERABLE',
    },
  };

  test('is recorded with what went out', () => {
    paid.when(returnDisbursement('p-1')).then(back);
  });

  test('on a later day comes back on that day', () => {
    paid.when(returnDisbursement('p-1', { on: tomorrow })).thenOn(tomorrow);
  });

  test('comes back once, however often it is reported', () => {
    spec
      .after(registered, disburse('p-1', '700.00'), returnDisbursement('p-1'))
      .when(returnDisbursement('p-1'))
      .thenNothing();
  });

  test.each([
    ['on another day', returnDisbursement('p-1', { on: tomorrow })],
    ['for another reason', returnDisbursement('p-1', { reason: 'STALE' })],
  ])('reported %s is refused', (_, command) => {
    spec
      .after(registered, disburse('p-1', '700.00'), returnDisbursement('p-1'))
      .when(command)
      .thenRefused('return-recorded-differently', '/disbursementId');
  });

  test('must have gone out', () => {
    paid.when(returnDisbursement('p-2')).thenRefused('disbursement-not-found', '/disbursementId');
  });

  test('cannot come back before it went out', () => {
    paid.when(returnDisbursement('p-1', { on: yesterday })).thenRefused('returned-before-paid', '/on');
  });

  test('leaves what the defendant paid as it was, and ends nothing that it did not end', () => {
    const { state } = spec.after(
      registered,
      determineLoss('c-1', '700.00'),
      impose('o-1', '3,000.00'),
      becomesFinal('o-1'),
      tender('dcd.1', '700.00'),
      disburse('p-1', '700.00'),
      returnDisbursement('p-1'),
    );
    expect([...state.liabilities.values()]).toEqual([
      expect.objectContaining({ paid: usd('700.00'), ended: [{ epoch: 1, amount: usd('2,300.00') }] }),
    ]);
  });
});

describe('a review of the liabilities', () => {
  test('finds nothing where nothing has changed', () => {
    spec
      .after(registered, determineLoss('c-1', '5,000.00'), impose('o-1', '3,000.00'), becomesFinal('o-1'))
      .when(review())
      .thenNothing();
  });

  test('asks the law anew under the policies of the day', () => {
    spec
      .after(
        registered,
        determineLoss('c-1', '3,000.00'),
        impose('o-1', '5,000.00'),
        tender('dcd.1', '3,000.00'),
      )
      .under({ 'P-01': 'ENTRY_OF_JUDGMENT' })
      .when(review())
      .then(capMoved(null, '3,000.00'), madeWhole(1, '3,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('names in what follows how many policies had been set', () => {
    const { follows } = spec
      .after(registered, determineLoss('c-1', '3,000.00'), impose('o-1', '5,000.00'))
      .under({ 'P-01': 'ENTRY_OF_JUDGMENT', version: 7 })
      .when(review())
      .decided();
    expect(follows.map(({ data }) => data)).toEqual([expect.objectContaining({ policyVersion: 7 })]);
  });
});
