/** Long decisions, put into documents: the same ledger, told in fewer events. */
import fc from 'fast-check';
import { Documents } from '../../src/application/documents/documents.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { UnknownEvent } from '../../src/application/reading.ts';
import type { Command } from '../../src/domain/commands.ts';
import { InvariantBroken } from '../../src/domain/rejection.ts';
import { StoreUnavailable, type EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { histories, ledgerOf } from '../projections/random-ledger.ts';
import { toldByLog } from '../support/ledger-event.ts';
import { storeOver } from '../support/store-over.ts';
import {
  amendOrder,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
} from '../support/words.ts';
import { closeAll, eventsOf, queriesOver } from './asking.ts';
import { bothKinds } from './telling.ts';

afterEach(closeAll);

const asking = { actor: 'clerk' };
const page = { limit: 1_000 };
const named = Array.from({ length: 12 }, (_, n) => `v-${String(n + 1)}`);
const sharesOf = (ids: readonly string[], amount = '100.00') =>
  Object.fromEntries(ids.map((id) => [id, amount]));
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1' } as const;

/** A case of twelve victims, whose decisions go into documents from ten things on. */
async function manyVictims(
  store: EventStore,
): Promise<{ ledger: Ledger; tell: (...all: Command[]) => Promise<void> }> {
  const ledger = new Ledger(store, { mostRows: 10 });
  let told = 0;
  const tell = async (...commands: readonly Command[]): Promise<void> => {
    for (const command of commands) {
      told += 1;
      await ledger.handle(command, { ...asking, commandId: `command-${String(told)}` });
    }
  };
  await tell(registerCase('c-1'), registerDefendant('d-1'), ...named.map((id) => registerVictim(id)));
  return { ledger, tell };
}

const pay = (id: string, amount: string): Command =>
  recordPayment(id, amount, { to: null, caseId: 'c-1', defendantId: 'd-1' });
const isOfDocument = ({ stream }: RecordedEvent): boolean =>
  stream.startsWith('Schedule-') || stream.startsWith('Allocation-');
const typesIn = (events: readonly RecordedEvent[]): readonly string[] => events.map(({ type }) => type);

describe.each(bothKinds)('with $kind, decisions in documents', ({ atomicStreams }) => {
  test('tell the same in every stream as those that are told one by one', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const [whole, packed] = await Promise.all(
          [1_000, 2].map(async (mostRows) => {
            const { log } = await ledgerOf(history, { atomicStreams, mostRows });
            const streams: Record<string, unknown[]> = {};
            for (const { stream, event } of await toldByLog(log)) (streams[stream] ??= []).push(event);
            return streams;
          }),
        );
        expect(packed).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('answer the same to every question', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const [whole, packed] = await Promise.all(
          [1_000, 2].map(async (mostRows) => {
            const { log } = await ledgerOf(history, { atomicStreams, mostRows });
            return answersOf(log);
          }),
        );
        expect(packed).toEqual(whole);
      }),
      { numRuns: 30 },
    );
    closeAll();
  });
});

/** What a reader is told, without where in the log it stands, on the clock of today and on an earlier day. */
async function answersOf(log: EventStore): Promise<unknown> {
  const queries = queriesOver(log);
  const answers: unknown[] = [];
  for (const clocks of [{}, { asOf: '2026-01-10' as never }]) {
    const lists = [
      queries.liabilities({}, clocks, page),
      queries.journal({}, clocks, page),
      queries.timeline({}, clocks, page),
    ];
    for (const { rows } of await Promise.all(lists)) answers.push(rows.map(withoutPlace).sort(byText));
    for (const id of ['v-1', 'v-2']) answers.push(withoutPlace(await queries.victim(id as never, clocks)));
    for (const id of ['dcd.1', 'dcd.2', 'dcd.3'])
      answers.push(withoutPlace(await queries.receipt(id as never, clocks)));
    answers.push((await queries.trialBalance(clocks)).accounts);
  }
  return answers;
}

function withoutPlace(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) =>
      ['position', 'stamp', 'recordedAt'].includes(key) ? undefined : value,
    ),
  );
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

describe('a document', () => {
  let store: MemoryEventStore;

  beforeEach(() => {
    store = new MemoryEventStore();
  });

  test('lists the victims of an order once; what is paid later refers to them', async () => {
    const { tell } = await manyVictims(store);
    await tell(enterOrder('o-1', sharesOf(named), fraud), pay('dcd.1', '600.00'), pay('dcd.2', '0.05'));
    const documents = (await eventsOf(store)).filter(isOfDocument);
    expect(
      documents.map(({ stream, data }) => [stream.split('.')[0], (data as { values: unknown }).values]),
    ).toEqual([['Schedule-o-1', named]]);
    const [, first, second] = (await eventsOf(store)).filter(({ type }) => type.endsWith('Committed'));
    expect(first?.data).toMatchObject({ listings: 0, columns: [{ rows: 12, from: 0, of: { column: 0 } }] });
    expect(second?.data).toMatchObject({ columns: [{ rows: 5, from: 0 }] });
  });

  test('stands before the one event in the case that makes it real, and is told with it', async () => {
    const { tell } = await manyVictims(store);
    await tell(enterOrder('o-1', sharesOf(named), fraud), makeFinal('o-1'), pay('dcd.1', '600.00'));
    await tell(amendOrder('o-1', sharesOf(named, '80.00'), { track: 'FULL_AMOUNT' }), returnPayment('dcd.1'));
    const inCase = (await eventsOf(store)).filter(
      ({ stream }) => stream === 'Case-c-1' || stream.startsWith('Schedule-'),
    );
    expect(typesIn(inCase)).toEqual([
      ...[
        'CaseRegistered',
        'DefendantRegistered',
        'ScheduleListed',
        'ScheduleCommitted',
        'ScheduleCommitted',
      ],
      ...['AllocationCommitted', 'ScheduleCommitted', 'AllocationCommitted'],
    ]);
    const told = (await toldByLog(store))
      .filter(({ stream }) => stream === 'Case-c-1')
      .map(({ event }) => event.type);
    const twelve = (type: string): readonly string[] => named.map(() => type);
    expect(told.slice(2)).toEqual([
      ...[
        'OrderEntered',
        ...twelve('LiabilityImposed'),
        'OrderBecameFinal',
        ...twelve('LiabilityBecameFinal'),
      ],
      ...['PaymentAllocated', ...twelve('RecoveryCredited'), 'PaymentApplied'],
      ...['OrderAmended', ...twelve('LiabilityAmended'), 'PaymentUnapplied', ...twelve('RecoveryReversed')],
    ]);
  });

  test('of more than one event is read as one, by a ledger that knows it only from the log', async () => {
    const { tell } = await manyVictims(store);
    const many = Array.from({ length: 30_000 }, (_, n) => `v-${String(n).padStart(26, '0')}`);
    const before = await eventsOf(store);
    for (const id of many) await tell(registerVictim(id));
    await tell(enterOrder('o-1', sharesOf(many), fraud), pay('dcd.1', '600000.00'));
    const listed = (await eventsOf(store)).slice(before.length).filter(isOfDocument);
    expect(listed.length).toBeGreaterThan(1);
    const sizes = listed.map((each) => Buffer.byteLength(JSON.stringify(each)));
    expect(Math.max(...sizes)).toBeLessThan(900 * 1024);
    const other = new Ledger(store, { mostRows: 10 });
    await other.handle(pay('dcd.2', '2400000.00'), { ...asking, commandId: 'other' });
    const { rows } = await queriesOver(store).liabilities({ status: 'satisfied' }, {}, page);
    expect(rows).toHaveLength(page.limit);
    expect(rows[0]).toMatchObject({ paid: '100.00', outstanding: '0.00' });
  });

  test('that was not committed says nothing: what a crash left behind is in nobody’s way', async () => {
    const stepping = new MemoryEventStore({ atomicStreams: false });
    const { ledger, tell } = await manyVictims(stepping);
    const refusing = refusingAfter(stepping, 1);
    const crashed = new Ledger(refusing, { mostRows: 10 });
    const order = enterOrder('o-1', sharesOf(named), fraud);
    const sent = { ...asking, commandId: 'the-order' };
    await expect(crashed.handle(order, sent)).rejects.toThrow(StoreUnavailable);
    expect(typesIn((await eventsOf(stepping)).slice(-1))).toEqual(['ScheduleListed']);
    expect((await queriesOver(stepping).liabilities({}, {}, page)).rows).toEqual([]);

    await tell(enterOrder('o-2', sharesOf(named), fraud));
    await ledger.handle(order, sent);
    const { rows } = await queriesOver(stepping).liabilities({}, {}, page);
    expect(rows).toHaveLength(24);
    const documents = (await eventsOf(stepping)).filter(isOfDocument).map(({ stream }) => stream);
    expect(new Set(documents).size).toBe(2);
  });

  test('that a crash left behind is in nobody’s way either where another command says the same', async () => {
    const stepping = new MemoryEventStore({ atomicStreams: false });
    const { ledger, tell } = await manyVictims(stepping);
    await tell(
      enterOrder('o-1', sharesOf(named.slice(0, 11)), fraud),
      enterOrder('o-2', { 'v-12': '1.00' }, fraud),
    );
    const crashed = new Ledger(refusingAfter(stepping, 1, 'Allocation-'), { mostRows: 10 });
    const sent = { ...asking, commandId: 'the-payment' };
    await expect(crashed.handle(pay('dcd.1', '7.77'), sent)).rejects.toThrow(StoreUnavailable);
    expect(typesIn((await eventsOf(stepping)).slice(-1))).toEqual(['AllocationListed']);
    await ledger.handle(pay('dcd.1', '7.77'), { ...asking, commandId: 'the-same-payment' });
    expect((await queriesOver(stepping).receipt('dcd.1' as never, {}))?.applied).toBe('7.77');
    expect(typesIn((await eventsOf(stepping)).slice(-2))).toEqual([
      'AllocationListed',
      'AllocationCommitted',
    ]);
  });

  test('that a crash left whole is committed as it is, when the command comes again', async () => {
    const stepping = new MemoryEventStore({ atomicStreams: false });
    const { ledger } = await manyVictims(stepping);
    const crashed = new Ledger(refusingAfter(stepping, 1), { mostRows: 10 });
    const order = enterOrder('o-1', sharesOf(named), fraud);
    const sent = { ...asking, commandId: 'the-order' };
    await expect(crashed.handle(order, sent)).rejects.toThrow(StoreUnavailable);
    await ledger.handle(order, sent);
    expect(typesIn((await eventsOf(stepping)).slice(-2))).toEqual(['ScheduleListed', 'ScheduleCommitted']);
  });
});

/** A store that carries out so many appends to documents, and then is there no more. */
function refusingAfter(store: EventStore, documents: number, category = 'Schedule-'): EventStore {
  let left = documents;
  return storeOver(store, {
    append: (writes) => {
      if (left === 0) return Promise.reject(new StoreUnavailable('gone'));
      if (writes.some(({ stream }) => stream.startsWith(category))) left -= 1;
      return store.append(writes);
    },
  });
}

describe('a log', () => {
  test.each([
    [
      'lacks a listing',
      (event: RecordedEvent) => (event.type === 'ScheduleListed' ? [] : [event]),
      InvariantBroken,
    ],
    [
      'has a listing twice',
      (event: RecordedEvent) => (event.type === 'ScheduleListed' ? [event, event] : [event]),
      InvariantBroken,
    ],
    [
      'has a listing of a newer program',
      (event: RecordedEvent) => [event.type === 'ScheduleListed' ? { ...event, schemaVersion: 2 } : event],
      UnknownEvent,
    ],
  ])('that %s is not told', async (_, damaged, expected) => {
    const store = new MemoryEventStore();
    const { tell } = await manyVictims(store);
    await tell(enterOrder('o-1', sharesOf(named), fraud));
    const committed = (await eventsOf(store)).at(-1)!;
    const over = storeOver(store, {
      async *readStream(stream) {
        for await (const events of store.readStream(stream)) yield events.flatMap(damaged);
      },
    });
    await expect(new Documents(over).tells(committed)).rejects.toThrow(expected);
    await expect(new Documents(store).tells(committed)).resolves.toMatchObject({ count: 13 });
  });
});
