import { commandIdOf, fingerprintOf } from '../application/event-ids.ts';
import type { Command } from '../domain/commands.ts';

/**
 * Ids for commands that came without one, so that a file that is sent twice is heard once.
 *
 * Most commands report a fact, which happens once however often it is told, and by whichever file: their ids are made
 * from what they say. A few may be meant again in the same words, as a policy may be set, set back, and set again. Their
 * ids are made from the file as well, and from the how-manieth time the file says so: the same file again is the same
 * command again, and another file is another command.
 */
export class CommandIds {
  readonly #digestOfFile: () => Promise<string>;
  readonly #said = new Map<string, number>();

  constructor(digestOfFile: () => Promise<string>) {
    this.#digestOfFile = digestOfFile;
  }

  async idOf(command: Command): Promise<string> {
    const words = fingerprintOf(command);
    if (!mayBeMeantAgain(command)) return commandIdOf(words);
    const time = this.#timeOf(words);
    return commandIdOf(`${words} ${time} ${await this.#digestOfFile()}`);
  }

  #timeOf(words: string): number {
    const time = (this.#said.get(words) ?? 0) + 1;
    this.#said.set(words, time);
    return time;
  }
}

const meantAgain = [
  ...(['AmendOrder', 'DetermineLoss', 'ReviewLiabilities', 'SetPolicy'] as const),
  ...(['SuspendLine', 'SignStatement', 'ReopenStatement', 'SignMonth', 'ReopenMonth'] as const),
] as const;

/** A command that may be meant again in the same words. */
export type MeantAgain = Extract<Command, { type: (typeof meantAgain)[number] }>;

/** Whether the command may be meant again in the same words. */
export function mayBeMeantAgain(command: Command): command is MeantAgain {
  return meantAgain.some((type) => type === command.type);
}
