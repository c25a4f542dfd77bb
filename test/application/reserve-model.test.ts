/**
 * Any story of deposits, orders and payments, told to the ledger and to a model of a few lines that knows nothing of it:
 * both say the same to each command, and the books are the same afterwards.
 */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { Telling as ReadModels } from '../../src/projections/read-models.ts';
import type { EntryRow } from '../../src/projections/journal.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { MemoryRows, toldIn } from '../projections/memory-rows.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  requestAssistance,
  returnAssistance,
} from '../support/reserve-words.ts';
import { day, registerCase, registerVictim, setPolicy } from '../support/words.ts';

const victims = ['v-1', 'v-2', 'v-3', 'v-4'];
const days = ['2025-03-03', '2025-03-04', '2025-03-05'];
const ceiling = 10_000_000_00n;

interface Order {
  readonly victim: string;
  readonly on: string;
  readonly amount: bigint;
  readonly place: number;
  paidBy: string | undefined;
  isClosed: boolean;
}

/** One thing that is told: the command, and what the model makes of it; whether it was taken. */
interface Act {
  readonly command: Command;
  readonly model: (model: Model) => boolean;
}

/** What the Reserve must be, in so many words. */
class Model {
  balance = 0n;
  outside = 0n;
  came = 0n;
  paid = 0n;
  readonly deposits = new Set<string>();
  readonly payments = new Map<string, { request: string; on: string; isBack: boolean }>();
  readonly requests = new Map<string, { victim: string; on: string; order: Order | undefined }>();
  readonly skipsAhead: boolean;
  #places = 0;

  constructor(skipsAhead: boolean) {
    this.skipsAhead = skipsAhead;
  }

  deposit(id: string, cents: bigint): boolean {
    if (this.deposits.has(id)) return false;
    this.deposits.add(id);
    this.came += cents;
    this.#takeIn(cents);
    return true;
  }

  /** From outside, of what is there. */
  bringIn(id: string, cents: bigint): boolean {
    if (this.deposits.has(id) || cents > this.outside) return false;
    this.deposits.add(id);
    this.outside -= cents;
    this.#takeIn(cents);
    return true;
  }

  request(id: string, victim: string, on: string): boolean {
    const others = [...this.requests.values()].filter((each) => each.victim === victim);
    if (this.requests.has(id) || others.some(({ order }) => !order?.isClosed)) return false;
    this.requests.set(id, { victim, on, order: undefined });
    return true;
  }

  order(id: string, victim: string, on: string, amount: bigint): boolean {
    const request = this.requests.get(id);
    if (request?.victim !== victim || request.order || on < request.on) return false;
    request.order = { victim, on, amount, place: this.#places++, paidBy: undefined, isClosed: false };
    return true;
  }

  pay(id: string, payment: string, on: string): boolean {
    const order = this.requests.get(id)?.order;
    if (!order || order.isClosed || order.paidBy !== undefined) return false;
    if (this.payments.has(payment) || on < order.on || !this.#isDue(order)) return false;
    order.paidBy = payment;
    this.payments.set(payment, { request: id, on, isBack: false });
    this.balance -= order.amount;
    this.paid += order.amount;
    return true;
  }

  giveBack(id: string, payment: string, on: string): boolean {
    const made = this.payments.get(payment);
    const order = this.requests.get(id)?.order;
    if (made?.request !== id || !order || made.isBack || on < made.on) return false;
    made.isBack = true;
    order.paidBy = undefined;
    this.paid -= order.amount;
    this.#takeIn(order.amount);
    return true;
  }

  setAside(id: string): boolean {
    const order = this.requests.get(id)?.order;
    if (!order || order.isClosed || order.paidBy !== undefined) return false;
    order.isClosed = true;
    return true;
  }

  #takeIn(cents: bigint): void {
    const room = ceiling > this.balance ? ceiling - this.balance : 0n;
    const accepted = cents < room ? cents : room;
    this.balance += accepted;
    this.outside += cents - accepted;
  }

  /** Those before it are paid first, as far as they can be; by the strict order, all of them must be. */
  #isDue(order: Order): boolean {
    let left = this.balance;
    for (const each of this.waiting()) {
      if (each === order) return each.amount <= left;
      if (each.amount <= left) left -= each.amount;
      else if (!this.skipsAhead) return false;
    }
    return false;
  }

  waiting(): readonly Order[] {
    const orders = [...this.requests.values()].flatMap(({ order }) => order ?? []);
    return orders
      .filter(({ paidBy, isClosed }) => paidBy === undefined && !isClosed)
      .sort((a, b) => a.on.localeCompare(b.on) || a.place - b.place);
  }
}

const money = (cents: bigint): string => `${String(cents / 100n)}.${String(cents % 100n).padStart(2, '0')}`;
const on = fc.constantFrom(...days);
const late = '2025-03-31';
const amounts = fc.constantFrom(1n, 2_000_00n, 35_000_00n, 44_790_78n, 44_790_79n, 6_000_000_00n);
const requests = fc.constantFrom('q-1', 'q-2', 'q-3', 'q-4', 'q-5');
const victim = fc.constantFrom(...victims);
const payments = fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'p-5');

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.nat(9), amounts, on).map(([n, cents, when]): Act => {
    const id = `r-${String(n)}`;
    return {
      command: deposit(id, money(cents), { on: day(when) }),
      model: (model) => model.deposit(id, cents),
    };
  }),
  fc.tuple(fc.integer({ min: 10, max: 13 }), amounts).map(([n, cents]): Act => ({
    command: deposit(`r-${String(n)}`, money(cents), { source: 'OVERFLOW' }),
    model: (model) => model.bringIn(`r-${String(n)}`, cents),
  })),
  fc.tuple(requests, victim, on).map(([id, whose, when]): Act => ({
    command: requestAssistance(id, { victim: whose, on: day(when) }),
    model: (model) => model.request(id, whose, when),
  })),
  fc.tuple(requests, victim, on, amounts).map(([id, whose, when, cents]): Act => ({
    command: orderAssistance(id, money(cents), { victim: whose, on: day(when) }),
    model: (model) => model.order(id, whose, when, cents),
  })),
  fc.tuple(requests, payments, on).map(([id, payment, when]): Act => ({
    command: payAssistance(id, { as: payment, on: day(when) }),
    model: (model) => model.pay(id, payment, when),
  })),
  fc.tuple(requests, payments, on).map(([id, payment, when]): Act => ({
    command: returnAssistance(id, { of: payment, on: day(when) }),
    model: (model) => model.giveBack(id, payment, when),
  })),
  requests.map((id): Act => ({
    command: closeRequest(id, 'ORDER_VACATED', { on: day(late) }),
    model: (model) => model.setAside(id),
  })),
);

/** A victim of whom the model knows is likelier to be meant: otherwise little would ever be ordered. */
const ready: readonly Act[] = victims.map((whose, at): Act => {
  const id = `q-${String(at + 1)}`;
  return {
    command: requestAssistance(id, { victim: whose, on: day(days[0]!) }),
    model: (model) => model.request(id, whose, days[0]!),
  };
});
const ordering = fc.tuple(fc.integer({ min: 1, max: 4 }), on, amounts).map(([n, when, cents]): Act => {
  const [id, whose] = [`q-${String(n)}`, `v-${String(n)}`];
  return {
    command: orderAssistance(id, money(cents), { victim: whose, on: day(when) }),
    model: (model) => model.order(id, whose, when, cents),
  };
});

async function isTaken(ledger: Ledger, command: Command, commandId: string): Promise<boolean> {
  try {
    return (await ledger.handle(command, { commandId, actor: 'test' })).events.length > 0;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return false;
  }
}

async function agrees(story: readonly Act[], skipsAhead: boolean): Promise<void> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  const model = new Model(skipsAhead);
  const opening: readonly Command[] = [
    ...victims.map((id) => registerVictim(id)),
    registerCase('c-1'),
    ...(skipsAhead ? [setPolicy('P-38', 'SKIP_AHEAD', { on: day('2025-01-01') })] : []),
  ];
  for (const [at, command] of opening.entries()) await isTaken(ledger, command, `opening-${String(at)}`);
  for (const [at, { command, model: tell }] of story.entries()) {
    const taken = await isTaken(ledger, command, `story-${String(at)}`);
    expect([at, command, taken]).toEqual([at, command, tell(model)]);
    expect(model.balance >= 0n && model.balance <= ceiling).toBe(true);
  }
  const rows = new MemoryRows();
  const books = new ReadModels(rows);
  for (const told of await toldIn(log)) books.tell(told);
  books.end();
  sameBooks(rows.all('journal'), model);
  atMostOneEach(model);
}

/** What the ledger's journal says of the Reserve, as the model has it; and on every day within the ceiling. */
function sameBooks(journal: readonly EntryRow[], model: Model): void {
  const balanceOf = (account: string, entries: readonly EntryRow[]): bigint =>
    entries.reduce((sum, { debit, credit, amount }) => {
      if (debit === account) return sum + amount;
      return credit === account ? sum - amount : sum;
    }, 0n);
  const owed = model.waiting().reduce((sum, { amount }) => sum + amount, 0n);
  expect({
    cash: balanceOf('reserve-cash', journal),
    outside: balanceOf('reserve-outside', journal),
    came: -balanceOf('reserve-deposits', journal),
    owed: -balanceOf('assistance-payable', journal),
    ordered: balanceOf('assistance-ordered', journal),
  }).toEqual({
    cash: model.balance,
    outside: model.outside,
    came: model.came,
    owed,
    ordered: owed + model.paid,
  });
  for (const when of [...days, late]) {
    const held = balanceOf(
      'reserve-cash',
      journal.filter(({ effectiveOn }) => effectiveOn <= when),
    );
    expect(held >= 0n && held <= ceiling).toBe(true);
  }
}

function atMostOneEach({ requests: all }: Model): void {
  const paid = [...all.values()].flatMap(({ order }) => (order?.paidBy === undefined ? [] : order.victim));
  expect(new Set(paid).size).toBe(paid.length);
}

test.each([
  ['in the strict order', false, 1_000],
  ['skipping ahead', true, 300],
])(
  'the Reserve does what a model of it does, %s',
  async (_, skipsAhead, numRuns) => {
    const stories = fc
      .array(fc.oneof(acts, ordering, acts), { maxLength: 24 })
      .map((rest) => [...ready, ...rest]);
    await fc.assert(
      fc.asyncProperty(stories, (story) => agrees(story, skipsAhead)),
      { numRuns, seed: 20181207 },
    );
  },
  240_000,
);
