/** A field of a table as RFC 4180 has it, with an apostrophe before what a spreadsheet would carry out. */
export function csvCell(text: string): string {
  return quoted(harmless(text));
}

/** A spreadsheet takes what begins so for a formula and carries it out; a number with a sign is none. */
function harmless(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text);
  return isFormula ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row in one line: a field holds no line break, because no reader here takes one. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => csvCell(cell.replaceAll(/[\r\n\0]+/g, ' '))).join(',');
}
