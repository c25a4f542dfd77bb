import fc from 'fast-check';
import { storeOver } from '../support/store-over.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { ProjectionFailed } from '../../src/application/tell-batch.ts';
import { UnknownEvent } from '../../src/application/reading.ts';
import type { Command } from '../../src/domain/commands.ts';
import { InvariantBroken } from '../../src/domain/rejection.ts';
import { flowTable } from '../../src/projections/flows.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { ReadModelStore } from '../../src/store/read-model-store.ts';
import type { EventToAppend } from '../../src/store/recorded-event.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { histories, ledgerOf } from '../projections/random-ledger.ts';
import { folderForTests } from '../store/support/folder.ts';
import {
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

const folder = folderForTests();
const opened: ReadModelStore[] = [];
let places = 0;
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

function inMemory(): ReadModelStore {
  opened.push(SqliteReadModelStore.inMemory(readModels));
  return opened.at(-1)!;
}

function inFolder(name = `place-${String((places += 1))}`): ReadModelStore {
  opened.push(SqliteReadModelStore.open(`${folder}/${name}`, readModels));
  return opened.at(-1)!;
}

/** One victim, made whole by the second of two payments. */
const madeWhole: readonly Command[] = [
  registerVictim('v-1'),
  ...['1', '2'].flatMap((n) => [registerCase(`c-${n}`), registerDefendant(`d-${n}`)]),
  determineLoss('c-1', '5,000.00'),
  enterOrder('o-1', '5,000.00'),
  enterOrder('o-2', '4,000.00'),
  makeFinal('o-1'),
  recordPayment('dcd.1', '3,000.00', { to: 'o-1' }),
  recordPayment('dcd.2', '2,000.00', { to: 'o-2' }),
];

async function logOf(commands: readonly Command[], log = new MemoryEventStore()): Promise<MemoryEventStore> {
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `${String(at)}-${JSON.stringify(command.on)}`, actor: 'test' });
  }
  return log;
}

const strange: EventToAppend = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'VictimForgotten',
  schemaVersion: 1,
  commandId: 'strange',
  causationId: null,
  actor: 'test',
  effectiveOn: '2026-03-02',
  data: {},
};

describe('read models', () => {
  test('are the same however they were told', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 30 }), async (history, batchSize) => {
        const { log } = await ledgerOf(history);
        const caughtUp = new Projector({ log, readModel: inMemory(), batchSize });
        await caughtUp.catchUp();
        const rebuilt = new Projector({ log, readModel: inMemory() });
        await rebuilt.rebuild();
        expect(caughtUp.stateHash()).toBe(rebuilt.stateHash());
        for (const each of opened.splice(0)) each.close();
      }),
      { numRuns: 40 },
    );
  });

  test('are the same where they were told the log in parts that end within an append', async () => {
    const log = await logOf(madeWhole);
    const { position: end } = await log.head();
    let heard = 0;
    const copy = storeOver(log, {
      head: async () => ({ ...(await log.head()), position: heard }),
      readAll: (asked) => log.readAll({ ...asked, upTo: Math.min(asked?.upTo ?? heard, heard) }),
    });
    const inParts = new Projector({ log: copy, readModel: inMemory() });
    for (heard = 1; heard <= end; heard += 1) await inParts.catchUp();
    const rebuilt = new Projector({ log, readModel: inMemory() });
    await rebuilt.rebuild();
    expect(inParts.stateHash()).toBe(rebuilt.stateHash());
  });

  test('are the same on two stores with the same events, recorded at other times', async () => {
    const hashes = await Promise.all(
      ['2026-01-01', '2027-05-05'].map(async (start) => {
        const log = await logOf(madeWhole, new MemoryEventStore({ clock: () => new Date(start) }));
        const projector = new Projector({ log, readModel: inMemory() });
        await projector.catchUp();
        return projector.stateHash();
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('never show a victim made whole and a defendant still owing, whatever the size of a batch', async () => {
    const log = await logOf(madeWhole);
    const readModel = inMemory();
    const seen: (readonly unknown[])[] = [];
    const watched: ReadModelStore = {
      ...{ checkpoint: () => readModel.checkpoint(), read: (ask) => readModel.read(ask) },
      ...{ rebuild: (fill) => readModel.rebuild(fill), stateHash: () => readModel.stateHash() },
      ...{ rollBack: () => readModel.rollBack(), standing: () => readModel.standing() },
      close: () => readModel.close(),
      write: (work) => {
        readModel.write(work);
        seen.push(
          readModel.read((snapshot) => [
            snapshot.first(`SELECT count(*) AS n FROM consequences c JOIN term ON number = c.type
              WHERE text = 'FullRecoveryReached'`)!['n'],
            snapshot.first('SELECT count(*) AS n FROM liabilities WHERE outstanding > 0')!['n'],
          ]),
        );
      },
    };
    await new Projector({ log, readModel: watched, batchSize: 1 }).catchUp();
    expect(seen.at(-1)).toEqual([1n, 0n]);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter(([reached, open]) => reached === 1n && open !== 0n)).toEqual([]);
  });

  test('that stand in a folder go on where another life left them', async () => {
    const log = await logOf(madeWhole.slice(0, -1));
    const first = inFolder('lives');
    await new Projector({ log, readModel: first }).catchUp();
    const { position } = await log.head();
    expect(first.checkpoint().position).toBe(position);
    first.close();
    opened.splice(opened.indexOf(first), 1);

    await logOf(madeWhole, log);
    const again = new Projector({ log, readModel: inFolder('lives') });
    await again.catchUp();
    const fresh = new Projector({ log, readModel: inMemory() });
    await fresh.catchUp();
    expect(again.stateHash()).toBe(fresh.stateHash());
  });

  test('of another log are thrown away', async () => {
    const other = await logOf([registerVictim('v-8'), registerVictim('v-9')]);
    const readModel = inFolder();
    await new Projector({ log: other, readModel }).catchUp();

    const log = await logOf(madeWhole);
    const projector = new Projector({ log, readModel });
    await projector.catchUp();
    const fresh = new Projector({ log, readModel: inMemory() });
    await fresh.catchUp();
    expect(projector.stateHash()).toBe(fresh.stateHash());
  });

  test('of a longer log than there is are thrown away', async () => {
    const readModel = inFolder();
    await new Projector({ log: await logOf(madeWhole), readModel }).catchUp();
    const shorter = await logOf(madeWhole.slice(0, 3));
    await new Projector({ log: shorter, readModel }).catchUp();
    expect(readModel.checkpoint().position).toBe((await shorter.head()).position);
  });
});

describe('several projectors on one set of read models', () => {
  test('tell every event once, also where one of them rebuilds', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.scheduler(), async (history, scheduler) => {
        const { log } = await ledgerOf(history);
        const slow = storeOver(log, {
          head: scheduler.scheduleFunction(() => log.head()),
          async *readAll(options) {
            for await (const page of log.readAll(options)) {
              for (const event of page) yield await scheduler.schedule(Promise.resolve([event]));
            }
          },
        });
        const place = `shared-${String((places += 1))}`;
        const projectors = [1, 2, 3].map(
          () => new Projector({ log: slow, readModel: inFolder(place), batchSize: 3 }),
        );
        const work = Promise.all([
          projectors[0]!.catchUp(),
          projectors[1]!.rebuild(),
          projectors[2]!.catchUp(),
        ]);
        await scheduler.waitFor(work);
        const fresh = new Projector({ log, readModel: inMemory() });
        await fresh.catchUp();
        for (const each of projectors) expect(each.stateHash()).toBe(fresh.stateHash());
        for (const each of opened.splice(0)) each.close();
      }),
      { numRuns: 8 },
    );
  });
});

describe('a projector whose read models are replaced under its hands', () => {
  test('goes on where the new ones stand', async () => {
    const log = await logOf(madeWhole);
    const readModel = inFolder();
    let isReplaced = false;
    const reading = storeOver(log, {
      async *readAll(options) {
        for await (const page of log.readAll(options)) {
          for (const event of page) {
            if (event.position === 9 && !isReplaced) {
              isReplaced = true;
              await readModel.rebuild(() => Promise.resolve());
            }
            yield [event];
          }
        }
      },
    });
    const projector = new Projector({ log: reading, readModel, batchSize: 1 });
    await projector.catchUp();
    const fresh = new Projector({ log, readModel: inMemory() });
    await fresh.catchUp();
    expect(projector.stateHash()).toBe(fresh.stateHash());
  });
});

describe('a projection that fails', () => {
  test('stops before an event that this program does not know, and names it', async () => {
    const log = await logOf(madeWhole.slice(0, 2));
    await log.append([{ stream: 'Victim-v-9', expected: 'no-stream', events: [strange] }]);
    const readModel = inMemory();
    const projector = new Projector({ log, readModel, batchSize: 1 });
    const { position } = await log.head();
    for (const act of [() => projector.catchUp(), () => projector.catchUp(), () => projector.rebuild()]) {
      const failure = await act().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UnknownEvent);
      expect((failure as Error).message).toContain(`position ${String(position)} holds VictimForgotten`);
      expect(readModel.checkpoint().position).toBe(position - 1);
    }
  });

  test('stops before a version of an event that this program does not know', async () => {
    const log = new MemoryEventStore();
    const newer = { ...strange, type: 'VictimRegistered', schemaVersion: 2 };
    await log.append([{ stream: 'Victim-v-9', expected: 'no-stream', events: [newer] }]);
    const projector = new Projector({ log, readModel: inMemory() });
    await expect(projector.catchUp()).rejects.toThrow(UnknownEvent);
  });

  test('stops before an event that cannot follow on those before it', async () => {
    const log = await logOf(madeWhole.slice(0, 3));
    const { position } = await log.head();
    const data = { receiptId: 'dcd.9', caseId: 'c-1', defendantId: 'd-1', amount: '5.00', policyVersion: 0 };
    const held = { ...strange, type: 'ExcessHeld', data };
    await log.append([{ stream: 'Receipt-dcd.9', expected: 'no-stream', events: [held] }]);
    const readModel = inMemory();
    const failure = await new Projector({ log, readModel, batchSize: 1 })
      .catchUp()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProjectionFailed);
    expect(failure).toMatchObject({ position: position + 1, cause: expect.any(InvariantBroken) });
    expect(readModel.checkpoint().position).toBe(position);
  });

  test('stops where the books do not balance', async () => {
    const log = await logOf(madeWhole);
    const readModel = inMemory();
    await new Projector({ log, readModel }).catchUp();
    readModel.write((rows) => {
      rows.of(flowTable).put(['cash', 'receivable'], { debit: 'cash', credit: 'receivable', amount: 1n });
    });
    await logOf([...madeWhole, recordPayment('dcd.3', '1.00', { to: 'o-1' })], log);
    await expect(new Projector({ log, readModel }).catchUp()).rejects.toThrow(InvariantBroken);
  });
});

describe('a rebuild', () => {
  test('says how far it has come', async () => {
    const log = await logOf(madeWhole);
    const { position: head } = await log.head();
    const progress: number[] = [];
    await new Projector({ log, readModel: inFolder(), batchSize: 4 }).rebuild(({ position, head: of }) => {
      expect(of).toBe(head);
      progress.push(position);
    });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(head);
    expect(progress.length).toBeGreaterThan(2);
  });

  test('tells what was recorded while it was under way', async () => {
    const log = await logOf(madeWhole.slice(0, 5));
    const readModel = inFolder();
    const projector = new Projector({ log, readModel, batchSize: 1 });
    let more: Promise<unknown> | undefined;
    await projector.rebuild(() => void (more ??= logOf(madeWhole, log)));
    await more;
    await projector.catchUp();
    expect(readModel.checkpoint().position).toBe((await log.head()).position);
  });
});
