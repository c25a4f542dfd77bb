/** Holds events against the hashes beside them while they are read: cheaper than a verification, which asks the index too. */
import { emptyHash, leafHashOfText, readEnvelope, runningHash } from '../log/envelope.ts';
import { LogDamaged, type LogHead } from '../event-store.ts';
import { Recent } from '../recent.ts';
import type { RecordedEvent } from '../recorded-event.ts';

/** Streams whose last event is remembered: more would cost memory; other links are left to a verification. */
const mostStreams = 4_096;

export class Chain {
  /** The running hash of what was read. */
  hash: string;
  /** The last position that was read. */
  position: number;
  readonly #tips = new Recent<string, Tip>(mostStreams);

  /** Begins behind the end of what stands before the first event to be taken. */
  constructor({ position, hash }: LogHead) {
    this.position = position;
    this.hash = hash;
  }

  /**
   * The event in this text, which is that of its bytes: bytes that are no text come as another, of another hash.
   *
   * @throws LogDamaged where it is not what was recorded there
   */
  take(position: number, running: string, text: string): RecordedEvent {
    const next = this.position + 1;
    expect(position === next, next, 'is missing');
    const leaf = leafHashOfText(text);
    this.hash = runningHash(this.hash, leaf);
    expect(running === this.hash, next, 'is not what was recorded there');
    return this.link(leaf, text);
  }

  /**
   * The next event, in a text that was held against its hashes already and has this leaf hash.
   *
   * @throws LogDamaged where it does not follow on the event before it in its stream
   */
  link(leaf: string, text: string): RecordedEvent {
    this.position += 1;
    const event = readEnvelope(text, this.position);
    this.#expectLink(event);
    this.#tips.set(event.stream, { revision: event.revision, leaf });
    return event;
  }

  #expectLink({ stream, revision, prev, position }: RecordedEvent): void {
    const before = revision === 0 ? { revision: -1, leaf: emptyHash } : this.#tips.get(stream);
    if (before === undefined) return;
    expect(revision === before.revision + 1, position, `is not the next of ${stream}`);
    expect(prev === before.leaf, position, `does not follow on the event before it of ${stream}`);
  }
}

interface Tip {
  readonly revision: number;
  readonly leaf: string;
}

function expect(isSo: boolean, position: number, why: string): void {
  if (!isSo) throw new LogDamaged(position, why);
}
