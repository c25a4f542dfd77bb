import type { House } from '../application/house.ts';
import { LabelClaim } from '../application/label-claim.ts';
import type { Label, LabelKind } from '../requests/label.ts';
import { labelRuleOf, type LabelRule } from '../requests/label-refusals.ts';

/** A label that a line of the file may give, until it is known what became of its command. */
export interface FileClaim {
  /** The command is recorded. @throws LabelRefused where the label is another's by now, after all */
  keep(): Promise<void>;
  /** The command came to this error. */
  letGo(error: unknown): Promise<void>;
}

/**
 * What a file says of how things are called. A label enters just before its command is sent, as at every door. One that
 * came with an id is taken back where the command is refused; one that a table gave a new id keeps it then, for other rows
 * may hold that id by now, and the corrected row finds it. A row that cannot be read leaves nothing behind.
 */
export class FileLabels {
  readonly #house: Pick<House, 'directory' | 'store'>;
  readonly #isRehearsal: boolean;
  /** By kind and label: new ids that are not in the directory yet, and whatever a rehearsal will not find there. */
  readonly #claimed = new Map<string, string>();
  /** By id, the same. */
  readonly #texts = new Map<string, string>();
  /** Ids that this file made for its labels, and that the directory does not know yet. */
  readonly #minted = new Set<string>();

  constructor(house: Pick<House, 'directory' | 'store'>, isRehearsal: boolean) {
    this.#house = house;
    this.#isRehearsal = isRehearsal;
  }

  /** Claims the label for its id; the rule by which it cannot be had, where it cannot. */
  async claim(label: Label): Promise<FileClaim | LabelRule> {
    const rule = this.#claimedOtherwise(label);
    if (rule !== undefined) return rule;
    return this.#isRehearsal ? this.#rehearsed(label) : this.#made(label);
  }

  /** The id of a label that is known; undefined where nobody is called so. */
  async find(kind: LabelKind, text: string): Promise<string | undefined> {
    return (await this.#house.directory.idOf(kind, text)) ?? this.#claimed.get(`${kind} ${text}`);
  }

  /** The id of a label, or a new one, which nobody had before. */
  async mint(kind: LabelKind, text: string): Promise<string> {
    const known = await this.find(kind, text);
    if (known !== undefined) return known;
    const id = this.#house.directory.newId(kind);
    this.#minted.add(id);
    this.#keep({ kind, id, text });
    return id;
  }

  /** Nothing is entered, and so the label goes on being claimed here. */
  async #rehearsed(label: Label): Promise<FileClaim | LabelRule> {
    const { kind, id, text } = label;
    const rule = await this.#house.directory.refusalOf({ kind, id, label: text });
    if (rule !== undefined) return rule;
    this.#keep(label);
    return {
      keep: () => Promise.resolve(),
      letGo: async () => {
        if (!this.#minted.has(id)) this.#drop(label);
      },
    };
  }

  /** Another program may have given the label of a new id to an id of its own since it was looked for. */
  async #made(label: Label): Promise<FileClaim | LabelRule> {
    const { kind, id, text } = label;
    try {
      const claim = await LabelClaim.make(this.#house, { kind, id, label: text });
      return this.#minted.has(id) ? { keep: () => claim.keep(), letGo: () => Promise.resolve() } : claim;
    } catch (error) {
      const rule = labelRuleOf(error);
      if (rule === undefined) throw error;
      return rule;
    } finally {
      this.#minted.delete(id);
      this.#drop(label);
    }
  }

  #claimedOtherwise({ kind, id, text }: Label): LabelRule | undefined {
    const owner = this.#claimed.get(`${kind} ${text}`) ?? id;
    if (owner !== id) return 'label-taken';
    return (this.#texts.get(id) ?? text) === text ? undefined : 'label-differs';
  }

  #keep({ kind, id, text }: Label): void {
    this.#claimed.set(`${kind} ${text}`, id);
    this.#texts.set(id, text);
  }

  #drop({ kind, id, text }: Label): void {
    this.#claimed.delete(`${kind} ${text}`);
    this.#texts.delete(id);
  }
}
