import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { LabelClaim } from '../application/label-claim.ts';
import { Queues } from '../application/queues.ts';
import { labelKindOf } from '../requests/label.ts';
import { labelRefusals, labelRuleOf } from '../requests/label-refusals.ts';
import { HOUSE } from './house-token.ts';
import { Problem } from './problem.ts';
import { Reply } from './reply.ts';

/** How people call something; it goes to the directory, never into the ledger. */
export interface Label {
  readonly kind: Parameters<House['directory']['put']>[0]['kind'];
  readonly id: string;
  readonly text: string;
}

/** Where labels are taken in: each is claimed before its command is sent. */
@Injectable()
export class LabelDesk {
  readonly #house: House;
  readonly #queues = new Queues();

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  /**
   * Lets commands that come with the same label, or with labels for the same id, wait for each other: of two, the second
   * would otherwise be refused for a label that the first has to give back.
   */
  inTurn<Result>(label: Label | undefined, act: () => Promise<Result>): Promise<Result> {
    if (label === undefined) return act();
    const { kind, id, text } = label;
    return this.#queues.run(`${kind} ${text}`, () => this.#queues.run(id, act));
  }

  /** @throws Problem where the directory would refuse the label */
  async check(label: Label | undefined): Promise<void> {
    if (label === undefined) return;
    const rule = await this.#house.directory.refusalOf({ kind: label.kind, id: label.id, label: label.text });
    if (rule !== undefined) throw labelProblem(rule);
  }

  /** Claims the label for a command that is about to be sent. @throws Problem where the directory refuses it */
  async claim(label: Label | undefined): Promise<LabelClaim | undefined> {
    if (label === undefined) return undefined;
    try {
      return await LabelClaim.make(this.#house, { kind: label.kind, id: label.id, label: label.text });
    } catch (error) {
      const rule = labelRuleOf(error);
      throw rule === undefined ? error : labelProblem(rule);
    }
  }

  /** Puts another label in the place of the one before. @throws Problem where there is none, and what the directory throws */
  async relabel(id: string, label: string): Promise<Reply> {
    const kind = labelKindOf(id);
    const result = kind === undefined ? 'unknown' : await this.#house.directory.relabel({ kind, id, label });
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
