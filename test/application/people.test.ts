import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { RejectionCode } from '../../src/domain/rejection-codes.ts';
import type { PeopleView } from '../../src/application/views/people.ts';
import type { RepresentativeId, VictimId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  assignInterest,
  assumeRights,
  dies,
  endRepresentation,
  inherit,
  isConvictedOfAbuse,
  payOut,
  revokeAssignment,
} from '../support/people-words.ts';
import { deposit, orderAssistance, payAssistance, requestAssistance } from '../support/reserve-words.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  setPolicy,
  today,
  tomorrow,
  vacateOrder,
} from '../support/words.ts';

const all = { limit: 1_000 };
const turns18 = day('2026-05-04');
const inCase = { caseId: 'c-1', defendantId: 'd-1' } as const;

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

/** A ledger in memory that has been told this, one after the other. */
async function houseTold(...commands: readonly Command[]): Promise<House> {
  const house = await openHouse('memory');
  houses.push(house);
  const known = [registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1'), registerVictim('v-2')];
  for (const command of [...known, ...commands]) await tell(house, command);
  return house;
}

let told = 0;
async function tell(house: House, command: Command): Promise<void> {
  told += 1;
  await house.ledger.handle(command, { commandId: `k-${String(told)}`, actor: 'test' });
}

async function refused(house: House, command: Command, code: RejectionCode, pointer: string): Promise<void> {
  await expect(tell(house, command)).rejects.toMatchObject({ name: 'Rejection', code, pointer });
}

async function peopleOf(house: House, asOf?: string): Promise<PeopleView> {
  const clocks = asOf === undefined ? {} : { asOf: day(asOf) };
  return (await house.queries.victim('v-1' as VictimId, clocks))!.people;
}

async function reviewsOf(house: House, asOf?: string): Promise<readonly string[]> {
  const { rows } = await house.queries.reviews({}, asOf === undefined ? {} : { asOf: day(asOf) }, all);
  return rows.map(({ reason, authority, victimId, representativeId }) => {
    return [reason, authority, victimId, representativeId].filter((each) => each !== null).join(' ');
  });
}

const owed = [
  enterOrder('o-1', { 'v-1': '3,000.00' }, { ...inCase }),
  recordPayment('dcd.1', '100.00', inCase),
];

describe('who acts for a victim', () => {
  test('is shown with the days, as of any day', async () => {
    const house = await houseTold(
      assumeRights('h-1', { until: turns18 }),
      endRepresentation('h-1', { on: tomorrow }),
    );
    const guardian = { representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN', defendantId: null, from: today };
    expect((await peopleOf(house, today)).representatives).toEqual([
      { ...guardian, until: turns18, ended: null },
    ]);
    expect((await peopleOf(house)).representatives).toEqual([
      { ...guardian, until: tomorrow, ended: 'REPORTED' },
    ]);
  });

  test('is due to end on the day that was given: a minor turns 18', async () => {
    const house = await houseTold(assumeRights('h-1', { until: turns18 }), assumeRights('h-2'));
    const dueOn = async (asOf: string) => {
      const { rows } = await house.queries.deadlines({}, { asOf: day(asOf) }, all);
      return rows.map(({ kind, representativeId, dueOn: on, status }) => [
        kind,
        representativeId,
        on,
        status,
      ]);
    };
    expect(await dueOn('2026-05-03')).toEqual([['REPRESENTATION', 'h-1', turns18, 'due']]);
    expect(await dueOn('2026-05-04')).toEqual([['REPRESENTATION', 'h-1', turns18, 'met']]);
    await tell(house, endRepresentation('h-1', { on: tomorrow }));
    expect(await dueOn('2026-03-02')).toEqual([['REPRESENTATION', 'h-1', turns18, 'due']]);
    expect(await dueOn('2026-03-03')).toEqual([['REPRESENTATION', 'h-1', turns18, 'met']]);
  });

  test('is to be looked at once that is over while money is held, and no more when it was paid', async () => {
    const house = await houseTold(...owed, assumeRights('h-1', { until: turns18 }));
    expect(await reviewsOf(house, '2026-05-03')).toEqual([]);
    expect(await reviewsOf(house, '2026-05-04')).toEqual(['REPRESENTATION_ENDED v-1 h-1']);
    await tell(house, payOut('p-1', '100.00', { on: turns18 }));
    expect(await reviewsOf(house, '2026-05-04')).toEqual([]);
  });

  test('is never the defendant of an order, under whatever statute, that the case shows', async () => {
    const house = await houseTold(
      enterOrder('o-1', { 'v-1': '50.00' }, { ...inCase, statute: '18 U.S.C. 3663A', track: 'FULL_AMOUNT' }),
    );
    const named = { who: 'd-1', inCase: 'c-1' };
    await refused(house, assumeRights('h-1', named), 'representative-is-defendant', '/defendantId');
    await refused(
      house,
      assumeRights('h-1', { who: 'd-9', inCase: 'c-1' }),
      'defendant-not-registered',
      '/defendantId',
    );
    await refused(
      house,
      assumeRights('h-1', { who: 'd-1', inCase: 'c-9' }),
      'case-not-registered',
      '/caseId',
    );
    await tell(house, assumeRights('h-2', { ...named, victim: 'v-2' }));
    await tell(house, vacateOrder('o-1', { caseId: 'c-1' }));
    await tell(house, assumeRights('h-1', named));
  });
});

describe('to whom money went', () => {
  test('is told apart by payee, less what came back, and whoever should not have had it is listed', async () => {
    const house = await houseTold(
      ...[...owed, assumeRights('h-1'), payOut('p-1', '10.00', { to: 'h-1' }), payOut('p-2', '20.00')],
      ...[payOut('p-3', '5.00', { to: 'h-9' }), payOut('p-4', '7.00', { to: 'CRIME_VICTIMS_FUND' })],
      returnDisbursement('p-3', { on: tomorrow }),
    );
    const paid = { assistance: '0.00' };
    expect((await peopleOf(house)).payees).toEqual(
      expect.arrayContaining([
        { paidTo: 'REPRESENTATIVE', representativeId: 'h-1', restitution: '10.00', ...paid },
        { paidTo: 'VICTIM', representativeId: null, restitution: '20.00', ...paid },
        { paidTo: 'REPRESENTATIVE', representativeId: 'h-9', restitution: '0.00', ...paid },
        { paidTo: 'CRIME_VICTIMS_FUND', representativeId: null, restitution: '7.00', ...paid },
      ]),
    );
    expect(await reviewsOf(house)).toEqual([
      'PAYEE_QUESTIONED NOT_REPRESENTING v-1 h-9',
      'PAYEE_QUESTIONED NOT_ASSIGNED v-1',
    ]);
    expect(await house.queries.victim('v-1' as VictimId, {})).toMatchObject({
      disbursed: '37.00',
      held: '63.00',
    });
  });
});

describe('assistance', () => {
  const ordered = [
    deposit('r-1', '100,000.00', { on: day('2025-01-02') }),
    requestAssistance('q-1', { on: day('2025-03-03') }),
    orderAssistance('q-1', '44,790.78', { on: day('2025-06-02') }),
  ];
  const assumed = { on: day('2025-01-02') };
  const payTo = (id: string): Command => ({
    ...payAssistance('q-1', { on: day('2025-06-20') }),
    representativeId: id as RepresentativeId,
  });

  test('goes to a representative, and stays the one assistance of the victim', async () => {
    const house = await houseTold(...ordered, assumeRights('h-1', assumed), payTo('h-1'));
    expect((await peopleOf(house)).payees).toEqual([
      { paidTo: 'REPRESENTATIVE', representativeId: 'h-1', restitution: '0.00', assistance: '44790.78' },
    ]);
    expect(await reviewsOf(house)).toEqual([]);
    await refused(
      house,
      requestAssistance('q-2', { on: day('2025-07-01'), victim: 'v-1' }),
      'assistance-once',
      '/victimId',
    );
  });

  test('is never paid to who abused the victim (28 CFR 81.53(d)(2)), by conviction or by an order that stands', async () => {
    const convicted = await houseTold(...ordered, isConvictedOfAbuse('h-1', assumed));
    await refused(convicted, payTo('h-1'), 'representative-convicted', '/representativeId');
    const asHeir = inherit({ 'h-1': 'd-1' }, { source: 'DIRECTED_BY_COURT' });
    const owing = await houseTold(...ordered, ...owed, dies(), asHeir);
    await refused(owing, payTo('h-1'), 'representative-convicted', '/representativeId');
    await tell(owing, payAssistance('q-1', { on: day('2025-06-20') }));
  });

  test('is not paid to a victim who has died, but to who takes what was the victim’s', async () => {
    const house = await houseTold(...ordered, dies({ on: day('2025-06-10') }));
    await refused(house, payAssistance('q-1', { on: day('2025-06-20') }), 'victim-died', '/representativeId');
    await tell(house, inherit({ 'h-1': null }, { on: day('2025-06-12') }));
    await tell(house, payTo('h-1'));
    expect(await reviewsOf(house)).toEqual([]);
  });

  test('to somebody else is paid, and listed', async () => {
    const house = await houseTold(...ordered, payTo('h-7'));
    expect(await reviewsOf(house)).toEqual(['PAYEE_QUESTIONED NOT_REPRESENTING v-1 h-7']);
  });

  test('is held with everything else while an heir owes the victim (P-30)', async () => {
    const house = await houseTold(...ordered, ...owed, dies(), inherit({ 'h-1': 'd-1' }));
    await refused(house, payAssistance('q-1', { on: day('2025-06-20') }), 'payout-held', '/requestId');
    expect(await reviewsOf(house)).toEqual(['PAYOUT_HELD v-1 h-1']);
    await tell(house, inherit({ 'h-1': 'd-1' }, { source: 'DIRECTED_BY_COURT', on: tomorrow }));
    expect(await reviewsOf(house)).toEqual([]);
    await tell(house, payAssistance('q-1', { on: day('2025-06-20') }));
  });
});

describe('the victim died', () => {
  test('who takes is shown, and what defendants owe is what they owed', async () => {
    const house = await houseTold(...owed, assumeRights('h-1', { until: turns18 }));
    const before = (await house.queries.victim('v-1' as VictimId, {}))!.liabilities;
    await tell(house, dies({ on: tomorrow }));
    await tell(house, inherit({ 'h-2': 'd-1', 'h-3': null }, { on: tomorrow }));
    const people = await peopleOf(house);
    expect(people).toMatchObject({
      diedOn: tomorrow,
      payoutHeld: { representativeId: 'h-2', on: tomorrow },
      representatives: [{ representativeId: 'h-1', until: tomorrow, ended: 'VICTIM_DIED' }],
    });
    expect(people.heirs).toEqual([
      { representativeId: 'h-2', defendantId: 'd-1', source: 'REPORTED', on: tomorrow },
      { representativeId: 'h-3', defendantId: null, source: 'REPORTED', on: tomorrow },
    ]);
    expect((await house.queries.victim('v-1' as VictimId, {}))!.liabilities).toEqual(before);
    expect((await peopleOf(house, today)).heirs).toEqual([]);
  });

  test('an order under another statute is found in the case that is named, and holds the money', async () => {
    const house = await houseTold(
      enterOrder('o-1', { 'v-1': '50.00' }, { ...inCase, statute: '18 U.S.C. 3663A', track: 'FULL_AMOUNT' }),
      dies(),
      inherit({ 'h-2': 'd-1' }, { inCase: 'c-1' }),
    );
    expect((await peopleOf(house)).payoutHeld).toEqual({ representativeId: 'h-2', on: today });
    await refused(
      house,
      inherit({ 'h-2': 'd-8' }, { inCase: 'c-1', on: tomorrow }),
      'defendant-not-registered',
      '/heirs/0/defendantId',
    );
  });
});

describe('interest that was assigned to the Crime Victims Fund', () => {
  const measured = [
    setPolicy('P-29', 'ASSIGNED_DOES_NOT_COUNT', { on: day('2020-01-01') }),
    ...[determineLoss('c-1', '10,000.00'), enterOrder('o-1', { 'v-1': '3,000.00' }, inCase)],
    makeFinal('o-1', { caseId: 'c-1' }),
  ];

  test('names a case that is there, and an order of it for this victim', async () => {
    const house = await houseTold(...measured);
    await refused(house, assignInterest({ inCase: 'c-9' }), 'case-not-registered', '/caseId');
    await refused(house, assignInterest({ under: 'o-1' }), 'case-not-registered', '/caseId');
    await refused(house, assignInterest({ inCase: 'c-1', under: 'o-9' }), 'order-not-found', '/orderId');
    await refused(
      house,
      assignInterest({ inCase: 'c-1', under: 'o-1', victim: 'v-2' }),
      'order-not-found',
      '/orderId',
    );
    await tell(house, assignInterest({ inCase: 'c-1', under: 'o-1' }));
    await tell(house, revokeAssignment({ inCase: 'c-1', under: 'o-1', on: tomorrow }));
    expect((await peopleOf(house)).assignments).toEqual([
      { caseId: 'c-1', orderId: 'o-1', from: today, until: tomorrow },
    ]);
  });

  test('is asked on both clocks as the deciders ask: what came in while it was assigned does not count', async () => {
    const house = await houseTold(
      ...measured,
      recordPayment('dcd.1', '100.00', { ...inCase, on: today }),
      assignInterest({ on: tomorrow }),
      recordPayment('dcd.2', '40.00', { ...inCase, on: tomorrow }),
      recordPayment('dcd.3', '7.00', { ...inCase, on: day('2026-03-05') }),
      revokeAssignment({ on: day('2026-03-06') }),
      recordPayment('dcd.4', '3.00', { ...inCase, on: day('2026-03-06') }),
      returnPayment('dcd.3', { on: day('2026-03-09') }),
    );
    const recoveredOn = async (asOf?: string) => {
      const view = await house.queries.victim(
        'v-1' as VictimId,
        asOf === undefined ? {} : { asOf: day(asOf) },
      );
      return [view!.recovered, view!.credited];
    };
    expect(await recoveredOn('2026-03-02')).toEqual(['100.00', '100.00']);
    expect(await recoveredOn('2026-03-03')).toEqual(['100.00', '140.00']);
    expect(await recoveredOn('2026-03-05')).toEqual(['100.00', '147.00']);
    expect(await recoveredOn('2026-03-06')).toEqual(['103.00', '150.00']);
    expect(await recoveredOn()).toEqual(['103.00', '143.00']);
    await tell(house, setPolicy('P-29', 'ASSIGNED_COUNTS_AS_RECEIVED', { on: day('2020-01-01') }));
    expect(await recoveredOn()).toEqual(['143.00', '143.00']);
  });
});
