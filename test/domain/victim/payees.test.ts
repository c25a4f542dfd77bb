import type { PayeeDoubt } from '../../../src/domain/people/events.ts';
import {
  assignInterest,
  assumeRights,
  dies,
  endRepresentation,
  inherit,
  isConvictedOfAbuse,
  payOut,
  revokeAssignment,
} from '../../support/people-words.ts';
import { caseId, day, today, tomorrow, yesterday } from '../../support/words.ts';
import { becomesFinal, impose, registered, spec, tender, vacate } from './words.ts';

const known = spec.after(registered);
const v1 = { victimId: 'v-1' };

/** What is said of the payee of a payment of case `c-1`. */
const questioned = (id: string, reason: PayeeDoubt, representativeId?: string) => ({
  type: 'PayeeQuestioned',
  data: {
    ...{ ...v1, disbursementId: id, caseId: caseId('c-1'), reason, policyVersion: 0 },
    citation:
      reason === 'ASSIGNED' || reason === 'NOT_ASSIGNED' ? '18 U.S.C. 3664(g)(2)' : '18 U.S.C. 2259(c)(4)',
    ...(representativeId !== undefined && { representativeId }),
  },
});

describe('money went to a representative', () => {
  const guarded = known.and(assumeRights('h-1', { until: day('2026-03-05') }));

  test('who acted for the victim on that day: nothing is said of it', () => {
    guarded.when(payOut('p-1', '5.00', { to: 'h-1' })).then({
      type: 'RestitutionDisbursed',
      data: {
        ...{ ...v1, caseId: 'c-1', disbursementId: 'p-1', amount: '5.00' },
        ...{ paidTo: 'REPRESENTATIVE', representativeId: 'h-1' },
      },
    });
  });

  test.each([
    ['before that', yesterday],
    ['from the day on which it was over', day('2026-03-05')],
  ])('who did not, %s: it is recorded, and questioned', (_, on) => {
    guarded
      .when(payOut('p-1', '5.00', { to: 'h-1', on }))
      .thenByLaw(questioned('p-1', 'NOT_REPRESENTING', 'h-1'));
  });

  test('who is questioned later, when an earlier end or a conviction comes to be known', () => {
    const paid = guarded.and(payOut('p-1', '5.00', { to: 'h-1', on: tomorrow }));
    paid.when(endRepresentation('h-1')).thenByLaw(questioned('p-1', 'NOT_REPRESENTING', 'h-1'));
    const ended = paid
      .when(isConvictedOfAbuse('h-1'))
      .decided()
      .follows.map(({ type }) => type);
    expect(ended).toEqual(['RepresentationEnded', 'PayeeQuestioned']);
    paid.when(endRepresentation('h-1', { on: day('2026-03-04') })).thenByLaw();
  });

  test('names that representative, and no other payee does', () => {
    const unnamed = { ...payOut('p-1', '5.00'), paidTo: 'REPRESENTATIVE' } as const;
    known.when(unnamed).thenRefused('payee-incomplete', '/representativeId');
    const misnamed = { ...payOut('p-1', '5.00', { to: 'h-1' }), paidTo: 'VICTIM' } as const;
    known.when(misnamed).thenRefused('payee-incomplete', '/representativeId');
  });

  test('and is not the same payment as one to the victim', () => {
    guarded
      .and(payOut('p-1', '5.00', { to: 'h-1' }))
      .when(payOut('p-1', '5.00'))
      .thenRefused('disbursement-recorded-differently', '/disbursementId');
  });

  test('is no second victim’s: it counts once, for the individual', () => {
    const { total } = guarded.and(payOut('p-1', '5.00', { to: 'h-1' }), payOut('p-2', '6.00')).state;
    expect(total.disbursed).toBe(11_00n);
  });
});

describe('the victim has died', () => {
  const dead = known.and(dies());

  test('and was paid afterwards, or had been: on the day of the death, nothing is said of it', () => {
    dead.when(payOut('p-1', '5.00', { on: tomorrow })).thenByLaw(questioned('p-1', 'VICTIM_DIED'));
    known
      .and(payOut('p-1', '5.00', { on: tomorrow }), payOut('p-2', '6.00'))
      .when(dies())
      .thenByLaw(questioned('p-1', 'VICTIM_DIED'));
    dead.when(payOut('p-1', '5.00')).thenByLaw();
  });

  test('and an heir is paid', () => {
    dead
      .and(inherit({ 'h-1': null }))
      .when(payOut('p-1', '5.00', { to: 'h-1' }))
      .thenByLaw();
    dead.when(payOut('p-1', '5.00', { to: 'h-1' })).thenByLaw(questioned('p-1', 'NOT_REPRESENTING', 'h-1'));
  });
});

describe('an heir is somebody who owes the victim (P-30)', () => {
  const owed = known.and(impose('o-1', '3,000.00'), dies());
  const law = { citation: '18 U.S.C. 2259(c)(4)', policyVersion: 0 };
  const held = { type: 'PayoutHeld', data: { ...v1, representativeId: 'h-1', ...law } };
  const released = { type: 'PayoutReleased', data: { ...v1, representativeId: 'h-1', ...law } };

  test('BLOCK_AND_ASK_COURT: money for the victim is held, and what is owed stays owed', () => {
    owed.when(inherit({ 'h-1': 'd-1', 'h-2': null })).thenByLaw(held);
    const { liabilities } = owed.and(inherit({ 'h-1': 'd-1' })).state;
    expect([...liabilities.values()]).toEqual([...owed.state.liabilities.values()]);
  });

  test('also where a conviction says so, or an order under another statute', () => {
    owed
      .and(isConvictedOfAbuse('h-1'))
      .when(inherit({ 'h-1': null }))
      .thenByLaw(held);
    const heirs = [{ ...inherit({ 'h-1': 'd-9' }).heirs[0]!, orderedToPayIn: caseId('c-9') }];
    owed.when({ ...inherit({ 'h-1': 'd-9' }), heirs }).thenByLaw(held);
    owed
      .and(inherit({ 'h-1': null }))
      .when(isConvictedOfAbuse('h-1'))
      .thenByLaw(held);
  });

  test('until nobody who takes owes any more, or a court has said who takes', () => {
    const blocked = owed.and(inherit({ 'h-1': 'd-1' }));
    blocked.when(inherit({ 'h-2': null }, { on: tomorrow })).thenByLaw(released);
    blocked.when(vacate('o-1')).thenByLaw(released);
    blocked
      .when(inherit({ 'h-1': 'd-1' }, { on: tomorrow, source: 'DIRECTED_BY_COURT' }))
      .thenByLaw(released);
  });

  test('an order that comes later holds it as well; one of another defendant does not', () => {
    const free = owed.and(inherit({ 'h-1': 'd-2' }));
    free.when(impose('o-2', '3,000.00')).thenByLaw(held);
    free.when(impose('o-3', '3,000.00')).thenByLaw();
  });

  test('PAY_ESTATE: nothing is held, and the other answer is asked again on review', () => {
    owed
      .under({ 'P-30': 'PAY_ESTATE' })
      .when(inherit({ 'h-1': 'd-1' }))
      .thenByLaw();
    owed
      .and(inherit({ 'h-1': 'd-1' }))
      .under({ 'P-30': 'PAY_ESTATE' })
      .when({ type: 'ReviewLiabilities', victimId: registered.victimId, on: today })
      .thenByLaw(released);
  });

  test('whoever is paid meanwhile is questioned; and so is the Fund, to which nobody assigned anything (O’Hara)', () => {
    const blocked = owed.and(inherit({ 'h-1': 'd-1' }));
    blocked.when(payOut('p-1', '5.00', { to: 'h-1' })).thenByLaw(questioned('p-1', 'PAYOUT_HELD', 'h-1'));
    blocked
      .when(payOut('p-1', '5.00', { to: 'CRIME_VICTIMS_FUND' }))
      .thenByLaw(questioned('p-1', 'NOT_ASSIGNED'));
  });
});

describe('the interest was assigned to the Crime Victims Fund', () => {
  const paidIn = known.and(impose('o-1', '3,000.00'), becomesFinal('o-1'), tender('dcd.1', '100.00'));
  const assigned = paidIn.and(assignInterest({ inCase: 'c-1', on: tomorrow }));

  test('and the Fund is paid; before, and in another case, that is questioned', () => {
    assigned.when(payOut('p-1', '5.00', { to: 'CRIME_VICTIMS_FUND', on: tomorrow })).thenByLaw();
    assigned
      .when(payOut('p-1', '5.00', { to: 'CRIME_VICTIMS_FUND' }))
      .thenByLaw(questioned('p-1', 'NOT_ASSIGNED'));
    const inAnother = questioned('p-1', 'NOT_ASSIGNED');
    assigned
      .when(payOut('p-1', '5.00', { to: 'CRIME_VICTIMS_FUND', on: tomorrow, inCase: 'c-2' }))
      .thenByLaw({ ...inAnother, data: { ...inAnother.data, caseId: caseId('c-2') } });
  });

  test('what came in before is the victim’s own; what is paid to the victim beyond it is questioned', () => {
    const more = assigned.and(tender('dcd.2', '40.00', { on: tomorrow }));
    more.when(payOut('p-1', '100.00', { on: tomorrow })).thenByLaw();
    more.when(payOut('p-1', '100.01', { on: tomorrow })).thenByLaw(questioned('p-1', 'ASSIGNED'));
  });

  test('once it was revoked, what had come in may go to the Fund still', () => {
    assigned
      .and(
        tender('dcd.2', '40.00', { on: tomorrow }),
        revokeAssignment({ inCase: 'c-1', on: day('2026-03-05') }),
      )
      .when(payOut('p-1', '40.00', { to: 'CRIME_VICTIMS_FUND', on: day('2026-03-09') }))
      .thenByLaw();
  });
});
