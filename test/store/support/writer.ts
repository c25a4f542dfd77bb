/**
 * A process that writes into a log, for tests that need several, or one that dies. It prints a line for each append
 * that was acknowledged, before it goes on.
 *
 *     writer.ts <file> <name> share <count>   appends to a stream of its own and to one that it shares, in turn
 *     writer.ts <file> <name> hurry           appends without end, eight at a time, three events over two streams each
 *     writer.ts <file> <name> fill            appends until it is told no, and prints why; then once more
 *     writer.ts <file> <name> make <instant>  makes fifty files beside the file, from that instant on
 */
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, ExpectedRevision, StreamWrite } from '../../../src/store/event-store.ts';
import { VersionConflict } from '../../../src/store/event-store.ts';
import type { EventToAppend } from '../../../src/store/recorded-event.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { eventOf, hurriedAppend } from './numbered.ts';

const [file, name, how, number] = process.argv.slice(2) as [string, string, string, string];
const open = (path: string): Promise<EventStore> => openSqliteEventStore({ file: path, busyTimeout: 30_000 });
const store = await open(file);
const deeds: Record<string, () => Promise<void>> = { share, hurry, fill, make };
await deeds[how]?.();
await store.close();

async function share(): Promise<void> {
  for (let n = 0; n < Number(number); n += 1) {
    const appended = await store.append([mine(n, n - 1)]);
    await appendShared(store, eventOf(`${name}-shared-${String(n)}`));
    say(`${name}-${String(n)} ${String(appended.position)}`);
  }
}

async function appendShared(to: EventStore, event: EventToAppend): Promise<void> {
  let expected: ExpectedRevision = 'no-stream';
  for (;;) {
    try {
      await to.append([{ stream: 'Case-shared', expected, events: [event] }]);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      expected = error.actual;
    }
  }
}

async function hurry(): Promise<void> {
  await Promise.all(
    Array.from({ length: 8 }, async (_, hand) => {
      for (let n = 0; ; n += 1) {
        const key = `${name}.${String(hand)}-${String(n)}`;
        await store.append(hurriedAppend(key));
        say(key);
      }
    }),
  );
}

async function fill(): Promise<void> {
  const data = 'x'.repeat(10_000);
  try {
    for (let n = 0; ; n += 1) {
      await store.append([{ ...mine(n, n - 1), events: [{ ...eventOf(`${name}-${String(n)}`), data }] }]);
      say(`${name}-${String(n)}`);
    }
  } catch (error) {
    say(String(error));
  }
  await store.append([mine(0, -1)]).catch((error: unknown) => {
    say(String(error));
  });
}

async function make(): Promise<void> {
  await pause(Number(number) - Date.now());
  for (let n = 0; n < 50; n += 1) {
    const made = await open(`${file}-${String(n)}`);
    await made.append([{ ...mine(n, -1), stream: `Victim-${name}` }]);
    await made.close();
    say(String(n));
  }
}

function mine(n: number, revision: number): StreamWrite {
  return {
    stream: `Victim-${name}`,
    expected: revision < 0 ? 'no-stream' : revision,
    events: [eventOf(`${name}-${String(n)}`)],
  };
}

/** Written at once: what a killed process has said stays said. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
