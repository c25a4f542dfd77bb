import {
  assignInterest,
  assumeRights,
  dies,
  endRepresentation,
  inherit,
  isConvictedOfAbuse,
  revokeAssignment,
} from '../../support/people-words.ts';
import { day, defendantId, today, tomorrow, yesterday } from '../../support/words.ts';
import { amend, impose, ref, registered, spec, vacate } from '../victim/words.ts';

const known = spec.after(registered);
const turns18 = day('2031-05-04');

describe('somebody assumes the rights of a victim', () => {
  test('until the day that is given, or with no end', () => {
    known.when(assumeRights('h-1', { until: turns18 })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN', until: turns18 },
    });
    known.when(assumeRights('h-1', { capacity: 'FAMILY_MEMBER', who: 'd-9' })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'FAMILY_MEMBER', defendantId: 'd-9' },
    });
  });

  test('said again, changes nothing, also once it has ended', () => {
    const ended = known.and(
      assumeRights('h-1', { until: turns18 }),
      endRepresentation('h-1', { on: tomorrow }),
    );
    ended.when(assumeRights('h-1', { until: turns18 })).thenNothing();
    ended.when(endRepresentation('h-1', { on: tomorrow })).thenNothing();
  });

  test('once for each day: another capacity on the same days is refused, on later ones it is recorded', () => {
    const guarded = known.and(assumeRights('h-1', { until: turns18 }));
    guarded
      .when(assumeRights('h-1', { capacity: 'FAMILY_MEMBER', on: tomorrow }))
      .thenRefused('representation-recorded-differently', '/representativeId');
    guarded.when(assumeRights('h-1', { capacity: 'FAMILY_MEMBER', on: turns18 })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'FAMILY_MEMBER' },
    });
    guarded.when(assumeRights('h-2', { until: turns18 })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-2', capacity: 'LEGAL_GUARDIAN', until: turns18 },
    });
  });

  test('not until a day before the first', () => {
    known.when(assumeRights('h-1', { until: yesterday })).thenRefused('ended-before-assumed', '/until');
  });

  test('not as guardian of the dead, nor for the estate of the living', () => {
    known
      .when(assumeRights('h-1', { capacity: 'ESTATE_REPRESENTATIVE' }))
      .thenRefused('capacity-unfit', '/capacity');
    const dead = known.and(dies({ on: yesterday }));
    dead.when(assumeRights()).thenRefused('capacity-unfit', '/capacity');
    dead.when(assumeRights('h-1', { capacity: 'ESTATE_REPRESENTATIVE' })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'ESTATE_REPRESENTATIVE' },
    });
  });

  test('in no event the defendant, as long as the order stands', () => {
    const owed = known.and(impose('o-1', '3,000.00'));
    owed.when(assumeRights('h-1', { who: 'd-1' })).thenRefused('representative-is-defendant', '/defendantId');
    owed
      .and(vacate('o-1'))
      .when(assumeRights('h-1', { who: 'd-1' }))
      .then({
        type: 'RightsAssumed',
        data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN', defendantId: 'd-1' },
      });
    owed
      .when({ ...assumeRights('h-1', { who: 'd-2', inCase: 'c-2' }), isOrderedToPay: true })
      .thenRefused('representative-is-defendant', '/defendantId');
  });

  test('nor who was convicted of the abuse; days before the conviction were as they were', () => {
    const convicted = known.and(isConvictedOfAbuse('h-1', { on: today }));
    convicted.when(assumeRights()).thenRefused('representative-convicted', '/representativeId');
    convicted.when(assumeRights('h-1', { on: yesterday, until: today })).then({
      type: 'RightsAssumed',
      data: { victimId: 'v-1', representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN', until: today },
    });
    convicted.when(isConvictedOfAbuse('h-1', { on: tomorrow })).thenNothing();
  });

  test('of a victim that the ledger knows', () => {
    spec.after().when(assumeRights()).thenRefused('victim-not-registered', '/victimId');
  });
});

describe('a representation ends', () => {
  test('on the day that is reported', () => {
    known
      .and(assumeRights())
      .when(endRepresentation('h-1', { on: tomorrow }))
      .then({
        type: 'RepresentationEnded',
        data: { victimId: 'v-1', representativeId: 'h-1', assumedOn: today, reason: 'REPORTED' },
      });
  });

  test('where there is one', () => {
    known.when(endRepresentation()).thenRefused('representation-not-found', '/representativeId');
    known
      .and(assumeRights('h-1', { until: tomorrow }))
      .when(endRepresentation('h-1', { on: day('2026-03-09') }))
      .thenRefused('representation-not-found', '/representativeId');
  });

  test.each([
    ['the guardian’s, with the death of the victim', dies({ on: tomorrow }), 'VICTIM_DIED'],
    ['with a conviction for the abuse', isConvictedOfAbuse('h-1', { on: tomorrow }), 'CONVICTED'],
  ] as const)('by law: %s', (_, command, reason) => {
    const guarded = known.and(assumeRights('h-1', { until: turns18 }));
    guarded.when(command).thenByLaw({
      type: 'RepresentationEnded',
      data: {
        ...{ victimId: 'v-1', representativeId: 'h-1', assumedOn: today, reason },
        ...{ citation: '18 U.S.C. 2259(c)(4)', policyVersion: 0 },
      },
    });
    guarded.when(command).thenOn(tomorrow);
  });

  test('by law: with an order that makes the representative pay the victim', () => {
    known
      .and(assumeRights('h-1', { who: 'd-1', capacity: 'FAMILY_MEMBER' }))
      .when(impose('o-1', '3,000.00', { on: tomorrow }))
      .thenByLaw({
        type: 'RepresentationEnded',
        data: {
          ...{ victimId: 'v-1', representativeId: 'h-1', assumedOn: today, reason: 'IS_DEFENDANT' },
          ...{ citation: '18 U.S.C. 2259(c)(4)', policyVersion: 0 },
        },
      });
  });

  describe('by law, with an order that makes the representative pay', () => {
    const acting = known.and(assumeRights('h-1', { who: 'd-1', capacity: 'FAMILY_MEMBER', on: yesterday }));
    const ended = {
      type: 'RepresentationEnded',
      data: {
        ...{ victimId: 'v-1', representativeId: 'h-1', assumedOn: yesterday, reason: 'IS_DEFENDANT' },
        ...{ citation: '18 U.S.C. 2259(c)(4)', policyVersion: 0 },
      },
    };

    test('is said once, whatever comes to be known later of an earlier day', () => {
      const over = acting.and(impose('o-1', '3,000.00', { on: tomorrow }));
      over.when(isConvictedOfAbuse('h-2', { on: today })).thenByLaw();
      over.when(impose('o-2', '50.00', { on: today })).thenByLaw();
    });

    test('is said again where an order of an earlier day comes to be known', () => {
      const over = acting.and(impose('o-1', '3,000.00', { on: tomorrow }));
      const earlier = { ...impose('o-2', '50.00', { on: today }), defendantId: defendantId('d-1') };
      over.when(earlier).thenByLaw(ended);
      over.when(earlier).thenOn(today);
    });

    test.each([
      ['a conviction', isConvictedOfAbuse('h-1', { on: tomorrow })],
      ['the death of the victim', dies({ on: tomorrow })],
    ])('is said of an earlier day than %s had ended it on', (__, later) => {
      const guardian = known.and(assumeRights('h-1', { who: 'd-1', on: yesterday }), later);
      const earlier = impose('o-1', '3,000.00', { on: today });
      guardian.when(earlier).thenByLaw(ended);
      guardian.when(earlier).thenOn(today);
      guardian
        .and(earlier)
        .when(impose('o-2', '50.00', { on: today }))
        .thenByLaw();
    });

    test('is of the first day of the order, whatever became of its amount', () => {
      const over = acting.and(impose('o-1', '3,000.00', { on: today }), amend('o-1', '20.00', 1, tomorrow));
      over.when(isConvictedOfAbuse('h-2', { on: tomorrow })).thenByLaw();
      expect(over.state.liabilities.get(ref('o-1'))).toMatchObject({ imposedOn: today, settledOn: tomorrow });
    });
  });

  test('not a family member’s with the death, and none that was over before', () => {
    known
      .and(assumeRights('h-1', { capacity: 'FAMILY_MEMBER' }))
      .when(dies())
      .thenByLaw();
    known
      .and(assumeRights('h-1', { until: today }))
      .when(dies({ on: tomorrow }))
      .thenByLaw();
  });
});

describe('the victim dies', () => {
  test('once', () => {
    const dead = known.and(dies());
    dead.when(dies()).thenNothing();
    dead.when(dies({ on: tomorrow })).thenRefused('death-recorded-differently', '/on');
  });

  test('and somebody takes, from no earlier day; each named once', () => {
    known.when(inherit({ 'h-1': null })).thenRefused('victim-not-dead', '/on');
    const dead = known.and(dies());
    dead.when(inherit({ 'h-1': null }, { on: yesterday })).thenRefused('victim-not-dead', '/on');
    dead.when(inherit({})).thenRefused('succession-without-heirs', '/heirs');
    const twice = inherit({ 'h-1': null });
    dead
      .when({ ...twice, heirs: [...twice.heirs, ...twice.heirs] })
      .thenRefused('heir-named-twice', '/heirs/1/representativeId');
    dead.when(inherit({ 'h-1': null, 'h-2': 'd-9' })).then({
      type: 'SuccessionRecorded',
      data: {
        ...{ victimId: 'v-1', source: 'REPORTED' },
        heirs: [{ representativeId: 'h-1' }, { representativeId: 'h-2', defendantId: 'd-9' }],
      },
    });
    dead
      .and(inherit({ 'h-1': null }))
      .when(inherit({ 'h-1': null }))
      .thenNothing();
  });
});

describe('interest is assigned', () => {
  test('of all payments, of a case, or of an order; each once at a time', () => {
    known.when(assignInterest()).then({ type: 'InterestAssigned', data: { victimId: 'v-1' } });
    known
      .and(assignInterest())
      .when(assignInterest({ inCase: 'c-1', under: 'o-1' }))
      .then({ type: 'InterestAssigned', data: { victimId: 'v-1', caseId: 'c-1', orderId: 'o-1' } });
    const assigned = known.and(assignInterest({ inCase: 'c-1' }));
    assigned.when(assignInterest({ inCase: 'c-1' })).thenNothing();
    assigned
      .when(assignInterest({ inCase: 'c-1', on: tomorrow }))
      .thenRefused('assignment-recorded-differently', '/on');
    assigned
      .when(assignInterest({ inCase: 'c-1', on: yesterday }))
      .thenRefused('assignment-recorded-differently', '/on');
  });

  test('and revoked as a fact of its own, where it holds; and assigned again', () => {
    known.when(revokeAssignment()).thenRefused('assignment-not-found', '/on');
    const assigned = known.and(assignInterest());
    assigned.when(revokeAssignment({ on: yesterday })).thenRefused('assignment-not-found', '/on');
    assigned.when(revokeAssignment({ inCase: 'c-1' })).thenRefused('assignment-not-found', '/on');
    const revoked = assigned.and(revokeAssignment({ on: tomorrow }));
    revoked.when(revokeAssignment({ on: tomorrow })).thenNothing();
    revoked
      .when(assignInterest({ on: day('2026-04-01') }))
      .then({ type: 'InterestAssigned', data: { victimId: 'v-1' } });
  });
});
