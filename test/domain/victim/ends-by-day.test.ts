import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { specify } from '../../support/given.ts';
import { day, determineLoss } from '../../support/words.ts';
import { becomesFinal, comesBack, impose, registered, tender } from './words.ts';

const march = (number: number) => day(`2026-03-${String(number).padStart(2, '0')}`);

/** A loss of 5,117.92 in a final case; 3,500.00 ordered of one and 3,000.00 of another; all of 1 March, recorded on the 20th. */
const owed = (answer: Policies['P-22']) =>
  specify(victimDecider, { 'P-22': answer }, { recordedOn: march(20) }).after(
    { ...registered, on: march(1) },
    determineLoss('c-1', '5,117.92', { on: march(1) }),
    impose('o-1', '3,500.00', { on: march(1) }),
    impose('o-2', '3,000.00', { on: march(1) }),
    becomesFinal('o-1', 'DIRECT_REVIEW_DONE', march(1)),
    tender('dcd.1', '3,500.00', { on: march(2) }),
  );

/** 5,117.92 less 3,500.00 is 1,617.92: with that the victim has all. */
const last = (on: number) => tender('dcd.2', '1,617.92', { to: 'o-2', on: march(on) });

describe('P-22: on which day does liability end: that of the fact that ended it, or that of its recording?', () => {
  test('EFFECTIVE_DATE: a payment of the 5th, recorded on the 20th, ends what is owed on the 5th', () => {
    owed('EFFECTIVE_DATE').when(last(5)).thenOn('2026-03-05');
  });

  test('RECORDED_TIME: it is credited on the 5th, and what is owed ends on the 20th', () => {
    const { happened, follows } = owed('RECORDED_TIME').when(last(5)).decided();
    expect(happened.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['RecoveryCredited', '2026-03-05'],
    ]);
    expect(follows.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['FullRecoveryReached', '2026-03-20'],
      ['LiabilitiesTerminated', '2026-03-20'],
    ]);
  });

  test('RECORDED_TIME: a payment of a day to come ends nothing before that day', () => {
    owed('RECORDED_TIME').when(last(25)).thenOn('2026-03-25');
  });

  test('RECORDED_TIME: where nobody tells the day of recording, the day of the fact holds', () => {
    specify(victimDecider, { 'P-22': 'RECORDED_TIME' })
      .from(owed('RECORDED_TIME').state)
      .when(last(5))
      .thenOn('2026-03-05');
  });

  test('RECORDED_TIME: an order entered after full recovery ends on the day of recording, too', () => {
    const { follows } = owed('RECORDED_TIME')
      .and(last(5), determineLoss('c-3', '100.00', { on: march(1) }))
      .when(impose('o-3', '3,000.00', { on: march(6) }))
      .decided();
    expect(follows.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['LiabilitiesTerminated', '2026-03-20'],
    ]);
  });

  test('RECORDED_TIME: a return of the 10th undoes it on no day before it was reached', () => {
    owed('RECORDED_TIME')
      .and(last(5))
      .when(comesBack('dcd.2', { to: 'o-2', on: march(10) }))
      .thenOn('2026-03-20');
  });

  test('the answer of the day on which it would take effect is asked', () => {
    const byDay = (from: string) => (on: string) => ({
      ...defaultPolicies,
      'P-22': on >= from ? ('RECORDED_TIME' as const) : ('EFFECTIVE_DATE' as const),
    });
    const daysUnder = (from: string): readonly string[] => {
      const policiesOn = byDay(from);
      const context = { policies: policiesOn('2026-03-05'), policiesOn, recordedOn: march(20) };
      const { follows } = victimDecider.decide(last(5), owed('EFFECTIVE_DATE').state, context);
      return [...new Set(follows.map(({ effectiveOn }) => effectiveOn))];
    };
    expect(daysUnder('2026-03-05')).toEqual(['2026-03-20']);
    expect(daysUnder('2026-03-06')).toEqual(['2026-03-05']);
  });
});
