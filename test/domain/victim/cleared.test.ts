/** P-05: the victim has received what has cleared; and P-06, between what is credited and what has cleared of it. */
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { received } from '../../../src/domain/victim/recovery.ts';
import { specify } from '../../support/given.ts';
import { determineLoss, disburse, review, tomorrow } from '../../support/words.ts';
import {
  becomesFinal,
  cleared as goodMoney,
  clears,
  comesBack,
  credited,
  ended,
  impose,
  madeWhole,
  overRecovered,
  registered,
  reinstated,
  tender,
  undone,
  vacate,
} from './words.ts';

const under = (policies: Partial<Policies>) => specify(victimDecider, policies);
const owed = [
  registered,
  determineLoss('c-1', '10,000.00'),
  impose('o-1', '12,000.00'),
  becomesFinal('o-1'),
] as const;

describe('P-05: when has the victim received?', () => {
  const paid = [...owed, tender('dcd.1', '10,000.00')] as const;
  const cleared = under({ 'P-05': 'CLEARED' });

  test('CLEARED: not when the money was credited; but no more is taken either', () => {
    const held = cleared.after(...paid);
    expect(held.state.epoch).toBe(0);
    held.when(tender('dcd.2', '1.00')).then(credited('dcd.2', '0.00', { offered: '1.00' }));
    held.when(disburse('p-1', '10,000.00')).thenByLaw();
  });

  test('CLEARED: in the append that says that the last of it has cleared', () => {
    const parts = [tender('dcd.1', '9,999.99'), tender('dcd.2', '0.01')];
    cleared
      .after(...owed, ...parts)
      .when(clears('dcd.1'))
      .then(goodMoney('dcd.1', '9,999.99'));
    cleared
      .after(...owed, ...parts, clears('dcd.1'))
      .when(clears('dcd.2'))
      .then(goodMoney('dcd.2', '0.01'), madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('CLEARED: on the day on which it cleared, and no sooner than it was credited', () => {
    cleared
      .after(...paid)
      .when(clears('dcd.1', { on: tomorrow }))
      .thenOn(tomorrow);
    cleared
      .after(...owed, tender('dcd.1', '10,000.00', { on: tomorrow }))
      .when(clears('dcd.1'))
      .thenOn(tomorrow);
  });

  test('CLEARED: whatever a receipt that has cleared brings later has cleared, too', () => {
    cleared
      .after(...owed, tender('dcd.1', '9,000.00'), clears('dcd.1'))
      .when(tender('dcd.1', '1,000.00', { round: 2 }))
      .thenByLaw(madeWhole(1, '10,000.00'), ended(1, { 'o-1': '2,000.00' }));
  });

  test('CLEARED: what has come back has not cleared, and what it had ended is owed again', () => {
    const whole = cleared.after(...paid, clears('dcd.1'));
    whole
      .when(comesBack('dcd.1'))
      .thenByLaw(undone(1, '10,000.00', '0.00'), reinstated(1, { 'o-1': '2,000.00' }));
    whole.and(comesBack('dcd.1')).when(clears('dcd.1')).thenNothing();
  });

  test('CLEARED: that of a receipt which brought nothing is not said', () => {
    cleared
      .after(...paid)
      .when(clears('dcd.9'))
      .thenNothing();
    cleared
      .after(...paid, tender('dcd.2', '1.00'))
      .when(clears('dcd.2'))
      .thenNothing();
  });

  test('CLEARED: under an order that is set aside, as P-18 has it', () => {
    const kept = cleared.after(...paid, clears('dcd.1'), vacate('o-1'));
    expect(received(kept.state, { ...defaultPolicies, 'P-05': 'CLEARED' })).toBe(10_000_00n);
    expect(received(kept.state, { ...defaultPolicies, 'P-05': 'CLEARED', 'P-18': 'DO_NOT_COUNT' })).toBe(0n);
    const late = cleared.after(...paid, vacate('o-1'), clears('dcd.1'));
    expect(late.state.total).toEqual(kept.state.total);
  });

  test('CLEARED: said whichever answer holds, so that a review after a change of it finds what has cleared', () => {
    const before = under({}).after(...paid, tender('dcd.2', '1.00'), clears('dcd.1'));
    expect(received(before.state, { ...defaultPolicies, 'P-05': 'CLEARED' })).toBe(10_000_00n);
    const uncleared = under({}).after(...paid);
    uncleared
      .under({ 'P-05': 'CLEARED' })
      .when(review('v-1'))
      .thenByLaw(undone(1, '10,000.00', '0.00'), reinstated(1, { 'o-1': '2,000.00' }));
  });
});

describe('P-06: what is held would reach the cap, and has not cleared yet: does collection go on?', () => {
  const held = [...owed, tender('dcd.1', '9,000.00')] as const;

  test('FREEZE: so also between what is credited and what has cleared of it', () => {
    const uncleared = under({ 'P-05': 'CLEARED', 'P-06': 'FREEZE' }).after(...held);
    uncleared.when(tender('dcd.2', '3,000.00')).then(credited('dcd.2', '1,000.00', { offered: '3,000.00' }));
    uncleared.and(comesBack('dcd.1')).when(tender('dcd.2', '3,000.00')).then(credited('dcd.2', '3,000.00'));
  });

  test('KEEP_COLLECTING: until as much as the cap has cleared', () => {
    under({ 'P-05': 'CLEARED', 'P-06': 'KEEP_COLLECTING' })
      .after(...held, tender('dcd.2', '3,000.00'), clears('dcd.2'))
      .when(clears('dcd.1'))
      .thenByLaw(madeWhole(1, '10,000.00', '12,000.00'), overRecovered('2,000.00'));
  });
});
