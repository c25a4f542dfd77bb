import { CellRefused, type Cell, type CellKind, type TableColumn, type TableRow } from './table.ts';

/** The places of the formats in `styles` of a workbook. */
const style = { title: 1, money: 2, day: 3, number: 4 } as const;

/** The sheet up to its first row: its titles stay in sight. */
export function sheetStart(columns: readonly TableColumn[]): string {
  const widths = columns.map(({ name, kind }, at) => {
    const width = Math.max(name.length + 2, widthOf[kind]);
    return `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
  ].join('');
}

/** What stands behind the last row. */
export const sheetEnd = '</sheetData></worksheet>';

const widthOf: Readonly<Record<CellKind, number>> = {
  text: 16,
  money: 16,
  day: 12,
  instant: 26,
  number: 10,
  flag: 8,
};

/** The row of titles. */
export function headRow(columns: readonly TableColumn[]): string {
  return `<row r="1">${columns.map(({ name }, at) => textCell(`${letters(at)}1`, name, style.title)).join('')}</row>`;
}

/** Rows, the first of them below so many. */
export function rowsXml(columns: readonly TableColumn[], rows: readonly TableRow[], above: number): string {
  const places = columns.map(({ name, kind }, at) => ({ name, kind, letter: letters(at) }));
  return rows
    .map((row, index) => {
      const number = String(above + index + 1);
      const cells = places.map(({ name, kind, letter }, at) => {
        const cell = row[at] ?? null;
        return cell === null ? '' : cellXml({ place: letter + number, kind, name }, cell);
      });
      return `<row r="${number}">${cells.join('')}</row>`;
    })
    .join('');
}

interface Place {
  readonly place: string;
  readonly kind: CellKind;
  readonly name: string;
}

function cellXml({ place, kind, name }: Place, cell: Cell): string {
  if (kind === 'flag') return `<c r="${place}" t="b"><v>${cell === true ? '1' : '0'}</v></c>`;
  const text = String(cell);
  if (kind === 'number') return numberCell(place, text, style.number);
  if (kind === 'money' && isExact(text)) return numberCell(place, text, style.money);
  const serial = kind === 'day' ? serialOf(text) : undefined;
  if (serial !== undefined) return numberCell(place, String(serial), style.day);
  if (text.length > mostLetters) throw new CellRefused(name, 'the text is longer than a cell can be');
  return textCell(place, text);
}

const mostLetters = 32_767;

/**
 * A spreadsheet keeps numbers in binary, with fifteen decimal digits that are surely right. An amount within them is
 * written digit by digit and is that amount to the cent; a longer one stays text rather than lose one.
 */
function isExact(amount: string): boolean {
  return amount.replaceAll(/\D/g, '').length <= 15;
}

/** Days since the day before 1900 began, as spreadsheets count; they take 1900 for a leap year, so earlier days stay text. */
function serialOf(day: string): number | undefined {
  if (day < '1900-03-01') return undefined;
  return (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function numberCell(place: string, digits: string, format: number): string {
  return `<c r="${place}" s="${String(format)}"><v>${digits}</v></c>`;
}

/** Text is typed as text, so that no cell is a formula, whatever it begins with. */
export function textCell(place: string, text: string, format?: number): string {
  const styled = format === undefined ? '' : ` s="${String(format)}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Text within XML; what XML has no room for is written as spreadsheets do, `_x0007_`. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (letter) => {
      if (letter === '\t' || letter === '\n') return letter;
      return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The letters of a column: A to Z, then AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
