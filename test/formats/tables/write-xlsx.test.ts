import { unzipSync } from 'fflate';
import type { TableColumn, TableRow } from '../../../src/formats/tables/table.ts';
import { writeXlsx } from '../../../src/formats/tables/write-xlsx.ts';
import { tableOf, written } from './table-of.ts';

const columns: readonly TableColumn[] = [
  { name: 'what', kind: 'text' },
  { name: 'amount', kind: 'money' },
  { name: 'on', kind: 'day' },
  { name: 'at', kind: 'instant' },
  { name: 'count', kind: 'number' },
  { name: 'isSo', kind: 'flag' },
];
const empty: TableRow = [null, null, null, null, null, null];

/** The parts of the workbook, as text. */
async function partsOf(rows: readonly TableRow[]): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await written(writeXlsx, tableOf(columns, [rows], [['rowsHash', 'sha256:0<1']])));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
}

async function secondRow(row: TableRow): Promise<string> {
  const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf([row]);
  return /<row r="2">(.*?)<\/row>/.exec(sheet)?.[1] ?? '';
}

describe('a workbook', () => {
  test('has its rows under frozen titles, and says on a sheet of its own what it holds', async () => {
    const parts = await partsOf([empty]);
    expect(parts['xl/workbook.xml']).toMatch(/<sheet name="things" .*<sheet name="About" /);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="1"');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<row r="2"></row>');
    expect(parts['xl/worksheets/sheet2.xml']).toContain('>sha256:0&lt;1</t>');
  });

  test.each([
    [
      'an amount as its very digits, with two places',
      [null, '5117.92', null, null, null, null],
      '<c r="B2" s="2"><v>5117.92</v></c>',
    ],
    [
      'an amount of fifteen digits as a number',
      [null, '-9999999999999.99', null, null, null, null],
      '<c r="B2" s="2"><v>-9999999999999.99</v></c>',
    ],
    [
      'a longer one as text, rather than lose a cent',
      [null, '10000000000000.01', null, null, null, null],
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve">10000000000000.01</t></is></c>',
    ],
    ['a day as a day', [null, null, '2026-03-02', null, null, null], '<c r="C2" s="3"><v>46083</v></c>'],
    [
      'a day before March of 1900 as text',
      [null, null, '1900-02-28', null, null, null],
      '<c r="C2" t="inlineStr"><is><t xml:space="preserve">1900-02-28</t></is></c>',
    ],
    [
      'a whole number, and what is so',
      [null, null, null, null, 7, true],
      '<c r="E2" s="4"><v>7</v></c><c r="F2" t="b"><v>1</v></c>',
    ],
    [
      'a formula as text',
      ['=1+1', null, null, null, null, null],
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
    ],
    [
      'what XML cannot hold as spreadsheets write it',
      ['a\u0007_x0041_&<', null, null, null, null, null],
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve">a_x0007__x005F_x0041_&amp;&lt;</t></is></c>',
    ],
  ] as const)('writes %s', async (_, row, expected) => {
    expect(await secondRow(row)).toBe(expected);
  });

  test('every amount of fifteen digits is the cent that it was, when it is read in binary', () => {
    // What a spreadsheet does with the digits: to binary, and back to cents.
    for (const cents of [1n, 999_999_999_999_999n, 999_999_999_999_998n, 123_456_789_012_345n]) {
      const text = `${String(cents / 100n)}.${String(cents % 100n).padStart(2, '0')}`;
      expect(Number(text).toFixed(2)).toBe(text);
    }
  });

  test('refuses a text that no cell can hold', async () => {
    await expect(partsOf([['x'.repeat(32_768), ...empty.slice(1)]])).rejects.toThrow('column what');
  });

  test('goes on upon another sheet where one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, at): TableRow => [at]);
    const table = tableOf([{ name: 'n', kind: 'number' }], [rows, rows, rows]);
    const parts = unzipSync(await written((each) => writeXlsx(each, 8), table));
    // Under a row of titles on each: fifteen rows are seven, seven, and one.
    const lengths = [1, 2, 3].map((sheet) => {
      const xml = Buffer.from(parts[`xl/worksheets/sheet${String(sheet)}.xml`] ?? []).toString();
      return [...xml.matchAll(/<row r="(\d+)">/g)].map(([, number]) => Number(number));
    });
    expect(lengths).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2],
    ]);
    expect(Buffer.from(parts['xl/workbook.xml'] ?? []).toString()).toMatch(
      /things.*things 2.*things 3.*About/,
    );
  });
});
