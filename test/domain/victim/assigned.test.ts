import { liabilityKey } from '../../../src/domain/liability/liability-index.ts';
import { recoveredBy, received } from '../../../src/domain/victim/recovery.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { assignInterest, payOut, revokeAssignment } from '../../support/people-words.ts';
import { day, determineLoss, today, tomorrow } from '../../support/words.ts';
import { becomesFinal, clears, comesBack, impose, registered, spec, tender, vacate } from './words.ts';

/** The victim lost 1,000.00, and two are ordered to pay 800.00 each. */
const owed = spec.after(
  registered,
  determineLoss('c-1', '1,000.00'),
  ...[impose('o-1', '800.00'), becomesFinal('o-1'), impose('o-2', '800.00'), becomesFinal('o-2')],
);
const doesNotCount = { 'P-29': 'ASSIGNED_DOES_NOT_COUNT' } as const;
const policies = (changed: Partial<Policies>): Policies => ({ ...defaultPolicies, ...changed });
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('payments that were assigned to the Crime Victims Fund (P-29)', () => {
  const assigned = owed.and(assignInterest({ on: today }), tender('dcd.1', '800.00', { on: tomorrow }));

  test('leave the defendant’s duty as it was: what is paid is paid', () => {
    expect(assigned.state.liabilities).toEqual(
      owed.and(tender('dcd.1', '800.00', { on: tomorrow })).state.liabilities,
    );
  });

  test('ASSIGNED_COUNTS_AS_RECEIVED: the cap is reached with them, and nobody owes any more', () => {
    const { happened, follows } = assigned
      .when(tender('dcd.2', '500.00', { to: 'o-2', on: tomorrow }))
      .decided();
    expect(happened).toMatchObject([{ data: { accepted: '200.00' } }]);
    expect(types(follows)).toEqual(['FullRecoveryReached', 'LiabilitiesTerminated']);
  });

  test('ASSIGNED_DOES_NOT_COUNT: they take nothing of the headroom, and end nothing', () => {
    const under = assigned.under(doesNotCount);
    const { happened, follows } = under
      .when(tender('dcd.2', '500.00', { to: 'o-2', on: tomorrow }))
      .decided();
    expect(happened).toMatchObject([{ data: { accepted: '500.00' } }]);
    expect(types(follows)).toEqual([]);
  });

  test.each([
    ['in the order alone', assignInterest({ inCase: 'c-1', under: 'o-1' }), 0n, 0n],
    ['in another order', assignInterest({ inCase: 'c-1', under: 'o-9' }), 800_00n, 800_00n],
    ['in the case', assignInterest({ inCase: 'c-1' }), 0n, 0n],
    ['in another case', assignInterest({ inCase: 'c-2' }), 800_00n, 800_00n],
    ['from the day after the payment on', assignInterest({ on: day('2026-03-04') }), 800_00n, 800_00n],
  ])('are those %s, whether the assignment or the payment is known first', (_, command, before, after) => {
    const recovered = (scene: typeof owed) => recoveredBy(scene.state, policies(doesNotCount));
    const payment = tender('dcd.1', '800.00', { on: tomorrow });
    expect(recovered(owed.and(command, payment))).toBe(before);
    expect(recovered(owed.and(payment, command))).toBe(after);
  });

  test('are no more those that come after it was revoked, or that came back', () => {
    const recovered = (scene: typeof owed) => recoveredBy(scene.state, policies(doesNotCount));
    const revoked = assigned.and(revokeAssignment({ on: tomorrow }));
    expect(recovered(revoked)).toBe(800_00n);
    const back = assigned.and(tender('dcd.2', '50.00', { to: 'o-2' }), comesBack('dcd.1'));
    expect(recovered(back)).toBe(0n);
    expect(back.state.assigned.get(liabilityKey(impose('o-1', '1.00')))?.amount).toBe(0n);
  });

  test('under an order that was set aside are taken off once (P-18)', () => {
    const { state } = assigned.and(
      vacate('o-1', tomorrow),
      tender('dcd.2', '50.00', { to: 'o-2', on: day('2026-03-05') }),
    );
    const under = (changed: Partial<Policies>) => recoveredBy(state, policies(changed));
    expect(under({})).toBe(850_00n);
    expect(under({ 'P-18': 'DO_NOT_COUNT' })).toBe(50_00n);
    expect(under({ ...doesNotCount, 'P-18': 'DO_NOT_COUNT' })).toBe(0n);
    expect(under(doesNotCount)).toBe(0n);
  });

  test('undo a full recovery when they come to be known late, and do not count', () => {
    const under = owed
      .under(doesNotCount)
      .and(tender('dcd.1', '800.00'), tender('dcd.2', '200.00', { to: 'o-2', on: tomorrow }));
    const late = under.when(assignInterest({ inCase: 'c-2', on: tomorrow }));
    expect(types(late.decided().follows)).toEqual(['FullRecoveryUndone', 'LiabilitiesReinstated']);
    late.thenOn(tomorrow);
  });

  test('and have cleared are received only where they count (P-05), whichever is known first', () => {
    const own = [tender('dcd.2', '30.00', { to: 'o-2' }), clears('dcd.2', { to: 'o-2' })];
    const fund = [tender('dcd.1', '800.00', { on: tomorrow }), clears('dcd.1', { on: tomorrow })];
    const given = assignInterest({ inCase: 'c-1', on: today });
    for (const commands of [
      [...own, ...fund, given],
      [given, ...fund, ...own],
      [...fund, given, ...own],
    ]) {
      const { state } = owed.and(...commands, tender('dcd.3', '7.00', { to: 'o-2' }));
      expect(received(state, policies({ 'P-05': 'CLEARED' }))).toBe(830_00n);
      expect(received(state, policies({ ...doesNotCount, 'P-05': 'CLEARED' }))).toBe(30_00n);
      const { state: back } = owed.and(...commands, comesBack('dcd.1'));
      expect(received(back, policies({ ...doesNotCount, 'P-05': 'CLEARED' }))).toBe(30_00n);
      expect(received(back, policies({ 'P-05': 'CLEARED' }))).toBe(30_00n);
    }
  });

  test('and paid out to the Fund are received only where they count (P-05)', () => {
    const { state } = assigned.and(
      tender('dcd.3', '100.00', { to: 'o-2', on: tomorrow }),
      revokeAssignment({ on: day('2026-03-05') }),
      tender('dcd.2', '30.00', { to: 'o-2', on: day('2026-03-06') }),
      payOut('p-1', '700.00', { to: 'CRIME_VICTIMS_FUND', on: day('2026-03-07') }),
      payOut('p-2', '20.00', { inCase: 'c-2', on: day('2026-03-07') }),
    );
    expect(received(state, policies({ 'P-05': 'DISBURSED' }))).toBe(720_00n);
    expect(received(state, policies({ ...doesNotCount, 'P-05': 'DISBURSED' }))).toBe(20_00n);
  });
});
