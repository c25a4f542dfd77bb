/**
 * Publishes the running hash of the log now and then. Every node does so when it is time, each at the revision behind the
 * last seal that it has heard of: of those who try at once one is stored, and the others hear of it and compare. So there
 * is one notary at a time, nobody has to be chosen, and where one dies another goes on.
 */
import { randomUUID } from 'node:crypto';
import { LogDamaged, type LogHead } from '../event-store.ts';
import { inTurns } from '../log/reading.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import type { CopyKeeper } from './copy-keeper.ts';
import type { Follower } from './follower.ts';
import { bytesOfSeal, sealStream, sealType, type Seal } from './seals.ts';
import type { Server } from './server.ts';

/** When a seal is due: after so many events, or after so many milliseconds where there was any. */
export interface SealingPace {
  readonly events: number;
  readonly ms: number;
}

/** Often enough for an auditor, and few enough to be read in seconds after years. */
export const ordinaryPace: SealingPace = { events: 10_000, ms: 600_000 };

export interface NotaryOptions {
  readonly server: Server;
  readonly copy: LogCopy;
  readonly keeper: CopyKeeper;
  readonly follower: Follower;
  readonly pace: SealingPace;
}

export class Notary {
  readonly #options: NotaryOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #unsubscribe: () => void;
  #working: Promise<void> | undefined;
  #isClosed = false;
  /** The revision that this node last tried to seal behind, and when; what became of that is yet to be heard. */
  #tried: { readonly behind: number; readonly at: number } | undefined;

  constructor(options: NotaryOptions) {
    this.#options = options;
    const look = (): void => {
      this.#look();
    };
    this.#timer = setInterval(look, Math.min(options.pace.ms, betweenLooks)).unref();
    this.#unsubscribe = options.keeper.listeners.add(look);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#unsubscribe();
    await this.#working;
  }

  #look(): void {
    if (this.#working !== undefined || this.#isClosed || !this.#isDue()) return;
    this.#working = this.#publish()
      .catch((error: unknown) => {
        // Whatever else stands in the way, as a server that is away: it is due still, and tried again.
        if (error instanceof LogDamaged) this.#options.follower.stop(error);
      })
      .finally(() => (this.#working = undefined));
  }

  #isDue(): boolean {
    const { follower, keeper, copy, pace } = this.#options;
    if (follower.standing !== 'live' || keeper.closing !== undefined) return false;
    const isToBeHeard =
      this.#tried?.behind === revisionOf(keeper.seals.last) && Date.now() - this.#tried.at < patience;
    if (isToBeHeard) return false;
    const news = copy.head().position - (keeper.seals.last?.position ?? 0);
    return news >= pace.events || (news > 0 && Date.now() - keeper.seals.heardAt >= pace.ms);
  }

  /** Nobody seals what does not follow on the last seal, event by event. */
  async #publish(): Promise<void> {
    const { server, copy, keeper } = this.#options;
    const { last } = keeper.seals;
    const head = copy.head();
    await this.#expectSound(last?.position ?? 0, head);
    if (this.#isClosed) return;
    const event = {
      ...{ id: randomUUID(), type: sealType },
      bytes: bytesOfSeal(head, new Date().toISOString()),
    };
    const expected = last?.revision ?? 'no-stream';
    const answer = await server.append(sealStream, expected, { events: [event], deadline: patience });
    // Of this node or another, what stands there comes in the order of the server, and is compared.
    if (answer.kind !== 'unknown') this.#tried = { behind: revisionOf(last), at: Date.now() };
  }

  /** @throws LogDamaged where the copy is not what was recorded */
  async #expectSound(after: number, head: LogHead): Promise<void> {
    const pages = this.#options.copy.reader.checked({ after, upTo: head.position }, head);
    const reading = inTurns(pages, () => undefined)[Symbol.asyncIterator]();
    while ((await reading.next()).done !== true) if (this.#isClosed) return;
  }
}

function revisionOf(seal: Seal | undefined): number {
  return seal?.revision ?? -1;
}

/** In milliseconds. */
const betweenLooks = 1_000;
const patience = 5_000;
