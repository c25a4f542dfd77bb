/**
 * 600,000 postings: how long do all balances at 60 month ends take, from the beginning, beside hledger and ledger (Debian's
 * packages of those names), each on the same journal, each in a process of its own, and with how much memory?
 *
 * They read the journal as plain text, in one run each; ours is asked four times: from the log, every event of which is held against its
 * hashes; the same, with all other read models told as well; from the rows of the journal, one after the other; and as a question is answered, out of sums.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { booksFromLog } from '../src/application/books-from-log.ts';
import { batchesOf, toldAt } from '../src/application/batches.ts';
import { Documents } from '../src/application/documents/documents.ts';
import { Projector } from '../src/application/projector.ts';
import type { Flow } from '../src/application/queries/journal-sums.ts';
import { createQueries } from '../src/application/queries/queries.ts';
import { readModels, Telling } from '../src/projections/read-models.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { monthEnds, writeLargeLog } from './support/large-log.ts';

/** Each payment is four events and three entries, which are two postings each. */
const events = 430_000;
const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));

const roles: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  write,
  log: fromLog,
  told: toldAll,
  rows: fromRows,
  sums: fromSums,
};

async function compareAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bookkeepers-'));
  const journal = join(folder, 'books.journal');
  try {
    alone(['bookkeepers', 'write', folder]);
    const file = openSync(journal, 'w');
    alone(['src/cli.ts', 'journal', '--plain-text', '--data', folder], file);
    closeSync(file);
    for (const role of ['log', 'told', 'rows', 'sums']) alone(['bookkeepers', role, folder]);
    const period = ['-b', '2020-01-01', '-e', '2025-01-01'];
    await theirs('ledger', ['-f', journal, 'reg', '--monthly', ...period]);
    await theirs('hledger', ['-f', journal, 'bal', '--flat', '-M', '-H', '-O', 'csv', ...period]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function alone(args: readonly string[], to: number | 'inherit' = 'inherit'): void {
  const { status } = spawnSync(process.execPath, [run, ...args], { stdio: ['ignore', to, 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

/** The figures of another program, where it is installed. */
async function theirs(program: string, args: readonly string[]): Promise<void> {
  if (spawnSync(program, ['--version']).error !== undefined) {
    console.log(`  (${program} is not installed)`);
    return;
  }
  let peak = 0;
  const took = await seconds(async () => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
    const [status] = (await once(child, 'close')) as [number | null];
    clearInterval(watch);
    if (status !== 0) throw new Error(`${program} failed`);
  });
  tell(program, took, peak);
}

/** The most memory that a process has had, in MiB, as Linux counts it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kib = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return Number(kib) / 1024;
  } catch {
    return 0;
  }
}

function tell(what: string, took: number, peak = process.resourceUsage().maxRSS / 1024): void {
  figure(`balances at 60 month ends, ${what}`, took, 's');
  figure(`  peak memory`, peak, 'MiB');
}

const open = (folder: string) => openSqliteEventStore({ file: join(folder, 'ledger.sqlite') });

async function write(folder: string): Promise<void> {
  const log = await open(folder);
  await writeLargeLog(log, events);
  const readModel = modelsIn(folder);
  await new Projector({ log, readModel }).rebuild();
  const [row] = readModel.read((snapshot) => snapshot.all('SELECT 2 * count(*) AS postings FROM journal'));
  figure('postings in the journal', Number(row?.['postings']), '');
  readModel.close();
  await log.close();
}

const modelsIn = (folder: string) => SqliteReadModelStore.open(join(folder, 'read-models'), readModels);

/** Balances by month and account, out of the entries of each month. */
class Balances {
  readonly #changes = new Map<string, Map<string, bigint>>();

  count(month: string, { debit, credit, amount }: { debit: string; credit: string; amount: bigint }): void {
    const changes = this.#changes.get(month) ?? new Map<string, bigint>();
    this.#changes.set(month, changes);
    changes.set(debit, (changes.get(debit) ?? 0n) + amount);
    changes.set(credit, (changes.get(credit) ?? 0n) - amount);
  }

  atMonthEnds(): readonly ReadonlyMap<string, bigint>[] {
    const balances = new Map<string, bigint>();
    const months = [...this.#changes.keys()].sort();
    return monthEnds.map((day) => {
      while (months[0] !== undefined && months[0] <= day.slice(0, 7))
        for (const [account, amount] of this.#changes.get(months.shift() ?? '') ?? [])
          balances.set(account, (balances.get(account) ?? 0n) + amount);
      return new Map(balances);
    });
  }
}

function expectBalances(all: readonly ReadonlyMap<string, bigint>[]): void {
  const sums = all.map((each) => [...each.values()].reduce((sum, amount) => sum + amount, 0n));
  if (all.length !== 60 || all.some(({ size }) => size === 0) || sums.some((sum) => sum !== 0n))
    throw new Error('these are not the balances');
}

/** The log is read and held against its hashes, and the books are kept out of it: no read model is told or asked. */
async function fromLog(folder: string): Promise<void> {
  const log = await open(folder);
  const took = await seconds(async () => {
    const upTo = (await log.head()).position;
    const flows = await booksFromLog({ log, documents: new Documents(log) }, { days: monthEnds, upTo });
    expectBalances(flows.map((each) => balancesOf(each)));
  });
  tell('from the log', took);
  await log.close();
}

function balancesOf(flows: readonly Flow[]): ReadonlyMap<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { debit, credit, amount } of flows) {
    balances.set(debit, (balances.get(debit) ?? 0n) + amount);
    balances.set(credit, (balances.get(credit) ?? 0n) - amount);
  }
  return balances;
}

/** The same, and every projection is told every event; rows go nowhere but into sums. */
async function toldAll(folder: string): Promise<void> {
  const log = await open(folder);
  const balances = new Balances();
  const took = await seconds(async () => {
    const standing = new Map<string, Map<string, object>>();
    const telling = new Telling({
      of: ({ name }) => {
        const rows = standing.get(name) ?? new Map<string, object>();
        standing.set(name, rows);
        const add = (row: object): void => {
          const entry = row as { effectiveOn: string; debit: string; credit: string; amount: bigint };
          if (name === 'journal') balances.count(entry.effectiveOn.slice(0, 7), entry);
        };
        const put = (key: readonly string[], row: object): void => void rows.set(key.join(' '), row);
        return { add, put, get: (key) => rows.get(key.join(' ')) };
      },
    });
    const batches = { size: 4_000, documents: new Documents(log) };
    for await (const batch of batchesOf(log.readAll({ isChecked: true }), batches))
      for (let at = 0; at < batch.length; at += 1) for (const told of toldAt(batch, at)) telling.tell(told);
    telling.end();
    expectBalances(balances.atMonthEnds());
  });
  tell('from the log, with all other read models', took);
  await log.close();
}

/** Every row of the journal, one after the other. */
function fromRows(folder: string): Promise<void> {
  return ofTables(folder, 'from the rows of the journal', (readModel) => {
    const found = readModel.read((snapshot) =>
      snapshot.all(`SELECT effectiveOn / 100 AS month, d.text AS debit, c.text AS credit, sum(amount) AS amount
        FROM journal JOIN term d ON d.number = debit JOIN term c ON c.number = credit GROUP BY 1, debit, credit`),
    ) as unknown as readonly { month: bigint; debit: string; credit: string; amount: bigint }[];
    const balances = new Balances();
    for (const row of found) balances.count(String(row.month).replace(/(..)$/, '-$1'), row);
    expectBalances(balances.atMonthEnds());
    return Promise.resolve();
  });
}

/** Sixty questions, as people ask them. */
function fromSums(folder: string): Promise<void> {
  return ofTables(folder, 'as sixty questions are answered', async (readModel) => {
    const log = await open(folder);
    const projector = new Projector({ log, readModel });
    const queries = createQueries({ log, readModel, projector });
    for (const asOf of monthEnds) {
      const { difference, accounts } = await queries.trialBalance({ asOf });
      if (difference !== '0.00' || accounts.every(({ balance }) => balance === '0.00'))
        throw new Error('these are not the balances');
    }
    await log.close();
  });
}

async function ofTables(
  folder: string,
  what: string,
  act: (readModel: SqliteReadModelStore) => Promise<void>,
): Promise<void> {
  const readModel = modelsIn(folder);
  tell(what, await seconds(() => act(readModel)));
  readModel.close();
}

const [role, given] = process.argv.slice(2);
if (role !== undefined && given !== undefined) await roles[role]?.(given);
else await compareAll();
