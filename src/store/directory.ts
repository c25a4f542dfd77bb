/**
 * Who is meant by an id: docket numbers, court pseudonyms, names. It stands beside the ledger and never in it, so that
 * an identity can be destroyed and the history still be proven.
 */

import type { LogStanding } from './event-store.ts';

/** What people call by a name. */
export type NamedKind =
  'victim' | 'case' | 'defendant' | 'order' | 'representative' | 'account' | 'signatory';

/**
 * What a label can stand for: a name; what a file said of a line, the fingerprint by which it is known again, and what
 * people remarked on it; a file that was written of a run, and the company by which its credits go out.
 */
export type DirectoryKind = NamedKind | 'line' | 'fingerprint' | 'remark' | 'run-file' | 'originator';

/** One entry: how people call what the ledger knows by an id. Within a kind, a label belongs to one id. */
export interface DirectoryEntry {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly label: string;
}

/** Labels and ids, either from the other. */
export interface Directory {
  /** Whether what it answers is all there is; on one machine it always is. */
  readonly standing: LogStanding;

  /** How people call it; undefined where the directory does not say. */
  labelOf(id: string): Promise<string | undefined>;

  /** Which id people mean; undefined where nobody of that kind is called so. */
  idOf(kind: DirectoryKind, label: string): Promise<string | undefined>;

  /** An id that nobody has, made at random, so that it says nothing of the person. It is kept once a label is put for it. */
  newId(kind: NamedKind): string;

  /** Why the entry could not be put; undefined where it could. */
  refusalOf(entry: DirectoryEntry): Promise<LabelRule | undefined>;

  /** Enters the label of an id that has none. The same once more changes nothing. @throws LabelRefused */
  put(entry: DirectoryEntry): Promise<Put>;

  /** Enters many at once; ids that have a label, and labels that another id has, are passed over. */
  putAll(entries: readonly DirectoryEntry[]): Promise<void>;

  /** Takes back what `put` entered, so that the id has no label and the label is free; what is otherwise by now stays. */
  withdraw(entry: DirectoryEntry): Promise<void>;

  /** Gives an id another label in the place of the one it has. @throws LabelRefused */
  relabel(entry: DirectoryEntry): Promise<Relabelled>;

  /**
   * Removes the label of an id, so that no byte of it is left in the directory, and takes none for that id again. What was
   * forgotten before is seen to once more.
   *
   * @throws StoreUnavailable where others hold on to it: it is out of use, and is to be forgotten once more
   */
  forget(id: string): Promise<Forgotten>;

  /**
   * Forgets an id that was forgotten elsewhere, also where this directory has never had a label of it. Of many that are
   * brought one after the other, bytes may be left until the directory is closed.
   *
   * @throws StoreUnavailable as `forget` does, which `close` may do then as well
   */
  bar(id: string): Promise<void>;

  /** All that the directory holds, in pages, for whoever copies it. What changes meanwhile may be in it or not. */
  contents(): AsyncIterable<readonly Held[]>;

  close(): Promise<void>;
}

/** What a directory holds of one id: its label, or that it is to have none. */
export type Held = DirectoryEntry | { readonly id: string; readonly isForgotten: true };

/** What became of an entry: `known` where it was there before. */
export type Put = 'entered' | 'known';

/** What became of a forgetting; `unknown` where the directory has never had a label of the id. */
export type Forgotten = 'forgotten' | 'forgotten-before' | 'unknown';

/** What became of a relabelling; `unknown` where the id has no label that could be replaced. */
export type Relabelled = 'relabelled' | 'unchanged' | 'unknown';

/** Why a label is refused: another id has it; the id has another; or the id was forgotten, and has none ever again. */
export type LabelRule = 'label-taken' | 'label-differs' | 'label-forgotten';

/** What became of bringing what one directory holds into another. */
export interface CopiedDirectory {
  /** Labels that the other directory did not have. */
  readonly entered: number;
  /** Labels that it had. */
  readonly known: number;
  /** Ids that were forgotten, and are so there too. */
  readonly forgotten: number;
  /** What it did not take, with the rule, and nothing of the label. */
  readonly refused: readonly { readonly id: string; readonly rule: LabelRule }[];
}

/** The directory does not take this label for this id. The message says what to do, and never the label. */
export class LabelRefused extends Error {
  readonly rule: LabelRule;

  constructor(rule: LabelRule) {
    super(refusals[rule]);
    this.name = 'LabelRefused';
    this.rule = rule;
  }
}

const refusals: Readonly<Record<LabelRule, string>> = {
  'label-taken': 'another id of the kind has this label; correct the id, or choose another label',
  'label-differs': 'the id has another label; correct one of the two, or relabel the id',
  'label-forgotten': 'the label of this id was forgotten for good; leave the label out',
};
