import type { Command } from '../domain/commands.ts';
import { InvariantBroken, Rejection } from '../domain/rejection.ts';
import { VersionConflict, type EventStore } from '../store/event-store.ts';
import { Aggregates } from './aggregates.ts';
import { AtomicSession, type Submitted } from './atomic-session.ts';
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
    const { events, submitted } = await this.#queues.run('decide', async () => {
      const session = await AtomicSession.open(asking, { aggregates: this.#aggregates, store: this.#store });
      // The position is awaited outside, so that the next command is decided while this one goes to disk.
      return { events: session.events, submitted: await decide(session, act) };
    });
    return { commandId: asking.commandId, events, position: await submitted.position };
  }

  async #stepping(asking: Asking, act: (session: Session) => Promise<void>): Promise<Outcome> {
    const from = { aggregates: this.#aggregates, store: this.#store, queues: this.#queues };
    const session = new SteppingSession(asking, await this.#policiesInForce(), from);
    try {
      await actToTheEnd(session, act);
    } catch (error) {
      const counts = error instanceof Rejection || error instanceof InvariantBroken;
      if (counts && !(await session.isCurrent())) throw new Overtaken();
      throw error;
    }
    return { commandId: asking.commandId, events: session.events, position: session.position };
  }

  /** Read anew for each command: another process may have set a policy, and no append of one step would notice. */
  async #policiesInForce(): Promise<Session['policies']> {
    const { state } = await this.#aggregates.load(policies, true);
    return (state as StateOf<'Policy'>).inForce;
  }
}

async function decide(session: AtomicSession, act: (session: Session) => Promise<void>): Promise<Submitted> {
  try {
    await actToTheEnd(session, act);
    return session.submit();
  } catch (error) {
    return session.giveUp(error);
  }
}

/** What is asked for, and the notices of what it ended that go with it. */
async function actToTheEnd(
  session: AtomicSession | SteppingSession,
  act: (session: Session) => Promise<void>,
): Promise<void> {
  await act(session);
  for (const ending of endingsIn(session.events)) await noteEndings(session, ending);
}

function endingsIn(events: readonly StepEvent[]): readonly Ending[] {
  return events.flatMap(({ id, event }) => {
    if (event.type !== 'LiabilitiesTerminated' && event.type !== 'LiabilitiesReinstated') return [];
    return event.data.liabilities.length <= notedAtOnce ? [{ id, event }] : [];
  });
}
