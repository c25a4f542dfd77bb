/**
 * How long does it take to say what interest has accrued on 100,000 orders, to a day: the sums alone, and the whole
 * question, page by page, out of the read models? Each order has two payments.
 */
import { Ledger } from '../src/application/ledger.ts';
import { Projector } from '../src/application/projector.ts';
import { createQueries } from '../src/application/queries.ts';
import { parseAnnualRate } from '../src/domain/annual-rate.ts';
import { plusDays } from '../src/domain/calendar-arithmetic.ts';
import { calendarDate } from '../src/domain/calendar-date.ts';
import type { Command } from '../src/domain/commands.ts';
import { receiptIdOf } from '../src/domain/ids.ts';
import { money, parseMoney } from '../src/domain/money.ts';
import { firstLiableDay, simpleInterest, weekBefore } from '../src/domain/statutes/18-usc-3612-f-interest.ts';
import { readModels } from '../src/projections/read-models.ts';
import { MemoryEventStore } from '../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { caseId, defendantId, orderId, victimId } from './support/workload.ts';

const orders = 100_000;
const ordersInCase = 500;
const judgment = calendarDate('2021-05-14');
const asOf = calendarDate('2026-11-22');
const rate = parseAnnualRate('4.05');

/** A case of several hundred orders on one defendant each, every one for the same victim, and two payments on each. */
function* commandsOf(n: number): Generator<Command> {
  const inCase = caseId(n);
  yield { type: 'RegisterCase', caseId: inCase, on: judgment };
  for (let at = n * ordersInCase; at < (n + 1) * ordersInCase; at += 1) {
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

async function ask(): Promise<void> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  const first: readonly Command[] = [
    { type: 'RegisterVictim', victimId: victimId(0), on: judgment },
    { type: 'RecordTreasuryYield', on: weekBefore(firstLiableDay(judgment)), rate, source: 'H15' },
  ];
  let sent = 0;
  const send = (command: Command) =>
    ledger.handle(command, { commandId: `c-${String((sent += 1))}`, actor: 'bench' });
  for (const command of first) await send(command);
  for (let n = 0; n < orders / ordersInCase; n += 1) for (const command of commandsOf(n)) await send(command);
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const queries = createQueries({ log, readModel, projector: new Projector({ log, readModel }) });
  await queries.trialBalance({});
  for (const what of ['interest', 'arrears'] as const) {
    const took = await seconds(async () => {
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = { limit: 1_000, ...(cursor !== undefined && { cursor }) };
        cursor = (await queries[what]({}, { asOf }, page)).next;
      }
    });
    figure(`${what} on ${String(orders)} orders with two payments each, asked page by page`, took, 's');
  }
  readModel.close();
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

await sum();
await ask();
