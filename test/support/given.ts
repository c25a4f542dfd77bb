import { cloneOf } from './clone.ts';
import { heardAlready, type Context, type Decider, type Decision } from '../../src/domain/decider.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import type { Policies } from '../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../src/domain/policy/state.ts';
import type { RejectionCode } from '../../src/domain/rejection-codes.ts';

/** What an event says, without the day it took effect: what most tests are about. */
export interface Said {
  readonly type: string;
  readonly data: unknown;
}

/**
 * Given what happened before, when a command comes, then this happens and this follows.
 *
 * Every decision is held to two laws beside what its test expects: it leaves the state that it was given as it was, and
 * taken again on what came of it, it brings about nothing.
 */
export function specify<State, Command, Event extends LedgerEvent>(
  decider: Decider<State, Command, Event>,
  policies: Partial<Policies> = {},
  recording: Pick<Context, 'recordedOn'> = {},
) {
  const context = { policies: { ...defaultPolicies, ...policies }, ...recording };

  const decideTwice = (command: Command, state: State): Decision<Event> => {
    const before = cloneOf(state);
    const decision = decider.decide(command, state, context);
    expect(state).toEqual(before);
    foldInto(before, decision);
    expect(decider.decide(command, before, context)).toEqual(heardAlready);
    return decision;
  };
  const foldInto = (state: State, { happened, follows }: Decision<Event>): void => {
    for (const event of [...happened, ...follows]) decider.evolve(state, event);
  };

  const scene = (state: State) => ({
    state,
    /** From here on, the law is asked under other policies. */
    under: (changed: Partial<Policies>) =>
      specify(decider, { ...policies, ...changed }, recording).from(state),
    /** And then the stream was told this, with all that came of it. */
    and(...commands: readonly Command[]) {
      const later = cloneOf(state);
      for (const command of commands) foldInto(later, decideTwice(command, later));
      return scene(later);
    },
    when: (command: Command) => ({
      /** The facts, then what follows, in their order. */
      then(...expected: readonly Said[]): void {
        const { happened, follows } = decideTwice(command, state);
        expect([...happened, ...follows].map(said)).toEqual(expected.map(said));
      },
      /** What follows by law alone, whatever the facts were. */
      thenByLaw(...expected: readonly Said[]): void {
        expect(decideTwice(command, state).follows.map(said)).toEqual(expected.map(said));
      },
      thenNothing(): void {
        expect(decideTwice(command, state)).toEqual(heardAlready);
      },
      thenRefused(code: RejectionCode, pointer: string): void {
        const before = cloneOf(state);
        const decide = (): unknown => decider.decide(command, state, context);
        expect(decide).toThrow(expect.objectContaining({ name: 'Rejection', code, pointer }));
        expect(state).toEqual(before);
      },
      /** The days on which all that came of it takes effect, each once. */
      thenOn(...days: readonly string[]): void {
        const { happened, follows } = decideTwice(command, state);
        const all = [...happened, ...follows].map(({ effectiveOn }) => effectiveOn);
        expect([...new Set(all)]).toEqual(days);
      },
      decided: () => decideTwice(command, state),
    }),
  });

  return {
    from: scene,
    /** What stands in the stream already. */
    given(...events: readonly Event[]) {
      const state = decider.empty();
      for (const event of events) decider.evolve(state, event);
      return scene(state);
    },
    /** What the stream was told before, with all that came of it. */
    after: (...commands: readonly Command[]) => scene(decider.empty()).and(...commands),
  };
}

function said({ type, data }: Said): Said {
  return { type, data };
}
