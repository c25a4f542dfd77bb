import type { House } from '../application/house.ts';
import type { Label, LabelKind } from '../requests/label.ts';

/**
 * What a file says of how things are called. A label enters the directory only once its command is recorded; until
 * then it is claimed, so that the next line cannot give it to another id.
 */
export class FileLabels {
  readonly #directory: House['directory'];
  readonly #isRehearsal: boolean;
  readonly #claimed = new Map<string, string>();

  constructor(directory: House['directory'], isRehearsal: boolean) {
    this.#directory = directory;
    this.#isRehearsal = isRehearsal;
  }

  /** Claims the label for its id; false where another id has it. */
  async claim({ kind, id, text }: Label): Promise<boolean> {
    const key = `${kind} ${text}`;
    const owner = this.#claimed.get(key) ?? (await this.#directory.idOf(kind, text)) ?? id;
    if (owner === id) this.#claimed.set(key, id);
    return owner === id;
  }

  /** Gives up a claim: its command was refused. */
  release({ kind, text }: Label): void {
    this.#claimed.delete(`${kind} ${text}`);
  }

  /** Enters a claimed label. */
  async enter({ kind, id, text }: Label): Promise<void> {
    if (!this.#isRehearsal) await this.#directory.put({ kind, id, label: text });
    this.#claimed.delete(`${kind} ${text}`);
  }

  /** The id of a label that is known; undefined where nobody is called so. */
  async find(kind: LabelKind, text: string): Promise<string | undefined> {
    return (await this.#directory.idOf(kind, text)) ?? this.#claimed.get(`${kind} ${text}`);
  }

  /** The id of a label, or a new one, which nobody had before; a rehearsal keeps it to itself. */
  async mint(kind: LabelKind, text: string): Promise<string> {
    if (!this.#isRehearsal) return this.#directory.mint(kind, text);
    const id = (await this.find(kind, text)) ?? `${kind[0] ?? ''}-zzzz${this.#claimed.size}`;
    this.#claimed.set(`${kind} ${text}`, id);
    return id;
  }
}
