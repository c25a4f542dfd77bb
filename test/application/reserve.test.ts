/** The Reserve and the streams of victims, on both kinds of store, as a clerk and a court would meet them. */
import { ProcessRunner } from '../../src/application/process-runner.ts';
import type { Command } from '../../src/domain/commands.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amountOf2025,
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  recordFee,
  recordIndex,
  requestAssistance,
  requestId,
  returnAssistance,
  start,
} from '../support/reserve-words.ts';
import { storeOver } from '../support/store-over.ts';
import { day, registerCase, registerVictim, setPolicy } from '../support/words.ts';
import { bothKinds, Telling } from './telling.ts';

const opening: readonly [Command, ...Command[]] = [
  registerVictim('v-1', { on: start }),
  registerVictim('v-2', { on: start }),
  registerCase('c-1', { on: start }),
  deposit('r-1', '60,000.00'),
];

describe.each(bothKinds)('the Reserve, $kind', ({ atomicStreams }) => {
  let court: Telling;

  beforeEach(async () => {
    court = new Telling(new MemoryEventStore({ atomicStreams }));
    await court.tell(...opening);
  });

  test('pays what a court has ordered, and the victim has received it', async () => {
    await court.tell(requestAssistance('q-1'), orderAssistance('q-1'), payAssistance('q-1'));
    expect((await court.happened()).slice(4)).toEqual([
      'Reserve-ledger AssistanceRequested',
      'Victim-v-1 AssistanceOrdered',
      'Reserve-ledger AssistanceQueued',
      'Reserve-ledger AssistancePaid',
      'Victim-v-1 AssistanceReceived',
    ]);
    expect((await court.state('Reserve', 'ledger')).balance).toBe(15_209_22n);
    expect((await court.state('Victim', 'v-1')).assisted).toBe(44_790_78n);
  });

  test('every event but the first of a command names what caused it', async () => {
    await court.tell(requestAssistance('q-1'), orderAssistance('q-1'), payAssistance('q-1'));
    const log = await court.log();
    const idOf = (type: string): string | undefined => log.find((each) => each.type === type)?.id;
    const causes = log.slice(-4).map(({ causationId }) => causationId);
    expect(causes).toEqual([null, idOf('AssistanceOrdered'), null, idOf('AssistancePaid')]);
  });

  test.each<[string, readonly Command[], Command]>([
    ['victim-not-registered /victimId', [], requestAssistance('q-9')],
    ['request-not-found /requestId', [], orderAssistance('q-1')],
    [
      'request-not-found /requestId',
      [requestAssistance('q-1')],
      orderAssistance('q-1', '1.00', { victim: 'v-2' }),
    ],
    [
      'case-not-registered /caseId',
      [requestAssistance('q-1')],
      orderAssistance('q-1', '1.00', { inCase: 'c-9' }),
    ],
    ['request-closed /requestId', [requestAssistance('q-1'), closeRequest('q-1')], orderAssistance('q-1')],
    [
      'ordered-before-requested /on',
      [requestAssistance('q-1')],
      orderAssistance('q-1', amountOf2025, { on: day('2025-03-02') }),
    ],
    [
      'assistance-once /victimId',
      [requestAssistance('q-1'), orderAssistance('q-1')],
      requestAssistance('q-3', { victim: 'v-1' }),
    ],
    ['assistance-not-ordered /requestId', [requestAssistance('q-1')], payAssistance('q-1')],
    ['request-not-found /requestId', [], payAssistance('q-1')],
    ['request-not-found /requestId', [], returnAssistance('q-1')],
    ['request-not-found /requestId', [], closeRequest('q-1')],
    [
      'fee-above-ceiling /fees',
      [requestAssistance('q-1'), orderAssistance('q-1')],
      recordFee('g-1', { fees: '6,718.62' }),
    ],
    [
      'price-index-not-known /on',
      [requestAssistance('q-1')],
      orderAssistance('q-1', '46,000.00', { on: day('2026-03-02') }),
    ],
  ])('refuses: %s', async (refusal, before, command) => {
    for (const each of before) await court.tell(each);
    const head = await court.store.head();
    expect(await court.refusalOf(command)).toBe(refusal);
    expect(await court.store.head()).toEqual(head);
  });

  test('reckons with a figure that it was told of', async () => {
    await court.tell(
      recordIndex(2025, '320.000'),
      requestAssistance('q-1'),
      orderAssistance('q-1', '46,000.00', { on: day('2026-03-02') }),
    );
    const ordered = (await court.log()).find(({ type }) => type === 'AssistanceOrdered');
    expect(ordered?.data).toMatchObject({
      amount: '46000.00',
      formulaAmount: '45691.91',
      priceIndex: '320.000',
      baseIndex: '245.120',
    });
  });

  test('decides by the policies of the day, and says which', async () => {
    await court.tell(setPolicy('P-36', 'ANNUAL_AVERAGE_TO_DOLLAR', { on: day('2025-04-01') }));
    await court.tell(
      requestAssistance('q-1'),
      requestAssistance('q-2'),
      orderAssistance('q-1'),
      orderAssistance('q-2', amountOf2025, { on: day('2025-04-01') }),
    );
    const ordered = (await court.log()).filter(({ type }) => type === 'AssistanceOrdered');
    expect(ordered.map(({ data }) => data)).toMatchObject([
      { formulaAmount: '44790.78', policyVersion: 0 },
      { formulaAmount: '44790.00', policyVersion: 1 },
    ]);
  });

  test('lets a victim be assisted after the court has set its first order aside', async () => {
    await court.tell(
      requestAssistance('q-1'),
      orderAssistance('q-1'),
      closeRequest('q-1', 'ORDER_VACATED'),
      requestAssistance('q-3', { victim: 'v-1' }),
      orderAssistance('q-3', amountOf2025, { victim: 'v-1' }),
      payAssistance('q-3'),
    );
    expect((await court.state('Victim', 'v-1')).assisted).toBe(44_790_78n);
  });

  test('takes a payment back, and makes it again under another number', async () => {
    await court.tell(
      requestAssistance('q-1'),
      orderAssistance('q-1'),
      payAssistance('q-1'),
      returnAssistance('q-1'),
      payAssistance('q-1', { as: 'p-9' }),
    );
    const { balance, requests } = await court.state('Reserve', 'ledger');
    expect([balance, requests.get(requestId('q-1'))?.payments.length]).toEqual([15_209_22n, 2]);
    expect((await court.state('Victim', 'v-1')).assisted).toBe(44_790_78n);
  });
});

describe('an order for assistance that a crash has kept from the Reserve', () => {
  async function cutAfterOrder(): Promise<Telling> {
    const store = new MemoryEventStore({ atomicStreams: false });
    const court = new Telling(store);
    await court.tell(...opening, requestAssistance('q-1'));
    let appends = 0;
    const cut = storeOver(store, {
      async append(writes) {
        appends += 1;
        if (appends > 1) throw new StoreUnavailable('cut off');
        return store.append(writes);
      },
    });
    await expect(new Telling(cut).tellAs('the-order', orderAssistance('q-1'))).rejects.toThrow(
      StoreUnavailable,
    );
    return new Telling(store, 'later');
  }

  test('arrives before the Reserve decides whether to pay it', async () => {
    const court = await cutAfterOrder();
    await court.tell(payAssistance('q-1'));
    expect((await court.happened()).slice(-3)).toEqual([
      'Reserve-ledger AssistanceQueued',
      'Reserve-ledger AssistancePaid',
      'Victim-v-1 AssistanceReceived',
    ]);
    expect((await court.tellAs('later-1', payAssistance('q-1'))).events).toEqual([]);
    expect((await court.tellAs('the-order', orderAssistance('q-1'))).events).toEqual([]);
  });

  test('arrives by itself, when the log is followed', async () => {
    const court = await cutAfterOrder();
    await new ProcessRunner(court.store, court.ledger, memoryCheckpoint()).run();
    expect((await court.happened()).at(-1)).toBe('Reserve-ledger AssistanceQueued');
  });

  test('keeps the request from being closed as if nothing had been ordered', async () => {
    const court = await cutAfterOrder();
    expect(await court.refusalOf(closeRequest('q-1'))).toBe('assistance-ordered-already /reason');
  });
});
