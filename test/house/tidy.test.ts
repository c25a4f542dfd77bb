import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { statutesInForce } from '../../src/domain/statutes/in-force.ts';
import type { Statute } from '../../src/domain/statutes/statute.ts';
import { eventShapes, exportsOf, filesUnder, root, textOf } from './source.ts';

const source = filesUnder('src', /\.ts$/);
const tests = ['test', 'bench', 'examples'].flatMap((folder) => filesUnder(folder, /\.ts$/));

/** The lines of a file that say something to the compiler. */
function linesOfCode(path: string): number {
  const text = textOf(path).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

describe('every file', () => {
  test('of the source is small enough to see: at most 200 lines of code', () => {
    expect(source.filter((path) => linesOfCode(path) > 200)).toEqual([]);
  });

  test('is finished: nothing is left to be done in a comment', () => {
    const unfinished = [...source, ...tests].filter((path) => /\b(?:TODO|FIXME|XXX)\b/.test(textOf(path)));
    expect(unfinished.filter((path) => path !== 'test/house/tidy.test.ts')).toEqual([]);
  });

  test('is named by what it is', () => {
    const vague =
      /(?:^|[/.-])(?:managers?|helpers?|utils?|base|common|shared|misc|core|libs?)(?=[/.-])|\/(?:index|types)\.ts$/;
    expect([...source, ...tests].filter((path) => vague.test(path))).toEqual([]);
  });
});

describe('every exported function, class, interface and constant', () => {
  const exported = source.flatMap((path) => exportsOf(path).map((each) => ({ ...each, path })));

  test('says what it is', () => {
    const vague = /Manager|Helper|Util|Processor|Impl\b|^Base[A-Z]|^Abstract[A-Z]|^I[A-Z][a-z]/;
    expect(
      exported.filter(({ name }) => vague.test(name)).map(({ path, name }) => `${path}: ${name}`),
    ).toEqual([]);
  });

  test('has a sentence over it, or over its file', () => {
    const silent = exported.filter(({ isDescribed }) => !isDescribed);
    expect(silent.map(({ path, line, name }) => `${path}:${String(line)} ${name}`)).toEqual([]);
  });
});

describe('every provision of law', () => {
  const provisions = filesUnder('src/domain/statutes', /\/\d[^/]*\.ts$/);

  test.each(provisions)('%s opens with the words of the law, and is in force', async (path) => {
    const exported: Record<string, unknown> = await import(join(root, path));
    const statute = Object.values(exported).find(isStatute);
    const docstring = /\/\*\*[\s\S]*?\*\//.exec(textOf(path))?.[0] ?? '';
    const quoted = [...docstring.matchAll(/^ \* > (.*)$/gm)].map(([, line]) => line).join(' ');
    expect(statutesInForce).toContain(statute);
    expect(plain(quoted)).toContain(plain(statute?.words ?? 'no words'));
    expect(path).toContain(`/${slugOf(statute?.citation ?? '')}-`);
  });
});

describe('every event', () => {
  const fields = [...eventShapes()].flatMap(([type, shape]) =>
    shape.fields.map((field) => ({ ...field, type })),
  );

  test('has room for no person: no name, docket, address or remark', () => {
    const personal = /(?:^|\.|[a-z])(?:name|docket|label|note|comment|text|address|remark|description)$/i;
    const found = fields.filter(({ path }) => personal.test(path)).map(({ type, path }) => `${type}.${path}`);
    expect(found).toEqual([]);
  });

  test('holds ids, days, amounts and words from a list, and no free text', () => {
    // A citation is written by this program; the value of a policy is one of those in its catalogue.
    const written = ['citation', 'value'];
    const free = fields.filter(({ path, isFreeText }) => isFreeText && !written.includes(path));
    expect(free.map(({ type, path }) => `${type}.${path}`)).toEqual([]);
  });
});

describe('every document', () => {
  const documents = [
    ...filesUnder('docs', /\.md$/),
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
  ];

  test('can be read on any machine: no path of the one it was written on', () => {
    const here = /(?:^|[\s"'(`=])(?:\/(?:home|root|work|tmp|Users|mnt|private|var\/folders)\/|[A-Z]:\\)/m;
    expect(documents.filter((path) => here.test(textOf(path)))).toEqual([]);
  });

  test('links only to what is there', () => {
    const links = documents.flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to = '']) => ({ path, to })),
    );
    const broken = links.filter(({ path, to }) => !existsSync(join(root, path, '..', to)));
    expect(broken.map(({ path, to }) => `${path}: ${to}`)).toEqual([]);
  });
});

function isStatute(value: unknown): value is Statute {
  return typeof value === 'object' && value !== null && 'citation' in value && 'words' in value;
}

/** `18 U.S.C. 2259(b)(2)(C)` as a file is named by it: `18-usc-2259-b-2-c`. */
function slugOf(citation: string): string {
  return citation
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('’', "'");
}
