import type { PaperTable } from './paper.ts';
import { roomOn, tagged, type Page, type Structure } from './pdf-page.ts';

/** Writes rows under titles; on each further page the titles stand again, and are said once. */
export function writeTable(doc: Page, whole: Structure, table: PaperTable): void {
  const places = placesOf(doc, table);
  const part = doc.struct('Table', { alt: table.summary });
  whole.add(part);
  roomOn(doc, 60);
  writeRow(doc, places, { cells: table.columns.map(({ title }) => title), isHead: true, part });
  for (const cells of table.rows) {
    if (roomOn(doc, heightOf(doc, places, { cells, isHead: false }))) {
      doc.markContent('Artifact', { type: 'Pagination' });
      writeRow(doc, places, { cells: table.columns.map(({ title }) => title), isHead: true });
      doc.endMarkedContent();
    }
    writeRow(doc, places, { cells, isHead: false, part });
  }
  part.end();
  doc.y += 8;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

interface Row {
  readonly cells: readonly string[];
  readonly isHead: boolean;
  /** The table that it is a part of; none of titles that are only repeated. */
  readonly part?: Structure;
}

const gap = 8;
const padding = 3;

function placesOf(doc: Page, { columns }: PaperTable): readonly Place[] {
  const { width, margins } = doc.page;
  const room = width - margins.left - margins.right - gap * (columns.length - 1);
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = margins.left;
  return columns.map(({ weight, isAmount = false }) => {
    const place: Place = { x, width: (room * weight) / weights, align: isAmount ? 'right' : 'left' };
    x += place.width + gap;
    return place;
  });
}

function lettersOf(doc: Page, isHead: boolean): void {
  doc
    .font(isHead ? 'bold' : 'regular')
    .fontSize(9)
    .fillColor(isHead ? '#42505e' : '#1c2733');
}

function heightOf(doc: Page, places: readonly Place[], { cells, isHead }: Row): number {
  lettersOf(doc, isHead);
  const heights = places.map(({ width }, at) => doc.heightOfString(cells[at] ?? '', { width }));
  return Math.max(...heights) + 2 * padding;
}

function writeRow(doc: Page, places: readonly Place[], row: Row): void {
  const { cells, isHead, part } = row;
  const height = heightOf(doc, places, row);
  const { y } = doc;
  const line = part === undefined ? undefined : doc.struct('TR');
  if (line !== undefined) part?.add(line);
  for (const [at, { x, width, align }] of places.entries()) {
    const write = (): void => {
      doc.text(cells[at] ?? '', x, y + padding, { width, align });
    };
    if (line === undefined) write();
    else
      tagged(
        doc,
        isHead ? { within: line, type: 'TH', scope: 'Column' } : { within: line, type: 'TD' },
        write,
      );
  }
  line?.end();
  rule(doc, { y: y + height, isHead, isTagged: part !== undefined });
  doc.y = y + height;
}

/** A thin line below a row, which says nothing. */
function rule(doc: Page, { y, isHead, isTagged }: { y: number; isHead: boolean; isTagged: boolean }): void {
  const { width, margins } = doc.page;
  if (isTagged) doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(margins.left, y)
    .lineTo(width - margins.right, y)
    .lineWidth(isHead ? 0.9 : 0.4)
    .strokeColor(isHead ? '#5a6775' : '#d5dbe1')
    .stroke();
  if (isTagged) doc.endMarkedContent();
}
