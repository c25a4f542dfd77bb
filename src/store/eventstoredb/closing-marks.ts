/** Reads and writes the marks of one server, each at the revision that it was decided on: of two writers, one is told. */
import { randomUUID } from 'node:crypto';
import { StoreUnavailable, VersionConflict } from '../event-store.ts';
import {
  bytesOfNotice,
  closingMarkIn,
  closingStream,
  type ClosingMark,
  type ClosingNotice,
} from './marks.ts';
import { sendUntilKnown } from './sending.ts';
import type { Server } from './server.ts';

export class ClosingMarks {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** All of them, oldest first. @throws StoreUnavailable */
  async read(): Promise<readonly ClosingMark[]> {
    return (await this.#server.readShort(closingStream, patience)).map(closingMarkIn);
  }

  /** Writes one behind those that were read. @throws StoreUnavailable where somebody else was quicker */
  async add(notice: ClosingNotice, behind: readonly ClosingMark[]): Promise<void> {
    const event = { id: randomUUID(), type: notice.type, bytes: bytesOfNotice(notice) };
    const expected = behind.at(-1)?.revision ?? 'no-stream';
    try {
      await sendUntilKnown(
        this.#server,
        { stream: closingStream, expected, events: [event] },
        Date.now() + patience,
      );
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      throw new StoreUnavailable('somebody else closed or opened the log on the server at the same time');
    }
  }
}

/** In milliseconds. */
const patience = 30_000;
