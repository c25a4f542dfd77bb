/** A document for people: what stands on it, in order, and what stands at the foot of each page. */
export interface Paper {
  readonly title: string;
  /** As BCP 47 has it. */
  readonly language: string;
  /** RFC 3339, UTC: when what it tells had been recorded; no clock of the machine. */
  readonly createdAt: string;
  readonly foot: string;
  readonly blocks: readonly Block[];
}

/** One thing that stands on a paper. */
export type Block = Heading | Paragraph | PaperTable;

/** A heading; the first level is the paper's own. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
}

/** A few sentences. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Rows under titles. Amounts stand to the right; a column is as wide as its weight among the others. */
export interface PaperTable {
  readonly kind: 'table';
  /** What it shows, for whoever hears it. */
  readonly summary: string;
  readonly columns: readonly {
    readonly title: string;
    readonly weight: number;
    readonly isAmount?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
}
