import { day, registerVictim, text, today, tomorrow, yesterday } from '../../support/words.ts';
import {
  rejectRecovery,
  reportRecovery,
  verifyRecovery,
  withdrawRecovery,
} from '../../support/recovery-words.ts';
import { spec } from '../victim/words.ts';

const victim = spec.after(registerVictim('v-1'));
const ref = {
  ...{ victimId: 'v-1', recoveryId: 'x-1', source: 'RESTITUTION_2259', category: 'TRAFFICKING' },
};
const reported = reportRecovery('x-1', '4,000.00', { receivedOn: yesterday });

describe('a recovery elsewhere', () => {
  test('is reported once, and is a claim', () => {
    victim
      .when(reported)
      .then({ type: 'RecoveryReported', data: { ...ref, amount: text('4,000.00'), receivedOn: yesterday } });
    const one = victim.and(reported);
    one.when(reported).thenNothing();
    for (const other of [
      reportRecovery('x-1', '4,000.01', { receivedOn: yesterday }),
      reportRecovery('x-1', '4,000.00'),
      { ...reported, source: 'INSURANCE' } as const,
      { ...reported, category: 'PRODUCTION' } as const,
      { ...reported, on: tomorrow },
    ])
      one.when(other).thenRefused('recovery-reported-differently', '/recoveryId');
  });

  test('is some money, received before it is told of', () => {
    victim.when(reportRecovery('x-1', '0.00')).thenRefused('amount-not-positive', '/amount');
    victim
      .when(reportRecovery('x-1', '1.00', { receivedOn: tomorrow }))
      .thenRefused('reported-before-received', '/on');
  });

  test('is verified, also for more or less than was claimed', () => {
    const one = victim.and(reported);
    const verified = (amount: string, claimed = '4,000.00') => ({
      type: 'RecoveryVerified',
      data: { ...ref, amount: text(amount), claimed: text(claimed) },
    });
    one.when(verifyRecovery('x-1', '3,999.99')).then(verified('3,999.99'));
    one.when(verifyRecovery('x-1', '5,000.00')).then(verified('5,000.00'));
    one.when(verifyRecovery('x-1', '0.00')).thenRefused('amount-not-positive', '/amount');
    one.when(verifyRecovery('x-2', '1.00')).thenRefused('recovery-not-found', '/recoveryId');
    one.when(verifyRecovery('x-1', '1.00', { on: yesterday })).thenRefused('decided-before-reported', '/on');
    const done = one.and(verifyRecovery('x-1', '3,000.00'));
    done.when(verifyRecovery('x-1', '3,000.00')).thenNothing();
    done.when(verifyRecovery('x-1', '3,000.01')).thenRefused('recovery-decided-differently', '/recoveryId');
    done.when(rejectRecovery('x-1')).thenRefused('recovery-decided-differently', '/recoveryId');
  });

  test('is rejected, and verified after all', () => {
    const one = victim.and(reported);
    const data = { ...ref, amount: text('4,000.00'), reason: 'NOT_SHOWN' };
    one.when(rejectRecovery('x-1')).then({ type: 'RecoveryRejected', data });
    const done = one.and(rejectRecovery('x-1'));
    done.when(rejectRecovery('x-1')).thenNothing();
    done
      .when(rejectRecovery('x-1', { reason: 'NOT_RECEIVED' }))
      .thenRefused('recovery-decided-differently', '/recoveryId');
    done.when(withdrawRecovery('x-1')).thenRefused('recovery-decided-differently', '/recoveryId');
    done
      .when(verifyRecovery('x-1', '10.00'))
      .then({ type: 'RecoveryVerified', data: { ...ref, amount: text('10.00'), claimed: text('0.00') } });
  });

  test('is withdrawn as what it was, and stays so', () => {
    const withdrawn = (amount: string, standing: string) => ({
      type: 'RecoveryWithdrawn',
      data: { ...ref, amount: text(amount), standing, reason: 'REPORTED_IN_ERROR' },
    });
    const one = victim.and(reported);
    one.when(withdrawRecovery('x-1')).then(withdrawn('4,000.00', 'CLAIMED'));
    const verified = one.and(verifyRecovery('x-1', '3,000.00'));
    verified.when(withdrawRecovery('x-1')).then(withdrawn('3,000.00', 'VERIFIED'));
    const done = verified.and(withdrawRecovery('x-1'));
    done.when(withdrawRecovery('x-1')).thenNothing();
    done.when(verifyRecovery('x-1', '3,000.00')).thenNothing();
    done
      .when(withdrawRecovery('x-1', { on: day('2026-05-05') }))
      .thenRefused('recovery-decided-differently', '/recoveryId');
    done.when(rejectRecovery('x-1')).thenRefused('recovery-decided-differently', '/recoveryId');
    one
      .and(withdrawRecovery('x-1'))
      .when(verifyRecovery('x-1', '1.00'))
      .thenRefused('recovery-decided-differently', '/recoveryId');
  });

  test('is known of a registered victim alone', () => {
    spec.given().when(reported).thenRefused('victim-not-registered', '/victimId');
    victim.and(reported).when(verifyRecovery('x-1', '1.00')).thenOn(today);
  });
});
