import { inflateSync } from 'node:zlib';
import type { Paper } from '../../../src/formats/papers/paper.ts';
import { writePdf } from '../../../src/formats/papers/write-pdf.ts';

const paper = (rows: number): Paper => ({
  title: 'Statement (of é)',
  language: 'en-US',
  createdAt: '2026-03-02T17:00:00.000Z',
  foot: 'checkpoint 00@26',
  blocks: [
    { kind: 'heading', level: 1, text: 'Statement' },
    { kind: 'paragraph', text: 'A few words.' },
    { kind: 'heading', level: 2, text: 'In sums' },
    {
      kind: 'table',
      summary: 'What was paid.',
      columns: [
        { title: 'On', weight: 2 },
        { title: 'Dollars', weight: 1, isAmount: true },
      ],
      rows: Array.from({ length: rows }, (_, at) => [`row ${String(at)}`, '1,234.56']),
    },
  ],
});

async function pdfOf(rows: number): Promise<string> {
  return Buffer.from(await writePdf(paper(rows))).toString('latin1');
}

/** What the pages draw. */
function drawnIn(pdf: string): string {
  const streams = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => bytes);
  return streams
    .flatMap((bytes) => {
      try {
        const drawn = inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
        return drawn.includes(' Tf') || drawn.includes('BDC') ? [drawn] : [];
      } catch {
        return [];
      }
    })
    .join('\n');
}

const countOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length;

describe('a paper as PDF', () => {
  test('says its language and its title, and that it is tagged as PDF/UA asks', async () => {
    const pdf = await pdfOf(1);
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain('/Lang (en-US)');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('has a tree of what is said: headings, words, and a table with its titles as such', async () => {
    const pdf = await pdfOf(3);
    for (const [type, count] of [
      ['Document', 1],
      ['H1', 1],
      ['H2', 1],
      ['P', 1],
      ['Table', 1],
      ['TR', 4],
      ['TH', 2],
      ['TD', 6],
    ] as const) {
      expect([type, countOf(new RegExp(`/S /${type}\\n`, 'g'), pdf)]).toEqual([type, count]);
    }
    expect(countOf(/\/Scope \/Column/g, pdf)).toBe(2);
    expect(pdf).toContain('/Alt (What was paid.)');
  });

  test('marks all that is drawn, as said or as no part of it', async () => {
    const drawn = drawnIn(await pdfOf(3));
    expect(countOf(/\bBDC\b/g, drawn) + countOf(/\bBMC\b/g, drawn)).toBe(countOf(/\bEMC\b/g, drawn));
    expect(countOf(/\/Artifact/g, drawn)).toBeGreaterThanOrEqual(5);
    const outside = drawn.replaceAll(/(?:BDC|BMC)[\s\S]*?EMC/g, '');
    expect(outside).not.toMatch(/\bT[jJ]\b|\bS\n/);
  });

  test('goes on upon further pages, where the titles stand again and are said once', async () => {
    const pdf = await pdfOf(120);
    expect(countOf(/\/Type \/Page\n/g, pdf)).toBeGreaterThan(2);
    expect(countOf(/\/S \/TH\n/g, pdf)).toBe(2);
    expect(countOf(/\/S \/TD\n/g, pdf)).toBe(240);
  });

  test('carries its letters, and no clock but the one that it is given', async () => {
    const pdf = await pdfOf(1);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).toContain('(D:20260302170000Z)');
    expect(await pdfOf(1)).toBe(pdf);
  });
});
