/** Whatever the law computes is computed once more by something that shares no code with it: docs/law.md lists by what, and this holds it to that. */
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { policyCatalogue } from '../../src/domain/policy/catalogue.ts';
import { filesUnder, quotedIn, root, sectionOf, tableIn, textOf } from './source.ts';

const document = textOf('docs/law.md');
const ofRules = tableIn(sectionOf(document, 'Rules that are computed twice'));
const ofAnswers = tableIn(sectionOf(document, 'Answers that are worked and computed twice'));

/** The first that a cell has in back-ticks. */
const quoted = (cell = ''): string => quotedIn(cell)[0] ?? '';

/** A rule whose answer is an amount, a day or a number. */
const computes = /\b(Money|CalendarDate|bigint|number|AmountOfYear|InQueue)\b/;

const parsed = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ESNext, true);

/** The functions that a file exports, each with the type of what it gives, as written. */
function functionsIn(path: string): readonly { readonly name: string; readonly gives: string }[] {
  return parsed(path).statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.length;
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !isExported) return [];
    return [{ name: statement.name.text, gives: statement.type?.getText() ?? '' }];
  });
}

/** What a file exports under any name. */
function exportsIn(path: string): readonly string[] {
  return [...textOf(path).matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = '']) => name);
}

/** All that a file imports as values, and what that imports in its turn: files of the project, and packages. */
function reachedBy(path: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const statement of parsed(path).statements) {
    if (!ts.isImportDeclaration(statement) || statement.getText().startsWith('import type ')) continue;
    const { text: from } = statement.moduleSpecifier as ts.StringLiteral;
    const found = from.startsWith('.') ? relative(root, join(root, dirname(path), from)) : from;
    if (seen.has(found)) continue;
    seen.add(found);
    if (from.startsWith('.')) reachedBy(found, seen);
  }
  return seen;
}

const rules = filesUnder('src/domain/statutes', /\/\d.*\.ts$/).flatMap((file) =>
  functionsIn(file)
    .filter(({ gives }) => computes.test(gives))
    .map(({ name }) => [`\`${name}\``, `\`${file.slice('src/domain/statutes/'.length)}\``]),
);

const answers = Object.entries(policyCatalogue).flatMap(([id, { values }]) =>
  values.map((value) => [id, `\`${value}\``]),
);

describe('docs/law.md: what is computed twice', () => {
  test('every rule that gives an amount, a day or a number, and no other', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(ofRules.map(([rule, file]) => [rule, file]).sort()).toEqual([...rules].sort());
  });

  test('every answer to every question of the policies', () => {
    expect(ofAnswers.map(([id, answer]) => [id, answer])).toEqual(answers);
  });

  test('each by something that is there', () => {
    const wrong = [...ofRules, ...ofAnswers].filter(([, , by = '']) => {
      const [name = '', file = ''] = quotedIn(by);
      return !exportsIn(file).includes(name);
    });
    expect(wrong).toEqual([]);
  });

  test('and that shares no code with the ledger', () => {
    const files = new Set([...ofRules, ...ofAnswers].map(([, , by = '']) => quotedIn(by)[1] ?? ''));
    const shared = [...files].flatMap((file) =>
      [...reachedBy(file)].filter((each) => each.startsWith('src/')).map((each) => `${file} uses ${each}`),
    );
    expect(files.size).toBeGreaterThan(3);
    expect(shared).toEqual([]);
  });

  test('a rule in a test that asks both', () => {
    const wrong = ofRules.filter(([rule, , by, test]) => {
      const text = textOf(quoted(test));
      return ![quoted(rule), quoted(by)].every((name) => new RegExp(`\\b${name}[(,\\]]`).test(text));
    });
    expect(wrong).toEqual([]);
  });

  test('an answer in a test that puts the question, has the answer worked by hand, and asks the second reckoning', () => {
    const wrong = ofAnswers.filter(([id, answer, by, test]) => {
      const text = textOf(quoted(test));
      const [, asked = ''] = text.split(`asks('${id ?? ''}', {`);
      const isWorked = (asked.split(/^\}\);$/m)[0] ?? '').includes(` ${quoted(answer)}: [`);
      // Some questions are put to a reckoning through a function of the test that fits its situation to them.
      return !isWorked || !new RegExp(`\\b${quoted(by)}\\b`).test(text);
    });
    expect(wrong).toEqual([]);
  });
});
