import type { Policies } from '../domain/policy/catalogue.ts';
import { invariant } from '../domain/rejection.ts';
import type { Appended, EventStore, StreamWrite } from '../store/event-store.ts';
import type { EventToAppend } from '../store/recorded-event.ts';
import { expectedOf, type Aggregate, type Aggregates } from './aggregates.ts';
import { decideStep, stepEvents, type Asking, type Session, type Step, type StepEvent } from './session.ts';
import type { Kind, StateOf, StreamRef } from './streams.ts';

/** All steps of a command in one append: nobody ever sees the one without the other. */
export class AtomicSession implements Session {
  readonly asking: Asking;
  readonly policies: Policies;
  readonly events: StepEvent[] = [];
  readonly #aggregates: Aggregates;
  readonly #store: EventStore;
  readonly #staged = new Map<Aggregate, { decidedAt: number; events: EventToAppend[] }>();
  readonly #readOnly = new Set<Aggregate>();

  constructor(asking: Asking, policies: Policies, from: { aggregates: Aggregates; store: EventStore }) {
    this.asking = asking;
    this.policies = policies;
    this.#aggregates = from.aggregates;
    this.#store = from.store;
  }

  async read<K extends Kind>(ref: StreamRef<K>, isFresh = false): Promise<StateOf<K>> {
    const aggregate = await this.#aggregates.load(ref, isFresh);
    this.#readOnly.add(aggregate);
    return aggregate.state as StateOf<K>;
  }

  async heard(ref: StreamRef): Promise<string | undefined> {
    const { heard } = await this.#aggregates.load(ref);
    return heard.get(this.asking.commandId);
  }

  async step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent<K>[]> {
    const aggregate = await this.#aggregates.load(step.ref);
    this.#readOnly.add(aggregate);
    const decided = decideStep(aggregate, step, this);
    if (decided.toAppend.length === 0) return [];
    const staged = this.#staged.get(aggregate) ?? { decidedAt: decided.decidedAt, events: [] };
    this.#staged.set(aggregate, { ...staged, events: [...staged.events, ...decided.toAppend] });
    this.#aggregates.advance(aggregate, decided.toFold, decided.decidedAt);
    const events = stepEvents(decided) as readonly StepEvent<K>[];
    this.events.push(...events);
    return events;
  }

  /**
   * Hands everything to the store as one append. It is called in the order in which the commands were decided, and the
   * store keeps that order; a command decided on what another left behind can be stored only if that one was.
   */
  async submit(): Promise<Appended | undefined> {
    if (this.#staged.size === 0) return undefined;
    const writes = [...this.#staged].map(([{ stream }, { decidedAt, events }]): StreamWrite => {
      invariant(events.length > 0, 'a stream is written without events');
      return { stream, expected: expectedOf({ revision: decidedAt }), events };
    });
    try {
      return await this.#store.append(writes);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Lets go of every stream that has been folded ahead of the store. */
  abandon(): void {
    for (const aggregate of this.#staged.keys()) this.#aggregates.forget(aggregate);
  }

  /** Lets go of every stream that was looked at, so that a second look is a fresh one. */
  abandonAll(): void {
    for (const aggregate of this.#readOnly) this.#aggregates.forget(aggregate);
  }
}
