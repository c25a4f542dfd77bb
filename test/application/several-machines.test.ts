/** What one machine has read, and another has changed since: of statements, items and months, on a store of many machines. */
import { ProcessRunner } from '../../src/application/process-runner.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { SignatoryId } from '../../src/domain/ids.ts';
import type { Month } from '../../src/domain/period/month.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  digest,
  matchLines,
  openAccount,
  suspendLine,
  takeIn,
  unmatchLines,
} from '../support/reconciliation-words.ts';
import { storeOver } from '../support/store-over.ts';
import { day, disburse, recordPayment, today } from '../support/words.ts';
import { register, Telling } from './telling.ts';

async function bank(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore({ atomicStreams: false });
  const court = new Telling(store, 'before');
  await register(court, { cases: ['c-1'] });
  await court.tell(
    recordPayment('dcd.1', '60.00', { to: null }),
    disburse('p-1', '20.00'),
    openAccount('k-1', { on: today }),
    takeIn('s-1', ['+60.00', '-20.00', '+60.00']),
  );
  return store;
}

const both = matchLines('m-1', ['s-1', 1, 2], ['RECEIPT dcd.1', 'DISBURSEMENT v-1.p-1']);
const undo = unmatchLines('m-1', 's-1');
const other = matchLines('m-2', ['s-1', 3], ['RECEIPT dcd.1']);

/** Whoever reads the stream for the so-manieth time is overtaken just then. */
function overtaken(store: EventStore, stream: string, by: () => Promise<unknown>, time = 1): EventStore {
  let reads = 0;
  return storeOver(store, {
    async *readStream(name, options) {
      if (name === stream && ++reads === time) await by();
      yield* store.readStream(name, options);
    },
  });
}

/** One append gets through. */
function goneAfterOne(store: EventStore): EventStore {
  let isFirst = true;
  return storeOver(store, {
    append: (writes) => {
      if (!isFirst) return Promise.reject(new Error('gone'));
      isFirst = false;
      return store.append(writes);
    },
  });
}

async function follow(store: EventStore): Promise<void> {
  await new ProcessRunner(store, new Telling(store).ledger, memoryCheckpoint()).run();
}

/** What has the item, and whether a bank is said to have paid the payment. */
async function stands(store: EventStore) {
  const court = new Telling(store);
  const { claimedBy } = await court.state('Claim', 'BANK.RECEIPT.dcd.1');
  const { instruments } = await court.state('Victim', 'v-1');
  const presented = [...instruments.values()].flatMap((life) => life.presented);
  return { claimedBy, presented: presented.map(({ matchId }) => matchId) };
}

test('what was taken for a match that somebody undid meanwhile is given back by whoever follows the log', async () => {
  const store = await bank();
  const quick = new Telling(store, 'quick');
  const runner = new ProcessRunner(store, quick.ledger, memoryCheckpoint());
  // Before the match takes its first item, another machine undoes it, and finds nothing to give back; it has followed all that.
  const undoAndFollow = async (): Promise<void> => {
    await quick.tell(undo);
    await runner.run();
  };
  const slow = overtaken(store, 'Claim-BANK.RECEIPT.dcd.1', undoAndFollow, 2);
  await new Telling(slow, 'slow').tell(both);
  expect(await stands(store)).toEqual({ claimedBy: 'm-1', presented: ['m-1'] });
  await runner.run();
  expect(await stands(store)).toEqual({ claimedBy: undefined, presented: [] });
  await quick.tell(other);
  expect(await stands(store)).toEqual({ claimedBy: 'm-2', presented: [] });
});

test('a match takes nothing again that it has given back, whoever comes late', async () => {
  const store = await bank();
  const quick = new Telling(store, 'quick');
  const matched = await quick.tell(both);
  expect(await stands(store)).toEqual({ claimedBy: 'm-1', presented: ['m-1'] });
  const late = overtaken(store, 'Claim-BANK.RECEIPT.dcd.1', () => quick.tell(undo));
  await new Telling(late).ledger.handle(both, { commandId: matched.commandId, actor: 'clerk' });
  await follow(store);
  expect(await stands(store)).toEqual({ claimedBy: undefined, presented: [] });
});

test('a match that was undone by a machine that went away is undone by whoever asks again', async () => {
  const store = await bank();
  await new Telling(store, 'quick').tell(both);
  await expect(new Telling(goneAfterOne(store)).tellAs('undo', undo)).rejects.toThrow('gone');
  expect(await stands(store)).toMatchObject({ claimedBy: 'm-1' });
  await new Telling(store).tellAs('undo', undo);
  expect(await stands(store)).toEqual({ claimedBy: undefined, presented: [] });
});

test('a match that was cut short is finished by a machine that had read the statement before', async () => {
  const store = await bank();
  const follower = new Telling(store, 'follower');
  await follower.tell(suspendLine('s-1', 3));
  await expect(new Telling(goneAfterOne(store)).tellAs('match', both)).rejects.toThrow('gone');
  expect(await stands(store)).toEqual({ claimedBy: undefined, presented: [] });
  await new ProcessRunner(store, follower.ledger, memoryCheckpoint()).run();
  expect(await stands(store)).toEqual({ claimedBy: 'm-1', presented: ['m-1'] });
});

test('a month that another machine has closed is closed here as well', async () => {
  const store = await bank();
  const [here, there] = [new Telling(store, 'here'), new Telling(store, 'there')];
  const early = { to: null, on: day('2026-02-27') } as const;
  await there.tell(signed('PREPARED', 'w-1'));
  await here.tell(recordPayment('dcd.2', '5.00', early));
  await there.tell(signed('APPROVED', 'w-2'));
  expect(await here.refusalOf(recordPayment('dcd.3', '5.00', early))).toBe('month-closed /on');
});

function signed(as: 'PREPARED' | 'APPROVED', by: string): Command {
  const found = { contentHash: digest('5'), position: 1, balances: [], obstacles: [] };
  const of = { month: '2026-02' as Month, as, signatoryId: by as SignatoryId };
  return { type: 'SignMonth', ...of, contentHash: digest('5'), on: today, found };
}
