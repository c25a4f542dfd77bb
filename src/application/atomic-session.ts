import type { Policies } from '../domain/policy/catalogue.ts';
import type { Appended, EventStore, StreamWrite } from '../store/event-store.ts';
import { expectedOf, type Aggregate, type Aggregates } from './aggregates.ts';
import {
  decideStep,
  Overtaken,
  stepEvents,
  type Asking,
  type Session,
  type Step,
  type StepEvent,
} from './session.ts';
import { streamName, type Kind, type StateOf, type StreamRef } from './streams.ts';

/** All steps of a command in one append: nobody ever sees the one without the other. */
export class AtomicSession implements Session {
  readonly asking: Asking;
  readonly policies: Policies;
  readonly events: StepEvent[] = [];
  readonly #aggregates: Aggregates;
  readonly #store: EventStore;
  /** Every stream that was looked at, by name. */
  readonly #looked = new Map<string, Aggregate>();
  /** The streams written to, with the revision that each had before. */
  readonly #staged = new Map<Aggregate, number>();
  /** What each step has brought about, in the order of the steps: the log is to have it in that order. */
  readonly #writes: StreamWrite[] = [];

  constructor(asking: Asking, policies: Policies, from: { aggregates: Aggregates; store: EventStore }) {
    this.asking = asking;
    this.policies = policies;
    this.#aggregates = from.aggregates;
    this.#store = from.store;
  }

  async read<K extends Kind>(ref: StreamRef<K>, isFresh = false): Promise<StateOf<K>> {
    const { state } = await this.#load(ref, isFresh);
    return state as StateOf<K>;
  }

  async heard(ref: StreamRef): Promise<string | undefined> {
    const { heard } = await this.#load(ref);
    return heard.get(this.asking.commandId);
  }

  async origin(ref: StreamRef): Promise<string | undefined> {
    return (await this.#load(ref)).origin;
  }

  async step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent<K>[]> {
    const aggregate = await this.#load(step.ref);
    const decided = decideStep(aggregate, step, this);
    if (decided.toAppend.length === 0) return [];
    const { stream, last: after } = aggregate;
    this.#writes.push({ stream, expected: expectedOf(aggregate), after, events: decided.toAppend });
    if (!this.#staged.has(aggregate)) this.#staged.set(aggregate, decided.decidedAt);
    this.#aggregates.advance(aggregate, decided.toFold, decided.decidedAt);
    const events = stepEvents(decided) as readonly StepEvent<K>[];
    this.events.push(...events);
    return events;
  }

  /**
   * Looks again at the streams that were looked at and not written to: of the others, the append will tell.
   *
   * @throws Overtaken where another process has written to one of them
   */
  async confirm(): Promise<void> {
    for (const aggregate of this.#looked.values()) {
      if (this.#staged.has(aggregate) || aggregate.underway) continue;
      const { revision, ref } = aggregate;
      if ((await this.#aggregates.load(ref, true)).revision !== revision) throw new Overtaken();
    }
  }

  /**
   * Hands everything to the store as one append, once all that it was decided on is stored; a command that looked at
   * nothing of what is underway waits for nobody. So commands on one stream are stored in the order in which they were
   * decided. To be called before the next command is decided.
   *
   * @throws Overtaken where what it was decided on was not stored
   */
  submit(): Promise<Appended | undefined> {
    const before = [...this.#looked.values()].flatMap(({ underway }) => underway ?? []);
    const submitted = before.length > 0 ? this.#submitAfter(before) : this.#append();
    for (const aggregate of this.#staged.keys()) this.#aggregates.send(aggregate, submitted);
    return submitted;
  }

  /** Lets go of every stream that has been folded ahead of the store. */
  abandon(): void {
    for (const aggregate of this.#staged.keys()) this.#aggregates.forget(aggregate);
  }

  /**
   * Whether the command was decided on all that stands in the store; where it was not, lets go of what it looked at. A
   * refusal that was not is none, and an invariant that was broken so may well hold.
   */
  async isCurrent(): Promise<boolean> {
    for (const aggregate of this.#looked.values()) {
      const decidedAt = this.#staged.get(aggregate) ?? aggregate.revision;
      const [arrived] = await Promise.allSettled([aggregate.underway]);
      if (arrived.status === 'fulfilled' && (await this.#aggregates.isLast(aggregate, decidedAt))) continue;
      this.#abandonAll();
      return false;
    }
    return true;
  }

  #abandonAll(): void {
    for (const aggregate of this.#looked.values()) this.#aggregates.forget(aggregate);
  }

  /** What has been staged is looked at as it is here, also where it would be let go elsewhere. */
  async #load(ref: StreamRef, isFresh = false): Promise<Aggregate> {
    const stream = streamName(ref);
    const looked = this.#looked.get(stream);
    if (looked && (!isFresh || this.#staged.has(looked))) return looked;
    const aggregate = await this.#aggregates.load(ref, isFresh);
    this.#looked.set(stream, aggregate);
    return aggregate;
  }

  async #submitAfter(before: readonly Promise<unknown>[]): Promise<Appended | undefined> {
    const isStored = (await Promise.allSettled(before)).every(({ status }) => status === 'fulfilled');
    if (isStored) return this.#append();
    this.#abandonAll();
    throw new Overtaken();
  }

  async #append(): Promise<Appended | undefined> {
    if (this.#writes.length === 0) return undefined;
    try {
      return await this.#store.append(this.#writes);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }
}
