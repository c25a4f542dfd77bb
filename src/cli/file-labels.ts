import type { House } from '../application/house.ts';
import type { Label, LabelKind } from '../requests/label.ts';
import { labelRuleOf, type LabelRule } from '../requests/label-refusals.ts';

/**
 * What a file says of how things are called. Until a label is in the directory it is claimed, so that the next line
 * cannot give it to another id, nor its id another label.
 *
 * A label that comes with an id enters once its command is recorded. One that a table gives a new id enters just before
 * its first command is sent: two programs that take in tables at once would otherwise give one person two ids. So a
 * row that cannot be read leaves nothing behind; where the ledger refuses the command, the label keeps its id, and the
 * corrected row finds it.
 */
export class FileLabels {
  readonly #directory: House['directory'];
  readonly #isRehearsal: boolean;
  /** By kind and label. */
  readonly #claimed = new Map<string, string>();
  /** By id. */
  readonly #texts = new Map<string, string>();
  /** Ids that this file made for its labels, and that the directory does not know yet. */
  readonly #minted = new Set<string>();

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
    this.#keep(label);
    return this.#minted.has(id) && !this.#isRehearsal ? this.#settle(label) : undefined;
  }

  /** Gives up a claim: its command was refused. */
  release(label: Label): void {
    if (!this.#minted.has(label.id)) this.#drop(label);
  }

  /** Enters a claimed label. A rehearsal goes on claiming it, for it will not find it in the directory. */
  async enter(label: Label): Promise<void> {
    if (this.#isRehearsal) return;
    const { kind, id, text } = label;
    await this.#directory.put({ kind, id, label: text });
    this.#drop(label);
  }

  /** The id of a label that is known; undefined where nobody is called so. */
  async find(kind: LabelKind, text: string): Promise<string | undefined> {
    return (await this.#directory.idOf(kind, text)) ?? this.#claimed.get(`${kind} ${text}`);
  }

  /** The id of a label, or a new one, which nobody had before. */
  async mint(kind: LabelKind, text: string): Promise<string> {
    const known = await this.find(kind, text);
    if (known !== undefined) return known;
    const id = this.#directory.newId(kind);
    this.#minted.add(id);
    this.#keep({ kind, id, text });
    return id;
  }

  /** Enters the label of a new id; another program may have given it to an id of its own since it was looked for. */
  async #settle(label: Label): Promise<LabelRule | undefined> {
    this.#minted.delete(label.id);
    try {
      await this.enter(label);
      return undefined;
    } catch (error) {
      this.#drop(label);
      const rule = labelRuleOf(error);
      if (rule === undefined) throw error;
      return rule;
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
