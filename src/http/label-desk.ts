import type { House } from '../application/house.ts';
import { Problem } from './problem.ts';
import { problemTypes } from './problem-types.ts';

/** How people call something; it goes to the directory, never into the ledger. */
export interface Label {
  readonly kind: Parameters<House['directory']['put']>[0]['kind'];
  readonly id: string;
  readonly text: string;
}

/** Where labels are taken in: looked at before the command, and entered after it. */
export class LabelDesk {
  readonly #directory: House['directory'];

  constructor(directory: House['directory']) {
    this.#directory = directory;
  }

  /** @throws Problem where something else of the kind has the label */
  async check(label: Label | undefined): Promise<void> {
    if (label === undefined) return;
    const owner = await this.#directory.idOf(label.kind, label.text);
    if (owner === undefined || owner === label.id) return;
    const code = 'label-taken';
    throw new Problem(code, { errors: [{ pointer: '/label', code, message: problemTypes[code].title }] });
  }

  /** Enters the label; also where the command was known, for a crash may have come between the two. */
  async enter(label: Label | undefined): Promise<void> {
    if (label !== undefined) await this.#directory.put({ kind: label.kind, id: label.id, label: label.text });
  }
}
