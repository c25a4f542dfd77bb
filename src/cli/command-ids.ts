import { commandIdOf, fingerprintOf } from '../application/event-ids.ts';
import type { Command, CommandType } from '../domain/commands.ts';

/**
 * Ids for commands that came without one, made from what they say: so a file that is sent twice is heard once, however
 * its lines are spaced, ordered or numbered.
 */
export class CommandIds {
  readonly #said = new Map<string, number>();

  idOf(command: Command): string {
    const words = fingerprintOf(command);
    return commandIdOf(meantAgain.has(command.type) ? `${words} ${this.#timeOf(words)}` : words);
  }

  #timeOf(words: string): number {
    const time = (this.#said.get(words) ?? 0) + 1;
    this.#said.set(words, time);
    return time;
  }
}

/**
 * Commands that may be meant again in the same words, as a policy may be set back. Within a file they are told apart by
 * the how-manieth time they are said; all others report a fact, which happens once however often it is told.
 */
const meantAgain: ReadonlySet<CommandType> = new Set([
  'AmendOrder',
  'DetermineLoss',
  'ReviewLiabilities',
  'SetPolicy',
]);
