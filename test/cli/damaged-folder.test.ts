import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describe('a folder whose log is not the one that it has known', () => {
  const head = async (data: string): Promise<number> =>
    JSON.parse((await restitution(data, 'head --json')).stdout).position;

  /** Of what stands beside the log, only these are left. */
  const leaveOnly = (data: string, names: readonly string[]): void => {
    for (const name of ['processes.position', 'read-models', 'directory.sqlite']) {
      if (!names.includes(name)) rmSync(join(data, name), { recursive: true, force: true });
    }
  };

  const everything = ['processes.position', 'read-models', 'directory.sqlite'];

  test.each(['verify', 'head', 'victim v-1', 'apply -', 'rebuild', 'serve', 'policy list'])(
    'is not taken for a new ledger by %s',
    async (words) => {
      const position = await head(whole);
      for (const lose of [rmSync, (file: string) => writeFileSync(file, '')]) {
        const data = copy();
        lose(join(data, 'ledger.sqlite'));
        const { exitCode, stdout, stderr } = await restitution(data, words, one);
        expect([exitCode, stdout]).toEqual([7, '']);
        expect(stderr).toContain(`the folder has known position ${String(position)}.\nPut back the log `);
        const file = join(data, 'ledger.sqlite');
        expect(existsSync(file) ? readFileSync(file).length : 0).toBe(0);
      }
    },
  );

  test.each([...everything.map((name) => [name]), everything])(
    'is known by what is left of it: %s',
    async (...left) => {
      const data = copy();
      leaveOnly(data, left);
      rmSync(join(data, 'ledger.sqlite'));
      expect((await restitution(data, 'verify')).exitCode).toBe(7);
    },
  );

  test.each(['processes.position', 'read-models'])(
    'is told where the log is an older copy, by %s',
    async (name) => {
      const data = copy();
      await restitution(data, 'apply -', one);
      const position = await head(data);
      leaveOnly(data, [name]);
      cpSync(join(whole, 'ledger.sqlite'), join(data, 'ledger.sqlite'));
      const { exitCode, stderr } = await restitution(data, 'verify');
      expect(exitCode).toBe(7);
      expect(stderr).toContain(
        `ends at position ${String(await head(whole))}, and the folder has known position ${String(position)}.`,
      );
    },
  );

  test('is told where other events stand in the log', async () => {
    const [data, other] = [copy(), copy()];
    await restitution(data, 'apply -', one);
    await restitution(other, 'apply -', jsonLines([payment('10', '1.00'), payment('11', '1.00')]));
    cpSync(join(other, 'ledger.sqlite'), join(data, 'ledger.sqlite'));
    const { exitCode, stderr } = await restitution(data, 'verify');
    expect([exitCode, stderr]).toEqual([
      7,
      expect.stringContaining('another event than the folder has known'),
    ]);
  });

  test('is a new one where nothing stands in it, and the same one where only the log does', async () => {
    const data = copy();
    leaveOnly(data, []);
    expect(await head(data)).toBe(await head(whole));
    expect((await restitution(join(folder.path, 'new'), 'apply -', jsonLines(opening))).exitCode).toBe(0);
  });
});

describe('a log whose bytes were tampered with', () => {
  const tampered = (): string => {
    const data = copy();
    const file = join(data, 'ledger.sqlite');
    const text = readFileSync(file, 'latin1');
    expect(text).toContain('"amount":"5000.00"');
    writeFileSync(file, text.replaceAll('"amount":"5000.00"', '"amount":"9000.00"'), 'latin1');
    return data;
  };

  test('is not taken for the truth by rebuild, which leaves the read models as they were', async () => {
    const data = tampered();
    const { exitCode, stdout, stderr } = await restitution(data, 'rebuild');
    expect([exitCode, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(
      /^The log is not as it was written: position \d+: is not what was recorded there\.\n/,
    );
    expect((await restitution(data, 'order o-1')).stdout).toContain('of 5,000.00 ordered');
  });

  test('is not told to read models that begin anew', async () => {
    const data = tampered();
    rmSync(join(data, 'read-models'), { recursive: true });
    expect((await restitution(data, 'order o-1')).exitCode).toBe(7);
  });
});
