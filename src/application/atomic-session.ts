import { VersionConflict, type EventStore, type StreamWrite } from '../store/event-store.ts';
import { expectedOf, type Aggregate } from './aggregate.ts';
import type { Aggregates } from './aggregates.ts';
import { decideRest, decideStep, type Decided } from './deciding.ts';
import { isVerdict, Overtaken, type Asking, type Session, type Step, type StepEvent } from './session.ts';
import { policies, streamName, type CommandOf, type Kind, type StateOf, type StreamRef } from './streams.ts';

/** A command on its way into the store: the last position of its append, and 0 where nothing was recorded. */
export interface Submitted {
  readonly position: Promise<number>;
}

/**
 * All steps of a command in one append: nobody ever sees the one without the other.
 *
 * The command is decided on streams as they are kept in memory, behind the store or ahead of it. The append names, for
 * every stream that was written to or only looked at, the event that it was decided on; so the store itself says
 * whether the command was decided on what it holds.
 */
export class AtomicSession implements Session {
  readonly asking: Asking;
  readonly mostRows: number;
  readonly recordedOn: Session['recordedOn'];
  readonly events: StepEvent[] = [];
  readonly #aggregates: Aggregates;
  readonly #store: EventStore;
  readonly #turn: Turn;
  readonly #isInherited: boolean;
  /** Every stream that was looked at, by name. */
  readonly #looked = new Map<string, Aggregate>();
  /** The streams written to. */
  readonly #staged = new Set<Aggregate>();
  /** What each step has brought about, in the order of the steps: the log is to have it in that order. */
  readonly #writes: StreamWrite[] = [];
  readonly #policies: Aggregate;

  private constructor(asking: Asking, from: Surroundings, inForce: Aggregate) {
    this.asking = asking;
    this.mostRows = from.mostRows;
    this.recordedOn = from.recordedOn;
    this.#aggregates = from.aggregates;
    this.#store = from.store;
    this.#turn = from.turn;
    this.#isInherited = from.isInherited;
    this.#policies = inForce;
    this.#looked.set(inForce.stream, inForce);
  }

  static async open(asking: Asking, from: Surroundings): Promise<AtomicSession> {
    return new AtomicSession(asking, from, await from.aggregates.load(policies));
  }

  get policies(): Session['policies'] {
    return (this.#policies.state as StateOf<'Policy'>).inForce;
  }

  async read<K extends Kind>(ref: StreamRef<K>): Promise<StateOf<K>> {
    return (await this.#load(ref)).state as StateOf<K>;
  }

  async glance<K extends Kind>(ref: StreamRef<K>): Promise<StateOf<K>> {
    if (this.#looked.has(streamName(ref))) return this.read(ref);
    const glanced = await this.#aggregates.glance(ref);
    return glanced ? (glanced.state as StateOf<K>) : this.read(ref);
  }

  async heard(ref: StreamRef): Promise<string | undefined> {
    return (await this.#load(ref)).heard.get(this.asking.commandId);
  }

  async origin(ref: StreamRef): Promise<string | undefined> {
    return (await this.#load(ref)).origin;
  }

  async revision(ref: StreamRef): Promise<number> {
    return (await this.#load(ref)).revision;
  }

  async forEach<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
    for (const item of items) await act(item);
  }

  async foresee<K extends Kind>(ref: StreamRef<K>, command: CommandOf<K>): Promise<boolean> {
    const aggregate = await this.#load(ref);
    return decideStep(aggregate, { ref, command, name: '', cause: null }, this).toAppend.length > 0;
  }

  async step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent[]> {
    const aggregate = await this.#load(step.ref);
    await this.#addRest(aggregate);
    return this.#stage(decideStep(aggregate, step, this));
  }

  async complete(ref: StreamRef): Promise<void> {
    await this.#addRest(await this.#load(ref));
  }

  /** What this store writes is whole; what another left in a log that was taken over may not be. */
  async #addRest(aggregate: Aggregate): Promise<void> {
    if (this.#isInherited) this.#stage(await decideRest(aggregate, this, this.#store));
  }

  #stage({ aggregate, document, toAppend, toFold, decidedAt }: Decided): readonly StepEvent[] {
    if (toAppend.length === 0) return [];
    if (document) this.#writes.push({ ...document, expected: 'no-stream' });
    this.#writes.push({ ...standingOf(aggregate), events: toAppend });
    this.#staged.add(aggregate);
    this.#aggregates.advance(aggregate, toFold, decidedAt);
    this.events.push(...toFold);
    return toFold;
  }

  /**
   * Hands everything to the store as one append. Appends are carried out in the order of the calls, so commands are
   * stored in the order in which they were decided, if this is called before the next is. The position is rejected with
   * VersionConflict where the command was decided on what the store does not hold.
   */
  submit(): Submitted {
    return { position: this.#submit() };
  }

  /**
   * What to make of an error: a verdict counts only where the command was decided on what the store holds, and nothing
   * asked for earlier is to be decided again. The position is rejected in any case, with Overtaken where it does not count.
   */
  giveUp(error: unknown): Submitted {
    return { position: this.#giveUp(error) };
  }

  async #load(ref: StreamRef): Promise<Aggregate> {
    const stream = streamName(ref);
    const looked = this.#looked.get(stream);
    // What has been staged is looked at as it is here, also where it would be let go elsewhere.
    if (looked) return looked;
    const aggregate = await this.#aggregates.load(ref);
    this.#looked.set(stream, aggregate);
    return aggregate;
  }

  async #submit(): Promise<number> {
    if (!this.#turn.isFirst()) return this.#giveWay();
    const { position } = await this.#append([...this.#writes, ...this.#checks()]);
    return this.#writes.length > 0 ? position : 0;
  }

  /** Something asked for earlier is decided again, and this one after it. */
  #giveWay(): never {
    for (const aggregate of this.#staged) this.#aggregates.forget(aggregate);
    this.#turn.expect();
    throw new Overtaken();
  }

  async #giveUp(error: unknown): Promise<never> {
    for (const aggregate of this.#staged) this.#aggregates.forget(aggregate);
    if (!isVerdict(error)) throw error;
    // What was asked for earlier and is decided again may be what this one was refused for.
    const counts = (await this.#isCurrent()) && this.#turn.isFirst();
    if (counts) throw error;
    this.#turn.expect();
    throw new Overtaken();
  }

  async #isCurrent(): Promise<boolean> {
    const before = firstOfEach(this.#writes).map((write) => ({ ...write, events: [] }));
    try {
      await this.#append([...before, ...this.#checks()]);
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  async #append(writes: readonly StreamWrite[]): ReturnType<EventStore['append']> {
    try {
      return await this.#store.append(writes);
    } catch (error) {
      for (const aggregate of this.#looked.values()) this.#aggregates.forget(aggregate);
      if (error instanceof VersionConflict) this.#turn.expect();
      throw error;
    }
  }

  /** That the streams that were only looked at are still as they were. */
  #checks(): readonly StreamWrite[] {
    return [...this.#looked.values()]
      .filter((aggregate) => !this.#staged.has(aggregate))
      .map((aggregate) => ({ ...standingOf(aggregate), events: [] }));
  }
}

/** What a session works with. */
export interface Surroundings {
  readonly aggregates: Aggregates;
  readonly store: EventStore;
  readonly mostRows: number;
  readonly recordedOn: Session['recordedOn'];
  /** Whether the log may lack what another kind of store left unfinished. */
  readonly isInherited: boolean;
  readonly turn: Turn;
}

/** The place of the command among those that are asked for. */
export interface Turn {
  /** Whether nothing that was asked for earlier is to be decided again. */
  isFirst(): boolean;
  /** The command will be decided again, and before those that were asked for later. */
  expect(): void;
}

/** Where the stream stands: what an append to it, or a check of it, must find. */
function standingOf(aggregate: Aggregate): Omit<StreamWrite, 'events'> {
  return { stream: aggregate.stream, expected: expectedOf(aggregate), after: aggregate.last };
}

function firstOfEach(writes: readonly StreamWrite[]): readonly StreamWrite[] {
  return writes.filter(({ stream }, at) => writes.findIndex((write) => write.stream === stream) === at);
}
