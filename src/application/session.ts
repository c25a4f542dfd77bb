import { firstDay, type CalendarDate } from '../domain/calendar-date.ts';
import type { Context, Decision } from '../domain/decider.ts';
import { schemaVersions, type LedgerEvent } from '../domain/events.ts';
import { policiesOn, type PoliciesByDay } from '../domain/policy/state.ts';
import { InvariantBroken, Rejection } from '../domain/rejection.ts';
import type { EventToAppend } from '../store/recorded-event.ts';
import type { Aggregate, StreamEvent } from './aggregates.ts';
import { eventIdOf } from './event-ids.ts';
import {
  deciderOf,
  type CommandOf,
  type EventOf,
  type Kind,
  type StateOf,
  type StreamRef,
} from './streams.ts';

/** Who asks, and under which id: what every event of one command has in common. */
export interface Asking {
  readonly commandId: string;
  /** A digest of what is asked, as it came through the door. */
  readonly fingerprint: string;
  readonly actor: string;
}

/** One step of a command, in one stream. */
export interface Step<K extends Kind = Kind> {
  readonly ref: StreamRef<K>;
  readonly command: CommandOf<K>;
  /** Names the step among those of its command in its stream; a repeated step has the same name. */
  readonly name: string;
  /** The event that brought the step about; null for the first step, which a command itself brought about. */
  readonly cause: string | null;
}

/** An event that a step has brought about, on its way into the store or there already. */
export interface StepEvent<K extends Kind = Kind> {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly event: EventOf<K>;
}

/**
 * A command on its way through the streams that it touches.
 *
 * Where the store can write several streams at once, all steps are one append. Where it cannot, each step is an append
 * of its own, and every step may be taken again. The processes that use a session do not know which.
 */
export interface Session {
  readonly asking: Asking;
  readonly policies: PoliciesByDay;
  /**
   * The state of a stream as the steps so far have left it. `isFresh` looks for what other processes have written, where
   * no append would tell of it.
   */
  read<K extends Kind>(ref: StreamRef<K>, isFresh?: boolean): Promise<StateOf<K>>;
  /** The id of the first event that this command brought about in the stream, where it has been heard there before. */
  heard(ref: StreamRef): Promise<string | undefined>;
  /** The id of the first event of the stream; undefined where there is no such stream. */
  origin(ref: StreamRef): Promise<string | undefined>;
  /** The revision of the stream as the steps so far have left it; -1 where there is no such stream. */
  revision(ref: StreamRef): Promise<number>;
  /** Takes steps that do not depend on each other: in turn, or beside each other where each is an append of its own. */
  forEach<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void>;
  /** Decides one command in one stream, and brings about nothing. @throws Rejection */
  foresee<K extends Kind>(ref: StreamRef<K>, command: CommandOf<K>): Promise<void>;
  /** Decides one command in one stream, and brings about its events. @throws Rejection */
  step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent<K>[]>;
  /** Adds to the stream what an append had no room for, where whoever wrote it came no further. */
  complete(ref: StreamRef): Promise<void>;
}

/** A command was decided on what the store does not hold, or no longer: it must be decided anew. */
export class Overtaken extends Error {
  constructor() {
    super('decided on what does not stand in the store');
    this.name = 'Overtaken';
  }
}

/** Whoever sent the command had seen the stream at another revision than it is at now. */
export class RevisionDiffers extends Error {
  /** -1 where there is no such stream. */
  readonly actual: number;

  constructor(actual: number) {
    super('the stream has changed since it was looked at');
    this.name = 'RevisionDiffers';
    this.actual = actual;
  }
}

/** Whether the error says something of the ledger as it was looked at, and so counts only where that was all of it. */
export function isVerdict(error: unknown): boolean {
  return error instanceof Rejection || error instanceof InvariantBroken || error instanceof RevisionDiffers;
}

/** A step decided: what is to be stored, and what is to be folded once it is. */
export interface Decided {
  readonly aggregate: Aggregate;
  readonly decidedAt: number;
  readonly toAppend: readonly EventToAppend[];
  readonly toFold: readonly StreamEvent[];
}

/** Asks the decider of the stream, and puts what it says into envelopes. Law-made events name the fact that caused them. */
export function decideStep(
  aggregate: Aggregate,
  step: Step,
  { asking, policies }: Pick<Session, 'asking' | 'policies'>,
): Decided {
  const context = contextOn(step.command.on, policies);
  const decision = deciderOf(step.ref.kind).decide(step.command, aggregate.state, context);
  return decided(decision, aggregate, { step, asking });
}

/** What an append had no room for, and whoever wrote it did not add: it comes before anything else in the stream. */
export function decideRest(
  aggregate: Aggregate,
  { asking, policies }: Pick<Session, 'asking' | 'policies'>,
): Decided {
  const context = contextOn(firstDay, policies);
  const follows = deciderOf(aggregate.ref.kind).leftOut?.(aggregate.state, context) ?? [];
  const step = { name: `LeftOut ${String(aggregate.revision)}`, cause: aggregate.last ?? null };
  return decided({ happened: [], follows }, aggregate, { step, asking });
}

function contextOn(day: CalendarDate, policies: PoliciesByDay): Context {
  return { policies: policiesOn(policies, day), policiesOn: (other) => policiesOn(policies, other) };
}

function decided(
  decision: Decision<LedgerEvent>,
  aggregate: Aggregate,
  { step, asking }: { step: Pick<Step, 'name' | 'cause'>; asking: Asking },
): Decided {
  const toFold = identified(decision, aggregate.stream, { step, asking });
  const { commandId, actor } = asking;
  const toAppend = toFold.map(({ id, causationId, event: { type, effectiveOn, data } }) => {
    const schemaVersion = schemaVersions[type];
    return { id, type, schemaVersion, commandId, causationId, actor, effectiveOn, data };
  });
  return { aggregate, decidedAt: aggregate.revision, toAppend, toFold };
}

function identified(
  { happened, follows }: Decision<LedgerEvent>,
  stream: string,
  { step, asking: { commandId } }: { step: Pick<Step, 'name' | 'cause'>; asking: Asking },
): readonly StreamEvent[] {
  const idOf = (index: number): string => eventIdOf({ stream, commandId, step: step.name, index });
  const cause = happened.length > 0 ? idOf(0) : step.cause;
  return [
    ...happened.map((event, index) => ({ id: idOf(index), commandId, causationId: step.cause, event })),
    ...follows.map((event, index) => ({
      id: idOf(happened.length + index),
      commandId,
      causationId: cause,
      event,
    })),
  ];
}

/** The events of a decided step, with the places they have or will have in their stream. */
export function stepEvents({ aggregate: { stream }, decidedAt, toFold }: Decided): readonly StepEvent[] {
  return toFold.map(({ id, event }, index) => ({ id, stream, revision: decidedAt + 1 + index, event }));
}
