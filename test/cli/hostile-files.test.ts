/**
 * Every file of the suite that is not what it says it is, given to the door where files of banks come in: each is refused with
 * the rule that it breaks, and nothing of it is posted.
 */
import { readdirSync } from 'node:fs';
import { fileOf, smallWorld, type SmallWorld } from './small-world.ts';

const folders = ['ach', 'bai2', 'camt', 'cir', 'tables'] as const;
const filesOf = (folder: string): readonly string[] => readdirSync(fileOf(`test/formats/not-ok/${folder}`));

/** What a person has to say of the file, where it does not say it itself. */
function readingOf(folder: string, name: string): readonly string[] {
  if (folder === 'tables') return ['--profile', name.replace(/--.*$/, '')];
  return name.startsWith('record-misplaced') ? ['--format', folder] : [];
}

let world: SmallWorld;
let before: string;

beforeAll(async () => {
  world = await smallWorld();
  await world.restitution(['apply', fileOf('test/cli/bank-month/court.jsonl')]);
  before = await state();
});
afterAll(() => world.close());

/** Where the log ends, and what every account says of its statements. */
async function state(): Promise<string> {
  const { position } = await world.house.store.head();
  return `${String(position)} ${(await world.restitution('accounts --json')).stdout}`;
}

test.each(folders)(
  '%s: no file that is wrong posts anything, and each is refused with its rule',
  async (folder) => {
    const files = filesOf(folder);
    expect(files.length).toBeGreaterThan(9);
    for (const name of files) {
      const reading = readingOf(folder, name);
      const path = fileOf(`test/formats/not-ok/${folder}/${name}`);
      const { exitCode, stdout, stderr } = await world.restitution([
        'take-in',
        path,
        '--account',
        'k-bm1',
        ...reading,
      ]);
      const rule = name.replace(/\.[a-z0-9]+$/, '').split('--')[folder === 'tables' ? 1 : 0] ?? '';
      expect([name, `${stdout}${stderr}`]).toEqual([name, expect.stringContaining(rule)]);
      expect([name, exitCode]).toEqual([name, 3]);
    }
    expect(await state()).toBe(before);
  },
);
