import { meanings } from '../../src/cli/exit-codes.ts';
import { run, type Ran } from '../../src/cli/program.ts';
import { remedies } from '../../src/requests/remedies.ts';
import { verbs } from '../../src/cli/verbs.ts';
import { rejectionCodes } from '../../src/domain/rejection-codes.ts';
import { sectionOf, textOf } from '../house/source.ts';
import { smallWorld } from './small-world.ts';

const noHouse = { openHouse: () => Promise.reject(new Error('no ledger is needed')) };
const asked = (words: readonly string[], env = {}): Promise<Ran> => run(words, { ...noHouse, env });

describe('the help', () => {
  test('lists every verb, after examples', async () => {
    const { exitCode, stdout, stderr } = await asked(['--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Examples:\n {2}restitution demo\n/);
    for (const { name, summary } of verbs) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} .*${summary.slice(0, 20)}`, 'm'));
    }
    for (const meaning of Object.values(meanings)) expect(stdout).toContain(meaning);
  });

  test.each(verbs)(
    'of $name begins with examples, and tells every argument, option and end',
    async (verb) => {
      const { name, summary, args, options, examples } = verb;
      const { exitCode, stdout } = await asked([name, '--help']);
      const plain = stdout.replaceAll(/\s+/g, ' ');
      expect(exitCode).toBe(0);
      expect(stdout.split('\n').slice(0, examples.length + 1)).toEqual([
        'Examples:',
        ...examples.map((example) => `  ${example}`),
      ]);
      for (const { meaning } of [...args, ...options]) expect(plain).toContain(meaning);
      expect(plain).toContain(summary);
      expect(stdout).toMatch(/\nExit codes:\n {2}0 +fine\n/);
    },
  );

  test('every verb answers programs, and every verb with a ledger takes its folder', () => {
    const without = (flag: string): readonly string[] =>
      verbs
        .filter(({ options }) => !options.some(({ flags }) => flags.startsWith(flag)))
        .map(({ name }) => name);
    expect(without('--json')).toEqual([]);
    // The verb that has two ledgers names both of them by their places; that for a file, and that for a key, have none.
    expect(without('--data')).toEqual(['inspect', 'commands', 'copy', 'directory-key']);
  });

  test('every verb that can be loaded does something', async () => {
    for (const verb of verbs) expect(await verb.load()).toBeInstanceOf(Function);
  });
});

describe('what is not understood', () => {
  test.each([
    [[], 'No verb was given.'],
    [['claimants'], "Unknown command 'claimants'."],
    [['victim'], "Missing required argument 'victim'."],
    [['victim', 'v-1', 'v-2'], 'Too many arguments for'],
    [['victim', 'v-1', '--asof', '2024-01-01'], "Unknown option '--asof'."],
    [['victim', 'v-1', '--as-of'], "Option '--as-of <date>' argument missing."],
  ])('%j ends with 2, and says what to do', async (words, what) => {
    const { exitCode, stdout, stderr } = await asked(words);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^.+\n(?:Did you mean \S+\? )?See `restitution --help`, or `restitution VERB --help`\.\n$/,
    );
    expect(stderr).toContain(what);
  });
});

test('an option before the verb is told where it belongs', async () => {
  const { exitCode, stderr } = await asked(['--data', 'folder', 'victims']);
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringContaining("Unknown option '--data'.\nThe verb comes first, and its options behind it."),
  ]);
});

describe('an option that is empty', () => {
  test.each([
    [['serve', '--host', ''], '--host is empty.\nWrite --host <address>: where to listen; '],
    [['serve', '--data', ''], '--data is empty.\nWrite --data <folder>: the folder of the ledger, '],
    [['demo', '--data='], '--data is empty.\nWrite --data <folder>: an empty folder; '],
    [['victim', 'v-1', '--as-of', ''], '--as-of is empty.\nWrite --as-of <date>: '],
  ])('%j is refused, and nothing is opened', async (words, said) => {
    const { exitCode, stdout, stderr } = await asked(words);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

describe('what goes wrong', () => {
  const failing = (name: string, code?: string) => () =>
    Promise.reject(Object.assign(new Error('so it is'), { name, ...(code !== undefined && { code }) }));

  test.each([
    ['Error', undefined, 1],
    ['VersionConflict', undefined, 5],
    ['LogDamaged', undefined, 7],
    ['InvariantBroken', undefined, 7],
    ['ProjectionFailed', undefined, 7],
    ['RebuildDiffers', undefined, 7],
    ['StoreUnavailable', undefined, 8],
    ['UnknownEvent', undefined, 78],
    ['Error', 'EACCES', 78],
    ['Error', 'ENOSPC', 8],
  ])('%s %s ends with its own code and two sentences', async (name, code, exitCode) => {
    const ran = await run(['victim', 'v-1'], { openHouse: failing(name, code) });
    expect([ran.exitCode, ran.stdout]).toEqual([exitCode, '']);
    expect(ran.stderr).toMatch(/^.*so it is\.\n.+\.\n$/);
  });

  test('its place in the program is shown to who asks for it, and to nobody else', async () => {
    const { stderr } = await asked(['victim', 'v-1']);
    expect(stderr).not.toContain('    at ');
    expect((await asked(['victim', 'v-1'], { RESTITUTION_DEBUG: '1' })).stderr).toContain('    at ');
  });
});

describe('colours', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('on a terminal: %j, with %j: %j', async (isTerminal, env, hasColour) => {
    const world = await smallWorld();
    const { stdout } = await world.restitution('policy list', { isTerminal, env });
    await world.close();
    expect(stdout.includes('\u001B[')).toBe(hasColour);
  });
});

describe('what to do about a refusal', () => {
  const plain = (text: string): string =>
    text
      .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, 'docs/$1')
      .replaceAll(/[>\s]+/g, ' ')
      .replaceAll('’', "'")
      .trim();

  test.each(rejectionCodes)('%s is told in the words of docs/rejections.md', (code) => {
    const { what, advice } = remedies[code];
    expect(plain(sectionOf(textOf('docs/rejections.md'), code))).toBe(plain(`${what} ${advice}`));
  });
});
