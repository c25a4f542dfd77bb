import {
  AppendRefused,
  type Appended,
  type EventStore,
  type LogHead,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoreCapabilities,
} from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';

/** A log as it was when it ended at a position, whatever is recorded in it now. It takes nothing. */
export class PinnedStore implements EventStore {
  readonly capabilities: StoreCapabilities;
  readonly standing = 'live' as const;
  readonly closing = undefined;
  readonly #under: EventStore;
  readonly #head: LogHead;

  constructor(under: EventStore, head: LogHead) {
    this.#under = under;
    this.#head = head;
    this.capabilities = under.capabilities;
  }

  append(): Promise<Appended> {
    return Promise.reject(new AppendRefused('nothing is appended to a log of the past'));
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    for await (const page of this.#under.readStream(stream, options)) {
      const then = page.filter(({ position }) => position <= this.#head.position);
      if (then.length > 0) yield then;
      if (then.length < page.length) return;
    }
  }

  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    const last = await this.#under.lastOf(stream);
    if (last === undefined || last.position <= this.#head.position) return last;
    let then: RecordedEvent | undefined;
    for await (const page of this.readStream(stream)) then = page.at(-1);
    return then;
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedEvent[]> {
    const upTo = Math.min(options.upTo ?? Infinity, this.#head.position);
    return this.#under.readAll({ ...options, upTo });
  }

  head(): Promise<LogHead> {
    return Promise.resolve(this.#head);
  }

  async positionAt(instant: string): Promise<number> {
    return Math.min(await this.#under.positionAt(instant), this.#head.position);
  }

  onCommit(): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
