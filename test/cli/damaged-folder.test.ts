import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const whole = join(folder.path, 'whole');
let copies = 0;

const restitution = (data: string, words: string, stdin = ''): Promise<Ran> =>
  run([...words.split(' '), '--data', data], { openHouse, stdin });

/** A copy of the whole ledger, for one test to damage. */
function copy(): string {
  const data = join(folder.path, `copy-${String((copies += 1))}`);
  cpSync(whole, data, { recursive: true });
  return data;
}

const one = jsonLines([payment('9', '1.00')]);

beforeAll(async () => {
  await restitution(whole, 'apply -', jsonLines([...opening, payment('1', '100.00')]));
  await restitution(whole, 'victim v-1');
});

afterAll(() => folder.remove());

describe('a file of read models that is no database any more', () => {
  const damaged = (): readonly [data: string, file: string] => {
    const data = copy();
    const [name = ''] = readdirSync(join(data, 'read-models')).filter((each) => each.endsWith('.sqlite'));
    const file = join(data, 'read-models', name);
    writeFileSync(file, 'this was a database once. '.repeat(500));
    return [data, file];
  };

  test.each(['verify', 'head'])('does not stop %s, which needs none', async (verb) => {
    const [data] = damaged();
    expect(await restitution(data, verb)).toEqual(await restitution(whole, verb));
  });

  test.each(['victim v-1', 'trial-balance', 'timeline', 'apply -', 'serve'])(
    'is named by %s, with what to do',
    async (words) => {
      const [data, file] = damaged();
      const { exitCode, stderr } = await restitution(data, words, one);
      expect(exitCode).toBe(7);
      expect(stderr).toContain(`The read models are damaged, in ${file}: `);
      expect(stderr).toContain(
        'Run `restitution rebuild`, which makes them anew from the log; nothing is lost.',
      );
    },
  );

  test('is made anew by rebuild, and says what it said before', async () => {
    const [data] = damaged();
    expect((await restitution(data, 'rebuild')).exitCode).toBe(0);
    expect(await restitution(data, 'victim v-1')).toEqual(await restitution(whole, 'victim v-1'));
  });
});

describe('a directory that is no database any more', () => {
  const damaged = (): readonly [data: string, file: string] => {
    const data = copy();
    const file = join(data, 'directory.sqlite');
    writeFileSync(file, 'this was a database once. '.repeat(500));
    return [data, file];
  };

  test('is named, with what to do, by whoever needs a label', async () => {
    const [data, file] = damaged();
    const { exitCode, stdout, stderr } = await restitution(data, 'victim v-1');
    expect([exitCode, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(
      /^The directory of labels is damaged, in .*\n.* put the file back from a backup; .*\n$/,
    );
    expect(stderr).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain('this was a database once.');
  });

  test.each(['verify', 'head', 'rebuild', 'trial-balance --no-labels'])(
    'does not stop %s, which needs no label',
    async (words) => {
      const [data] = damaged();
      expect((await restitution(data, words)).exitCode).toBe(0);
    },
  );
});
