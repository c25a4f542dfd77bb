import { storeOver } from '../support/store-over.ts';
/**
 * A store that writes one stream at a time, cut off in the middle of a command: before an append, or after it and before
 * the answer. Whoever sends the command again, or follows the log, finishes it, and it comes to the same.
 */
import { ProcessRunner } from '../../src/application/process-runner.ts';
import type { Command } from '../../src/domain/commands.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import {
  StoreUnavailable,
  type Appended,
  type EventStore,
  type StreamWrite,
} from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { before, stories } from './cut-short-stories.ts';
import { bankStories, bankStoriesOfOneStream } from '../support/bank-stories.ts';
import { reserveStories } from './reserve-stories.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  tomorrow,
} from '../support/words.ts';
import { Telling } from './telling.ts';

const ofBanks = [...bankStories, ...bankStoriesOfOneStream].filter(
  ([, , { type }]) => type !== 'TakeInStatement',
);
// A statement that was cut short counts only when the file is taken in again; that is tried in `every-await`.
const allStories = [...stories, ...reserveStories, ...ofBanks];

type When = 'before' | 'after';

/** Cuts the line before or after the k-th append; from then on, nothing gets through. */
function cutting(store: EventStore, at: number, when: When): EventStore & { readonly appends: () => number } {
  let appends = 0;
  const cut = storeOver(store, {
    async append(writes: readonly StreamWrite[]): Promise<Appended> {
      appends += 1;
      if (appends > at || (appends === at && when === 'before')) throw new StoreUnavailable('cut off');
      const appended = await store.append(writes);
      if (appends === at) throw new StoreUnavailable('cut off');
      return appended;
    },
  });
  return { ...cut, appends: () => appends };
}

async function tellAll(court: Telling, commands: readonly Command[]): Promise<void> {
  for (const [index, command] of commands.entries()) await court.tellAs(`before-${String(index)}`, command);
}

/** Everything in every stream, in the order of the stream: what is the same, however the streams were interleaved. */
async function everything(court: Telling): Promise<readonly unknown[]> {
  const log = (await court.log()).toSorted(
    (a, b) => a.stream.localeCompare(b.stream) || a.revision - b.revision,
  );
  return log.map(({ id, causationId, ...event }) => ({ ...said(event), id, causationId }));
}

/** The same, without the ids, which say in whose name it was done. */
async function whatWasSaid(court: Telling): Promise<readonly unknown[]> {
  const log = (await court.log()).toSorted(
    (a, b) => a.stream.localeCompare(b.stream) || a.revision - b.revision,
  );
  return log.map((event) => said({ ...event, data: { ...(event.data as object), ending: undefined } }));
}

function said({
  stream,
  type,
  effectiveOn,
  data,
}: Pick<RecordedEvent, 'stream' | 'type' | 'effectiveOn' | 'data'>) {
  return { stream, type, effectiveOn, data };
}

async function opened(commands: readonly Command[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore({ atomicStreams: false });
  await tellAll(new Telling(store), commands);
  return store;
}

/** Whoever follows the log tells of endings, and carries on what waits for that, where the command itself could not. */
async function followed(court: Telling): Promise<void> {
  const log = await court.log();
  const first = log.findIndex(({ commandId }) => commandId === 'the-command');
  if (first < 1) return;
  // Whoever follows has followed what was before: nothing of that brings the command's news along.
  const { position, id: eventId } = log[first - 1]!;
  const checkpoint = memoryCheckpoint();
  await checkpoint.save({ position, eventId });
  await new ProcessRunner(court.store, court.ledger, checkpoint).run();
}

/** What is recorded in the name of a command, and is no news of it: the id of an order, and interest of before. */
function isBefore({ type, data }: RecordedEvent): boolean {
  const isOld = type === 'InterestReceived' && 'afterwards' in (data as object);
  return isOld || type === 'PastInterestTold' || type === 'OrderRegistered';
}

describe.each(allStories)('%s, cut short', (_, commands, command, last) => {
  let undisturbed: Telling;
  let appends: number;

  beforeAll(async () => {
    const store = await opened(commands);
    const watched = cutting(store, Infinity, 'before');
    const { events } = await new Telling(watched).tellAs('the-command', command);
    expect(events.map(({ event }) => event.type)).toContain(last);
    appends = watched.appends();
    undisturbed = new Telling(store);
  });

  /** The command, cut off at every place where it can be; each time `finish` is left to put it right. */
  async function cutEverywhere(
    finish: (court: Telling) => Promise<unknown>,
    told = everything,
  ): Promise<void> {
    expect(appends).toBeGreaterThan(0);
    for (let at = 1; at <= appends; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const store = await opened(commands);
        const cut = new Telling(cutting(store, at, when));
        await expect(cut.tellAs('the-command', command)).rejects.toThrow(StoreUnavailable);
        const court = new Telling(store);
        await finish(court);
        await followed(court);
        expect([at, when, await told(court)]).toEqual([at, when, await told(undisturbed)]);
      }
    }
  }

  test('and sent again, comes to the same, wherever it was cut', async () => {
    await cutEverywhere((court) => court.tellAs('the-command', command));
  });

  test('and sent again to the very ledger that was cut off, comes to the same', async () => {
    for (let at = 1; at <= appends; at += 1) {
      const store = await opened(commands);
      let isCut = true;
      const line = cutting(store, at, 'after');
      const healing: EventStore = { ...line, append: (writes) => (isCut ? line : store).append(writes) };
      const court = new Telling(healing);
      await expect(court.tellAs('the-command', command)).rejects.toThrow(StoreUnavailable);
      isCut = false;
      await court.tellAs('the-command', command);
      await followed(court);
      expect([at, await everything(court)]).toEqual([at, await everything(undisturbed)]);
    }
  });

  test('and finished by whoever follows the log, comes to the same', async () => {
    const follow = async (court: Telling): Promise<void> => {
      await followed(court);
      // Where nothing of it had been recorded, save that the id of an order is taken, or what was untold before, there was nothing to follow.
      const told = (await court.log()).filter(({ commandId }) => commandId === 'the-command');
      if (told.every((event) => isBefore(event))) await court.tellAs('the-command', command);
    };
    await cutEverywhere(follow, whatWasSaid);
  });

  test('twice, and finished then, comes to the same', async () => {
    const store = await opened(commands);
    for (let at = 1; at <= appends; at += 1) {
      await new Telling(cutting(store, 1, 'after')).tellAs('the-command', command).catch(() => undefined);
    }
    const court = new Telling(store);
    await court.tellAs('the-command', command);
    await followed(court);
    expect(await everything(court)).toEqual(await everything(undisturbed));
  });
});

describe('a payment, cut short after it was recorded', () => {
  const payment = recordPayment('dcd.3', '9,000.00');

  async function cutAfterReceipt(): Promise<Telling> {
    const store = await opened(before);
    await expect(new Telling(cutting(store, 1, 'after')).tellAs('first', payment)).rejects.toThrow(
      StoreUnavailable,
    );
    return new Telling(store);
  }

  test('is on its way, and no cent of it is lost', async () => {
    expect(await (await cutAfterReceipt()).whereIs('dcd.3')).toEqual({
      credited: '0.00',
      held: '0.00',
      settling: '9000.00',
    });
  });

  test('arrives when it is reported under another id; and that id, sent again, is heard', async () => {
    const court = await cutAfterReceipt();
    await court.tellAs('second', payment);
    const arrived = await court.whereIs('dcd.3');
    expect(arrived).toMatchObject({ settling: '0.00' });
    const { events } = await court.tellAs('second', payment);
    expect(events).toEqual([]);
    expect(await court.whereIs('dcd.3')).toEqual(arrived);
  });

  test('arrives, and goes back, when its return is reported: nothing of it is held', async () => {
    const court = await cutAfterReceipt();
    const owed = await court.owedTo();
    await court.tell(returnPayment('dcd.3'));
    expect(await court.whereIs('dcd.3')).toEqual({ credited: '0.00', held: '0.00', settling: '0.00' });
    expect(await court.state('Receipt', 'dcd.3')).toMatchObject({ excess: 0n, isHeld: false });
    await court.tellAs('first', payment);
    expect(await court.owedTo()).toEqual(owed);
  });

  test('leaves its share to the others that come before it is sent again', async () => {
    const court = await cutAfterReceipt();
    await court.tell(recordPayment('dcd.4', '5,000.00'));
    await court.tellAs('first', payment);
    const [third, fourth] = [await court.whereIs('dcd.3'), await court.whereIs('dcd.4')];
    expect([third.settling, fourth.settling]).toEqual(['0.00', '0.00']);
    expect((await court.owedTo())['o-1']?.[2]).toBe('0.00');
  });
});

test('an order of which the victims’ streams have not heard is told to them before a payment is tendered', async () => {
  const store = await opened(before.slice(0, 8));
  const cut = new Telling(cutting(store, 2, 'after'));
  await expect(cut.tell(enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }))).rejects.toThrow(
    StoreUnavailable,
  );
  const court = new Telling(store, 'later');
  await court.tell(recordPayment('dcd.1', '900.00'));
  expect(await court.owedTo('v-1')).toEqual({ 'o-1': ['600.00', '0.00', '5400.00'] });
  expect(await court.owedTo('v-2')).toEqual({ 'o-1': ['300.00', '0.00', '2700.00'] });
  expect(await court.whereIs('dcd.1')).toEqual({ credited: '900.00', held: '0.00', settling: '0.00' });
});

test('an amendment of which the victim’s stream has not heard is told to it before the next one', async () => {
  const ended: readonly Command[] = [
    ...before.slice(0, 6),
    ...[enterOrder('o-1', '8,000.00'), enterOrder('o-2', '9,000.00'), determineLoss('c-1', '8,000.00')],
    ...[
      makeFinal('o-1'),
      recordPayment('dcd.1', '7,000.00'),
      recordPayment('dcd.2', '1,000.00', { to: 'o-2' }),
    ],
  ];
  const store = await opened(ended);
  const cut = new Telling(cutting(store, 1, 'after'));
  await expect(cut.tell(amendOrder('o-2', '5,000.00'))).rejects.toThrow(StoreUnavailable);
  const court = new Telling(store, 'later');
  await court.tell(amendOrder('o-2', '9,000.00', { on: tomorrow }));
  // Of the 8,000 that had ended, the first has left 4,000; the second does not bring the others back.
  expect((await court.owedTo())['o-2']).toEqual(['1000.00', '4000.00', '4000.00']);
  expect(await court.owedIn('c-2', 'o-2')).toEqual(['1000.00', '4000.00', '4000.00']);
});

test('a checkpoint of another log, as after a backup was put back, is begun anew', async () => {
  const checkpoint = memoryCheckpoint();
  await checkpoint.save({ position: 2, eventId: '00000000-0000-5000-8000-000000000000' });
  const court = new Telling(await opened([registerVictim('v-1'), registerVictim('v-2')]));
  await new ProcessRunner(court.store, court.ledger, checkpoint).run();
  const last = (await court.log()).at(-1);
  expect(await checkpoint.load()).toEqual({ position: last?.position, eventId: last?.id });
  const asked: unknown[] = [];
  const watched = storeOver(court.store, {
    readAll(options) {
      asked.push(options);
      return court.store.readAll(options);
    },
  });
  await new ProcessRunner(watched, court.ledger, checkpoint).run();
  expect(asked.at(-1)).toEqual({ after: last?.position });
});

test('a log with what this program does not know is not written to', async () => {
  const store = new MemoryEventStore();
  let isKnown = false;
  const ledger = new Ledger(store, {
    expectKnown: () => (isKnown ? Promise.resolve() : Promise.reject(new Error('newer'))),
  });
  const tell = (): Promise<unknown> =>
    ledger.handle(registerVictim('v-1'), { commandId: 'a', actor: 'clerk' });
  await expect(tell()).rejects.toThrow('newer');
  expect((await store.head()).position).toBe(0);
  isKnown = true;
  await tell();
  expect((await store.head()).position).toBe(1);
});

describe('what is listed over several appends', () => {
  const inCases = [1, 2, 3].flatMap((n) => [
    registerCase(`c-${String(n)}`),
    registerDefendant(`d-${String(n)}`, { caseId: `c-${String(n)}` }),
    enterOrder(`o-${String(n)}`, '9,000.00'),
  ]);
  /** Of order 3 nobody knows yet what was lost, and it is not final. */
  const story: readonly Command[] = [
    registerVictim('v-1'),
    ...inCases,
    ...['c-1', 'c-2'].map((id) => determineLoss(id, '10,000.00')),
    makeFinal('o-1'),
    recordPayment('dcd.1', '9,000.00', { to: 'o-1' }),
  ];
  const whole = recordPayment('dcd.2', '1,000.00', { to: 'o-2' });
  const stays = setPolicy('P-16', 'OPEN_UNTIL_COURT_ACTS');
  const later = enterOrder('o-4', '4,000.00', { caseId: 'c-2', defendantId: 'd-2' });
  /** So little that every event is an append of its own. */
  const narrow = (store: EventStore): EventStore =>
    storeOver(store, { capabilities: { ...store.capabilities, maxAppendBytes: 1 } });

  /** What was before, the last command, and how the liabilities stand after it, with the victim and in their cases. */
  const endings: readonly (readonly [
    string,
    readonly Command[],
    Command,
    Readonly<Record<string, string>>,
  ])[] = [
    [
      'what a full recovery ends',
      story,
      whole,
      { 'o-1': '9000.00,0.00,0.00', 'o-2': '1000.00,8000.00,0.00', 'o-3': '0.00,9000.00,0.00' },
    ],
    [
      'what a full recovery ends, where what comes after it stays open',
      [stays, ...story],
      whole,
      { 'o-1': '9000.00,0.00,0.00', 'o-2': '1000.00,8000.00,0.00', 'o-3': '0.00,9000.00,0.00' },
    ],
    [
      'what comes back when the payment does',
      [...story, whole],
      returnPayment('dcd.2'),
      { 'o-1': '9000.00,0.00,0.00', 'o-2': '0.00,0.00,9000.00', 'o-3': '0.00,0.00,9000.00' },
    ],
    [
      'what is ordered when all has ended',
      [...story, whole],
      later,
      {
        ...{ 'o-1': '9000.00,0.00,0.00', 'o-2': '1000.00,8000.00,0.00', 'o-3': '0.00,9000.00,0.00' },
        'o-4': '0.00,4000.00,0.00',
      },
    ],
  ];

  describe.each(endings)('%s', (_, commands, last, expected) => {
    const caseOf = (order: string): string => (order === 'o-4' ? 'c-2' : `c-${order.slice(2)}`);

    async function stands(court: Telling): Promise<Readonly<Record<string, string>>> {
      const owed = Object.entries(await court.owedTo()).map(([id, each]) => [id, String(each)] as const);
      const inCase = await Promise.all(owed.map(async ([id]) => String(await court.owedIn(caseOf(id), id))));
      expect(inCase).toEqual(owed.map(([, each]) => each));
      return Object.fromEntries(owed);
    }

    /** Every place at which the line can be cut; each time somebody else comes to the stream, and follows the log. */
    async function cutEverywhere(comesNext: (court: Telling) => Promise<unknown>): Promise<void> {
      for (let at = 1; at <= 8; at += 1) {
        const store = await opened(commands);
        await new Telling(cutting(narrow(store), at, 'after')).tellAs('last', last).catch(() => undefined);
        const court = new Telling(narrow(store));
        await comesNext(court);
        await new ProcessRunner(court.store, court.ledger, memoryCheckpoint()).run();
        expect([at, await stands(court)]).toEqual([at, expected]);
      }
    }

    test('is listed once, wherever it was cut short, when somebody follows the log', async () => {
      await cutEverywhere((court) => court.tellAs('last', last));
    });

    test('is listed before anything else is recorded of the victim', async () => {
      await cutEverywhere((court) => court.tell(disburse('p-1', '70.00'), last));
    });
  });
});
