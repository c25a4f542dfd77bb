/**
 * Follows the server: one subscription at a time, begun again from where the keeper is whenever it fails or falls
 * silent. What does not fit stops it for good, and says so.
 */
import type { AllStreamSubscription } from '@eventstore/db-client';
import { StoreUnavailable, type LogStanding } from '../event-store.ts';
import { Arrivals } from './arrivals.ts';
import type { Keeper } from './keeper.ts';
import { Rest } from './rest.ts';
import { Silence } from './silence.ts';
import type { Arrived, Server, ServerPosition } from './server.ts';
import { Standing } from './standing.ts';

export interface FollowerOptions {
  readonly server: Server;
  readonly keeper: Keeper;
  /** Of streams, as `Victim` of `Victim-1`. */
  readonly categories: readonly string[];
  /** After so many milliseconds without a word the subscription is begun again: a dead one looks like a quiet one. */
  readonly silence: number;
}

export class Follower {
  readonly #arrivals: Arrivals;
  readonly #options: FollowerOptions;
  readonly #rest = new Rest();
  readonly #standing = new Standing();
  #subscription: AllStreamSubscription | undefined;
  #pending: Arrived[] = [];
  #begunAt = 0;
  #isClosed = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#arrivals = new Arrivals(options.keeper);
  }

  get standing(): LogStanding {
    return this.#standing.now;
  }

  /** Why nothing is heard of the server; undefined while something is. */
  get whyAway(): Error | undefined {
    return this.standing === 'away' ? this.#options.server.told(this.#standing.failure) : undefined;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** @throws what stopped it for good, where something did */
  expectWhole(): void {
    this.#standing.expectWhole();
  }

  /** @throws what stopped it for good, or why nothing more is taken in */
  expectGoingOn(): void {
    this.expectWhole();
    const { end } = this.#options.keeper;
    if (end) throw end;
  }

  /** Resolves once all is taken in that the server had when it was asked, or after so long. Tells whether it is. */
  untilLive(ms: number): Promise<boolean> {
    return this.#standing.untilLive(ms);
  }

  /**
   * Resolves once an event that the server has is taken in.
   *
   * @throws StoreUnavailable where it does not come within so many milliseconds, or why it is not taken in
   */
  async untilArrived(stream: string, revision: number, ms: number): Promise<void> {
    const { keeper } = this.#options;
    if (keeper.end && !keeper.has(stream, revision)) throw keeper.end;
    // A subscription that lags, or is dead without saying so, is begun again before it is given up.
    const late = setTimeout(() => {
      if (Date.now() - this.#begunAt > ms / 2) this.#restart();
    }, ms / 2);
    try {
      await this.#arrivals.of(stream, revision, ms);
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends the following for good, and says so: to whoever asks, and to whoever looks after the machine. */
  stop(failure: unknown): void {
    if (this.#standing.isStopped) return;
    if (this.#standing.wasLive) this.#options.keeper.warnOf(failure);
    this.#standing.become('stopped', failure);
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
    this.#options.keeper.save();
  }

  async #run(): Promise<void> {
    let pause = shortestPause;
    while (this.#goesOn()) {
      try {
        await this.#listen(() => (pause = shortestPause));
      } catch (error) {
        this.#pending = [];
        if (this.#options.keeper.isForGood(error)) {
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
    const { server, keeper, categories } = this.#options;
    await keeper.prepare();
    if (!this.#goesOn()) return;
    const silence = new Silence(this.#options.silence, () => {
      this.#restart();
    });
    const subscription = server.follow(keeper.after, {
      categories,
      onCheckpoint: (at) => {
        silence.breaks();
        this.#schedule(() => {
          this.#reach(at);
        });
      },
    });
    this.#subscription = subscription;
    this.#begunAt = Date.now();
    const look = this.#watch(subscription, silence, onSign);
    try {
      for await (const { event } of subscription) {
        silence.breaks();
        if (event) this.#pending.push(server.arrivedOf(event));
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

  /** Listens to what is said beside the events. Gives what is to be asked after each: whether all has come. */
  #watch(subscription: AllStreamSubscription, silence: Silence, onSign: () => void): () => void {
    let hasAll = false;
    const look = (): void => {
      if (!hasAll || subscription.readableLength > 0) return;
      this.#schedule(() => {
        this.#options.keeper.expectWhole();
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
    if (taken.length === 0 || this.#isClosed) return;
    this.#pending = [];
    const { keeper } = this.#options;
    try {
      keeper.take(taken);
    } finally {
      this.#arrivals.tell(taken);
    }
    if (keeper.end) this.#arrivals.fail(keeper.end);
  }

  /** What has come before a checkpoint and was not taken by the end of its turn is before it all the same. */
  #reach(at: ServerPosition): void {
    const hasAll = this.#pending.length === 0 && this.#subscription?.readableLength === 0;
    if (hasAll && !this.#isClosed) this.#options.keeper.reach(at);
  }
}

const mostAtOnce = 500;
/** In milliseconds, between two subscriptions. */
const shortestPause = 50;
const longestPause = 5_000;
