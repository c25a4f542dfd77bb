/**
 * How fast is a command, durable, through the whole passage? Beside it, in alternating turns of the same run, what bare
 * better-sqlite3 makes of inserting events of the same number and size, in as many transactions.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../src/application/ledger.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { figure } from './support/figure.ts';
import { BareInserts } from './support/bare-inserts.ts';
import { payment, setUp } from './support/workload.ts';

const commands = 600;
const turns = 5;
const waiting = 64;

const folder = mkdtempSync(join(tmpdir(), 'bench-commands-'));
const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });
const ledger = new Ledger(store);
const bare = new BareInserts(join(folder, 'bare.sqlite'));
const cases = 200;
await setUp(ledger, { victims: cases, cases });

/** One payment is four events in one append: received, allocated, credited, applied. */
const eventsOfPayment = 4;
let sent = 0;
const send = async (): Promise<void> => {
  const { command, commandId } = payment((sent += 1), { cases });
  await ledger.handle(command, { commandId, actor: 'bench' });
};

const ratios: number[] = [];
const ours: number[] = [];
const theirs: number[] = [];
for (let turn = 0; turn < turns; turn += 1) {
  const mine = await rate(commands, async () => {
    for (let i = 0; i < commands; i += 1) await send();
  });
  const other = await rate(commands, () => {
    for (let i = 0; i < commands; i += 1) bare.insert(eventsOfPayment);
    return Promise.resolve();
  });
  ours.push(mine);
  theirs.push(other);
  ratios.push(mine / other);
}
figure('durable payments one at a time', median(ours), '/s');
figure('bare inserts of as many events, one transaction each', median(theirs), '/s');
figure('ratio, pair by pair, median', median(ratios), '');

const many = 20_000;
const together = await rate(many, async () => {
  let left = many;
  await Promise.all(
    Array.from({ length: waiting }, async () => {
      while ((left -= 1) >= 0) await send();
    }),
  );
});
figure(`durable payments with ${String(waiting)} waiting`, together, '/s');
figure('peak memory', process.resourceUsage().maxRSS / 1024, 'MiB');
await store.close();
bare.close();
rmSync(folder, { recursive: true });

async function rate(count: number, act: () => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await act();
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
