import type { Cell } from './columns.ts';

/** One line of a table, as RFC 4180 has it; null is an empty cell. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : quoted(harmless(String(cell))))).join(',')}\r\n`;
}

/** A spreadsheet takes what begins so for a formula and carries it out; a number with a sign is none. */
function harmless(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text);
  return isFormula ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
