import type { Command } from '../domain/commands.ts';
import type { EventStore } from '../store/event-store.ts';
import { Aggregates } from './aggregates.ts';
import { again } from './again.ts';
import { AtomicSession, type Submitted } from './atomic-session.ts';
import { expectUnchanged, type Seen } from './seen.ts';
import { Documents } from './documents/documents.ts';
import { mostRows } from './documents/packing.ts';
import { fingerprintOf } from './event-ids.ts';
import type { Preparation } from './preparing.ts';
import { carryOut } from './processes/carry-out.ts';
import { carryNews } from './processes/takings.ts';
import { Queues } from './queues.ts';
import { isVerdict, Overtaken, type Asking, type Session, type StepEvent } from './session.ts';
import type { Snapshots } from './snapshots.ts';
import { SteppingSession } from './stepping-session.ts';
import { policies, type StateOf } from './streams.ts';
import { dayInUtc } from './today.ts';
import { Turns } from './turns.ts';
import { warningsOn, type Warning } from './warnings.ts';

/** What became of a command: the events it brought about, and up to where the log reaches with them. */
export interface Outcome {
  readonly commandId: string;
  /** None, where the ledger had heard it already. */
  readonly events: readonly StepEvent[];
  /** The last position of the command's own append; 0 where nothing was recorded. */
  readonly position: number;
  /** What whoever sent it should look at; none, where the ledger had heard it already. */
  readonly warnings: readonly Warning[];
}

/** Who sends a command, and under which id: the same id twice is the same command twice. */
export interface Sender {
  readonly commandId: string;
  readonly actor: string;
  /** Whether the sender knows that the command reaches months which are closed; else it is refused then. */
  readonly mayReachClosedMonths?: boolean;
  /** What the sender had looked at, where the command is to be carried out only if that is so still. */
  readonly seen?: Seen;
}

/** What a ledger may be given beside its store. */
export interface LedgerOptions {
  /** Asked before the first command; throws where the log holds what this program does not know. */
  readonly expectKnown?: () => Promise<unknown>;
  /** Whether the log may lack what another kind of store left unfinished; asked before the first command. No, unless told. */
  readonly isInherited?: () => Promise<boolean>;
  /** What opens the documents of the store; one of its own unless told. */
  readonly documents?: Documents;
  /** A decision of a case that tells of more things than so many is put into a document; 1,000 unless told. */
  readonly mostRows?: number;
  /** Looks up what a command must know of the books; without it, no run can be proposed and no month closed. */
  readonly prepare?: Preparation;
  /** Where long streams are kept folded; without it, each process folds them from their beginning. */
  readonly snapshots?: Snapshots;
  /** What tells the day on which something is recorded; the clock of the machine unless told. */
  readonly clock?: () => Date;
}

/**
 * The one way into the ledger: doors hand commands here, and nothing else writes.
 *
 * On a store that writes several streams at once, a command is one append, decided in turn, and stored together with
 * whatever else is waiting. On one that does not, it is a chain of appends, each safe to take again.
 */
export class Ledger {
  /** Opens what long decisions were put into. */
  readonly documents: Documents;
  readonly #store: EventStore;
  readonly #aggregates: Aggregates;
  readonly #turns = new Turns();
  readonly #expectKnown: () => Promise<unknown>;
  readonly #mostRows: number;
  readonly #prepare: Preparation;
  readonly #clock: () => Date;
  readonly #askInherited: () => Promise<boolean>;
  #inherited: Promise<boolean> | undefined;
  #known: Promise<unknown> | undefined;
  readonly #queues = new Queues();

  constructor(store: EventStore, options: LedgerOptions = {}) {
    this.documents = options.documents ?? new Documents(store);
    this.#store = store;
    this.#expectKnown = options.expectKnown ?? (() => Promise.resolve());
    this.#mostRows = options.mostRows ?? mostRows;
    this.#prepare = options.prepare ?? ((command) => Promise.resolve(command));
    this.#clock = options.clock ?? (() => new Date());
    this.#askInherited = options.isInherited ?? (() => Promise.resolve(false));
    this.#aggregates = new Aggregates(store, this.documents, options.snapshots);
  }

  /**
   * Carries out a command; when it returns, what happened is stored for good.
   *
   * @throws RevisionDiffers where what the sender had seen has changed, save by this very command; nothing was recorded
   * @throws Rejection where the command reports what cannot be true or cannot be placed; nothing was recorded
   * @throws StoreUnavailable where it is not known whether it was stored: send it again with the same id
   */
  async handle(command: Command, { seen, ...sender }: Sender): Promise<Outcome> {
    const asking = { ...sender, fingerprint: fingerprintOf(command) };
    const prepared = await this.#prepare(command);
    return this.#run(asking, async (session) => {
      if (seen) await expectUnchanged(session, seen);
      await carryOut(session, prepared);
    });
  }

  /** Carries out what one recorded event asks for, in the name of the command behind it. For the process runner. */
  async follow(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    return this.#run(asking, act);
  }

  /** Whether the log may lack what another kind of store left unfinished: as it was before the first command. */
  isInherited(): Promise<boolean> {
    this.#inherited ??= this.#askInherited().catch((error: unknown) => {
      this.#inherited = undefined;
      throw error;
    });
    return this.#inherited;
  }

  /** The log has been followed from its beginning, and lacks nothing. */
  trust(): void {
    this.#inherited = Promise.resolve(false);
  }

  async #run(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    await this.#expectLogKnown();
    const isInherited = await this.isInherited();
    if (!this.#store.capabilities.atomicStreams) return again(() => this.#stepping(asking, act));
    const ticket = this.#turns.ask();
    try {
      return await again(() => this.#atomic({ ticket, isInherited }, asking, act));
    } finally {
      this.#turns.leave(ticket);
    }
  }

  /** Once it is so it stays so; while it is not, each command asks again. */
  #expectLogKnown(): Promise<unknown> {
    this.#known ??= this.#expectKnown().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  /** Commands are decided one after the other, but they wait for the disk together. */
  async #atomic(
    { ticket, isInherited }: { ticket: number; isInherited: boolean },
    asking: Asking,
    act: (session: Session) => Promise<void>,
  ): Promise<Outcome> {
    const turn = {
      isFirst: () => this.#turns.isFirst(ticket),
      expect: () => {
        this.#turns.expect(ticket);
      },
    };
    const { events, decided } = await this.#turns.take(ticket, async () => {
      const from = {
        aggregates: this.#aggregates,
        store: this.#store,
        ...this.#recording(),
        isInherited,
        turn,
      };
      const session = await AtomicSession.open(asking, from);
      // The position is awaited outside, so that the next command is decided while this one goes to disk.
      return { events: session.events, decided: await decide(session, act) };
    });
    const position = await decided.submitted.position;
    return { commandId: asking.commandId, events, position, warnings: decided.warnings };
  }

  async #stepping(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    const inForce = await this.#policiesInForce();
    const from = { aggregates: this.#aggregates, store: this.#store, queues: this.#queues };
    const session = new SteppingSession(asking, { ...from, ...this.#recording(), inForce });
    let warnings: readonly Warning[];
    try {
      warnings = await actToTheEnd(session, act);
    } catch (error) {
      if (isVerdict(error) && !(await session.isCurrent())) throw new Overtaken();
      throw error;
    }
    const { events, position } = session;
    return { commandId: asking.commandId, events, position, warnings };
  }

  #recording(): { readonly mostRows: number; readonly recordedOn: Session['recordedOn'] } {
    return { mostRows: this.#mostRows, recordedOn: dayInUtc(this.#clock()) };
  }

  /** Read anew for each command: another process may have set a policy, and no append of one step would notice. */
  async #policiesInForce(): Promise<Session['policies']> {
    const { state } = await this.#aggregates.load(policies, true);
    return (state as StateOf<'Policy'>).inForce;
  }
}

async function decide(
  session: AtomicSession,
  act: (session: Session) => Promise<void>,
): Promise<{ readonly submitted: Submitted; readonly warnings: readonly Warning[] }> {
  try {
    const warnings = await actToTheEnd(session, act);
    return { submitted: session.submit(), warnings };
  } catch (error) {
    return { submitted: session.giveUp(error), warnings: [] };
  }
}

/** What is asked for, and the notices of what it ended that go with it. */
async function actToTheEnd(
  session: AtomicSession | SteppingSession,
  act: (session: Session) => Promise<void>,
): Promise<readonly Warning[]> {
  await act(session);
  await carryNews(session);
  return warningsOn(session, session.events);
}
