/** The streams of the directory, for one errand: what stands in them, on this node and on the server, and what is added. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable, VersionConflict } from '../event-store.ts';
import type { DirectoryKind, Held } from '../directory.ts';
import type { Follower } from '../eventstoredb/follower.ts';
import { left, revisionOf, sendUntilKnown } from '../eventstoredb/sending.ts';
import type { Server } from '../eventstoredb/server.ts';
import type { DirectoryIndex, KnownStream } from './directory-index.ts';
import { SealBroken, type KeyRing } from './key-ring.ts';
import type { StreamNames } from './names.ts';
import { bytesOf, heldBy, recordIn, recordType, type Claim, type DirectoryRecord } from './records.ts';

/** How an id stands; at revision -1 nothing was ever said of it. */
export interface IdState extends KnownStream {
  readonly held: Held | undefined;
}

/** How a label stands; at revision -1 nobody has ever claimed it. */
export interface LabelState extends KnownStream {
  readonly claim: Claim | undefined;
}

/** Where it is looked up how things stand. */
export interface Source {
  idState(id: string): Promise<IdState>;
  labelState(kind: DirectoryKind, label: string): Promise<LabelState>;
}

/** What an errand needs. */
export interface Errand {
  readonly server: Server;
  readonly keys: KeyRing;
  readonly index: DirectoryIndex;
  readonly follower: Follower;
  readonly names: StreamNames;
  /** The instant, in milliseconds, at which it is given up. */
  readonly until: number;
}

export class LabelStreams {
  readonly index: DirectoryIndex;
  readonly names: StreamNames;
  /** As far as this node has heard. */
  readonly known: Source;
  /** As the server has it now. @throws StoreUnavailable */
  readonly onServer: Source;
  readonly #errand: Errand;

  constructor(errand: Errand) {
    this.#errand = errand;
    this.index = errand.index;
    this.names = errand.names;
    this.known = {
      idState: (id) => Promise.resolve(this.#knownId(id)),
      labelState: (kind, label) => Promise.resolve(this.#knownLabel(kind, label)),
    };
    this.onServer = {
      idState: (id) => this.#idOnServer(id),
      labelState: (kind, label) => this.#labelOnServer(kind, label),
    };
  }

  /** Adds the next record. Gives false where somebody wrote first. @throws StoreUnavailable, SealBroken */
  async add({ stream, revision }: KnownStream, record: DirectoryRecord): Promise<boolean> {
    const { server, keys, until } = this.#errand;
    const place = { purpose: 'record', stream, revision: revision + 1 } as const;
    const events = [{ id: randomUUID(), type: recordType, bytes: keys.seal(bytesOf(record), place) }];
    try {
      const last = await sendUntilKnown(server, { stream, expected: revisionOf(revision), events }, until);
      if (last !== revision + 1) throw new SealBroken(place, 'was deleted on the server');
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  /** Lets the stream show its last record alone, where the server lets us. @throws StoreUnavailable once time is over */
  async showOnlyLast(stream: string): Promise<void> {
    const { server, until } = this.#errand;
    for (;;) {
      try {
        await server.showOnlyLast(stream, Math.min(left(until), longestAttempt));
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || Date.now() + pauseBetweenAttempts >= until) throw error;
        await pause(pauseBetweenAttempts);
      }
    }
  }

  /** Waits until this node knows what stands there. @throws StoreUnavailable where it takes too long */
  async heard({ stream, revision }: KnownStream): Promise<void> {
    const { follower, until } = this.#errand;
    if (revision >= 0) await follower.untilArrived(stream, revision, left(until));
  }

  /** @throws StoreUnavailable once the time of the errand is over */
  expectTime(): void {
    if (Date.now() >= this.#errand.until)
      throw new StoreUnavailable('others kept writing to the directory, or the server was too slow');
  }

  /** The revision first: what is decided on something newer than that is refused by the server, and looked at again. */
  #knownId(id: string): IdState {
    const stream = this.names.ofId(id);
    const revision = this.index.revisionOf(stream);
    return { stream, revision, held: this.index.heldOf(id) };
  }

  #knownLabel(kind: DirectoryKind, label: string): LabelState {
    const stream = this.names.ofLabel(kind, label);
    const revision = this.index.revisionOf(stream);
    return { stream, revision, claim: this.index.claimIn(stream) };
  }

  async #idOnServer(id: string): Promise<IdState> {
    const { stream, revision, record } = await this.read(this.names.ofId(id));
    return { stream, revision, held: record && heldBy(record) };
  }

  async #labelOnServer(kind: DirectoryKind, label: string): Promise<LabelState> {
    const { stream, revision, record } = await this.read(this.names.ofLabel(kind, label));
    return { stream, revision, claim: record !== undefined && 'owner' in record ? record : undefined };
  }

  /** The last record of a stream, as the server has it. @throws StoreUnavailable */
  async read(stream: string): Promise<KnownStream & { readonly record: DirectoryRecord | undefined }> {
    const { server, keys, until } = this.#errand;
    const known = this.index.revisionOf(stream);
    const stored = await server.last(stream, left(until));
    const revision = stored?.revision ?? -1;
    // An answer that was cut off looks like that of a stream that is not there.
    if (revision < known) throw new StoreUnavailable('EventStoreDB answered with less than it has had');
    const bytes = stored && keys.open(stored.bytes, { purpose: 'record', stream, revision });
    return { stream, revision, record: bytes && recordIn(bytes) };
  }
}

/** In milliseconds. */
const longestAttempt = 3_000;
const pauseBetweenAttempts = 50;
