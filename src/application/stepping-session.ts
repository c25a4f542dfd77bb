import { VersionConflict, type EventStore, type ExpectedRevision } from '../store/event-store.ts';
import type { EventToAppend } from '../store/recorded-event.ts';
import { expectedOf, type Aggregate } from './aggregate.ts';
import type { Aggregates } from './aggregates.ts';
import { inAppends } from './in-appends.ts';
import type { Queues } from './queues.ts';
import { decideRest, decideStep, type Decided } from './deciding.ts';
import type { Asking, Session, Step, StepEvent } from './session.ts';
import { streamName, type CommandOf, type Kind, type StateOf, type StreamRef } from './streams.ts';

/** So many steps that do not depend on each other are under way at once. */
const besideEachOther = 32;

/** So often a step is decided anew when others keep writing first; they made progress each time. */
const attempts = 20;

/**
 * Every step an append of its own, for a store that writes one stream at a time. Whatever was recorded before a crash
 * stays recorded; taking the steps again finishes the rest, and repeats nothing.
 */
export class SteppingSession implements Session {
  readonly asking: Asking;
  readonly policies: Session['policies'];
  readonly mostRows: number;
  readonly recordedOn: Session['recordedOn'];
  readonly events: StepEvent[] = [];
  /** The last position written by this session; 0 where it wrote nothing. */
  position = 0;
  readonly #aggregates: Aggregates;
  readonly #store: EventStore;
  readonly #queues: Queues;
  /** Every stream that was looked at, and at which revision. */
  readonly #looked = new Map<Aggregate, number>();

  constructor(asking: Asking, from: SteppingSurroundings) {
    this.asking = asking;
    this.policies = from.inForce;
    this.mostRows = from.mostRows;
    this.recordedOn = from.recordedOn;
    this.#aggregates = from.aggregates;
    this.#store = from.store;
    this.#queues = from.queues;
  }

  async read<K extends Kind>(ref: StreamRef<K>, isFresh = false): Promise<StateOf<K>> {
    const { state } = await this.#queues.run(streamName(ref), () => this.#load(ref, isFresh));
    return state as StateOf<K>;
  }

  async glance<K extends Kind>(ref: StreamRef<K>): Promise<StateOf<K>> {
    const glanced = await this.#aggregates.glance(ref);
    return glanced ? (glanced.state as StateOf<K>) : this.read(ref);
  }

  async heard(ref: StreamRef): Promise<string | undefined> {
    const { heard } = await this.#queues.run(streamName(ref), () => this.#load(ref, false));
    return heard.get(this.asking.commandId);
  }

  async origin(ref: StreamRef): Promise<string | undefined> {
    const { origin } = await this.#queues.run(streamName(ref), () => this.#load(ref, false));
    return origin;
  }

  async revision(ref: StreamRef): Promise<number> {
    const { revision } = await this.#queues.run(streamName(ref), () => this.#load(ref, true));
    return revision;
  }

  async forEach<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
    for (let from = 0; from < items.length; from += besideEachOther) {
      await Promise.all(items.slice(from, from + besideEachOther).map(act));
    }
  }

  async foresee<K extends Kind>(ref: StreamRef<K>, command: CommandOf<K>): Promise<boolean> {
    const aggregate = await this.#queues.run(streamName(ref), () => this.#load(ref, true));
    return decideStep(aggregate, { ref, command, name: '', cause: null }, this).toAppend.length > 0;
  }

  async step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent[]> {
    const decide = (aggregate: Aggregate): Decided => decideStep(aggregate, step, this);
    const events = await this.#queues.run(streamName(step.ref), () => this.#bringAbout(step.ref, decide));
    this.events.push(...events);
    return events;
  }

  async complete(ref: StreamRef): Promise<void> {
    await this.#queues.run(streamName(ref), () =>
      this.#bringAbout(ref, (aggregate) => decideRest(aggregate, this, this.#store)),
    );
  }

  /** Whether what was looked at is all that stands in the store; where it is not, lets go of it. */
  async isCurrent(): Promise<boolean> {
    for (const [aggregate, revision] of this.#looked) {
      if (await this.#aggregates.isLast(aggregate, revision)) continue;
      for (const each of this.#looked.keys()) this.#aggregates.forget(each);
      return false;
    }
    return true;
  }

  async #load(ref: StreamRef, isFresh: boolean): Promise<Aggregate> {
    const aggregate = await this.#aggregates.load(ref, isFresh);
    this.#looked.set(aggregate, aggregate.revision);
    return aggregate;
  }

  async #bringAbout(ref: StreamRef, decide: Decide): Promise<readonly StepEvent[]> {
    for (let attempt = 1; ; attempt += 1) {
      const { aggregate, decided, isRest } = await this.#decide(ref, decide, attempt > 1);
      if (decided.toAppend.length === 0) return [];
      try {
        await this.#append(aggregate, decided);
        this.#aggregates.advance(aggregate, decided.toFold, decided.decidedAt);
        if (!isRest) return decided.toFold;
        this.events.push(...decided.toFold);
      } catch (error) {
        this.#aggregates.forget(aggregate);
        if (!(error instanceof VersionConflict) || attempt === attempts) throw error;
      }
    }
  }

  /**
   * In one append, where the store takes so much; what ends ten thousand liabilities may need several. The cause is in the
   * first, and with it nothing can be charged any more; what a crash leaves out, whoever comes to the stream next adds.
   */
  async #append(aggregate: Aggregate, { document, toAppend }: Decided): Promise<void> {
    if (document)
      await this.#write(
        document.stream,
        'no-stream',
        document.events.map((each) => [each]),
      );
    const appends = inAppends(toAppend, this.#store.capabilities.maxAppendBytes);
    await this.#write(aggregate.stream, expectedOf(aggregate), appends);
  }

  async #write(
    stream: string,
    first: ExpectedRevision,
    appends: Iterable<readonly EventToAppend[]>,
  ): Promise<void> {
    let expected = first;
    for (const events of appends) {
      const { position, revisions } = await this.#store.append([{ stream, expected, events }]);
      this.position = Math.max(this.position, position);
      [expected = expected] = revisions;
    }
  }

  /**
   * First what the stream lacks of the decision before. What brings about nothing is decided on what the store holds now:
   * no append would tell that it was not.
   */
  async #decide(
    ref: StreamRef,
    decide: Decide,
    isFresh: boolean,
  ): Promise<{ aggregate: Aggregate; decided: Decided; isRest: boolean }> {
    const aggregate = await this.#load(ref, isFresh);
    const rest = await decideRest(aggregate, this, this.#store);
    if (rest.toAppend.length > 0) return { aggregate, decided: rest, isRest: true };
    const decided = await decide(aggregate);
    if (isFresh || decided.toAppend.length > 0) return { aggregate, decided, isRest: false };
    return this.#decide(ref, decide, true);
  }
}

type Decide = (aggregate: Aggregate) => Decided | Promise<Decided>;

/** What a stepping session works with. */
interface SteppingSurroundings {
  readonly aggregates: Aggregates;
  readonly store: EventStore;
  readonly queues: Queues;
  readonly inForce: Session['policies'];
  readonly mostRows: number;
  readonly recordedOn: Session['recordedOn'];
}
