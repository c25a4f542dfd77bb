/** The house, read as text and as types, for the tests that hold it to its own rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '..', '..');

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Files under a folder of the project, by a pattern of their path. */
export function filesUnder(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => pattern.test(path))
    .sort();
}

/** The part of a document under the heading, down to the next heading of the same rank or a higher; '' where there is none. */
export function sectionOf(document: string, heading: string): string {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) return '';
  const rank = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1;
  const length = lines.slice(start + 1).findIndex((line) => new RegExp(`^#{1,${String(rank)}} `).test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The rows of the first table in a text, as cells; without its heading. */
export function tableIn(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** What stands in back-ticks in a text. */
export function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted ?? '');
}

/** One field of an event: where it stands (`lines[].amount`), and what it may hold. */
export interface EventField {
  readonly path: string;
  /** The words it may hold, where these are few. */
  readonly words: readonly string[];
  /** Whether any text at all would fit: no id, amount, day or word from a list. */
  readonly isFreeText: boolean;
}

export interface EventShape {
  readonly fields: readonly EventField[];
  /** Which unions of events it belongs to: `VictimEvent`, `CaseEvent` and so on. */
  readonly unions: readonly string[];
}

/** The shape of every event of the ledger, by type, as the compiler sees it. */
export function eventShapes(): ReadonlyMap<string, EventShape> {
  const paths = filesUnder('src/domain', /\/events\.ts$/).map((path) => join(root, path));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  const shapes = new Map<string, EventShape>();
  for (const { name, type: union } of paths.flatMap((path) => unionsIn(program, path))) {
    for (const event of partsOf(union)) {
      const type = propertyOf(checker, event, 'type');
      const data = propertyOf(checker, event, 'data');
      if (!type?.isStringLiteral() || !data) continue;
      const unions = [...(shapes.get(type.value)?.unions ?? []), name];
      shapes.set(type.value, { fields: fieldsOf(checker, data, ''), unions });
    }
  }
  return shapes;
}

/** The types whose names end in `Event` that a file exports. */
function unionsIn(program: ts.Program, path: string): readonly { name: string; type: ts.Type }[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = symbol ? checker.getExportsOfModule(symbol) : [];
  return exported
    .filter(({ name }) => name.endsWith('Event'))
    .map((each) => ({ name: each.name, type: checker.getDeclaredTypeOfSymbol(each) }));
}

function fieldsOf(checker: ts.TypeChecker, type: ts.Type, prefix: string): readonly EventField[] {
  return checker.getPropertiesOfType(type).flatMap((property) => {
    const path = prefix + property.name;
    const value = checker.getTypeOfSymbol(property);
    const entry = checker.isArrayType(value)
      ? checker.getTypeArguments(value as ts.TypeReference)[0]
      : undefined;
    const isListOfWords = entry !== undefined && checker.isTypeAssignableTo(entry, checker.getStringType());
    const held = partsOf(isListOfWords ? entry : value);
    const words = held.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
    const isFreeText = held.some(({ flags }) => flags === ts.TypeFlags.String);
    const field = { path, words, isFreeText };
    const isListOfNumbers = entry !== undefined && checker.isTypeAssignableTo(entry, checker.getNumberType());
    if (entry && !isListOfWords && !isListOfNumbers)
      return [field, ...fieldsOf(checker, entry, `${path}[].`)];
    return [field];
  });
}

function propertyOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type | undefined {
  const property = type.getProperty(name);
  return property && checker.getTypeOfSymbol(property);
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** An exported name of a file, the line it stands on, and whether a docstring stands over it or over its file. */
export interface Exported {
  readonly name: string;
  readonly line: number;
  readonly isDescribed: boolean;
}

/** What a source file exports, save names for other types: an alias says itself what it is. */
export function exportsOf(path: string): readonly Exported[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ESNext, true);
  const [first] = source.statements;
  const isFileDescribed = source.text.startsWith('/**') && first !== undefined && !isExported(first);
  return source.statements.flatMap((statement) => {
    if (!isExported(statement)) return [];
    const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    const isDescribed = isFileDescribed || ts.getJSDocCommentsAndTags(statement).length > 0;
    return namesOf(statement).map((name) => ({ name, line, isDescribed }));
  });
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}
