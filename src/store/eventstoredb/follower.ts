/**
 * Follows the server and keeps the copy: one subscription at a time, begun again from where the copy ends whenever it
 * fails or falls silent. What does not fit stops it for good, and says so.
 */
import type { AllStreamSubscription } from '@eventstore/db-client';
import { LogDamaged, LogMoved, StoreUnavailable, type Closing, type LogStanding } from '../event-store.ts';
import { CommitListeners } from '../log/commit-listeners.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import { Arrivals } from './arrivals.ts';
import { CopyProgress } from './copy-progress.ts';
import { HeardMarks, isMark } from './heard-marks.ts';
import { markCategory } from './marks.ts';
import { Rest } from './rest.ts';
import type { Seals } from './seals.ts';
import { Standing } from './standing.ts';
import { Silence } from './silence.ts';
import { arrivedOf, type Arrived, type Server } from './server.ts';

export interface FollowerOptions {
  readonly server: Server;
  readonly copy: LogCopy;
  readonly categories: readonly string[];
  /** The path of the file that says how far the copy goes. */
  readonly markFile: string;
  /** After so many milliseconds without a word the subscription is begun again: a dead one looks like a quiet one. */
  readonly silence: number;
  /** Whether all that stands in the streams is read, closed or not: for whoever moves a ledger in. */
  readonly isHeedless: boolean;
}

export class Follower {
  readonly listeners = new CommitListeners();
  readonly #arrivals: Arrivals;
  readonly #progress: CopyProgress;
  readonly #options: FollowerOptions;
  readonly #marks: HeardMarks;
  readonly #rest = new Rest();
  readonly #standing = new Standing();
  #subscription: AllStreamSubscription | undefined;
  #pending: Arrived[] = [];
  #begunAt = 0;
  #isClosed = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#arrivals = new Arrivals(options.copy);
    this.#marks = new HeardMarks(options.copy);
    this.#progress = new CopyProgress(options.copy, options.markFile);
  }

  get standing(): LogStanding {
    return this.#standing.now;
  }

  /** The seals that were heard. */
  get seals(): Seals {
    return this.#marks.seals;
  }

  /** Why the log goes no further; undefined where it goes on, as far as was heard. */
  get closing(): Closing | undefined {
    return this.#marks.closing;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** @throws LogDamaged where the copy has stopped for good */
  expectWhole(): void {
    this.#standing.expectWhole();
  }

  /** @throws LogDamaged, or LogMoved where the log takes no more events */
  expectGoingOn(): void {
    this.expectWhole();
    if (this.closing) throw new LogMoved(this.closing);
  }

  /** Resolves once the copy has all that the server had when it was asked, or after so long. Tells whether it has. */
  untilLive(ms: number): Promise<boolean> {
    return this.#standing.untilLive(ms);
  }

  /**
   * The position of an event that the server has, once it is copied.
   *
   * @throws StoreUnavailable where it does not come within so many milliseconds
   * @throws LogMoved where the log was closed before it
   */
  async untilArrived(stream: string, revision: number, ms: number): Promise<number> {
    if (this.closing && this.#options.copy.placeOf(stream, revision) === undefined)
      throw new LogMoved(this.closing);
    // A subscription that lags, or is dead without saying so, is begun again before it is given up.
    const late = setTimeout(() => {
      if (Date.now() - this.#begunAt > ms / 2) this.#restart();
    }, ms / 2);
    try {
      return await this.#arrivals.of(stream, revision, ms);
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends the copying for good, and says so: to whoever asks, and to whoever looks after the machine. */
  stop(failure: LogDamaged): void {
    if (this.#standing.isStopped) return;
    this.#standing.stop(failure);
    this.#arrivals.fail(failure);
    this.#restart();
  }

  #restart(): void {
    this.#subscription?.destroy(new StoreUnavailable('the subscription was begun again'));
    this.#rest.end();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#restart();
    await this.#running;
    this.#progress.save();
    this.listeners.clear();
  }

  async #run(): Promise<void> {
    let pause = shortestPause;
    while (this.#goesOn()) {
      try {
        await this.#listen(() => (pause = shortestPause));
      } catch (error) {
        this.#pending = [];
        if (error instanceof LogDamaged) {
          this.stop(error);
          return;
        }
        if (this.#standing.isStopped) return;
        this.#standing.become('away', error);
      }
      if (this.#goesOn()) await this.#rest.of(pause);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  #goesOn(): boolean {
    return !this.#isClosed && !this.#standing.isStopped;
  }

  /** @throws whatever ends the subscription */
  async #listen(onSign: () => void): Promise<void> {
    const { server, categories, isHeedless } = this.#options;
    if (!isHeedless) await this.#marks.learn(server);
    if (!this.#goesOn()) return;
    const silence = new Silence(this.#options.silence, () => {
      this.#restart();
    });
    const subscription = server.follow(this.#progress.after, {
      categories: isHeedless ? categories : [...categories, markCategory],
      onCheckpoint: () => {
        silence.breaks();
      },
    });
    this.#subscription = subscription;
    this.#begunAt = Date.now();
    const look = this.#watch(subscription, silence, onSign);
    try {
      for await (const { event } of subscription) {
        silence.breaks();
        if (event) this.#hear(arrivedOf(event));
        if (this.#pending.length >= mostAtOnce) this.#take();
        else this.#schedule();
        look();
      }
    } finally {
      silence.end();
      subscription.destroy();
      await subscription.unsubscribe().catch(() => undefined);
    }
  }

  /** What stands behind the mark that closes the log is no part of it. */
  #hear(arrived: Arrived): void {
    if (!isMark(arrived)) {
      if (!this.closing) this.#pending.push(arrived);
      return;
    }
    this.#take();
    if (this.#marks.heed(arrived)) throw new StoreUnavailable('the log was opened again');
    if (this.closing) this.#arrivals.fail(new LogMoved(this.closing));
  }

  /** Listens to what is said beside the events. Gives what is to be asked after each: whether all has come. */
  #watch(subscription: AllStreamSubscription, silence: Silence, onSign: () => void): () => void {
    let hasAll = false;
    const look = (): void => {
      if (!hasAll || subscription.readableLength > 0) return;
      this.#schedule(() => {
        this.#standing.become('live');
      });
    };
    subscription.on('confirmation', () => {
      onSign();
      silence.breaks();
      if (this.standing === 'away') this.#standing.become('behind');
    });
    subscription.on('caughtUp', () => {
      hasAll = true;
      silence.breaks();
      look();
    });
    return look;
  }

  /** Takes in what has come by the end of this turn, together. */
  #schedule(then?: () => void): void {
    const subscription = this.#subscription;
    setImmediate(() => {
      if (subscription?.destroyed === true) return;
      try {
        this.#take();
        then?.();
      } catch (error) {
        subscription?.destroy(error as Error);
      }
    });
  }

  #take(): void {
    const taken = this.#pending;
    const last = taken.at(-1);
    if (last === undefined || this.#isClosed) return;
    this.#pending = [];
    this.#options.copy.take(taken);
    this.#progress.reach(last.at);
    this.#arrivals.tell(taken);
    const { position } = this.#options.copy.head();
    this.listeners.tell(position);
  }
}

const mostAtOnce = 500;
/** In milliseconds, between two subscriptions. */
const shortestPause = 50;
const longestPause = 5_000;
