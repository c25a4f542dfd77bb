/** Appends to the log: each is chained to what it follows on, sent, and awaited in the copy of this node. */
import type { Appended } from '../event-store.ts';
import { LogDamaged, StoreUnavailable, VersionConflict } from '../event-store.ts';
import type { DraftWrite } from '../log/draft-append.ts';
import { emptyHash, seal } from '../log/envelope.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import type { Follower } from './follower.ts';
import { left, revisionOf, sendUntilKnown } from './sending.ts';
import type { Sendable, Server } from './server.ts';

export interface AppendingOptions {
  readonly server: Server;
  readonly copy: LogCopy;
  readonly follower: Follower;
  readonly clock: () => Date;
  /** For one append with all its attempts, in milliseconds. */
  readonly deadline: number;
}

export class Appends {
  readonly #options: AppendingOptions;

  constructor(options: AppendingOptions) {
    this.#options = options;
  }

  /**
   * One append after another to one stream: the caller sees to that.
   *
   * @throws VersionConflict, LogDamaged, LogMoved, AppendRefused, and StoreUnavailable where it is not known what became of it
   */
  async append(write: DraftWrite): Promise<Appended> {
    const { follower, deadline } = this.#options;
    const until = Date.now() + deadline;
    follower.expectGoingOn();
    const before = await this.#leafBefore(write, until);
    const last = await sendUntilKnown(
      this.#options.server,
      { ...write, events: this.#sealed(write, before) },
      until,
    );
    const expected = write.drafts.at(-1)?.revision;
    if (last !== expected)
      throw new LogDamaged(0, `${write.stream} goes on at ${String(last)}: it was deleted on the server`);
    await follower.untilArrived(write.stream, last, Math.max(until - Date.now(), leastWait));
    return { revisions: [last], position: this.#placeOf(write.stream, last).position };
  }

  /** The hash that the first event names: of the event at the expected revision, which the copy may not have yet. */
  async #leafBefore({ stream, expected, after }: DraftWrite, until: number): Promise<string> {
    if (expected === 'no-stream') return emptyHash;
    const { server, copy, follower } = this.#options;
    if (copy.placeOf(stream, expected) === undefined) {
      const last = await server.lastRevision(stream, left(until));
      if (last < expected) throw new VersionConflict(stream, expected, revisionOf(last));
      await follower.untilArrived(stream, expected, left(until));
    }
    const place = this.#placeOf(stream, expected);
    const { id } = copy.reader.at(place.position);
    if (after !== undefined && after !== id) throw new VersionConflict(stream, expected, expected);
    return place.leaf;
  }

  #placeOf(stream: string, revision: number): { readonly position: number; readonly leaf: string } {
    const place = this.#options.copy.placeOf(stream, revision);
    if (place === undefined) throw new StoreUnavailable('the copy of the log has lost what it had');
    return place;
  }

  #sealed({ drafts }: DraftWrite, before: string): readonly Sendable[] {
    const { clock, copy } = this.#options;
    const now = clock().toISOString();
    // Later than what this node has heard of; two nodes that write at the same instant may disagree by a moment.
    const recordedAt = now > copy.lastRecordedAt ? now : copy.lastRecordedAt;
    let prev = before;
    return drafts.map((draft) => {
      const { bytes, leaf } = seal(draft, recordedAt, prev);
      prev = leaf;
      return { id: draft.id, type: draft.type, bytes };
    });
  }
}

/** In milliseconds. What is stored already is worth waiting for a little longer. */
const leastWait = 1_000;
