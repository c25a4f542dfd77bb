/**
 * A victim with 10,000 orders and 200,000 payments: how long is the first payment of a process, the next, and the one
 * that reaches the cap and ends every liability? The payments before are put into the victim's stream as they would
 * stand there; everything measured goes through the whole passage to the disk.
 */
import { Documents } from '../src/application/documents/documents.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aggregates } from '../src/application/aggregates.ts';
import { eventIdOf } from '../src/application/event-ids.ts';
import { Ledger } from '../src/application/ledger.ts';
import type { StateOf } from '../src/application/streams.ts';
import { formatMoney, parseMoney } from '../src/domain/money.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import type { EventStore } from '../src/store/event-store.ts';
import { figure, milliseconds, seconds } from './support/figure.ts';
import { caseId, defendantId, orderId, payment, setUp, victimId } from './support/workload.ts';

const orders = 10_000;
const payments = 200_000;
const amount = parseMoney('10.00');
const ref = { kind: 'Victim', id: victimId(0) } as const;
const folder = mkdtempSync(join(tmpdir(), 'bench-hot-victim-'));
const file = join(folder, 'log.sqlite');

const store = await openSqliteEventStore({ file });
// Room for two hundred payments more than are there; the last of them reaches the cap.
const warm = 200;
const losses = parseMoney(`${String((payments + warm) * 10)}.00`);
await setUp(new Ledger(store), { victims: 1, cases: orders, share: parseMoney('3000.00'), losses });
await putPayments(store);

const aggregates = new Aggregates(store, new Documents(store));
figure('cold fold of the victim', await seconds(() => aggregates.load(ref)), 's');
const { state } = await aggregates.load(ref);
const { total } = state as StateOf<'Victim'>;
console.log(`  (${formatMoney(total.credited.TRAFFICKING)} recovered of ${formatMoney(losses)})`);

const ledger = new Ledger(store);
const pay = async (n: number): Promise<number> => {
  const { command, commandId } = payment(n, { cases: orders, amount });
  return milliseconds(() => ledger.handle(command, { commandId, actor: 'bench' }));
};
figure('first payment of a process', await pay(payments), 'ms');
const next: number[] = [];
for (let n = 1; n < warm - 1; n += 1) next.push(await pay(payments + n));
next.sort((a, b) => a - b);
figure('next payment, warm: median', next[Math.floor(next.length / 2)] ?? Number.NaN, 'ms');
figure('next payment, warm: 99th of 100', next[Math.floor(next.length * 0.99)] ?? Number.NaN, 'ms');
figure(`payment that ends ${String(orders)} liabilities`, await pay(payments + warm - 1), 'ms');
figure('peak memory', process.resourceUsage().maxRSS / 1024, 'MiB');
await store.close();
rmSync(folder, { recursive: true });

async function putPayments(into: EventStore): Promise<void> {
  const stream = `Victim-${ref.id}`;
  let revision = await lastRevision(into, stream);
  const inOneAppend = 1_000;
  for (let from = 0; from < payments; from += inOneAppend) {
    const events = Array.from({ length: inOneAppend }, (_, index) => credited(stream, from + index));
    await into.append([{ stream, expected: revision, events }]);
    revision += inOneAppend;
  }
}

function credited(stream: string, n: number) {
  const at = n % orders;
  const { command, commandId } = payment(n, { cases: orders, amount });
  const ids = { orderId: orderId(at), victimId: ref.id, caseId: caseId(at), defendantId: defendantId(at) };
  const receiptId = 'receiptId' in command ? command.receiptId : '';
  return {
    id: eventIdOf({ stream, commandId, step: 'CreditRecovery', index: 0 }),
    type: 'RecoveryCredited',
    schemaVersion: 1,
    commandId,
    causationId: eventIdOf({ stream: `Receipt-${receiptId}`, commandId, step: 'RecordPayment', index: 0 }),
    actor: 'bench',
    effectiveOn: command.on,
    data: { ...ids, receiptId, round: 1, offered: formatMoney(amount), accepted: formatMoney(amount) },
  };
}

async function lastRevision(of: EventStore, stream: string): Promise<number> {
  let last = -1;
  for await (const page of of.readStream(stream)) last = page.at(-1)?.revision ?? last;
  return last;
}
