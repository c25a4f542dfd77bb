/**
 * Moves a log to another place: the same ids, order, bytes and hashes. Every step may be taken again, by whoever goes on
 * with a move that was cut short:
 *
 * 1. the old log is read from beginning to end, and what there is is copied, while it may go on;
 * 2. the old log is closed, so that it has an end, and the rest is copied;
 * 3. both are read from beginning to end, and must have that end; what belongs to the ledger beside its log is brought;
 * 4. the old log says where it has gone, and then the new one is opened.
 *
 * The new log is open to nobody before step 4: at no time do two logs take events.
 */
import { LogDamaged, LogMoved, type Closing, type LogHead } from '../event-store.ts';
import { sameHead } from '../log/same-head.ts';
import type { Original } from '../sqlite-log/log-copy.ts';
import { RawLog } from '../sqlite-log/raw-log.ts';
import { verifyLog } from '../sqlite-log/verify-log.ts';

/** The log that is left. */
export interface Origin {
  /** For people: without user and password. */
  readonly place: string;
  /** Where its bytes stand in a file, as far as `bringUp` has brought them. */
  readonly file: string;
  closing(): Promise<Closing | undefined>;
  /** Brings into the file what there is by now. */
  bringUp(told: Told): Promise<void>;
  /**
   * Closes the log for good, or finds that it was closed for this place before, and brings all of it into the file.
   *
   * @throws LogMoved where it is closed for another place
   */
  close(place: string): Promise<Closing>;
  /** Writes down that the move is done, and where the log ended. Nothing is asked of it afterwards. */
  finish(closing: Closing): Promise<void>;
  /** Takes the closing back. */
  reopen(): Promise<void>;
  end(): Promise<void>;
}

/** The log that is begun. */
export interface Destination {
  /** For people: without user and password. */
  readonly place: string;
  /**
   * Whether a log stands there already that anybody may write to.
   *
   * @throws PlaceTaken where it can be seen at once that the place is another's
   */
  look(from: string): Promise<boolean>;
  /**
   * Makes the place one to which only this move writes. Gives how many events of this very log it has.
   *
   * @throws PlaceTaken where it has any other
   */
  begin(log: RawLog, from: string): Promise<number>;
  /** Stores what comes next; the call may be cut short anywhere. */
  take(events: readonly Original[]): Promise<void>;
  /** Reads everything back. @throws LogDamaged where it is not whole, or has not had this head */
  verify(head: LogHead, told: Told): Promise<LogHead>;
  /** From here on the ledger is there. */
  open(): Promise<void>;
  /** Takes that back, if nothing was written there since it had this head. @throws PlaceTaken where something was */
  shut(head: LogHead, to: string): Promise<void>;
  end(): Promise<void>;
}

/** Heard now and then, and asked whether to go on. @throws whatever is to end the move here; it can be gone on with later */
export type Told = (step: Step, done: number, of: number) => void;

/** What a move is doing. */
export type Step = 'heard' | 'copied' | 'verified' | 'labelled';

/** A move that was done, now or before. */
export interface MoveDone {
  readonly closing: Closing;
  /** How many events this run copied. */
  readonly copied: number;
  /** Where the new log ends, read back: as the old one, unless it was found there and has gone on since. */
  readonly head: LogHead;
}

/** What a move needs beside the two places. */
export interface MoveOptions {
  readonly told: Told;
  readonly beside: Beside;
}

/** Brings over what belongs to a ledger beside its log. */
export interface Beside {
  /** Asked once the place is this move's, and before the old log is closed. @throws whatever stands in the way */
  prepare(): Promise<void>;
  /** Asked once the log is proven, and before anybody may use it; it may be asked again for the same move. */
  bring(): Promise<void>;
}

/** The place has something else than this log. */
export class PlaceTaken extends Error {
  constructor(place: string, why: string) {
    super(`${place} ${why}`);
    this.name = 'PlaceTaken';
  }
}

/**
 * @throws PlaceTaken where there is something else than this log, or its beginning
 * @throws LogMoved where the log has gone elsewhere
 * @throws LogDamaged where either is not as it was written
 */
export async function move(from: Origin, to: Destination, options: MoveOptions): Promise<MoveDone> {
  const before = await from.closing();
  if (before !== undefined && before.place !== to.place) throw new LogMoved(before);
  if (await to.look(from.place)) return foundThere(before, to, options);
  await from.bringUp(options.told);
  // One that is damaged is refused while it is open: its owner is to mend it, and not to open it again first.
  if (before === undefined) await readThrough(from, options.told);
  const log = new RawLog(from.file);
  try {
    const copying = new Copying(log, to, options.told);
    const begun = await to.begin(log, from.place);
    await options.beside.prepare();
    const has =
      before === undefined ? await copying.untilClose(begun, () => from.bringUp(options.told)) : begun;
    const closing = await from.close(to.place);
    const end = await copying.upTo(closing.head, has);
    const head = await proven(from, to, { closing, told: options.told });
    await options.beside.bring();
    log.close();
    await from.finish(closing);
    await to.open();
    return { closing: { ...closing, why: 'moved' }, copied: end - begun, head };
  } finally {
    log.close();
  }
}

/** Only a move that was done opens a place, and then all that was copied is there. */
async function foundThere(
  before: Closing | undefined,
  to: Destination,
  { told }: MoveOptions,
): Promise<MoveDone> {
  if (before?.why !== 'moved')
    throw new PlaceTaken(to.place, 'has a ledger already, which did not come from here');
  return { closing: before, copied: 0, head: await to.verify(before.head, told) };
}

/** @throws LogDamaged where it is not as it was written */
async function readThrough({ file }: Origin, told: Told): Promise<void> {
  await verifyLog(file, { onProgress: (events) => told('verified', events, 0) });
}

/** Both are read from the beginning to the end that the old one has. */
async function proven(
  from: Origin,
  to: Destination,
  { closing, told }: { readonly closing: Closing; readonly told: Told },
): Promise<LogHead> {
  const { position } = closing.head;
  const onProgress = (events: number): void => told('verified', events, position);
  const { head: old } = await verifyLog(from.file, { expectedHead: closing.head, onProgress });
  const head = await to.verify(closing.head, told);
  for (const each of [old, head]) {
    if (!sameHead(each, closing.head)) throw new LogDamaged(each.position, 'the two logs do not end alike');
  }
  return head;
}

class Copying {
  readonly #log: RawLog;
  readonly #to: Destination;
  readonly #told: Told;

  constructor(log: RawLog, to: Destination, told: Told) {
    this.#log = log;
    this.#to = to;
    this.#told = told;
  }

  /** Copies while the log may go on, until little is left: so it need not be closed for long. */
  async untilClose(has: number, bringUp: () => Promise<void>): Promise<number> {
    let done = has;
    for (let left = mostRounds; left > 0 && this.#log.head().position - done > little; left -= 1) {
      done = await this.upTo(this.#log.head(), done);
      await bringUp();
    }
    return done;
  }

  async upTo({ position: end }: LogHead, after: number): Promise<number> {
    let done = after;
    for (const page of this.#log.pages({ after, upTo: end })) {
      this.#told('copied', done, end);
      await this.#to.take(page);
      done += page.length;
    }
    return done;
  }
}

/** In events: what is left to be copied when the log is closed. */
const little = 500;
const mostRounds = 100;
