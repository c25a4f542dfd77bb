/** The parts of a workbook beside its rows (ECMA-376). */
import type { About } from './table.ts';
import { sheetEnd, sheetStart, textCell, xmlText } from './xlsx-sheet.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Plain, bold titles, money with two places, days as ISO 8601 has them, whole numbers; in this order. */
export const styles = [
  `${head}<styleSheet xmlns="${main}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  ...[164, 165, 1].map(
    (id) =>
      `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** The sheets by name; a name holds 31 letters. */
export function workbook(sheets: readonly string[]): string {
  const named = sheets.map((name, at) => {
    const number = String(at + 1);
    return `<sheet name="${xmlText(name.slice(-31))}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  return `${head}<workbook xmlns="${main}" xmlns:r="${officeDocument}"><sheets>${named.join('')}</sheets></workbook>`;
}

/** Where the sheets and their formats stand. */
export function workbookRelationships(sheets: number): string {
  const all = Array.from({ length: sheets }, (_, at) => [
    'worksheet',
    `worksheets/sheet${String(at + 1)}.xml`,
  ]);
  return related([...all, ['styles', 'styles.xml']]);
}

/** Where the workbook stands. */
export const relationships = related([['officeDocument', 'xl/workbook.xml']]);

function related(targets: readonly (readonly string[])[]): string {
  const each = targets.map(([type = '', target = ''], at) => {
    return `<Relationship Id="rId${String(at + 1)}" Type="${officeDocument}/${type}" Target="${target}"/>`;
  });
  return `${head}<Relationships xmlns="${packageOf}/relationships">${each.join('')}</Relationships>`;
}

/** What each part is. */
export function contentTypes(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${kind}.${type}+xml"/>`;
  return [
    `${head}<Types xmlns="${packageOf}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, at) =>
      part(`/xl/worksheets/sheet${String(at + 1)}.xml`, 'worksheet'),
    ),
    '</Types>',
  ].join('');
}

/** What the file says of itself, name and value. */
export function aboutSheet(about: About): string {
  const columns = [
    { name: 'about', kind: 'text' },
    { name: 'value', kind: 'instant' },
  ] as const;
  const rows = about.map(([name, value], at) => {
    const number = String(at + 1);
    return `<row r="${number}">${textCell(`A${number}`, name)}${textCell(`B${number}`, value)}</row>`;
  });
  return `${sheetStart(columns)}${rows.join('')}${sheetEnd}`;
}
