/**
 * Follows the server: one subscription at a time, begun again from where the keeper is whenever it fails or falls
 * silent. What does not fit stops it for good, and says so.
 */
import type { AllStreamSubscription } from '@eventstore/db-client';
import { StoreUnavailable, type LogStanding } from '../event-store.ts';
import { Arrivals } from './arrivals.ts';
import type { Keeper } from './keeper.ts';
import { Silence } from './silence.ts';
import { arrivedOf, type Arrived, type Server, type ServerPosition } from './server.ts';

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
  #standing: LogStanding = 'behind';
  #failure: unknown;
  #subscription: AllStreamSubscription | undefined;
  #pending: Arrived[] = [];
  #begunAt = 0;
  #isClosed = false;
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  readonly #awaitingLive = new Set<() => void>();

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#arrivals = new Arrivals(options.keeper);
  }

  get standing(): LogStanding {
    return this.#standing;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** @throws what stopped it for good, where something did */
  expectWhole(): void {
    if (this.#standing === 'stopped') throw this.#failure;
  }

  /** Resolves once all is taken in that the server had when it was asked, or after so long. Tells whether it is. */
  async untilLive(ms: number): Promise<boolean> {
    if (this.#standing !== 'live') {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#awaitingLive.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this.#standing === 'live';
  }

  /**
   * Resolves once an event that the server has is taken in.
   *
   * @throws StoreUnavailable where it does not come within so many milliseconds
   */
  async untilArrived(stream: string, revision: number, ms: number): Promise<void> {
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

  #restart(): void {
    this.#subscription?.destroy(new StoreUnavailable('the subscription was begun again'));
    this.#wake();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#restart();
    await this.#running;
    this.#options.keeper.save();
  }

  async #run(): Promise<void> {
    let pause = shortestPause;
    while (!this.#isClosed) {
      try {
        await this.#listen(() => (pause = shortestPause));
      } catch (error) {
        this.#pending = [];
        if (this.#options.keeper.isForGood(error)) {
          this.#become('stopped', error);
          return;
        }
        this.#become('away', error);
      }
      await this.#rest(pause);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  /** @throws whatever ends the subscription */
  async #listen(onSign: () => void): Promise<void> {
    await this.#options.keeper.prepare();
    if (this.#isClosed) return;
    const silence = new Silence(this.#options.silence, () => {
      this.#restart();
    });
    const { server, categories, keeper } = this.#options;
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
        if (event) this.#pending.push(arrivedOf(event));
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
        this.#become('live');
      });
    };
    subscription.on('confirmation', () => {
      onSign();
      silence.breaks();
      if (this.#standing === 'away') this.#become('behind');
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
    this.#options.keeper.take(taken);
    this.#arrivals.tell(taken);
  }

  /** What has come before a checkpoint and was not taken by the end of its turn is before it all the same. */
  #reach(at: ServerPosition): void {
    const hasAll = this.#pending.length === 0 && this.#subscription?.readableLength === 0;
    if (hasAll && !this.#isClosed) this.#options.keeper.reach(at);
  }

  #become(state: LogStanding, failure?: unknown): void {
    this.#standing = state;
    this.#failure = failure;
    if (state !== 'live' && state !== 'stopped') return;
    for (const tell of this.#awaitingLive) tell();
    this.#awaitingLive.clear();
    if (state === 'stopped') this.#arrivals.fail(failure);
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#isClosed ? 0 : ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const mostAtOnce = 500;
/** In milliseconds, between two subscriptions. */
const shortestPause = 50;
const longestPause = 5_000;
