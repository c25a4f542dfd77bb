/** The log as one machine reaches it: every call waits until it is told how it fares. */
import {
  StoreUnavailable,
  VersionConflict,
  type Appended,
  type EventStore,
  type LogHead,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoreCapabilities,
  type StreamWrite,
} from '../../src/store/event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';

/**
 * How a call fares. `lost`: it never arrived, and the caller is told that nothing is known. `unheard`: it was carried
 * out, and the answer was lost. `late`: the caller is told that nothing is known, and it may arrive afterwards.
 * `twice`: it is carried out, and arrives once more afterwards. Of a read, all but `done` and `twice` are `lost`.
 */
export type Fate = 'done' | 'lost' | 'unheard' | 'late' | 'twice';

/** Who decides on the calls of a machine. */
export interface Line {
  /** Comes back when the call may go on; never, where the machine has crashed. */
  wait(what: string): Promise<Fate>;
  /** Keeps a call for later. */
  later(what: string, call: () => Promise<unknown>): void;
  /** Up to where this machine has heard of the log, of all that is there. */
  heardOf(head: number): number;
  /** Whether the machine has crashed: then nothing of it goes on. */
  isGone(): boolean;
}

export class FaultyStore implements EventStore {
  readonly capabilities: StoreCapabilities;
  readonly standing = 'live';
  readonly closing = undefined;
  readonly #log: EventStore;
  readonly #line: Line;

  constructor(log: EventStore, line: Line, maxAppendBytes = log.capabilities.maxAppendBytes) {
    this.#log = log;
    this.#line = line;
    this.capabilities = { ...log.capabilities, maxAppendBytes };
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    const what = writes.map(said).join('; ');
    const append = (): Promise<Appended> => this.#log.append(writes);
    const fate = await this.#line.wait(`append ${what}`);
    if (fate === 'done') return append();
    if (fate === 'late' || fate === 'twice') this.#line.later(`late ${what}`, () => arriving(append));
    if (fate === 'twice') return append();
    if (fate === 'unheard') await arriving(append);
    if (this.#line.isGone()) return new Promise(() => undefined);
    throw new StoreUnavailable(`the append was ${fate}`);
  }

  async *readStream(stream: string, options?: ReadStreamOptions): AsyncGenerator<readonly RecordedEvent[]> {
    await this.#reading(`read ${stream} from ${String(options?.from ?? 0)}`);
    yield* await all(this.#log.readStream(stream, options));
  }

  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    await this.#reading(`last of ${stream}`);
    return this.#log.lastOf(stream);
  }

  /** Of the whole log a machine keeps a copy of its own, which may be behind. */
  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<readonly RecordedEvent[]> {
    await this.#reading(`read all after ${String(options.after ?? 0)}`);
    const upTo = Math.min(options.upTo ?? Infinity, await this.#heard());
    yield* await all(this.#log.readAll({ ...options, upTo: Math.max(upTo, 0) }));
  }

  async head(): Promise<LogHead> {
    await this.#reading('head');
    const head = await this.#log.head();
    return { ...head, position: await this.#heard() };
  }

  positionAt(instant: string): Promise<number> {
    return this.#log.positionAt(instant);
  }

  onCommit(): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #reading(what: string): Promise<void> {
    const fate = await this.#line.wait(what);
    if (fate !== 'done' && fate !== 'twice') throw new StoreUnavailable('the read was lost');
  }

  async #heard(): Promise<number> {
    return this.#line.heardOf((await this.#log.head()).position);
  }
}

/** Whatever comes of it, nobody hears of it; but only others may have been faster. */
async function arriving(append: () => Promise<unknown>): Promise<void> {
  await append().catch((error: unknown) => {
    if (!(error instanceof VersionConflict)) throw error;
  });
}

async function all<Page>(pages: AsyncIterable<Page>): Promise<readonly Page[]> {
  const read: Page[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

function said({ stream, expected, events }: StreamWrite): string {
  return `${stream} after ${String(expected)}: ${events.map(({ type }) => type).join(' ')}`;
}
