import { disburse, day, determineLoss, registerVictim, text, today } from '../../support/words.ts';
import {
  rejectRecovery,
  reportRecovery,
  verifyRecovery,
  withdrawRecovery,
} from '../../support/recovery-words.ts';
import { orderAssistance, start, amountOf2025 } from '../../support/reserve-words.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { RecoverySource } from '../../../src/domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import {
  becomesFinal,
  credited,
  ended,
  impose,
  madeWhole,
  overRecovered,
  reinstated,
  spec,
  tender,
  undone,
} from './words.ts';

/** Two defendants owe 9,000.00 each of losses of 10,000.00, and 6,000.00 came in through the court. */
const owed = [
  registerVictim('v-1'),
  ...[impose('o-1', '9,000.00'), impose('o-2', '9,000.00'), determineLoss('c-1', '10,000.00')],
  ...[becomesFinal('o-1'), tender('dcd.1', '6,000.00')],
];
const victim = spec.after(...owed);

describe('a recovery elsewhere under the same section', () => {
  test('ends every liability in the append in which it is verified, as a payment does', () => {
    const claimed = victim.and(reportRecovery('x-1', '4,000.00'));
    claimed
      .when(verifyRecovery('x-1', '4,000.00'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }));
    claimed.when(verifyRecovery('x-1', '3,999.99')).thenByLaw();
  });

  test('brings them back when it proves wrong, unless P-19 says otherwise', () => {
    const whole = victim.and(reportRecovery('x-1', '4,000.00'), verifyRecovery('x-1', '4,000.00'));
    whole
      .when(withdrawRecovery('x-1'))
      .thenByLaw(undone(1, '10,000.00', '6,000.00'), reinstated(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }));
    whole
      .under({ 'P-19': 'NO_REINSTATEMENT' })
      .when(withdrawRecovery('x-1'))
      .thenByLaw(undone(1, '10,000.00', '6,000.00'));
  });

  test('takes headroom: a payment after it is credited to the cap, and no further', () => {
    const some = victim.and(reportRecovery('x-1', '2,500.00'), verifyRecovery('x-1', '2,500.00'));
    some
      .when(tender('dcd.2', '2,000.00'))
      .then(
        credited('dcd.2', '1,500.00', { offered: '2,000.00' }),
        madeWhole(1, '10,000.00'),
        ended(1, { 'o-1': '1,500.00', 'o-2': '9,000.00' }),
      );
  });

  test('above the cap is noted, and so is the end of that', () => {
    const much = victim.and(reportRecovery('x-1', '5,000.00'));
    much
      .when(verifyRecovery('x-1', '5,000.00'))
      .thenByLaw(
        madeWhole(1, '10,000.00', '11,000.00'),
        ended(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }),
        overRecovered('1,000.00'),
      );
    much
      .and(verifyRecovery('x-1', '5,000.00'))
      .when(withdrawRecovery('x-1'))
      .thenByLaw(
        undone(1, '10,000.00', '6,000.00'),
        reinstated(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }),
        overRecovered('0.00'),
      );
  });

  test('counts where received means paid out, too', () => {
    const paidOut = victim.and(
      disburse('p-1', '6,000.00', { caseId: 'c-1' }),
      reportRecovery('x-1', '4,000.00'),
    );
    paidOut
      .under({ 'P-05': 'DISBURSED' })
      .when(verifyRecovery('x-1', '4,000.00'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }));
  });

  test('takes effect on the day on which it was verified, and no claim holds a later payment up', () => {
    const late = day('2026-06-01');
    victim
      .and(reportRecovery('x-1', '4,000.00'))
      .when(verifyRecovery('x-1', '4,000.00', { on: late }))
      .thenOn(late);
    const claimedLate = victim.and(reportRecovery('x-1', '4,000.00', { on: late }));
    claimedLate.when(tender('dcd.2', '4,000.00', { to: 'o-2' })).thenOn(today);
    claimedLate
      .under({ 'P-43': 'ALL_REPORTED' })
      .and(rejectRecovery('x-1', { on: late }))
      .when(tender('dcd.2', '4,000.00', { to: 'o-2' }))
      .thenOn(today, late);
  });
});

describe('a claim that nobody has verified', () => {
  test('counts for nothing, unless P-43 says that all counts', () => {
    victim.when(reportRecovery('x-1', '4,000.00')).thenByLaw();
    const all = victim.under({ 'P-43': 'ALL_REPORTED' });
    all
      .when(reportRecovery('x-1', '4,000.00'))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }));
    const whole = all.and(reportRecovery('x-1', '4,000.00'));
    whole.when(verifyRecovery('x-1', '4,000.00')).thenByLaw();
    for (const command of [rejectRecovery('x-1'), withdrawRecovery('x-1'), verifyRecovery('x-1', '1.00')])
      whole
        .when(command)
        .thenByLaw(
          undone(1, '10,000.00', command.type === 'VerifyRecovery' ? '6,001.00' : '6,000.00'),
          reinstated(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' }),
        );
  });
});

describe('a recovery of another kind', () => {
  const verified = (
    source: RecoverySource,
    under: object,
    category: 'TRAFFICKING' | 'PRODUCTION' = 'TRAFFICKING',
  ) => {
    const claimed = victim.and(reportRecovery('x-1', '4,000.00', { source, category }));
    return claimed.under(under).when(verifyRecovery('x-1', '4,000.00'));
  };
  const whole = [madeWhole(1, '10,000.00'), ended(1, { 'o-1': '3,000.00', 'o-2': '9,000.00' })];

  test.each(['STATE_RESTITUTION', 'FOREIGN_RESTITUTION', 'MILITARY_RESTITUTION'] as const)(
    '%s counts where P-44 says so',
    (source) => {
      verified(source, {}).thenByLaw();
      verified(source, { 'P-13': 'COUNT' }).thenByLaw();
      verified(source, { 'P-44': 'COUNT' }).thenByLaw(...whole);
    },
  );

  test.each(['CIVIL_JUDGMENT_2255', 'OTHER_CIVIL_DAMAGES', 'COMPENSATION_PROGRAM', 'INSURANCE'] as const)(
    '%s counts where P-13 says so',
    (source) => {
      verified(source, {}).thenByLaw();
      verified(source, { 'P-44': 'COUNT' }).thenByLaw();
      verified(source, { 'P-13': 'COUNT' }).thenByLaw(...whole);
    },
  );

  test('or for other losses counts only where P-03 puts the losses together', () => {
    verified('RESTITUTION_2259', {}, 'PRODUCTION').thenByLaw();
    verified('RESTITUTION_2259', { 'P-03': 'ANY_2259' }, 'PRODUCTION').thenByLaw(...whole);
  });
});

test('what was recovered elsewhere under the section is collected in the sense of 2259(d)(3)', () => {
  const early = { on: start };
  const events = (source: RecoverySource) =>
    spec
      .after(
        registerVictim('v-1'),
        reportRecovery('x-1', '44,790.79', { ...early, source }),
        verifyRecovery('x-1', '44,790.79', early),
      )
      .when(orderAssistance('q-1', amountOf2025, { victim: 'v-1' }))
      .decided();
  expect(events('RESTITUTION_2259').happened[0]?.data).toMatchObject({ collected: text('44,790.79') });
  expect(events('RESTITUTION_2259').follows.map(({ type }) => type)).toEqual([
    'AssistanceIneligibilityNoted',
  ]);
  expect(events('STATE_RESTITUTION').happened[0]?.data).toMatchObject({ collected: text('0.00') });
  expect(events('STATE_RESTITUTION').follows).toEqual([]);
});

test('a change of P-44 asks the law again, with a review', () => {
  const recorded = victim.and(
    reportRecovery('x-1', '4,000.00', { source: 'STATE_RESTITUTION' }),
    verifyRecovery('x-1', '4,000.00'),
  );
  const context = { policies: { ...defaultPolicies, 'P-44': 'COUNT' as const } };
  const review = { type: 'ReviewLiabilities', ...{ victimId: owed[0]!.victimId, on: today } } as const;
  const { follows } = victimDecider.decide(review, recorded.state, context);
  expect(follows.map(({ type }) => type)).toEqual(['FullRecoveryReached', 'LiabilitiesTerminated']);
});
