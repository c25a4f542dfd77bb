/** The naming key: made once for a directory, and kept on the server, sealed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { StoreUnavailable, VersionConflict } from '../event-store.ts';
import { left, sendUntilKnown } from '../eventstoredb/sending.ts';
import type { Server } from '../eventstoredb/server.ts';
import { DirectoryKeyRefused } from './key-file.ts';
import { SealBroken, keyNumberOf, type KeyRing, type SealedPlace } from './key-ring.ts';
import { StreamNames, namingStream } from './names.ts';
import { recordType } from './records.ts';

export class Naming {
  readonly #server: Server;
  readonly #keys: KeyRing;
  #names: StreamNames | undefined;

  constructor(server: Server, keys: KeyRing) {
    this.#server = server;
    this.#keys = keys;
  }

  /**
   * The names of the directory on the server, which is begun where there is none.
   *
   * @param until the instant, in milliseconds, at which it is given up
   * @throws DirectoryKeyRefused where the directory there was begun with another key
   * @throws StoreUnavailable
   */
  async names(until: number): Promise<StreamNames> {
    this.#names ??= new StreamNames(await this.#key(until));
    return this.#names;
  }

  /** Seals the naming key with the key that seals now. Gives whether there was anything to do. @throws StoreUnavailable */
  async reseal(until: number): Promise<boolean> {
    const stored = await this.#server.last(namingStream, left(until));
    // Every directory has one. An answer that was cut off looks like that of a stream that is not there, and whoever took
    // it for one would destroy the key by which the naming key is still sealed.
    if (stored === undefined) throw new StoreUnavailable('EventStoreDB answered without the naming key');
    const { bytes, revision } = stored;
    if (keyNumberOf(bytes, placeAt(revision)) === this.#keys.sealing) return false;
    await this.#server.showOnlyLast(namingStream, left(until));
    const sealed = this.#keys.seal(this.#opened(bytes, placeAt(revision)), placeAt(revision + 1));
    const events = [{ id: randomUUID(), type: recordType, bytes: sealed }];
    await sendUntilKnown(this.#server, { stream: namingStream, expected: revision, events }, until);
    return true;
  }

  async #key(until: number): Promise<Buffer> {
    const stored = await this.#server.last(namingStream, left(until));
    if (stored !== undefined) return this.#opened(stored.bytes, placeAt(stored.revision));
    const key = randomBytes(keyLength);
    try {
      await this.#begin(key, until);
      return key;
    } catch (error) {
      // Another node began it first.
      if (error instanceof VersionConflict) return this.#key(until);
      throw error;
    }
  }

  async #begin(key: Buffer, until: number): Promise<void> {
    const bytes = this.#keys.seal(key, placeAt(0));
    const events = [{ id: randomUUID(), type: recordType, bytes }];
    const last = await sendUntilKnown(
      this.#server,
      { stream: namingStream, expected: 'no-stream', events },
      until,
    );
    if (last !== 0) throw new SealBroken(placeAt(0), 'was deleted on the server');
  }

  #opened(bytes: Buffer, place: SealedPlace): Buffer {
    try {
      return this.#keys.open(bytes, place);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      throw new DirectoryKeyRefused(
        'the directory on the server was begun with another key than the key file holds; give every node the same file',
      );
    }
  }
}

const keyLength = 32;

function placeAt(revision: number): SealedPlace {
  return { purpose: 'naming', stream: namingStream, revision };
}
