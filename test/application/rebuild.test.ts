import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import type { Command } from '../../src/domain/commands.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { restated } from '../../src/projections/restated.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { folderForTests } from '../store/support/folder.ts';
import { storeOver } from '../support/store-over.ts';
import {
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

const root = folderForTests();
let places = 0;
let folder: string;
let log: MemoryEventStore;
const opened: SqliteReadModelStore[] = [];

const history: readonly Command[] = [
  ...[registerVictim('v-1'), registerCase('c-1'), registerDefendant('d-1')],
  ...[determineLoss('c-1', '5,000.00'), enterOrder('o-1', '5,000.00'), makeFinal('o-1')],
  ...[recordPayment('dcd.1', '3,000.00', { to: 'o-1' }), recordPayment('dcd.2', '2,000.00', { to: 'o-1' })],
];

beforeEach(async () => {
  folder = join(root, `place-${String((places += 1))}`);
  log = new MemoryEventStore();
  await tell(history);
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

let told = 0;
async function tell(commands: readonly Command[]): Promise<void> {
  const ledger = new Ledger(log);
  for (const command of commands)
    await ledger.handle(command, { commandId: `c-${String((told += 1))}`, actor: 'test' });
}

function open(version = readModels.version): SqliteReadModelStore {
  opened.push(SqliteReadModelStore.open(folder, { ...readModels, version }));
  return opened.at(-1)!;
}

/** Read models that tell all of the log. */
async function caughtUp(version?: string): Promise<SqliteReadModelStore> {
  const readModel = open(version);
  await new Projector({ log, readModel }).catchUp();
  return readModel;
}

async function expectedHash(): Promise<string> {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  await new Projector({ log, readModel }).catchUp();
  const hash = readModel.stateHash();
  readModel.close();
  return hash;
}

function alter(version: string, sql: string): void {
  const [name = ''] = readdirSync(folder).filter((file) => file.startsWith(`${version}.`));
  const db = new Database(join(folder, name));
  expect(db.prepare(sql).run().changes).toBe(1);
  db.close();
}

const tables = readModels.tables.length;

describe('read models that are rebuilt', () => {
  test('are held against those in use, row by row, at one position', async () => {
    const readModel = await caughtUp();
    const { position } = readModel.checkpoint();
    await tell([recordPayment('dcd.3', '1.00', { to: 'o-1' })]);
    const proof = await new Projector({ log, readModel }).rebuild();
    const { version } = readModels;
    expect(proof).toEqual({ isCompared: true, version, position, tables, by: 'CONTENTS', differing: [] });
    expect(readModel.checkpoint().position).toBe((await log.head()).position);
    expect(readModel.stateHash()).toBe(await expectedHash());
  });

  test.each([
    ['a sum that is wrong', 'UPDATE sums SET amount = amount + 1 WHERE ONE', 'sums'],
    ['a sum that is missing', 'DELETE FROM sums WHERE ONE', 'sums'],
    ['an amount of the journal that is wrong', 'UPDATE journal SET amount = 1 WHERE ONE', 'journal'],
    ['a victim whose payments are wrong', 'UPDATE victims SET disbursed = 7 WHERE ONE', 'victims'],
  ])('find %s in those in use, and repair it', async (_, sql, table) => {
    const readModel = await caughtUp();
    const before = readModel.stateHash();
    const one = `(${keyOf(table)}) = (SELECT ${keyOf(table)} FROM ${table} LIMIT 1)`;
    alter(readModels.version, sql.replace('ONE', one));
    expect(readModel.stateHash()).not.toBe(before);
    const proof = await new Projector({ log, readModel }).rebuild();
    expect(proof).toMatchObject({ isCompared: true, differing: [table] });
    expect(readModel.stateHash()).toBe(before);
  });

  test('are held against nothing, where there was nothing, or another log', async () => {
    const readModel = open();
    const projector = new Projector({ log, readModel });
    expect(await projector.rebuild()).toEqual({ isCompared: false, why: 'nothing-there' });
    const other = new MemoryEventStore();
    await new Ledger(other).handle(registerVictim('v-9'), { commandId: 'other', actor: 'test' });
    expect(await new Projector({ log: other, readModel }).rebuild()).toEqual({
      ...{ isCompared: false, why: 'another-log' },
    });
  });
});

function keyOf(table: string): string {
  return readModels.tables.find(({ name }) => name === table)!.key.join(', ');
}

describe('read models of a new version', () => {
  const before = String(Number(readModels.version) - 1);

  test('are worked out beside those of before, agree with them in rows and trial balance, and leave them there', async () => {
    const older = await caughtUp(before);
    const readModel = open();
    const proof = await new Projector({ log, readModel }).rebuild();
    const by = 'COUNTS_AND_TRIAL_BALANCE';
    const { position } = older.checkpoint();
    const alike = tables - (restated[readModels.version] ?? []).length;
    expect(proof).toEqual({
      ...{ isCompared: true, version: before, position },
      ...{ tables: alike, by, differing: [] },
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual([
      `${before}.1.sqlite`,
      `${readModels.version}.1.sqlite`,
    ]);
    expect(older.stateHash()).toBe(readModel.stateHash());
  });

  test.each([
    [
      'an amount',
      'UPDATE journal SET amount = amount - 1 WHERE position = (SELECT max(position) FROM journal) AND line = 0',
      'journal',
    ],
    ['a row that is missing', 'DELETE FROM findings', 'findings'],
  ])(
    'do not come into force over %s: the question is refused, and nothing changes',
    async (_, sql, table) => {
      (await caughtUp(before)).close();
      alter(before, sql);
      const readModel = open();
      const projector = new Projector({ log, readModel });
      for (const act of [() => projector.catchUp(), () => projector.rebuild()]) {
        const failure = await act().catch((error: unknown) => error);
        expect(failure).toMatchObject({ name: 'RebuildDiffers', proof: { differing: [table] } });
        expect((failure as Error).message).toContain(`version ${before} in ${table}`);
      }
      expect(readModel.checkpoint().position).toBe(0);
      expect(open(before).checkpoint().position).toBe((await log.head()).position);
    },
  );

  test('of which it is said that a table says something else need not agree in it', async () => {
    // Of so old a version it was not written down what has changed since: any table may say something else.
    const long = '1';
    (await caughtUp(long)).close();
    alter(long, 'DELETE FROM findings');
    const proof = await new Projector({ log, readModel: open() }).rebuild();
    expect(proof).toMatchObject({ isCompared: true, version: long, tables: 0, differing: [] });
  });
});

describe('a rebuild while the ledger goes on', () => {
  test('tells all that is recorded meanwhile, and those in use answer until the new ones do', async () => {
    const readModel = await caughtUp();
    const others = open();
    const projector = new Projector({ log, readModel: others });
    let payments = 0;
    const busy = storeOver(log, {
      async *readAll(asked) {
        for await (const page of log.readAll(asked)) {
          yield page;
          await tell([recordPayment(`dcd.m${String((payments += 1))}`, '1.00', { to: 'o-1' })]);
          await projector.catchUp();
          expect(others.checkpoint().position).toBe((await log.head()).position);
        }
      },
    });
    const proof = await new Projector({ log: busy, readModel, batchSize: 2 }).rebuild();
    expect(proof).toMatchObject({ isCompared: true, differing: [] });
    expect(payments).toBeGreaterThan(1);
    await projector.catchUp();
    expect(others.stateHash()).toBe(await expectedHash());
    expect(others.standing().files.map(({ isInForce }) => isInForce)).toEqual([false, true]);
  });

  test('is proved, though others record and tell while it begins', async () => {
    const readModel = await caughtUp();
    const others = new Projector({ log, readModel: open() });
    const seen: number[] = [];
    const busy = storeOver(log, {
      async head() {
        const head = await log.head();
        seen.push(head.position);
        if (seen.length === 1) {
          await tell([recordPayment('dcd.3', '1.00', { to: 'o-1' })]);
          await others.catchUp();
        }
        return head;
      },
    });
    const { version } = readModels;
    const proof = await new Projector({ log: busy, readModel }).rebuild();
    expect(proof).toEqual({
      ...{ isCompared: true, version, position: seen[0], tables, by: 'CONTENTS', differing: [] },
    });
    await others.catchUp();
    expect(readModel.checkpoint().position).toBeGreaterThan(seen[0]!);
    expect(readModel.stateHash()).toBe(await expectedHash());
  });

  test('lets go of those in use as soon as they were compared, and tells the rest without them', async () => {
    const readModel = await caughtUp();
    const others = open();
    const busyWhile: unknown[] = [];
    const noted = storeOver(log, {
      async *readAll(asked) {
        await tell([recordPayment(`dcd.w${String(busyWhile.length)}`, '1.00', { to: 'o-1' })]);
        await new Projector({ log, readModel: others }).catchUp();
        const db = new Database(join(folder, `${readModels.version}.1.sqlite`), { timeout: 0 });
        busyWhile.push(db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }));
        db.close();
        yield* log.readAll(asked);
      },
    });
    const proof = await new Projector({ log: noted, readModel }).rebuild();
    expect(proof).toMatchObject({ isCompared: true, differing: [] });
    // The event of the mark, all up to there to be compared, and the rest.
    expect(busyWhile.slice(0, 3)).toEqual([1, 1, 0]);
  });

  test('that is cut short at any point changes nothing, and the next one does it all', async () => {
    const readModel = await caughtUp();
    const hash = readModel.stateHash();
    const files = (): readonly string[] => readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name));
    const standing = files();
    const { position: head } = await log.head();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: head * 2 + 2 }), async (failsAt) => {
        let steps = 0;
        const step = (): void => {
          if ((steps += 1) > failsAt) throw new Error('cut short');
        };
        const failing: EventStore = storeOver(log, {
          async head() {
            step();
            return log.head();
          },
          async *readAll(asked) {
            for await (const page of log.readAll(asked))
              for (const event of page) {
                step();
                yield [event];
              }
          },
        });
        const attempt = new Projector({ log: failing, readModel, batchSize: 1 }).rebuild();
        const failure = await attempt.then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failure === undefined) return;
        expect((failure as Error).message).toBe('cut short');
        expect([files(), readModel.stateHash()]).toEqual([standing, hash]);
      }),
      { numRuns: 40, examples: [[0], [1], [2], [head], [head + 1]] },
    );
    await new Projector({ log, readModel }).rebuild();
    expect(readModel.stateHash()).toBe(hash);
  });
});
