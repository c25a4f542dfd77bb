import fc from 'fast-check';
import type {
  DeclineRestitution,
  DeferFinding,
  PetitionLaterLosses,
} from '../../../src/domain/case/commands.ts';
import { groundsToDecline } from '../../../src/domain/statutes/grounds-to-decline.ts';
import { restitutionStatutes } from '../../../src/domain/statutes/restitution-statutes.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  orderId,
  today,
  tomorrow,
  vacateOrder,
  victimId,
  yesterday,
} from '../../support/words.ts';
import { courtMayDecline } from '../statutes/restitution-model.ts';
import { inCase, known } from './words.ts';

const ofCase = { caseId: caseId('c-1'), defendantId: defendantId('d-1'), on: today };

const declined: DeclineRestitution = {
  ...{ type: 'DeclineRestitution', ...ofCase, victimId: null },
  ...{ statute: '18 U.S.C. 3663A', ground: 'TOO_COMPLEX' },
};

const deferred: DeferFinding = {
  ...{ type: 'DeferFinding', ...ofCase, victimId: victimId('v-1') },
  ...{ sentencedOn: yesterday, finalOn: day('2026-05-30') },
};

const petition: PetitionLaterLosses = {
  ...{ type: 'PetitionLaterLosses', caseId: caseId('c-1'), orderId: orderId('o-1') },
  ...{ victimId: victimId('v-1'), discoveredOn: yesterday, goodCause: 'SHOWN', on: today },
};

describe('restitution that is declined', () => {
  test('is recorded with its ground', () => {
    known.when(declined).then({
      type: 'RestitutionDeclined',
      data: {
        ...{ caseId: 'c-1', defendantId: 'd-1', victimId: null },
        ...{ statute: '18 U.S.C. 3663A', ground: 'TOO_COMPLEX' },
      },
    });
  });

  test('is known when it is told again, also under another id of its command', () => {
    known.and(declined).when(declined).thenNothing();
    expect(
      known
        .and(declined)
        .when({ ...declined, on: tomorrow })
        .decided().happened,
    ).toHaveLength(1);
  });

  test.each(['ECONOMIC_CIRCUMSTANCES', 'OTHER_COMPENSATION'] as const)(
    'is no answer to a mandatory statute on the ground %s',
    (ground) => {
      known
        .when({ ...declined, statute: '18 U.S.C. 2259', ground })
        .thenRefused('order-mandatory', '/ground');
      known.when({ ...declined, statute: '18 U.S.C. 3663', ground }).decided();
    },
  );

  test('is not for complexity under section 2259', () => {
    known.when({ ...declined, statute: '18 U.S.C. 2259' }).thenRefused('complexity-no-ground', '/ground');
  });

  test('names a defendant of the case', () => {
    known
      .when({ ...declined, defendantId: defendantId('d-2') })
      .thenRefused('defendant-not-registered', '/defendantId');
  });

  test('is refused where the model finds no power to decline, and recorded everywhere else', () => {
    const any = fc.tuple(fc.constantFrom(...restitutionStatutes), fc.constantFrom(...groundsToDecline));
    fc.assert(
      fc.property(any, ([statute, ground]) => {
        const decide = () => known.when({ ...declined, statute, ground }).decided();
        if (courtMayDecline(statute, ground)) expect(decide().happened).toHaveLength(1);
        else expect(decide).toThrow(expect.objectContaining({ name: 'Rejection', pointer: '/ground' }));
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });
});

describe('a finding that is put off', () => {
  test('is recorded with the day that the court set', () => {
    known.when(deferred).then({
      type: 'FindingDeferred',
      data: {
        ...{ caseId: 'c-1', defendantId: 'd-1', victimId: 'v-1' },
        ...{ sentencedOn: yesterday, finalOn: '2026-05-30' },
      },
    });
    known.and(deferred).when(deferred).thenNothing();
  });

  test('is recorded past the 90 days too, for the court keeps its power', () => {
    expect(known.when({ ...deferred, finalOn: day('2027-01-01') }).decided().happened).toHaveLength(1);
  });

  test('is not put off to before the sentence', () => {
    known
      .when({ ...deferred, finalOn: day('2026-02-28') })
      .thenRefused('determined-before-sentencing', '/finalOn');
  });
});

describe('a petition for later losses', () => {
  const entered = known.and(enterOrder('o-1', '5,000.00', inCase));

  test('is recorded with the defendant of the order', () => {
    entered.when(petition).then({
      type: 'LaterLossesPetitioned',
      data: {
        ...{ caseId: 'c-1', orderId: 'o-1', victimId: 'v-1', defendantId: 'd-1' },
        ...{ discoveredOn: yesterday, goodCause: 'SHOWN' },
      },
    });
    entered.and(petition).when(petition).thenNothing();
  });

  test('is recorded late and without good cause too, for granting it is the court’s', () => {
    const late = { ...petition, discoveredOn: day('2020-01-01'), goodCause: 'NOT_SHOWN' } as const;
    expect(entered.when(late).decided().happened).toHaveLength(1);
  });

  test('is about an order that stands', () => {
    known.when(petition).thenRefused('order-not-found', '/orderId');
    entered.and(vacateOrder('o-1', inCase)).when(petition).thenRefused('order-vacated', '/orderId');
  });

  test('does not come before the discovery', () => {
    entered.when({ ...petition, discoveredOn: tomorrow }).thenRefused('petitioned-before-discovery', '/on');
  });
});
