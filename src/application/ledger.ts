import type { Command } from '../domain/commands.ts';
import { InvariantBroken, Rejection } from '../domain/rejection.ts';
import { VersionConflict, type EventStore } from '../store/event-store.ts';
import { Aggregates } from './aggregates.ts';
import { AtomicSession } from './atomic-session.ts';
import { fingerprintOf } from './event-ids.ts';
import { carryOut } from './processes/carry-out.ts';
import { noteEndings, type Ending } from './processes/note-endings.ts';
import { Queues } from './queues.ts';
import { Overtaken, type Asking, type Session, type StepEvent } from './session.ts';
import { SteppingSession } from './stepping-session.ts';
import { policies, type StateOf } from './streams.ts';

/** What became of a command: the events it brought about, and up to where the log reaches with them. */
export interface Outcome {
  readonly commandId: string;
  /** None, where the ledger had heard it already. */
  readonly events: readonly StepEvent[];
  /** The last position of the command's own append; 0 where nothing was recorded. */
  readonly position: number;
}

/** Who sends a command, and under which id: the same id twice is the same command twice. */
export interface Sender {
  readonly commandId: string;
  readonly actor: string;
}

/** How often a command is decided anew when others keep writing first. */
const attempts = 20;

/** Up to so many liabilities are noted in their cases within the append that ended them; more follow by themselves. */
export const notedAtOnce = 20;

/**
 * The one way into the ledger: doors hand commands here, and nothing else writes.
 *
 * On a store that writes several streams at once, a command is one append, decided in turn, and stored together with
 * whatever else is waiting. On one that does not, it is a chain of appends, each safe to take again.
 */
export class Ledger {
  readonly #store: EventStore;
  readonly #aggregates: Aggregates;
  readonly #queues = new Queues();

  constructor(store: EventStore) {
    this.#store = store;
    this.#aggregates = new Aggregates(store);
  }

  /**
   * Carries out a command; when it returns, what happened is stored for good.
   *
   * @throws Rejection where the command reports what cannot be true or cannot be placed; nothing was recorded
   * @throws StoreUnavailable where it is not known whether it was stored: send it again with the same id
   */
  async handle(command: Command, { commandId, actor }: Sender): Promise<Outcome> {
    const asking = { commandId, actor, fingerprint: fingerprintOf(command) };
    return this.#run(asking, (session) => carryOut(session, command));
  }

  /** Carries out what one recorded event asks for, in the name of the command behind it. For the process runner. */
  async follow(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    return this.#run(asking, act);
  }

  async #run(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    const { atomicStreams } = this.#store.capabilities;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (atomicStreams ? this.#atomic(asking, act) : this.#stepping(asking, act));
      } catch (error) {
        const isWorthAnother = error instanceof VersionConflict || error instanceof Overtaken;
        if (!isWorthAnother || attempt === attempts) throw error;
      }
    }
  }

  /** Commands are decided one after the other, but they wait for the disk together. */
  async #atomic(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    const { session, stored } = await this.#queues.run('decide', async () => {
      const from = { aggregates: this.#aggregates, store: this.#store };
      const opened = new AtomicSession(asking, await this.#policiesInForce(), from);
      try {
        await act(opened);
        for (const ending of endingsIn(opened.events)) await noteEndings(opened, ending);
        await opened.confirm();
      } catch (error) {
        opened.abandon();
        throw await this.#verdict(error, opened);
      }
      // Awaited outside, so that the next command is decided while this one goes to disk.
      return { session: opened, stored: { appended: opened.submit() } };
    });
    const appended = await stored.appended;
    return { commandId: asking.commandId, events: session.events, position: appended?.position ?? 0 };
  }

  async #stepping(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    const from = { aggregates: this.#aggregates, store: this.#store, queues: this.#queues };
    const session = new SteppingSession(asking, await this.#policiesInForce(), from);
    try {
      await act(session);
      for (const ending of endingsIn(session.events)) await noteEndings(session, ending);
    } catch (error) {
      throw await this.#verdict(error, session);
    }
    return { commandId: asking.commandId, events: session.events, position: session.position };
  }

  /** What to make of an error: a refusal counts only where no other process had written in the meantime. */
  async #verdict(error: unknown, session: AtomicSession | SteppingSession): Promise<unknown> {
    const isOfDomain = error instanceof Rejection || error instanceof InvariantBroken;
    return isOfDomain && !(await session.isCurrent()) ? new Overtaken() : error;
  }

  /** Read anew for each command: another process may have set a policy, and no append of ours would notice. */
  async #policiesInForce(): Promise<Session['policies']> {
    const { state } = await this.#aggregates.load(policies, true);
    return (state as StateOf<'Policy'>).inForce;
  }
}

function endingsIn(events: readonly StepEvent[]): readonly Ending[] {
  return events.flatMap(({ id, event }) => {
    if (event.type !== 'LiabilitiesTerminated' && event.type !== 'LiabilitiesReinstated') return [];
    return event.data.liabilities.length <= notedAtOnce ? [{ id, event }] : [];
  });
}
