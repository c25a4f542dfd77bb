/**
 * How long does it take to say what interest has accrued on 100,000 orders, to a day: the sums alone, and the whole
 * question, page by page, out of the read models? Each order has two payments.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventIdOf } from '../src/application/event-ids.ts';
import { Ledger } from '../src/application/ledger.ts';
import { Projector } from '../src/application/projector.ts';
import { createQueries } from '../src/application/queries/queries.ts';
import { parseAnnualRate } from '../src/domain/annual-rate.ts';
import { plusDays } from '../src/domain/calendar-arithmetic.ts';
import { calendarDate } from '../src/domain/calendar-date.ts';
import type { Command } from '../src/domain/commands.ts';
import { receiptIdOf } from '../src/domain/ids.ts';
import { money, parseMoney } from '../src/domain/money.ts';
import { firstLiableDay, simpleInterest, weekBefore } from '../src/domain/statutes/18-usc-3612-f-interest.ts';
import { readModels } from '../src/projections/read-models.ts';
import type { EventStore, StreamWrite } from '../src/store/event-store.ts';
import type { EventToAppend, RecordedEvent } from '../src/store/recorded-event.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { caseId, defendantId, orderId, victimId } from './support/workload.ts';

const orders = 100_000;
const ordersInCase = 500;
const judgment = calendarDate('2021-05-14');
const asOf = calendarDate('2026-11-22');
const rate = parseAnnualRate('4.05');

/** A case of several hundred orders on one defendant each, every one for the same victim, and two payments on each. */
function* commandsOfCase(): Generator<Command> {
  const inCase = caseId(0);
  yield { type: 'RegisterCase', caseId: inCase, on: judgment };
  for (let at = 0; at < ordersInCase; at += 1) {
    const of = { caseId: inCase, defendantId: defendantId(at), on: judgment };
    const lines = [{ victimId: victimId(0), track: 'FULL_AMOUNT', amount: parseMoney('12000.00') }] as const;
    yield { type: 'RegisterDefendant', ...of };
    const offenceOn = calendarDate('2019-06-30');
    yield { type: 'EnterOrder', ...of, orderId: orderId(at), statute: '18 U.S.C. 3663A', offenceOn, lines };
    for (const [which, days] of [300, 900].entries()) {
      const receiptId = receiptIdOf('dcd', `${String(at)}-${String(which)}`);
      const paid = {
        receiptId,
        orderId: orderId(at),
        amount: parseMoney('700.00'),
        method: 'CHECK',
      } as const;
      yield { type: 'RecordPayment', ...of, ...paid, on: plusDays(judgment, days) };
    }
  }
}

const roles: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  write,
  rebuild,
  interest: (folder) => ask(folder, 'interest'),
  arrears: (folder) => ask(folder, 'arrears'),
};

/** Each by a process of its own, so that none is slowed or sped up by what another has left in memory. */
function askEach(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-interest-'));
  try {
    for (const each of Object.keys(roles)) runAlone(each, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runAlone(each: string, folder: string): void {
  const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [run, 'interest', each, folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${each} failed`);
}

/** One case as the ledger itself records it, and the others in the same words, written many at a time. */
async function write(folder: string): Promise<void> {
  const log = await openLog(folder);
  const ledger = new Ledger(log);
  const first: readonly Command[] = [
    { type: 'RegisterVictim', victimId: victimId(0), on: judgment },
    { type: 'RecordTreasuryYield', on: weekBefore(firstLiableDay(judgment)), rate, source: 'H15' },
  ];
  let sent = 0;
  const send = (command: Command) =>
    ledger.handle(command, { commandId: `c-${String((sent += 1))}`, actor: 'bench' });
  for (const command of first) await send(command);
  const { position } = await log.head();
  for (const command of commandsOfCase()) await send(command);
  const copies = new Copies(log);
  for await (const page of log.readAll({ after: position })) copies.take(page);
  for (let n = 1; n < orders / ordersInCase; n += 1) await copies.write(n);
  await log.close();
}

/** The events of the first case, to be written again under other ids. */
class Copies {
  readonly #log: EventStore;
  /** What one command recorded in one stream, and was stored together. */
  readonly #runs: RecordedEvent[][] = [];
  readonly #revisions = new Map<string, number>();

  constructor(log: EventStore) {
    this.#log = log;
  }

  take(page: readonly RecordedEvent[]): void {
    for (const event of page) {
      const run = this.#runs.at(-1);
      const [last] = run ?? [];
      if (run && last?.commandId === event.commandId && last.stream === event.stream) run.push(event);
      else this.#runs.push([event]);
      this.#revisions.set(event.stream, event.revision);
    }
  }

  async write(n: number): Promise<void> {
    await Promise.all(this.#runs.map((run) => this.#log.append([this.#copied(run, n)])));
  }

  #copied(run: readonly RecordedEvent[], n: number): StreamWrite {
    const stream = renamed(run[0]?.stream ?? '', n);
    const revision = this.#revisions.get(stream);
    this.#revisions.set(stream, (revision ?? -1) + run.length);
    const events = run.map((event, index): EventToAppend => {
      const { type, schemaVersion, actor, effectiveOn, data } = event;
      const commandId = `${event.commandId}-${String(n)}`;
      const id = eventIdOf({ stream, commandId, step: type, index });
      const said = JSON.parse(renamed(JSON.stringify(data), n)) as object;
      return { id, type, schemaVersion, commandId, causationId: null, actor, effectiveOn, data: said };
    });
    return { stream, expected: revision ?? 'no-stream', events };
  }
}

/** The text with the ids of case 0, and of its defendants, orders and receipts, as they are in case n. */
function renamed(text: string, n: number): string {
  return text.replace(/\b(c-|d-|o-|dcd\.)(\d+)/g, (_, kind: string, at: string) => {
    return `${kind}${String(kind === 'c-' ? n : n * ordersInCase + Number(at))}`;
  });
}

async function rebuild(folder: string): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const took = await seconds(() => projector.rebuild());
  figure(`read models of ${String((await log.head()).position)} events, rebuilt`, took, 's');
  figure('peak memory of the rebuild', process.resourceUsage().maxRSS / 1024, 'MiB');
  readModel.close();
  await log.close();
}

async function ask(folder: string, what: 'interest' | 'arrears'): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const queries = createQueries({ log, readModel, projector });
  await queries.trialBalance({});
  let rows = 0;
  const took = await seconds(async () => {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = { limit: 1_000, ...(cursor !== undefined && { cursor }) };
      const answered = await queries[what]({}, { asOf }, page);
      rows += answered.rows.length;
      cursor = answered.next;
    }
  });
  figure(`${what} on ${String(rows)} orders with two payments each, asked page by page`, took, 's');
  figure('  time of the processor', process.cpuUsage().user / 1e6, 's');
  readModel.close();
  await log.close();
}

function openLog(folder: string): Promise<EventStore> {
  return openSqliteEventStore({ file: join(folder, 'log.sqlite') });
}

async function open(folder: string) {
  const log = await openLog(folder);
  const readModel = SqliteReadModelStore.open(join(folder, 'read-models'), readModels);
  return { log, readModel, projector: new Projector({ log, readModel }) };
}

async function sum(): Promise<void> {
  const from = firstLiableDay(judgment);
  const changes = [
    { on: judgment, amount: money(12_000_00n) },
    { on: plusDays(judgment, 300), amount: money(-700_00n) },
    { on: plusDays(judgment, 900), amount: money(-700_00n) },
  ];
  const took = await seconds(() => {
    for (let n = 0; n < orders; n += 1)
      simpleInterest(changes, { rate, from, until: asOf, dayCount: 'ACTUAL_365' });
    return Promise.resolve();
  });
  figure(`simple interest on ${String(orders)} principals that changed three times`, took, 's');
}

const [role, given] = process.argv.slice(2);
if (role !== undefined && given !== undefined) await roles[role]?.(given);
else {
  await sum();
  askEach();
}
