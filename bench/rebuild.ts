/**
 * How fast are all read models built from a log of a million events, with how much memory; and how soon does a process
 * that has just been started answer with them? One victim has 2,000 orders and 95,000 of the payments.
 *
 * Each question is answered by a process of its own, so that no figure profits from what another has warmed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventIdOf } from '../src/application/event-ids.ts';
import { Ledger } from '../src/application/ledger.ts';
import { Projector } from '../src/application/projector.ts';
import { createQueries } from '../src/application/queries.ts';
import { calendarDate } from '../src/domain/calendar-date.ts';
import type { Command } from '../src/domain/commands.ts';
import { parseMoney } from '../src/domain/money.ts';
import { readModels } from '../src/projections/read-models.ts';
import type { EventStore, StreamWrite } from '../src/store/event-store.ts';
import type { EventToAppend } from '../src/store/recorded-event.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { caseId, defendantId, orderId, sendAll, victimId } from './support/workload.ts';

const events = 1_000_000;
const victims = 500;
const cases = 5_000;
/** The first so many cases are all for the first victim. */
const casesOfFirst = 2_000;
const on = calendarDate('2024-03-01');

const victimOfCase = (n: number): number => (n < casesOfFirst ? 0 : n % victims);

const roles: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  write: writeLog,
  read: readLog,
  rebuild,
  'catch-up': catchUp,
  victim: (folder) => askFor(folder, 1),
  'great victim': (folder) => askFor(folder, 0),
};

function askEach(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  try {
    for (const each of ['write', 'read', 'rebuild', 'victim', 'great victim', 'catch-up'])
      runAlone(each, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runAlone(each: string, folder: string): void {
  const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [run, 'rebuild', each, folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${each} failed`);
}

async function readLog(folder: string): Promise<void> {
  const log = await openLog(folder);
  const took = await seconds(async () => {
    for await (const page of log.readAll()) if (page.length === 0) throw new Error('an empty page');
  });
  figure('reading the log alone, for comparison', (await log.head()).position / took, 'events/s');
}

async function rebuild(folder: string): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const took = await seconds(() => projector.rebuild());
  const { position } = readModel.checkpoint();
  figure('events in the log', position, '');
  figure('all read models, rebuilt', position / took, 'events/s');
  figure('peak memory of the rebuild', process.resourceUsage().maxRSS / 1024, 'MiB');
  const [file = ''] = readdirSync(modelsIn(folder)).filter((name) => name.endsWith('.sqlite'));
  figure('read models on disk', statSync(join(modelsIn(folder), file)).size / position, 'bytes/event');
  readModel.close();
  await log.close();
}

async function catchUp(folder: string): Promise<void> {
  const { log, projector } = await open(folder);
  const more = 20_000;
  await new Payments(log).record(more, 'late');
  const took = await seconds(() => projector.catchUp());
  figure('all read models, kept up with the log', (4 * more) / took, 'events/s');
}

/** Asks as a command line does: everything from the start of the process until the answer counts. */
async function askFor(folder: string, n: number): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const queries = createQueries({ log, readModel, projector });
  const id = victimId(n);
  const victim = await queries.victim(id, {});
  const cold = process.uptime();
  const what = `victim of ${String(victim?.liabilities.length)} orders`;
  figure(`${what}, answered by a process just started`, cold, 's');
  figure(`${what}, asked again`, await seconds(() => queries.victim(id, {})), 's');
  const then = await seconds(() => queries.victim(id, { asOf: calendarDate('2024-03-02') }));
  figure(`${what}, as of a day`, then, 's');
}

async function openLog(folder: string): Promise<EventStore> {
  return openSqliteEventStore({ file: join(folder, 'log.sqlite') });
}

function modelsIn(folder: string): string {
  return join(folder, 'read-models');
}

async function open(folder: string) {
  const log = await openLog(folder);
  const readModel = SqliteReadModelStore.open(modelsIn(folder), readModels);
  return { log, readModel, projector: new Projector({ log, readModel }) };
}

/** Orders as the ledger itself records them, and then payments in the same words, written many at a time. */
async function writeLog(folder: string): Promise<void> {
  const log = await openLog(folder);
  await sendAll(new Ledger(log), orders());
  const { position } = await log.head();
  await new Payments(log).record(Math.floor((events - position) / 4), 'early');
  await log.close();
}

function orders(): readonly Command[] {
  const amount = parseMoney('90000000.00');
  const registered = Array.from({ length: victims }, (_, n): Command => {
    return { type: 'RegisterVictim', victimId: victimId(n), on };
  });
  const entered = Array.from({ length: cases }, (_, n): readonly Command[] => {
    const ref = { caseId: caseId(n), on };
    const order = { orderId: orderId(n), defendantId: defendantId(n) };
    const victim = { victimId: victimId(victimOfCase(n)) };
    const [statute, offenceOn, track] = [
      '18 U.S.C. 2259',
      calendarDate('2020-01-01'),
      'TRAFFICKING',
    ] as const;
    return [
      { type: 'RegisterCase', ...ref },
      { type: 'RegisterDefendant', ...ref, defendantId: order.defendantId },
      { type: 'DetermineLoss', ...ref, ...victim, category: track, amount, heads: [] },
      { type: 'EnterOrder', ...ref, ...order, statute, offenceOn, lines: [{ ...victim, track, amount }] },
      { type: 'MakeOrderFinal', ...ref, orderId: order.orderId, ground: 'DIRECT_REVIEW_DONE' },
    ];
  });
  return [...registered, ...entered.flat()];
}

/** Payments as four events in one append each, with many appends waiting for one commit. */
class Payments {
  readonly #log: EventStore;
  readonly #revisions = new Map<string, number>();

  constructor(log: EventStore) {
    this.#log = log;
  }

  async record(count: number, prefix: string): Promise<void> {
    for await (const page of this.#log.readAll()) {
      for (const { stream, revision } of page) this.#revisions.set(stream, revision);
    }
    const waiting = 500;
    for (let from = 0; from < count; from += waiting) {
      const some = Array.from({ length: Math.min(waiting, count - from) }, (_, at) => from + at);
      await Promise.all(some.map((n) => this.#log.append(this.#payment(n, `${prefix}-${String(n)}`))));
    }
  }

  #payment(n: number, commandId: string): readonly StreamWrite[] {
    const ofCase = n % cases;
    const receiptId = `dcd.${commandId.toUpperCase()}`;
    const [amount, policyVersion] = [`${String(25 + (n % 400))}.00`, 0];
    const ids = { caseId: caseId(ofCase), defendantId: defendantId(ofCase) };
    const part = { orderId: orderId(ofCase), victimId: victimId(victimOfCase(ofCase)), amount };
    const { orderId: order, victimId: victim } = part;
    const received = { receiptId, ...ids, orderId: order, amount, method: 'CHECK' };
    const allocated = { ...ids, receiptId, round: 1, parts: [part], unallocated: '0.00', policyVersion };
    const applied = { caseId: ids.caseId, receiptId, round: 1, parts: [part], excess: '0.00' };
    const credited = {
      orderId: order,
      victimId: victim,
      ...ids,
      receiptId,
      round: 1,
      offered: amount,
      accepted: amount,
    };
    return [
      this.#write(`Receipt-${receiptId}`, commandId, { PaymentReceived: received }),
      this.#write(`Case-${ids.caseId}`, commandId, { PaymentAllocated: allocated, PaymentApplied: applied }),
      this.#write(`Victim-${victim}`, commandId, { RecoveryCredited: credited }),
    ];
  }

  #write(stream: string, commandId: string, said: Readonly<Record<string, object>>): StreamWrite {
    const revision = this.#revisions.get(stream);
    const all = Object.entries(said).map(([type, data], index): EventToAppend => {
      const id = eventIdOf({ stream, commandId, step: type, index });
      const [schemaVersion, causationId, actor] = [1, null, 'bench'];
      return { id, type, schemaVersion, commandId, causationId, actor, effectiveOn: on, data };
    });
    this.#revisions.set(stream, (revision ?? -1) + all.length);
    return { stream, expected: revision ?? 'no-stream', events: all };
  }
}

const [role, given] = process.argv.slice(2);
if (role !== undefined && given !== undefined) await roles[role]?.(given);
else askEach();
