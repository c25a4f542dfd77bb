import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersions } from '../../src/domain/events.ts';
import { policyCatalogue } from '../../src/domain/policy/catalogue.ts';
import type { PolicyQuestion } from '../../src/domain/policy/question.ts';
import { rejectionCodes } from '../../src/domain/rejection-codes.ts';
import { statutesInForce } from '../../src/domain/statutes/in-force.ts';
import { reviewReasons } from '../../src/projections/review-row.ts';
import { allLossHeads, type LossHead } from '../../src/domain/statutes/loss-heads.ts';
import {
  knowsHead,
  restitutionStatutes,
  termsOf,
  type RestitutionStatute,
} from '../../src/domain/statutes/restitution-statutes.ts';
import { eventShapes, filesUnder, quotedIn, root, sectionOf, tableIn, textOf } from './source.ts';

/** Text without its line breaks and with plain apostrophes, so that only words are compared. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('’', "'");

const headings = (document: string, rank: string): readonly string[] =>
  document
    .split('\n')
    .filter((line) => line.startsWith(`${rank} `))
    .map((line) => line.slice(rank.length + 1));

describe('docs/events.md', () => {
  const document = textOf('docs/events.md');
  const shapes = eventShapes();

  test('describes every event that the ledger knows, and no other', () => {
    expect([...headings(document, '###')].sort()).toEqual(Object.keys(schemaVersions).sort());
  });

  test('the compiler knows a shape for each of them', () => {
    expect([...shapes.keys()].sort()).toEqual(Object.keys(schemaVersions).sort());
  });

  test.each(Object.entries(schemaVersions))(
    '%s: its version, its streams, and each of its fields',
    (type, version) => {
      const section = sectionOf(document, type);
      const { fields = [], unions = [] } = shapes.get(type) ?? {};
      const rows = new Map(
        tableIn(section).map(([field = '', meaning = '']) => [quotedIn(field)[0], meaning]),
      );
      expect([...rows.keys()].sort()).toEqual(fields.map(({ path }) => path).sort());
      for (const { path, words } of fields) {
        const meaning = rows.get(path) ?? '';
        expect({ path, meaning }).not.toEqual({ path, meaning: '' });
        // The numbers of the policies stand in docs/policies.md; other fields list the words that they may hold.
        if (path !== 'policy') expect(quotedIn(meaning)).toEqual(expect.arrayContaining([...words]));
      }
      expect(section).toMatch(
        new RegExp(`^Streams? .* version ${String(version)}, since \\d+\\.\\d+\\.\\d+`, 'm'),
      );
      const streams = [
        ...section.matchAll(
          /`(\w+)-(?:<id>|ledger|treasury-yields|assessment-ceilings|disbursement-terms)`/g,
        ),
      ].map(([, category = '']) => `${category}Event`);
      expect(streams.length).toBeGreaterThan(0);
      // What commits a document stands in the case’s stream, and is none of the things that a case tells.
      const stored = unions.includes('CommittedEvent') ? ['CaseEvent'] : unions;
      expect(stored).toEqual(expect.arrayContaining(streams));
    },
  );
});

describe('docs/rejections.md', () => {
  const document = textOf('docs/rejections.md');

  test('lists every reason for refusal, in order of precedence', () => {
    expect(headings(document, '##')).toEqual(rejectionCodes);
  });

  test('says of each what it means, and what to do', () => {
    const unexplained = rejectionCodes.filter((code) => !/^\n\S.*\n\n> \S/s.test(sectionOf(document, code)));
    expect(unexplained).toEqual([]);
  });
});

describe('docs/cli.md', () => {
  test('says of every reason to look at something what was recorded', () => {
    const rows = tableIn(sectionOf(textOf('docs/cli.md'), 'reviews')).filter(([reason = '']) =>
      /^`[A-Z]/.test(reason),
    );
    expect(rows.map(([reason]) => quotedIn(reason ?? '')[0]).sort()).toEqual([...reviewReasons].sort());
    expect(rows.filter(([, meaning = '']) => meaning.trim() === '')).toEqual([]);
  });
});

describe('docs/policies.md', () => {
  const document = textOf('docs/policies.md');

  test('lists every policy, by number', () => {
    expect(headings(document, '##')).toEqual(Object.keys(policyCatalogue));
  });

  test.each(Object.entries<PolicyQuestion>(policyCatalogue))(
    '%s: its question, every answer, the default and the reason',
    (id, { question, values, reason }) => {
      const section = sectionOf(document, id);
      const answers = tableIn(section).map(([answer = '']) => answer);
      expect(plain(section)).toContain(plain(question));
      expect(plain(section)).toContain(plain(reason));
      expect(answers).toEqual(values.map((value, index) => `\`${value}\`${index === 0 ? ' (default)' : ''}`));
    },
  );
});

describe('docs/law.md', () => {
  const document = textOf('docs/law.md');
  const statutes = filesUnder('src/domain/statutes', /\.ts$/);

  test.each(statutes.filter((file) => /\/\d/.test(file)))('names %s and its test', (file) => {
    const row = document.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${file}\``));
    const test = file.replace('src/', 'test/').replace('.ts', '.test.ts');
    expect(row).toContain(`\`${test}\``);
    expect(existsSync(join(root, test))).toBe(true);
  });

  test.each(statutes.filter((file) => !/\/\d/.test(file)))('says what %s is for', (file) => {
    expect(document).toContain(`\`${file.split('/').at(-1) ?? ''}\``);
  });

  test.each(statutes.filter((file) => /\/\d/.test(file)))('%s: its test asks of every rule in it', (file) => {
    const test = textOf(file.replace('src/', 'test/').replace('.ts', '.test.ts'));
    const rules = [...textOf(file).matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
    expect(rules.filter((name) => !test.includes(name))).toEqual([]);
  });

  test('names a file for each provision in force, and a provision for each file', () => {
    const provisions = tableIn(sectionOf(document, 'The files of the law')).map(([citation]) => citation);
    expect(provisions).toEqual(statutesInForce.map(({ citation }) => citation));
    expect(statutes.filter((file) => /\/\d/.test(file))).toHaveLength(provisions.length);
  });

  test('has what each statute of restitution knows', () => {
    const rows = tableIn(sectionOf(document, 'The statutes of restitution'));
    expect(rows.map(([statute, , ...known]) => [statute, ...known])).toEqual(
      restitutionStatutes.map((statute) => {
        const { isMandatory, complexity = 'no', isProjected, inForceFrom } = termsOf(statute);
        const losses = isProjected ? 'also projected' : 'incurred';
        return [`\`${statute}\``, isMandatory ? 'yes' : 'no', complexity, losses, inForceFrom];
      }),
    );
  });

  test('has the heads of loss that each knows, and those that a policy adds', () => {
    const known = (statute: RestitutionStatute, head: LossHead): string => {
      if (knowsHead(statute, head, false)) return 'yes';
      return knowsHead(statute, head, true) ? 'P-11' : 'no';
    };
    const rows = tableIn(sectionOf(document, 'Heads of loss'));
    expect(rows).toEqual(
      allLossHeads.map((head) => [
        `\`${head}\``,
        ...restitutionStatutes.map((statute) => known(statute, head)),
      ]),
    );
  });

  test('names no file that is not there', () => {
    const named = quotedIn(document).filter((quoted) => /^(src|test)\/.*\.ts$/.test(quoted));
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  const rules = tableIn(sectionOf(document, 'The rules'));

  test('places every rule, R1 to R103, once, and in order', () => {
    const numbers = rules
      .map(([rule = '']) => [...rule.matchAll(/R(\d+)(?: to R(\d+))?/g)])
      .map((of) => of.flatMap(([, first, last = first]) => range(Number(first), Number(last))));
    expect(numbers.flat().sort((a, b) => a - b)).toEqual(range(1, 103));
    const firsts = numbers.map(([first = 0]) => first);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  test('leaves no cell of a table empty', () => {
    expect(document.split('\n').filter((line) => /\|\s*\|/.test(line.slice(1)))).toEqual([]);
  });

  test('says of every rule where it is carried out and tested, or why it is not', () => {
    const inWords = /\w{2,} \w+/;
    const wrong = rules.filter(([, , , where = '', tests = '', , not = '']) => {
      const isCarriedOut = quotedIn(where).length > 0;
      if (isCarriedOut !== quotedIn(tests).length > 0) return true;
      return !isCarriedOut && !inWords.test(not);
    });
    expect(wrong.map(([rule]) => rule)).toEqual([]);
  });

  test('names files and tests that are there', () => {
    const placed = (quoted: string, folder: string): string =>
      quoted.includes('/') ? quoted : `${folder}/domain/statutes/${quoted}`;
    const named = rules.flatMap(([, , , where = '', tests = '']) => [
      ...quotedIn(where).map((each) => placed(each, 'src')),
      ...quotedIn(tests).map((each) => placed(each, 'test')),
    ]);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('names only policies that docs/policies.md knows where it says that a choice is offered', () => {
    const named = rules.flatMap((cells) => [...(cells[5] ?? '').matchAll(/P-\d+/g)].map(([id]) => id));
    expect(named.filter((id) => !(id in policyCatalogue))).toEqual([]);
  });
});

describe('docs/invariants.md', () => {
  const document = textOf('docs/invariants.md');

  test('names no file that is not there, and leaves no cell empty', () => {
    const named = quotedIn(document).filter((quoted) => /^test\/.*\.ts$/.test(quoted));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(tableIn(document).filter((cells) => cells.includes(''))).toEqual([]);
  });

  test('has every invariant of money that must hold', () => {
    const numbers = [...document.matchAll(/\b([LI]-\d+)\b/g)].map(([, number]) => number);
    const law = range(1, 12).map((number) => `L-${String(number)}`);
    const reliability = [...range(1, 12), 26, 27, 28, 29, 34].map((number) => `I-${String(number)}`);
    expect([...law, ...reliability].filter((number) => !numbers.includes(number))).toEqual([]);
  });
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
