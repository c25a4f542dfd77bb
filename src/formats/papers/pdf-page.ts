import type PDFDocument from 'pdfkit';

/** The document that is written, page by page. */
export type Page = InstanceType<typeof PDFDocument>;

/** A part of what is said, in the order in which it is read. */
export type Structure = ReturnType<Page['struct']>;

/** What a part is, and of what; of the title of a column, that it is one. */
export interface Tag {
  readonly within: Structure;
  readonly type: string;
  readonly scope?: 'Column';
}

/** Writes something as a part of another. */
export function tagged(doc: Page, { within, type, scope }: Tag, write: () => void): void {
  const part = doc.struct(type, scope === undefined ? {} : ({ scope } as object));
  within.add(part);
  const content = doc.markStructureContent(type);
  write();
  doc.endMarkedContent();
  part.add(content);
  part.end();
}

/** Begins another page where this one has no room for so much. Gives whether it did. */
export function roomOn(doc: Page, height: number): boolean {
  const { height: whole, margins } = doc.page;
  if (doc.y + height <= whole - margins.bottom) return false;
  doc.addPage();
  return true;
}
