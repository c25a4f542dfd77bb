import type { Deliveries } from './deliveries.ts';
import { strikeOf, type Fault, type Method, type Strike } from './strike.ts';
import type { Timers } from './timers.ts';

interface Planned {
  readonly methods: readonly Method[];
  readonly fault: Fault;
  /** Every so many calls; 1 for each. */
  readonly every: number;
  left: number;
  seen: number;
}

/** What is to go wrong on one server, and what has: each fault strikes the calls that it names, and no other. */
export class Faults {
  readonly #deliveries: Deliveries;
  readonly #timers: Timers;
  readonly #calls = new Map<Method, number>();
  readonly #struck: { readonly method: Method; readonly fault: Fault }[] = [];
  #planned: Planned[] = [];

  constructor(deliveries: Deliveries, timers: Timers) {
    this.#deliveries = deliveries;
    this.#timers = timers;
  }

  /** Strikes the next call of a method, or of several; or the next few. */
  next(methods: Method | readonly Method[], fault: Fault, calls = 1): void {
    this.#planned.push({ methods: [methods].flat(), fault, every: 1, left: calls, seen: 0 });
  }

  /** Strikes every k-th call of a method, until `clear`. */
  every(k: number, methods: Method | readonly Method[], fault: Fault): void {
    this.#planned.push({ methods: [methods].flat(), fault, every: k, left: Infinity, seen: 0 });
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.#planned = [];
    this.#deliveries.duplicate(0);
    this.releaseSubscriptions();
  }

  /** How often a method was called. */
  calls(method: Method): number {
    return this.#calls.get(method) ?? 0;
  }

  /** What went wrong, in order. */
  get struck(): readonly { readonly method: Method; readonly fault: Fault }[] {
    return this.#struck;
  }

  /** Keeps what is written from now on from every subscription, for a time or until it is released. */
  holdSubscriptions(ms?: number): void {
    this.#deliveries.hold();
    if (ms !== undefined) this.#timers.after(ms, () => this.releaseSubscriptions());
  }

  releaseSubscriptions(): void {
    this.#deliveries.release();
  }

  /** Drops every subscription as one whose reader is too slow. */
  dropSubscriptions(): void {
    this.#deliveries.drop();
  }

  /** Ends every subscription as though there were no more to come. */
  endSubscriptions(): void {
    this.#deliveries.end();
  }

  /** The next few events that a subscription sends go out twice. */
  duplicateNextDelivery(times = 1): void {
    this.#deliveries.duplicate(times);
  }

  /** Called by the server once for each call. */
  take(method: Method): Strike | undefined {
    this.#calls.set(method, this.calls(method) + 1);
    for (const planned of this.#planned) {
      if (!planned.methods.includes(method) || planned.left === 0) continue;
      planned.seen += 1;
      if (planned.seen % planned.every !== 0) continue;
      planned.left -= 1;
      this.#struck.push({ method, fault: planned.fault });
      return strikeOf(planned.fault);
    }
    return undefined;
  }
}
