/** Where a receipt may go, told in a table of its own: cases `c-1` (home), `c-2` and `c-3`, in this order. */
import fc from 'fast-check';
import { caseDecider } from '../../../src/domain/case/decide.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import {
  firstStop,
  itineraryOf,
  nextStop,
  type Payor,
  type Stop,
} from '../../../src/domain/defendant/itinerary.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { specify } from '../../support/given.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  orderId,
  receiptId,
  registerCase,
  registerDefendant,
  setOrderOfPayment,
  today,
  usd,
  victimId,
} from '../../support/words.ts';

type Told = Readonly<Record<string, readonly CaseCommand[]>>;

const spec = specify(caseDecider);

function caseOf(id: string, told: readonly CaseCommand[]) {
  const { state } = spec.after(registerCase(id), registerDefendant('d-1', { caseId: id }), ...told);
  return { caseId: caseId(id), state };
}

function payorWith(told: Told, answers: Partial<Policies> & { order?: string } = {}): Payor {
  const { order, ...changed } = answers;
  return {
    receiptId: receiptId('dcd.1'),
    yields: undefined,
    defendantId: defendantId('d-1'),
    orderId: order === undefined ? null : orderId(order),
    on: today,
    beganAt: 1,
    policies: { ...defaultPolicies, ...changed },
    own: caseOf('c-1', told['c-1'] ?? []),
    others: Object.entries(told)
      .filter(([id]) => id !== 'c-1')
      .map(([id, each]) => caseOf(id, each)),
  };
}

/** The way of a receipt that nobody takes anything of: `c-2: FINE`, or `c-2` where it may reach all. */
function wayOf(payor: Payor): readonly string[] {
  const itinerary = itineraryOf(payor);
  const way: Stop[] = [firstStop(payor, itinerary)];
  for (let at: Stop | undefined = way[0]; at && way.length < 50;) {
    at = nextStop(payor, itinerary, at);
    if (at) way.push(at);
  }
  return way.map(({ caseId: id, reach }) => (reach === null ? id : `${id}: ${reach.join(' ')}`));
}

const images = (id: string, inCase: string) =>
  enterOrder(id, '3,000.00', { caseId: inCase, defendantId: 'd-1' });
const fraud = (id: string, inCase: string) =>
  enterOrder(id, '500.00', { caseId: inCase, defendantId: 'd-1', statute: '18 U.S.C. 3663A' });
const assessment = (inCase: string) => imposeDebt('b-1', 'ASSESSMENT_2259A', '5,000.00', { inCase });
const fine = (id: string, inCase: string) => imposeDebt(id, 'FINE', '100.00', { inCase });

describe('a receipt of a payor with one case', () => {
  test('stays there, whatever is owed', () => {
    expect(wayOf(payorWith({ 'c-1': [images('o-1', 'c-1'), assessment('c-1')] }))).toEqual(['c-1']);
  });
});

describe('what a case could not place', () => {
  test('goes on one step after the other in all other cases, those that owe nothing there left out', () => {
    const told = {
      'c-1': [],
      'c-2': [fraud('o-2', 'c-2'), fine('b-2', 'c-2')],
      'c-3': [fraud('o-3', 'c-3')],
    };
    expect(wayOf(payorWith(told))).toEqual([
      'c-1',
      'c-2: RESTITUTION_2259 RESTITUTION',
      'c-3: RESTITUTION_2259 RESTITUTION',
      'c-2: ASSESSMENT_2259A FINE PENALTY COSTS',
      'c-1',
    ]);
  });

  test('comes to a case once for several steps, where no other case comes between', () => {
    const told = { 'c-1': [], 'c-2': [fraud('o-2', 'c-2'), fine('b-2', 'c-2')] };
    expect(wayOf(payorWith(told))).toEqual([
      'c-1',
      'c-2: RESTITUTION_2259 RESTITUTION ASSESSMENT_2259A FINE PENALTY COSTS',
      'c-1',
    ]);
  });

  test('goes nowhere where no other case owes anything', () => {
    expect(wayOf(payorWith({ 'c-1': [fraud('o-1', 'c-1')], 'c-2': [] }))).toEqual(['c-1']);
  });

  test.each(['REFUND_AT_ONCE', 'SUSPENSE'] as const)('goes nowhere under P-09 %s', (answer) => {
    const told = { 'c-1': [], 'c-2': [fraud('o-2', 'c-2')] };
    expect(wayOf(payorWith(told, { 'P-09': answer }))).toEqual(['c-1']);
  });

  test('follows the judgment form where P-39 says so', () => {
    const told = {
      'c-1': [],
      'c-2': [fine('b-2', 'c-2'), imposeDebt('b-3', 'COSTS', '7.00', { inCase: 'c-2' })],
    };
    expect(wayOf(payorWith(told, { 'P-39': 'AO_245B' }))).toEqual(['c-1', 'c-2: FINE COSTS', 'c-1']);
  });
});

describe('where an assessment under 2259A stands in any case', () => {
  const told = {
    'c-1': [assessment('c-1'), fine('b-4', 'c-1')],
    'c-2': [images('o-2', 'c-2'), fine('b-2', 'c-2')],
    'c-3': [images('o-3', 'c-3')],
  };

  test('victims of such offences come before it in every case', () => {
    expect(wayOf(payorWith(told))).toEqual([
      'c-1: ASSESSMENT_3013 RESTITUTION_2259',
      'c-2: RESTITUTION_2259',
      'c-3: RESTITUTION_2259',
      'c-1',
      'c-2: FINE PENALTY COSTS',
      'c-1',
    ]);
  });

  test('also where it stands in another case than the one that is paid', () => {
    const elsewhere = { 'c-1': [fraud('o-1', 'c-1')], 'c-2': [assessment('c-2'), images('o-2', 'c-2')] };
    expect(wayOf(payorWith(elsewhere))).toEqual([
      'c-1: ASSESSMENT_3013 RESTITUTION_2259',
      'c-2: RESTITUTION_2259 ASSESSMENT_2259A',
      'c-1',
    ]);
  });

  test('so do special assessments under 3013, and the assessment itself before other restitution and fines', () => {
    const special = (id: string, inCase: string) => imposeDebt(id, 'ASSESSMENT_3013', '100.00', { inCase });
    const all = {
      'c-1': [special('b-5', 'c-1'), images('o-1', 'c-1'), fraud('o-9', 'c-1'), fine('b-4', 'c-1')],
      'c-2': [special('b-6', 'c-2'), images('o-2', 'c-2'), assessment('c-2'), fraud('o-8', 'c-2')],
    };
    expect(wayOf(payorWith(all))).toEqual([
      'c-1: ASSESSMENT_3013',
      'c-2: ASSESSMENT_3013',
      'c-1: RESTITUTION_2259',
      'c-2: RESTITUTION_2259 ASSESSMENT_2259A',
      'c-1',
      'c-2: RESTITUTION COMMUNITY_RESTITUTION',
      'c-1',
    ]);
  });

  test('what was kept back at home goes there at once, where the assessment was set aside meanwhile', () => {
    const visit = { number: 1, reach: ['ASSESSMENT_3013', 'RESTITUTION_2259'], isAssessed: true } as const;
    const command: CaseCommand = {
      type: 'AllocatePayment',
      ...{ caseId: caseId('c-1'), receiptId: receiptId('dcd.1'), defendantId: defendantId('d-1') },
      ...{ orderId: null, amount: usd('50.00'), visit, beganAt: 1, on: today },
    };
    const payor = payorWith({
      'c-1': [fine('b-4', 'c-1'), command],
      'c-2': [images('o-2', 'c-2'), fine('b-2', 'c-2')],
    });
    const way = itineraryOf(payor);
    const home = { caseId: caseId('c-1'), reach: null, isLast: false };
    for (const from of [
      { caseId: caseId('c-1'), reach: visit.reach, isLast: false },
      { caseId: caseId('c-2'), reach: ['RESTITUTION_2259'] as const, isLast: false },
    ])
      expect(nextStop(payor, way, from)).toEqual(home);
  });

  test('it does not go once more to those who have declined it', () => {
    const declined: readonly CaseCommand[] = [
      {
        type: 'AllocatePayment',
        ...{ caseId: caseId('c-2'), receiptId: receiptId('dcd.1'), defendantId: defendantId('d-1') },
        ...{ orderId: null, amount: usd('50.00'), beganAt: 1, on: today },
        visit: { number: 2, reach: ['RESTITUTION_2259'], isAssessed: true },
      },
      {
        type: 'SettlePayment',
        ...{ caseId: caseId('c-2'), receiptId: receiptId('dcd.1'), round: 1, on: today },
        accepted: [{ orderId: orderId('o-2'), victimId: victimId('v-1'), amount: usd('0.00') }],
      },
    ];
    const others = {
      'c-1': [fine('b-4', 'c-1')],
      'c-2': [assessment('c-2'), images('o-2', 'c-2'), ...declined],
    };
    const payor = payorWith(others);
    const { reach } = firstStop(payor, itineraryOf(payor));
    // Nothing is kept back for the victim who would take nothing; only for the assessment, which is still due.
    expect(reach).toEqual(['ASSESSMENT_3013', 'RESTITUTION_2259', 'ASSESSMENT_2259A']);
  });

  test('also where excess goes nowhere (P-09), for that is no excess', () => {
    expect(wayOf(payorWith(told, { 'P-09': 'SUSPENSE' }))).toEqual([
      'c-1: ASSESSMENT_3013 RESTITUTION_2259',
      'c-2: RESTITUTION_2259',
      'c-3: RESTITUTION_2259',
      'c-1',
    ]);
    expect(wayOf(payorWith(told, { 'P-09': 'SUSPENSE', order: 'o-9' }))).toEqual(['c-1']);
  });

  test('the judgment’s own order is followed first, where P-39 says so', () => {
    const ranked = { ...told, 'c-1': [...told['c-1'], setOrderOfPayment(['FINE'])] };
    const [first] = wayOf(payorWith(ranked, { 'P-39': 'COURT_SPECIFIED' }));
    expect(first).toBe('c-1');
    expect(wayOf(payorWith(ranked))[0]).not.toBe('c-1');
  });

  test('names the section that orders it', () => {
    expect(itineraryOf(payorWith(told)).citation).toBe('18 U.S.C. 2259A(d)(2)');
    expect(itineraryOf(payorWith({ 'c-1': [], 'c-2': [fine('b-2', 'c-2')] })).citation).toBe(
      '18 U.S.C. 3612(c)',
    );
  });
});

test('whatever is owed, a receipt arrives: no stop comes twice, and it ends at home', () => {
  const owing = fc.record({
    isAssessed: fc.boolean(),
    images: fc.boolean(),
    fraud: fc.boolean(),
    fine: fc.boolean(),
    form: fc.boolean(),
  });
  const seen = { several: 0, home: 0 };
  fc.assert(
    fc.property(fc.array(owing, { minLength: 1, maxLength: 4 }), (all) => {
      const told = Object.fromEntries(
        all.map((each, at) => {
          const id = `c-${String(at + 1)}`;
          const commands = [
            ...(each.isAssessed
              ? [
                  imposeDebt(`b-${String(at)}`, 'ASSESSMENT_2259A', '9.00', {
                    inCase: id,
                    offenceOn: day('2020-01-01'),
                  }),
                ]
              : []),
            ...(each.images ? [images(`o-${String(at)}`, id)] : []),
            ...(each.fraud ? [fraud(`o-${String(at)}9`, id)] : []),
            ...(each.fine ? [fine(`b-${String(at)}9`, id)] : []),
          ];
          return [id, commands];
        }),
      );
      const way = wayOf(payorWith(told, { 'P-39': all[0]?.form ? 'AO_245B' : 'STATUTE' }));
      expect(way.length).toBeLessThan(30);
      expect(way.at(-1)).toBe('c-1');
      const elsewhere = way.filter((stop) => !stop.startsWith('c-1'));
      expect(new Set(elsewhere).size).toBe(elsewhere.length);
      for (const [at, stop] of way.entries()) expect(stop.slice(0, 3)).not.toBe(way[at + 1]?.slice(0, 3));
      if (elsewhere.length > 2) seen.several += 1;
      if (way.length === 1) seen.home += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(seen.several).toBeGreaterThan(0);
  expect(seen.home).toBeGreaterThan(0);
});
