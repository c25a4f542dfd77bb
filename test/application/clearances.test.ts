/** What a victim has received where only what has cleared counts (P-05): on both kinds of store, and on every clock. */
import type { ReceiptSource, VictimId } from '../../src/domain/ids.ts';
import type { SetHold } from '../../src/domain/reference/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { sameVictim } from '../support/people-words.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordClearance,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  review,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, Telling } from './telling.ts';

afterEach(closeAll);

const first = day('2026-03-02');
const counted = setPolicy('P-05', 'CLEARED', { on: first });
/** 100.00 were lost, and two are ordered to pay 120.00 and 80.00. */
const judgment = [
  setPolicy('P-42', 'RECORD', { on: first }),
  ...[
    registerVictim('v-1', { on: first }),
    registerCase('c-1', { on: first }),
    registerCase('c-2', { on: first }),
  ],
  ...[registerDefendant('d-1', { on: first }), registerDefendant('d-2', { on: first })],
  determineLoss('c-1', '100.00', { on: first }),
  enterOrder('o-1', { 'v-1': '120.00' }, { on: first, offenceOn: day('2015-06-01') }),
  enterOrder('o-2', { 'v-1': '80.00' }, { on: first, offenceOn: day('2015-06-01') }),
  makeFinal('o-1', { on: first }),
] as const;
/** 99.99 and a cent, by cheque. */
const payments = [
  recordPayment('dcd.1', '99.99', { on: day('2026-03-02') }),
  recordPayment('dcd.2', '0.01', { to: 'o-2', on: day('2026-03-04') }),
] as const;

describe.each(bothKinds)('what has cleared: $kind', ({ atomicStreams }) => {
  let court: Telling;

  beforeEach(async () => {
    court = new Telling(new MemoryEventStore({ atomicStreams }));
    await court.tell(counted, ...judgment);
  });

  const victim = async (asOf: string, knownAt?: string) => {
    const clocks = { asOf: day(asOf), ...(knownAt !== undefined && { knownAt }) };
    const view = await queriesOver(court.store).victim('v-1' as VictimId, clocks);
    return view && [view.received, view.recovered, view.headroom, view.madeWhole?.on ?? null];
  };
  const standing = () => court.state('Victim', 'v-1');

  test('counts from the day on which it cleared, to the cent, and ends liability in that append', async () => {
    await court.tell(...payments);
    expect(await court.refusalOf(recordClearance('dcd.1', { on: day('2026-03-31'), hold: true }))).toBe(
      'hold-not-over /on',
    );
    await court.tell(recordClearance('dcd.1', { on: day('2026-06-01'), hold: true }));
    expect(await victim('2026-03-31')).toEqual(['0.00', '100.00', '0.00', null]);
    expect(await victim('2026-04-02')).toEqual(['99.99', '100.00', '0.00', null]);
    const { events } = await court.tell(recordClearance('dcd.2', { on: day('2026-06-01'), hold: true }));
    expect(events.slice(0, 4).map(({ event }) => [event.type, event.effectiveOn])).toEqual([
      ['PaymentCleared', '2026-04-03'],
      ['RecoveryCleared', '2026-04-03'],
      ['FullRecoveryReached', '2026-04-03'],
      ['LiabilitiesTerminated', '2026-04-03'],
    ]);
    expect(await victim('2026-04-02')).toEqual(['99.99', '100.00', '0.00', null]);
    expect(await victim('2026-04-03')).toEqual(['100.00', '100.00', '0.00', '2026-04-03']);
    expect(await court.owedIn('c-1', 'o-1', 'v-1')).toEqual(['99.99', '20.01', '0.00']);
    expect(await court.owedIn('c-2', 'o-2', 'v-1')).toEqual(['0.01', '79.99', '0.00']);
  });

  test('a hold that a court set counts, and so does what a bank says before it is over', async () => {
    const source = 'dcd' as ReceiptSource;
    const set: SetHold = { type: 'SetHold', source, method: 'CHECK', days: 5, on: day('2026-03-10') };
    await court.tell(...payments, set, recordClearance('dcd.1', { on: day('2026-03-10'), hold: true }));
    await court.tell(recordClearance('dcd.2', { on: day('2026-03-05') }));
    const { events } = await court.tell(recordClearance('dcd.1', { on: day('2026-09-01'), hold: true }));
    expect(events).toEqual([]);
    expect(await victim('2026-03-09')).toEqual(['0.01', '100.00', '0.00', null]);
    expect(await victim('2026-03-10')).toEqual(['100.00', '100.00', '0.00', '2026-03-10']);
  });

  test('what comes back has not cleared, before or after it was thought to', async () => {
    await court.tell(...payments, recordClearance('dcd.1', { on: day('2026-04-01') }));
    await court.tell(recordClearance('dcd.2', { on: day('2026-04-02') }));
    await court.tell(returnPayment('dcd.2', { on: day('2026-04-20') }));
    expect((await standing()).standing).toEqual([]);
    expect(await victim('2026-04-19')).toEqual(['100.00', '100.00', '0.00', '2026-04-02']);
    expect(await victim('2026-04-20')).toEqual(['99.99', '99.99', '0.01', null]);
    expect(await court.owedIn('c-2', 'o-2', 'v-1')).toEqual(['0.00', '0.00', '80.00']);
    await court.tell(recordPayment('dcd.3', '0.01', { to: 'o-2', on: day('2026-04-21') }));
    await court.tell(returnPayment('dcd.3', { on: day('2026-04-22') }));
    expect(await victim('2026-04-22')).toEqual(['99.99', '99.99', '0.01', null]);
    expect(await court.refusalOf(recordClearance('dcd.3', { on: day('2026-05-22') }))).toBe(
      'receipt-returned /reference',
    );
  });

  test('between credit and clearing no more is taken than the cap leaves (P-06), unless P-06 says so', async () => {
    await court.tell(...payments, recordPayment('dcd.3', '7.00', { on: day('2026-03-05') }));
    expect(await court.whereIs('dcd.3')).toMatchObject({ credited: '0.00', held: '7.00' });
    await court.tell(setPolicy('P-06', 'KEEP_COLLECTING', { on: first }));
    await court.tell(recordPayment('dcd.4', '7.00', { on: day('2026-03-05') }));
    expect(await court.whereIs('dcd.4')).toMatchObject({ credited: '7.00', held: '0.00' });
    for (const id of ['dcd.1', 'dcd.2', 'dcd.4'])
      await court.tell(recordClearance(id, { on: day('2026-04-30') }));
    expect((await standing()).overRecovery).toBe(7_00n);
  });

  test('under an order that is set aside, before or after it cleared', async () => {
    const cleared = recordClearance('dcd.1', { on: day('2026-04-01') });
    await court.tell(...payments, cleared, vacateOrder('o-1', { on: day('2026-04-02') }));
    expect((await victim('2026-04-02'))?.slice(0, 2)).toEqual(['99.99', '100.00']);
    await court.tell(setPolicy('P-18', 'DO_NOT_COUNT', { on: first }));
    expect((await victim('2026-04-02'))?.slice(0, 2)).toEqual(['0.00', '0.01']);
  });

  test('of one person under two ids, whichever id it was paid under, and whether it clears before or after', async () => {
    const on = day('2026-03-03');
    await court.tell(
      ...[registerVictim('v-2', { on }), registerCase('c-3', { on }), registerDefendant('d-3', { on })],
      enterOrder('o-3', { 'v-2': '60.00' }, { on, offenceOn: day('2015-06-01') }),
      recordPayment('dcd.5', '10.00', { to: 'o-3', on }),
      recordPayment('dcd.6', '20.00', { to: 'o-3', on }),
      recordPayment('dcd.7', '70.00', { on }),
      recordClearance('dcd.5', { on: day('2026-03-20') }),
      sameVictim('v-1', { victim: 'v-2', on: day('2026-03-25') }),
      recordClearance('dcd.7', { on: day('2026-03-28') }),
    );
    expect((await standing()).standing).toEqual([]);
    await court.tell(recordClearance('dcd.6', { on: day('2026-04-02') }));
    expect(await victim('2026-04-02')).toEqual(['100.00', '100.00', '0.00', '2026-04-02']);
    expect(await court.owedIn('c-3', 'o-3', 'v-2')).toEqual(['30.00', '30.00', '0.00']);
  });

  test('a review after another answer counts what has cleared before, and nothing that has not', async () => {
    await court.tell(setPolicy('P-05', 'PAID_THROUGH_COURT', { on: first }), ...payments);
    await court.tell(recordClearance('dcd.1', { on: day('2026-04-01') }));
    expect((await standing()).epoch).toBe(1);
    await court.tell(setPolicy('P-05', 'CLEARED', { on: first }));
    const { events } = await court.tell(review('v-1', { on: day('2026-04-05') }));
    expect(events.map(({ event }) => event.type)).toContain('FullRecoveryUndone');
    await court.tell(recordClearance('dcd.2', { on: day('2026-04-06') }));
    expect((await standing()).standing.length).toBe(1);
  });
});

test.each(bothKinds)(
  'what was held and comes to a victim long after its receipt cleared has cleared: $kind',
  async ({ atomicStreams }) => {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    const on = day('2027-04-20');
    await court.tell(
      ...[registerVictim('v-1'), registerCase('c-1'), registerDefendant('d-1')],
      recordYield('2026-02-27', '4.00'),
      enterOrder('o-1', '5,000.00', { statute: '18 U.S.C. 3663A', on: first }),
      recordPayment('dcd.1', '6,000.00', { on: day('2027-03-17') }),
    );
    // What the case decides by itself knows no clearing.
    const { events } = await court.tell(recordClearance('dcd.1', { on }));
    expect(events.map(({ event }) => event.type)).toEqual(['PaymentCleared']);
    expect(await court.whereIs('dcd.1')).toMatchObject({ held: '1000.00' });
    const order = { caseId: 'c-1', defendantId: 'd-1', on: day('2027-05-03') } as const;
    await court.tell(enterOrder('o-2', '5,000.00', order), recordYield('2026-03-13', '4.05'));
    const log = await court.log();
    const told = log.filter(({ type }) => type === 'RecoveryCleared');
    expect(told.map(({ effectiveOn, data }) => [effectiveOn, data])).toEqual([
      ['2027-05-03', expect.objectContaining({ orderId: 'o-2', amount: '1000.00' })],
    ]);
  },
);
