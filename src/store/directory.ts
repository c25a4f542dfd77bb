/**
 * Who is meant by an id: docket numbers, court pseudonyms, names. It stands beside the ledger and never in it, so that
 * an identity can be destroyed and the history still be proven.
 */

/** What a label can stand for. */
export type DirectoryKind = 'victim' | 'case' | 'defendant' | 'order';

/** One entry: how people call what the ledger knows by an id. Within a kind, a label belongs to one id. */
export interface DirectoryEntry {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly label: string;
}

/** Labels and ids, either from the other. */
export interface Directory {
  /** How people call it; undefined where the directory does not say. */
  labelOf(id: string): Promise<string | undefined>;

  /** Which id people mean; undefined where nobody of that kind is called so. */
  idOf(kind: DirectoryKind, label: string): Promise<string | undefined>;

  /** The id of the label: the one it has, or a new one, made at random, that says nothing of the person. */
  mint(kind: DirectoryKind, label: string): Promise<string>;

  /** Enters a label, in place of the one before. @throws LabelTaken where another id of the kind has it */
  put(entry: DirectoryEntry): Promise<void>;

  close(): Promise<void>;
}

/** The label is another's. */
export class LabelTaken extends Error {
  readonly kind: DirectoryKind;

  constructor(kind: DirectoryKind) {
    super(`another ${kind} is called so already`);
    this.name = 'LabelTaken';
    this.kind = kind;
  }
}
