/**
 * What every shelf promises. Each adapter runs this suite, with a function that opens a new and empty store.
 */
import type { EventStore } from '../../src/store/event-store.ts';
import { appending } from './contract/appending.ts';
import { checking } from './contract/checking.ts';
import { closing } from './contract/closing.ts';
import { listening } from './contract/listening.ts';
import { modelled } from './contract/modelled.ts';
import { reading } from './contract/reading.ts';
import { refusing } from './contract/refusing.ts';
import { retrying } from './contract/retrying.ts';
import { telling } from './contract/telling.ts';

export interface OpenOptions {
  readonly atomicStreams?: boolean;
  readonly clock?: () => Date;
}

/** Opens a new and empty store. */
export type OpenStore = (options?: OpenOptions) => Promise<EventStore>;

/** What not every shelf can promise; where it does, it is held to it. */
export interface Traits {
  readonly atomicStreams: boolean;
  readonly strictIds: boolean;
  /** Whether the same ids with other words are known for another append. */
  readonly comparesWords: boolean;
}

export interface Subject {
  /** Opens a store, which is closed after the test. */
  readonly open: OpenStore;
  readonly traits: Traits;
}

export function keepsThePromisesOfAnEventStore(name: string, openStore: OpenStore, traits: Traits): void {
  const opened: EventStore[] = [];
  const open: OpenStore = async (options) => {
    const store = await openStore(options);
    opened.push(store);
    return store;
  };
  const subject: Subject = { open, traits };

  describe(name, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });
    describe('appending', () => appending(subject));
    if (traits.atomicStreams) describe('checking', () => checking(subject));
    describe('retrying', () => retrying(subject));
    describe('refusing', () => refusing(subject));
    describe('reading', () => reading(subject));
    describe('telling where and when', () => telling(subject));
    describe('listening', () => listening(subject));
    describe('closing', () => closing(subject));
    describe('against a model', () => modelled(subject));
  });
}
