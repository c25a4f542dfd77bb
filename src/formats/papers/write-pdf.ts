import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block, Paper } from './paper.ts';
import { writeTable } from './pdf-table.ts';
import { roomOn, tagged, type Page, type Structure } from './pdf-page.ts';

/**
 * The paper as PDF, tagged for those who hear it: language, title, headings, and tables with their titles as such; the foot of a page is
 * marked as no part of what is said. The letters are within, and the same paper makes the same bytes.
 */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const options = {
    ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: paper.language, subset: 'PDF/UA' },
    ...{ size: 'LETTER', margins: { top: 64, bottom: 72, left: 56, right: 56 }, bufferPages: true },
    font: fileOf('Regular'),
    info: {
      Title: paper.title,
      Creator: 'restitution',
      Producer: 'restitution',
      CreationDate: new Date(paper.createdAt),
    },
  };
  // The types that are published for the package do not know this subset yet.
  const doc = new PDFDocument(options as PDFKit.PDFDocumentOptions);
  const bytes = bytesOf(doc);
  doc.registerFont('regular', fileOf('Regular')).registerFont('bold', fileOf('Bold'));
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  for (const block of paper.blocks) write(doc, whole, block);
  whole.end();
  writeFeet(doc, paper.foot);
  doc.end();
  return bytes;
}

const require = createRequire(import.meta.url);

function fileOf(weight: 'Regular' | 'Bold'): string {
  return require.resolve(`roboto-fontface/fonts/roboto/Roboto-${weight}.woff`);
}

function bytesOf(doc: Page): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    doc.on('error', reject);
  });
}

function write(doc: Page, whole: Structure, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(doc, whole, block);
    case 'paragraph':
      return writeParagraph(doc, whole, block.text);
    case 'table':
      return writeTable(doc, whole, block);
  }
}

function writeHeading(
  doc: Page,
  whole: Structure,
  { level, text }: Extract<Block, { kind: 'heading' }>,
): void {
  doc
    .font('bold')
    .fontSize(level === 1 ? 19 : 13)
    .fillColor('#1c2733');
  // A heading never stands alone at the foot of a page.
  roomOn(doc, doc.heightOfString(text) + 80);
  if (level === 2) doc.y += 12;
  tagged(doc, { within: whole, type: level === 1 ? 'H1' : 'H2' }, () =>
    doc.text(text, doc.page.margins.left, doc.y),
  );
  doc.y += 6;
}

function writeParagraph(doc: Page, whole: Structure, text: string): void {
  doc.font('regular').fontSize(10.5).fillColor('#1c2733');
  roomOn(doc, Math.min(doc.heightOfString(text), 500));
  tagged(doc, { within: whole, type: 'P' }, () =>
    doc.text(text, doc.page.margins.left, doc.y, { lineGap: 2 }),
  );
  doc.y += 6;
}

function writeFeet(doc: Page, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(at);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('regular').fontSize(7.5).fillColor('#5a6775');
    doc.text(foot, 56, 738, { width: 420, lineBreak: true });
    doc.text(`page ${String(at + 1)} of ${String(count)}`, 476, 738, { width: 80, align: 'right' });
    doc.endMarkedContent();
  }
}
