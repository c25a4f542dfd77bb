import { storeOver } from '../support/store-over.ts';
/** Two processes on one store: each keeps streams folded, and neither may decide on what the other has changed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { Queues } from '../../src/application/queues.ts';
import type { Command } from '../../src/domain/commands.ts';
import { add, noMoney, parseMoney, sum } from '../../src/domain/money.ts';
import {
  StoreUnavailable,
  type Appended,
  type EventStore,
  type StreamWrite,
} from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerDefendant,
  returnDisbursement,
  returnPayment,
  review,
  setPolicy,
  usd,
  vacateOrder,
} from '../support/words.ts';
import { bothKinds, copiesAgree, register, Telling } from './telling.ts';

/**
 * The store as one process sees it, slow in ways that a test decides. Appends are carried out in the order of the
 * calls, as the port promises.
 */
function slow(
  store: EventStore,
  before: { append: () => Promise<void>; read?: () => Promise<void> },
): EventStore {
  const queue = new Queues();
  return storeOver(store, {
    append: (writes: readonly StreamWrite[]): Promise<Appended> =>
      queue.run('append', async () => {
        await before.append();
        return store.append(writes);
      }),
    async *readStream(...asked: Parameters<EventStore['readStream']>) {
      await before.read?.();
      yield* store.readStream(...asked);
    },
  });
}

describe.each(bothKinds)('two ledgers on one store, $kind', ({ atomicStreams }) => {
  let store: EventStore;
  let here: Telling;
  let there: Telling;

  beforeEach(async () => {
    store = new MemoryEventStore({ atomicStreams });
    here = new Telling(store, 'here');
    there = new Telling(store, 'there');
    await register(here, { victims: ['v-1', 'v-2'], cases: ['c-1', 'c-2', 'c-3'] });
  });

  test('what the one was told, the other knows', async () => {
    await here.tell(recordPayment('dcd.1', '5.00', { to: null, caseId: 'c-1', defendantId: 'd-1' }));
    await there.tell(
      registerDefendant('d-7', { caseId: 'c-1' }),
      enterOrder('o-7', '4,000.00', { caseId: 'c-1' }),
    );
    await here.tell(recordPayment('dcd.2', '70.00', { to: 'o-7', caseId: 'c-1' }));
    expect(await here.whereIs('dcd.2')).toEqual({ credited: '70.00', held: '0.00', settling: '0.00' });
  });

  test('whoever has seen what has changed since is told so', async () => {
    const ref = { kind: 'Case', id: 'c-1' } as const;
    const asked = (revisions: readonly number[] | 'any', commandId: string) =>
      here.ledger.handle(registerDefendant('d-9', { caseId: 'c-1' }), {
        ...{ commandId, actor: 'clerk' },
        seen: { ref, revisions },
      });
    const before = (await here.log()).filter(({ stream }) => stream === 'Case-c-1');
    const { length } = before;
    await there.tell(registerDefendant('d-8', { caseId: 'c-1' }));
    await expect(asked([length - 1], 'stale')).rejects.toMatchObject({
      name: 'RevisionDiffers',
      actual: length,
    });
    expect((await asked([length], 'fresh')).events).toHaveLength(2);
    expect((await asked([length], 'fresh')).events).toEqual([]);
    await expect(asked([length], 'stale')).rejects.toMatchObject({ actual: length + 1 });
  });

  test('a payment out that the one recorded comes back at the other', async () => {
    await here.tell(disburse('p-1', '70.00'));
    await there.tell(disburse('p-2', '30.00'));
    await here.tell(returnDisbursement('p-2'));
    expect((await here.state('Victim', 'v-1')).total.disbursed).toBe(usd('70.00'));
  });

  test('a refusal is still a refusal, and leaves the streams as they are', async () => {
    await here.tell(enterOrder('o-1', '5,000.00'));
    await there.tell(enterOrder('o-2', '5,000.00'));
    expect(await here.refusalOf(makeFinal('o-9', { caseId: 'c-2' }))).toBe('order-not-found /orderId');
    await here.tell(recordPayment('dcd.1', '5,000.00'), recordPayment('dcd.2', '5,000.00', { to: 'o-2' }));
    expect(await here.owedTo()).toEqual({
      'o-1': ['5000.00', '0.00', '0.00'],
      'o-2': ['5000.00', '0.00', '0.00'],
    });
  });

  test('a policy that the one set, the other goes by', async () => {
    await here.tell(determineLoss('c-1', '3,000.00'), enterOrder('o-1', '3,000.00'));
    await here.tell(setPolicy('P-07', 'ACCEPT_WHOLE'));
    await there.tell(setPolicy('P-01', 'ENTRY_OF_JUDGMENT'));
    await here.tell(review());
    expect((await here.state('Victim', 'v-1')).greatestLoss).toBe(usd('3,000.00'));
  });

  test('the last cents below the cap are credited once, whoever comes first', async () => {
    await here.tell(determineLoss('c-1', '3,000.00'), enterOrder('o-1', '3,000.00'), makeFinal('o-1'));
    await here.tell(enterOrder('o-2', '3,000.00'), enterOrder('o-3', '3,000.00'));
    await Promise.all([
      here.tell(recordPayment('dcd.1', '1,800.00', { to: 'o-1' })),
      there.tell(recordPayment('dcd.2', '1,800.00', { to: 'o-2' })),
      here.tell(recordPayment('dcd.3', '1,800.00', { to: 'o-3' })),
    ]);
    const { total, standing } = await here.state('Victim', 'v-1');
    expect([total.credited.TRAFFICKING, standing.length]).toEqual([usd('3,000.00'), 1]);
    const held = await Promise.all(
      ['dcd.1', 'dcd.2', 'dcd.3'].map(async (id) => parseMoney((await here.whereIs(id)).held)),
    );
    expect(sum(held)).toBe(usd('2,400.00'));
  });

  test('an order is held to the losses that the other was told of', async () => {
    await here.tell(determineLoss('c-1', '9,000.00'));
    await there.tell(determineLoss('c-1', '4,000.00'));
    expect(await here.refusalOf(enterOrder('o-1', '4,000.01'))).toBe('share-exceeds-losses /lines/0/amount');
  });

  test('a payment that the one credited goes back at the other, which had last seen the victim before', async () => {
    await here.tell(enterOrder('o-1', '5,000.00'));
    await there.tell(determineLoss('c-2', '9,000.00'));
    await here.tell(recordPayment('dcd.1', '700.00'));
    await there.tell(returnPayment('dcd.1'));
    expect(await here.whereIs('dcd.1')).toEqual({ credited: '0.00', held: '0.00', settling: '0.00' });
    expect(await here.owedTo()).toEqual({ 'o-1': ['0.00', '0.00', '5000.00'] });
  });

  test('what is decided on events that never arrive is decided anew, though another came to the same revision', async () => {
    await here.tell(enterOrder('o-1', '9,000.00'), determineLoss('c-1', '3,000.00'), makeFinal('o-1'));
    let letGo = (): void => undefined;
    let line = Promise.resolve();
    const waiting = new Telling(slow(store, { append: () => line }), 'waiting');
    await waiting.tell(recordPayment('dcd.1', '0.01'));
    line = new Promise((resolve) => {
      letGo = resolve;
    });
    const [second, third] = [recordPayment('dcd.2', '1,800.00'), recordPayment('dcd.3', '1,800.00')];
    const told = [waiting.tell(second), waiting.tell(third)];
    await nextTurn();
    await there.tell(recordPayment('dcd.4', '2,900.00'));
    letGo();
    await Promise.all(told);
    expect((await here.state('Victim', 'v-1')).total.credited.TRAFFICKING).toBe(usd('3,000.00'));
    expect(await here.whereIs('dcd.4')).toEqual({ credited: '2900.00', held: '0.00', settling: '0.00' });
    expect(await copiesAgree(here, 'c-1')).toBe(true);
  });

  test('what is heard while it is still on its way counts as heard only when it has arrived', async () => {
    const cut = slow(store, { append: () => Promise.reject(new StoreUnavailable('cut off')) });
    const offline = new Telling(cut, 'offline');
    const payment = recordPayment('dcd.1', '5.00', { to: null, caseId: 'c-1', defendantId: 'd-1' });
    const both = await Promise.allSettled([offline.tellAs('a', payment), offline.tellAs('a', payment)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('one command told to both is carried out once', async () => {
    await here.tell(enterOrder('o-1', '5,000.00'));
    const payment = recordPayment('dcd.1', '700.00');
    await Promise.all([here.tellAs('the-same', payment), there.tellAs('the-same', payment)]);
    expect(await here.owedTo()).toEqual({ 'o-1': ['700.00', '0.00', '4300.00'] });
    expect(await here.owedIn('c-1', 'o-1')).toEqual(['700.00', '0.00', '4300.00']);
  });

  test('whatever both are told at once, on however slow a store: no cent is lost, doubled, or above the cap', async () => {
    const orders = fc.constantFrom('o-1', 'o-2', 'o-3');
    const amounts = fc.constantFrom('0.01', '700.00', '1,999.99', '4,000.00');
    const command: fc.Arbitrary<Command> = fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 9 }), amounts, orders)
          .map(([n, amount, to]) => recordPayment(`dcd.${String(n)}`, amount, { to })),
      },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => returnPayment(`dcd.${String(n)}`)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(orders, fc.constantFrom('3,000.00', '6,000.00'))
          .map(([id, amount]) => amendOrder(id, { 'v-1': amount })),
      },
      { weight: 1, arbitrary: orders.map((id) => makeFinal(id)) },
      { weight: 1, arbitrary: fc.constant(vacateOrder('o-3')) },
    );
    const told = fc.array(fc.tuple(fc.boolean(), command), { minLength: 4, maxLength: 14 });
    const pauses = fc.infiniteStream(fc.nat({ max: 6 }));
    await fc.assert(
      fc.asyncProperty(told, pauses, async (commands, pause) => {
        const shared = new MemoryEventStore({ atomicStreams });
        const wait = async (): Promise<void> => {
          for (let turn = Number(pause.next().value); turn > 0; turn -= 1) await Promise.resolve();
        };
        const oneOf = (name: string): Telling =>
          new Telling(slow(shared, { append: wait, read: wait }), name);
        const [one, other] = [oneOf('one'), oneOf('other')];
        await register(one, { victims: ['v-1', 'v-2'], cases: ['c-1', 'c-2', 'c-3'] });
        await one.tell(determineLoss('c-1', '5,000.00'), determineLoss('c-2', '4,000.00'));
        await one.tell(
          enterOrder('o-1', { 'v-1': '4,000.00', 'v-2': '3,000.00' }),
          enterOrder('o-2', '4,000.00'),
          enterOrder('o-3', '5,000.00'),
        );
        await Promise.all(commands.map(([isOne, each]) => (isOne ? one : other).refusalOf(each)));
        await one.tellOfEndings();
        await isWhole(one, { cases: ['c-1', 'c-2', 'c-3'] });
      }),
      { numRuns: 150, seed: 2259 },
    );
  });
});

/** Every cent of every receipt is somewhere, once; the copies of the cases agree; nobody has more than the cap. */
async function isWhole(court: Telling, { cases }: { cases: readonly string[] }): Promise<void> {
  const receipts = new Set(
    (await court.log()).flatMap(({ stream }) => (stream.startsWith('Receipt-') ? [stream.slice(8)] : [])),
  );
  let credited = noMoney;
  for (const receipt of receipts) {
    const where = await court.whereIs(receipt);
    expect(where.settling).toBe('0.00');
    credited = add(credited, parseMoney(where.credited));
  }
  const victims = await Promise.all(['v-1', 'v-2'].map((id) => court.state('Victim', id)));
  expect(sum(victims.map(({ total }) => total.credited.TRAFFICKING))).toBe(credited);
  for (const { total, greatestLoss, overRecovery } of victims) {
    if (greatestLoss === undefined) continue;
    expect(total.credited.TRAFFICKING <= add(greatestLoss, overRecovery)).toBe(true);
  }
  for (const each of cases) expect(await copiesAgree(court, each)).toBe(true);
}

test('what is asked for together is decided in that order, also where another process was faster', async () => {
  const store = new MemoryEventStore();
  const [here, there] = [new Telling(store, 'here'), new Telling(store, 'there')];
  await register(here, { victims: ['v-1'], cases: ['c-1'] });
  const inCase = { caseId: 'c-1' };
  await there.tell(registerDefendant('d-9', inCase));
  // The ledger here has the case as it was before; its first line is overtaken, and the others rest on it.
  const lines = [
    registerDefendant('d-8', inCase),
    enterOrder('o-8', '4,000.00', { ...inCase, defendantId: 'd-8' }),
    recordPayment('dcd.8', '70.00', { to: 'o-8', ...inCase, defendantId: 'd-8' }),
  ];
  const outcomes = await Promise.all(lines.map((line, n) => here.tellAs(`line-${String(n)}`, line)));
  expect(outcomes.map(({ events }) => events.length > 0)).toEqual([true, true, true]);
  expect(await here.whereIs('dcd.8')).toEqual({ credited: '70.00', held: '0.00', settling: '0.00' });
});
