import type { House } from '../application/house.ts';
import type { Label, LabelKind } from '../requests/label.ts';
import type { LabelRule } from '../requests/label-refusals.ts';

/**
 * What a file says of how things are called. A label enters the directory only once its command is recorded; until
 * then it is claimed, so that the next line cannot give it to another id.
 */
export class FileLabels {
  readonly #directory: House['directory'];
  readonly #isRehearsal: boolean;
  /** By kind and label. */
  readonly #claimed = new Map<string, string>();
  /** By id. */
  readonly #texts = new Map<string, string>();

  constructor(directory: House['directory'], isRehearsal: boolean) {
    this.#directory = directory;
    this.#isRehearsal = isRehearsal;
  }

  /** Claims the label for its id; the rule by which it cannot be had, where it cannot. */
  async claim(label: Label): Promise<LabelRule | undefined> {
    const { kind, id, text } = label;
    const rule =
      this.#claimedOtherwise(label) ?? (await this.#directory.refusalOf({ kind, id, label: text }));
    if (rule !== undefined) return rule;
    this.#claimed.set(`${kind} ${text}`, id);
    this.#texts.set(id, text);
    return undefined;
  }

  /** Gives up a claim: its command was refused. */
  release({ kind, id, text }: Label): void {
    this.#claimed.delete(`${kind} ${text}`);
    this.#texts.delete(id);
  }

  /** Enters a claimed label. */
  async enter(label: Label): Promise<void> {
    const { kind, id, text } = label;
    if (!this.#isRehearsal) await this.#directory.put({ kind, id, label: text });
    this.release(label);
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

  #claimedOtherwise({ kind, id, text }: Label): LabelRule | undefined {
    const owner = this.#claimed.get(`${kind} ${text}`) ?? id;
    if (owner !== id) return 'label-taken';
    return (this.#texts.get(id) ?? text) === text ? undefined : 'label-differs';
  }
}
