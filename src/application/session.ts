import type { CalendarDate } from '../domain/calendar-date.ts';
import type { StoredEvent } from '../domain/events.ts';
import type { PoliciesByDay } from '../domain/policy/state.ts';
import { InvariantBroken, Rejection } from '../domain/rejection.ts';
import type { CommandOf, Kind, StateOf, StreamRef } from './streams.ts';

/** Who asks, and under which id: what every event of one command has in common. */
export interface Asking {
  readonly commandId: string;
  /** A digest of what is asked, as it came through the door. */
  readonly fingerprint: string;
  readonly actor: string;
  /** Whether the sender knows that it reaches months which are closed. */
  readonly mayReachClosedMonths?: boolean;
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
export interface StepEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  /** As it is stored: what tells of much at once is the event that makes its document real. */
  readonly event: StoredEvent;
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
  /** A decision of a case that tells of more than so many things is put into a document. */
  readonly mostRows: number;
  /** The day that it is, in UTC, by the clock of the ledger. */
  readonly recordedOn: CalendarDate;
  /** What its steps have brought about so far. */
  readonly events: readonly StepEvent[];
  /**
   * The state of a stream as the steps so far have left it. `isFresh` looks for what other processes have written, where
   * no append would tell of it.
   */
  read<K extends Kind>(ref: StreamRef<K>, isFresh?: boolean): Promise<StateOf<K>>;
  /**
   * The state of a stream for what stays so once it is so. A stream that is not kept is folded for this once, and the
   * command does not depend on its being so still.
   */
  glance<K extends Kind>(ref: StreamRef<K>): Promise<StateOf<K>>;
  /** The id of the first event that this command brought about in the stream, where it has been heard there before. */
  heard(ref: StreamRef): Promise<string | undefined>;
  /** The id of the first event of the stream; undefined where there is no such stream. */
  origin(ref: StreamRef): Promise<string | undefined>;
  /** The revision of the stream as the steps so far have left it; -1 where there is no such stream. */
  revision(ref: StreamRef): Promise<number>;
  /** Takes steps that do not depend on each other: in turn, or beside each other where each is an append of its own. */
  forEach<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void>;
  /** Decides one command in one stream, and says whether it would bring about anything. @throws Rejection */
  foresee<K extends Kind>(ref: StreamRef<K>, command: CommandOf<K>): Promise<boolean>;
  /** Decides one command in one stream, and brings about its events. @throws Rejection */
  step<K extends Kind>(step: Step<K>): Promise<readonly StepEvent[]>;
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

/** Whether nothing was recorded, for certain. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Rejection || error instanceof RevisionDiffers;
}

/** Whether the error says something of the ledger as it was looked at, and so counts only where that was all of it. */
export function isVerdict(error: unknown): boolean {
  return error instanceof Rejection || error instanceof InvariantBroken || error instanceof RevisionDiffers;
}
