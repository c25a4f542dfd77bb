import fc from 'fast-check';
import type { Clocks, EntryView, LiabilityView } from '../../../src/application/views/ledger.ts';
import type { Queries } from '../../../src/application/views/all-queries.ts';
import type { OrderId, ReceiptId, VictimId } from '../../../src/domain/ids.ts';
import { add, formatMoney, money, parseBalance, parseMoney } from '../../../src/domain/money.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../../src/store/recorded-event.ts';
import {
  daysToAsk,
  histories,
  historiesOfMoneyThatStays,
  ledgerOf,
  orders,
  victims,
} from '../../projections/random-ledger.ts';
import { day } from '../../support/words.ts';
import { closeAll, eventsOf, queriesOver } from '../asking.ts';

afterEach(closeAll);

const lastDay = day('2999-12-31');
const all = { limit: 1_000 };
const takings: readonly string[] = ['RecoveryReversed', 'OverpaymentTakenBack', 'RecoveryTakenBack'];
const receiptStatuses = ['excess held', 'returned'] as const;
const statuses = ['open', 'satisfied', 'terminated', 'vacated'] as const;

/** Everything that can be asked, without the stamps, which say what was asked. */
async function everything(queries: Queries, clocks: Clocks): Promise<readonly unknown[]> {
  const answers = [
    ...victims.map((id) => queries.victim(id as VictimId, clocks)),
    ...orders.map((id) => queries.order(id as OrderId, clocks)),
    ...[1, 2, 3, 4, 5, 6].map((n) => queries.receipt(`dcd.${String(n)}` as ReceiptId, clocks)),
    queries.victims(clocks, all),
    queries.receipts({}, clocks, all),
    ...receiptStatuses.map((status) => queries.receipts({ status }, clocks, all)),
    queries.liabilities({}, clocks, all),
    ...statuses.map((status) => queries.liabilities({ status }, clocks, all)),
    queries.journal({}, clocks, all),
    queries.timeline({}, clocks, all),
    queries.trialBalance(clocks),
  ];
  return (await Promise.all(answers)).map((answer) => answer && { ...answer, stamp: undefined });
}

/** A log of the first events of another, recorded at the same instants. */
async function cut(log: EventStore, position: number): Promise<EventStore> {
  let now = '';
  const shorter = new MemoryEventStore({ clock: () => new Date(now) });
  for (const { stream, revision, recordedAt, ...event } of await eventsOf(log, position)) {
    now = recordedAt;
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    await shorter.append([{ stream, expected, events: [event] }]);
  }
  return shorter;
}

describe('an answer on both clocks', () => {
  test('that leave nothing out is the answer without them', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { log } = await ledgerOf(history);
        const queries = queriesOver(log);
        const now = await everything(queries, {});
        expect(await everything(queries, { asOf: lastDay })).toEqual(now);
        expect(await everything(queries, { asOf: lastDay, knownAt: '2030-01-01T00:00:00Z' })).toEqual(now);
        closeAll();
      }),
      { numRuns: 60 },
    );
  });

  test('as known at an instant is the answer of the log as it was then', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, pick) => {
        const { log } = await ledgerOf(history);
        const events = await eventsOf(log);
        const { recordedAt: knownAt } = events[pick % events.length]!;
        const before = queriesOver(await cut(log, await log.positionAt(knownAt)));
        const queries = queriesOver(log);
        expect(await everything(queries, { knownAt })).toEqual(await everything(before, {}));
        const asOf = daysToAsk[pick % daysToAsk.length]!;
        expect(await everything(queries, { asOf, knownAt })).toEqual(await everything(before, { asOf }));
        closeAll();
      }),
      { numRuns: 1_000 },
    );
  }, 400_000);

  test('says of each liability what the events in effect by then add up to', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom(...daysToAsk), async (history, asOf) => {
        const { log } = await ledgerOf(history);
        const { rows } = await queriesOver(log).liabilities({}, { asOf }, all);
        const inEffect = (await eventsOf(log)).filter(({ effectiveOn }) => effectiveOn <= asOf);
        expect(rows.map(amountsShown)).toEqual(
          inEffect
            .filter(({ type }) => type === 'LiabilityImposed')
            .map((event) => amountsFrom(inEffect, event)),
        );
        closeAll();
      }),
      { numRuns: 60 },
    );
  });

  test('adds up on every day, as known at every instant, and nothing is below nothing', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOfMoneyThatStays, fc.boolean(), async (history, atomicStreams) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const queries = queriesOver(log);
        const instants = new Set((await eventsOf(log)).map(({ recordedAt }) => recordedAt));
        for (const knownAt of instants) {
          for (const asOf of daysToAsk) await addsUp(queries, { asOf, knownAt });
        }
        closeAll();
      }),
      { numRuns: 12 },
    );
  });

  test('adds up, because no account goes below nothing on any day, as known at any position', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOfMoneyThatStays, fc.boolean(), async (history, atomicStreams) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const { rows } = await queriesOver(log).journal({}, {}, all);
        for (const asOf of daysToAsk) {
          expect(belowNothing(rows.filter(({ effectiveOn }) => effectiveOn <= asOf))).toEqual([]);
        }
        closeAll();
      }),
      { numRuns: 200 },
    );
  });
});

/** Accounts that are debited first, and those that are credited first. */
const debited = ['cash', 'receivable', 'satisfied', 'reduced', 'terminated', 'vacated'];
const credited = ['victim-payable', 'refund-payable', 'ordered', 'overpaid'];

/** Where an account of a liability, or of a receipt, stands below nothing after some event. */
function belowNothing(entries: readonly EntryView[]): readonly string[] {
  const balances = new Map<string, bigint>();
  return entries.flatMap((entry, at) => {
    const amount = parseMoney(entry.amount);
    const sides = [
      [entry.debit, amount],
      [entry.credit, -amount],
    ] as const;
    for (const [account, change] of sides) {
      const key = `${subjectOf(account, entry)} ${account}`;
      balances.set(key, (balances.get(key) ?? 0n) + change);
    }
    if (entries[at + 1]?.position === entry.position) return [];
    return [...balances].filter(([key, balance]) => isWrong(key.split(' ').at(-1)!, balance)).map(String);
  });
}

function subjectOf(account: string, { orderId, victimId, receiptId }: EntryView): string {
  const isOfReceipt = account === 'cash' || account === 'refund-payable' || account === 'unapplied';
  return isOfReceipt ? String(receiptId) : `${String(orderId)}/${String(victimId)}`;
}

function isWrong(account: string, balance: bigint): boolean {
  return (debited.includes(account) && balance < 0n) || (credited.includes(account) && balance > 0n);
}

async function addsUp(queries: Queries, clocks: Clocks): Promise<void> {
  const { rows } = await queries.liabilities({}, clocks, all);
  // What a court credited for a civil recovery is neither paid nor owed; and only what is above the order is overpaid.
  for (const { ordered, paid, reduced, terminated, outstanding, relieved, vacated, overpaid } of rows) {
    const [o, above] = [parseBalance(ordered), parseBalance(overpaid)];
    const parts = [paid, reduced, terminated, outstanding, relieved, vacated].map(parseBalance);
    expect([o, above, ...parts].filter((amount) => amount < 0n)).toEqual([]);
    expect(parts.reduce(add)).toBe(add(o, above));
    const stands = add(parseBalance(paid), parseBalance(reduced));
    expect(above).toBe(stands > o ? stands - o : 0n);
  }
  for (const victim of (await queries.victims(clocks, all)).rows) {
    const { recovered, credited, held, overRecovery, headroom } = victim;
    const amounts = [recovered, credited, held, overRecovery, headroom ?? '0.00'].map(parseBalance);
    expect(amounts.filter((amount) => amount < 0n)).toEqual([]);
  }
  const { accounts, difference } = await queries.trialBalance(clocks);
  expect(difference).toBe('0.00');
  const kept = ['cash', 'receivable', 'satisfied', 'reduced', 'terminated', 'vacated'];
  const wrong = accounts.filter(
    ({ account, balance }) => kept.includes(account) && parseBalance(balance) < 0n,
  );
  expect(wrong).toEqual([]);
}

function amountsShown({ orderId, victimId, ordered, paid, terminated, status }: LiabilityView): unknown {
  return { orderId, victimId, ordered, paid, terminated, isVacated: status === 'vacated' };
}

interface AnyData {
  readonly [name: string]: string | undefined;
}

/** What had ended of a liability, and gave way to a payment. */
const hadEndedIn = (about: AnyData): bigint => parseMoney(about['hadEnded'] ?? '0.00');

/** What the end of a term has ended; undone, less what of that is owed again, or set aside. */
function endedByTerm(type: string, { amount = '0.00', vacated = '0.00' }: AnyData): bigint {
  if (type === 'LiabilityExpired') return parseMoney(amount);
  if (type !== 'LiabilityExpiryUndone') return 0n;
  return -parseMoney(amount) - parseMoney(vacated);
}

/** The amounts of the liability that an event imposed, added up from the events alone. */
function amountsFrom(events: readonly RecordedEvent[], { data }: RecordedEvent): unknown {
  const { orderId, victimId } = data as AnyData;
  let [ordered, paid, terminated] = [0n, 0n, 0n];
  const cents = (text: string | undefined): bigint => parseMoney(text!);
  const concerns = (each: AnyData): boolean => each['orderId'] === orderId && each['victimId'] === victimId;
  const ended = (event: RecordedEvent): bigint =>
    (event.data as { victimId: string; liabilities: readonly AnyData[] }).liabilities
      .filter((each) => concerns({ ...each, victimId: (event.data as AnyData)['victimId'] }))
      .reduce((sum, { amount }) => sum + cents(amount), 0n);
  for (const event of events) {
    const about = event.data as AnyData;
    if (event.type === 'LiabilitiesTerminated') terminated += ended(event);
    if (event.type === 'LiabilitiesReinstated') terminated -= ended(event);
    if (!concerns(about)) continue;
    if (event.type === 'LiabilityImposed') ordered += cents(about['amount']);
    terminated += endedByTerm(event.type, about);
    if (event.type === 'RecoveryCredited') paid += cents(about['accepted']);
    terminated -= hadEndedIn(about);
    if (takings.includes(event.type)) paid -= cents(about['amount']);
    if (event.type !== 'LiabilityAmended') continue;
    ordered += cents(about['amount']) - cents(about['amountBefore']);
    terminated += cents(about['terminatedAfter']) - cents(about['terminatedBefore']);
  }
  const isVacated = events.some(
    ({ type, data: each }) => type === 'LiabilityVacated' && concerns(each as AnyData),
  );
  const [o, p, t] = [ordered, paid, terminated].map((amount) => formatMoney(money(amount)));
  return { orderId, victimId, ordered: o, paid: p, terminated: t, isVacated };
}
