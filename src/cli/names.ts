import type { House } from '../application/house.ts';
import { idPattern, type IdKind } from '../domain/ids.ts';
import { composed, inItsCase, type LabelKind } from '../requests/label.ts';
import { Failure } from './failure.ts';

/** What people call things by: finds the id that they mean, and shows their own words beside an id. */
export class Names {
  readonly #directory: House['directory'];
  readonly #labels = new Map<string, string | undefined>();

  constructor(directory: House['directory']) {
    this.#directory = directory;
  }

  /**
   * The id that is meant by an id or by a label. An order that came in a table is called by its docket entry, which says
   * something within its case alone.
   *
   * @throws Failure where nobody is called so
   */
  async idOf(kind: LabelKind, text: string, caseId?: string): Promise<string> {
    if (isIdOf(kind, text)) return text;
    const label = composed(text);
    const inCase = caseId === undefined ? undefined : inItsCase(label, caseId);
    const id =
      (inCase && (await this.#directory.idOf(kind, inCase))) ?? (await this.#directory.idOf(kind, label));
    if (id !== undefined) return id;
    const entry =
      kind === 'order' && caseId === undefined ? ' A docket entry is found with its case, by --case.' : '';
    const advice = `Write its id, which begins with ${idPattern(kind).slice(1, 3)}, or a label that the directory knows.${entry}`;
    throw new Failure('notFound', `The directory knows no ${kind} of this name.`, advice);
  }

  /** Learns the labels of all ids in an answer, however deep they stand in it. */
  async learn(answer: unknown): Promise<void> {
    for (const id of idsIn(answer)) {
      if (!this.#labels.has(id)) this.#labels.set(id, await this.#directory.labelOf(id));
    }
  }

  /** The id with its label, as far as it has been learned. */
  shown(id: string): string {
    const label = this.#labels.get(id);
    return label === undefined ? id : `${id} (${label})`;
  }

  /** All labels that have been learned, by id. */
  known(): Readonly<Record<string, string>> {
    const known: Record<string, string> = {};
    for (const [id, label] of this.#labels) if (label !== undefined) known[id] = label;
    return known;
  }
}

function isIdOf(kind: IdKind, text: string): boolean {
  return new RegExp(idPattern(kind)).test(text);
}

const labelled = /^[vcdohkw]-[0-9a-z]{1,26}$/;

function* idsIn(answer: unknown): Iterable<string> {
  if (typeof answer === 'string') {
    if (labelled.test(answer)) yield answer;
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) yield* idsIn(part);
  }
}
