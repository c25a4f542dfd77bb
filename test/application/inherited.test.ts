/** A log that a store of single appends left unfinished, taken over by one that writes whole commands. */
import { isInherited } from '../../src/application/followed.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { ProcessRunner } from '../../src/application/process-runner.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import { StoreUnavailable, type EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { storeOver } from '../support/store-over.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  setPolicy,
} from '../support/words.ts';
import { closeAll, eventsOf, queriesOver } from './asking.ts';
import { bothKinds, register, Telling } from './telling.ts';

afterEach(closeAll);

const asking = { actor: 'clerk' };
const payment = recordPayment('dcd.1', '9,000.00', { to: 'o-1' });

/** A victim with three final orders of 9,000.00, and a cap of as much. */
async function threeOrders(store: EventStore): Promise<void> {
  const court = new Telling(store);
  await register(court, { cases: ['c-1', 'c-2', 'c-3'] });
  await court.tell(
    determineLoss('c-1', '9,000.00'),
    ...['o-1', 'o-2', 'o-3'].map((id) => enterOrder(id, { 'v-1': '9,000.00' })),
    ...['o-1', 'o-2', 'o-3'].map((id) => makeFinal(id)),
  );
}

/** The payment, on a store that takes as many appends of it, of one event each where it can divide them, and no more. */
async function cutAfter(store: EventStore, appends: number): Promise<void> {
  let left = appends;
  const narrow = storeOver(store, {
    capabilities: { ...store.capabilities, maxAppendBytes: 1 },
    append: (writes) => {
      left -= 1;
      return left < 0 ? Promise.reject(new StoreUnavailable('gone')) : store.append(writes);
    },
  });
  await new Ledger(narrow).handle(payment, { ...asking, commandId: 'cut' }).catch(() => undefined);
}

/** The same events in a store that writes whole commands. */
async function takenOver(log: EventStore): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const { stream, revision, position: _, recordedAt: __, prev: ___, ...event } of await eventsOf(log)) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    await store.append([{ stream, expected, events: [event] }]);
  }
  return store;
}

test.each(Array.from({ length: 7 }, (_, at) => at + 1))(
  'is finished where the ledger goes on, when it was cut after %i appends',
  async (appends) => {
    const before = new MemoryEventStore({ atomicStreams: false });
    await threeOrders(before);
    await cutAfter(before, appends);
    const store = await takenOver(before);
    const checkpoint = memoryCheckpoint();
    const ledger = new Ledger(store, { isInherited: () => isInherited(store, checkpoint) });
    await new ProcessRunner(store, ledger, checkpoint).run();
    const queries = queriesOver(store);
    expect(await queries.receipt('dcd.1' as never, {})).toMatchObject({
      applied: '9000.00',
      settling: '0.00',
    });
    const { rows } = await queries.liabilities({}, {}, { limit: 10 });
    expect(rows.map(({ status }) => status)).toEqual(['satisfied', 'terminated', 'terminated']);
    expect((await checkpoint.load()).position).toBeGreaterThan(0);
    expect(await isInherited(store, checkpoint)).toBe(false);
  },
);

test('is finished by the very next command on the victim, too', async () => {
  const before = new MemoryEventStore({ atomicStreams: false });
  await threeOrders(before);
  await cutAfter(before, 3);
  const store = await takenOver(before);
  const ledger = new Ledger(store, { isInherited: () => isInherited(store, memoryCheckpoint()) });
  await ledger.handle(disburse('p-1', '10.00', { victim: 'v-1', caseId: 'c-1' }), {
    ...asking,
    commandId: 'next',
  });
  const { rows } = await queriesOver(store).liabilities({}, {}, { limit: 10 });
  expect(rows.map(({ outstanding }) => outstanding)).toEqual(['0.00', '0.00', '0.00']);
});

test.each(bothKinds)(
  'an answer that is given later, for an earlier day, waits for a review, with $kind',
  async ({ atomicStreams }) => {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    await register(court, { cases: ['c-1', 'c-2'] });
    await court.tell(
      setPolicy('P-16', 'OPEN_UNTIL_COURT_ACTS', { on: day('2026-01-01') }),
      determineLoss('c-1', '9,000.00'),
      enterOrder('o-1', { 'v-1': '9,000.00' }),
      makeFinal('o-1'),
      payment,
      enterOrder('o-2', { 'v-1': '4,000.00' }),
      makeFinal('o-2'),
    );
    await court.tell(setPolicy('P-16', 'TERMINATED_AT_ONCE', { on: day('2026-01-02') }));
    await court.tell(disburse('p-1', '70.00', { victim: 'v-1', caseId: 'c-1' }));
    expect((await court.owedTo())['o-2']?.at(-1)).toBe('4000.00');
  },
);
