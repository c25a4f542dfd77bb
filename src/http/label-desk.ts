import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { Queues } from '../application/queues.ts';
import { labelKindOf } from '../requests/label.ts';
import { labelRefusals } from '../requests/label-refusals.ts';
import { HOUSE } from './house-token.ts';
import { Problem } from './problem.ts';
import { Reply } from './reply.ts';

/** How people call something; it goes to the directory, never into the ledger. */
export interface Label {
  readonly kind: Parameters<House['directory']['put']>[0]['kind'];
  readonly id: string;
  readonly text: string;
}

/** Where labels are taken in: looked at before the command, and entered after it. */
@Injectable()
export class LabelDesk {
  readonly #directory: House['directory'];
  readonly #queues = new Queues();

  constructor(@Inject(HOUSE) { directory }: House) {
    this.#directory = directory;
  }

  /**
   * Lets commands that come with the same label, or with labels for the same id, wait for each other: of two, the second
   * would otherwise be recorded before its label is refused.
   */
  inTurn<Result>(label: Label | undefined, act: () => Promise<Result>): Promise<Result> {
    if (label === undefined) return act();
    const { kind, id, text } = label;
    return this.#queues.run(`${kind} ${text}`, () => this.#queues.run(id, act));
  }

  /** @throws Problem where the directory would refuse the label */
  async check(label: Label | undefined): Promise<void> {
    if (label === undefined) return;
    const rule = await this.#directory.refusalOf({ kind: label.kind, id: label.id, label: label.text });
    if (rule !== undefined) throw labelProblem(rule);
  }

  /** Enters the label; also where the command was known, for a crash may have come between the two. */
  async enter(label: Label | undefined): Promise<void> {
    if (label !== undefined) await this.#directory.put({ kind: label.kind, id: label.id, label: label.text });
  }

  /** Puts another label in the place of the one before. @throws Problem where there is none, and what the directory throws */
  async relabel(id: string, label: string): Promise<Reply> {
    const kind = labelKindOf(id);
    const result = kind === undefined ? 'unknown' : await this.#directory.relabel({ kind, id, label });
    if (result === 'unknown') throw new Problem('subject-not-known');
    return new Reply(200, { id, result });
  }
}

/** That the directory refused a label. */
export function labelProblem(rule: keyof typeof labelRefusals): Problem {
  return new Problem(rule, {
    errors: [{ pointer: '/label', code: rule, message: labelRefusals[rule].what }],
  });
}
