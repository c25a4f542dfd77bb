/** Which way the money of a NACHA file went: what we sent is never taken for money that came in, and nobody guesses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAchCredits } from '../../src/formats/ach/write-ach.ts';
import { origin } from '../formats/ach-origin.ts';
import { done, released, runWorld } from './run-world.ts';
import { fileOf, temporaryFolder, type SmallWorld } from './small-world.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const sender = folder.write(
  'court.json',
  JSON.stringify({
    nacha: {
      ...{ destination: '091000019', destinationName: 'BANK', origin: '1234567890', originName: 'CLERK' },
      ...{ companyName: 'CLERK OF COURT', companyId: 'US-COURT-9', description: 'RESTITUTN' },
    },
  }),
);
const payees = folder.write(
  'payees.csv',
  'payee,name,routing,account,account_kind\nDoe 1,Jane Roe,061000146,1,SAVINGS\nDoe 2,John Roe,121000358,2,CHECKING\n',
);

let world: SmallWorld;
let files = 0;
beforeEach(async () => {
  world = await runWorld();
  await world.apply([
    {
      ...{ command: 'OpenAccount', accountId: 'k-1', kind: 'BANK', purpose: 'RESTITUTION' },
      ...{ opening: '1000.00', writeOffLimit: '5.00', on: '2024-03-31' },
    },
  ]);
});
afterEach(() => world.close());

const take = (path: string, options = '') =>
  world.restitution(`take-in ${path} --account k-1 ${options}`.trim());
const rulesOf = async (path: string, options = ''): Promise<readonly unknown[]> => {
  const { exitCode, stdout } = await take(path, `${options} --json`.trim());
  const { isTaken, faults } = JSON.parse(stdout) as {
    isTaken: boolean;
    faults: { line: number; column?: string; rule: string }[];
  };
  expect([exitCode, isTaken]).toEqual([3, false]);
  return faults.map(({ line, column, rule }) => [line, column, rule]);
};
const lines = async (): Promise<readonly unknown[]> => {
  const { rows } = JSON.parse(await done(world, 'lines --json')) as {
    rows: { direction: string; amount: string; kind: string }[];
  };
  return rows.map(({ direction, amount, kind }) => [direction, amount, kind]);
};

/** What we sent, and what the bank says of it: the same entries in a file of the bank's own. */
async function sent(): Promise<{ readonly ours: string; readonly ofBank: string }> {
  await released(world, 'n-1');
  const ours = join(folder.path, `sent-${String((files += 1))}.ach`);
  await done(
    world,
    `run-file n-1 --format nacha --out ${ours} --payees ${payees} --sender ${sender} --on 2024-05-01 --effective-on 2024-05-03`,
  );
  await done(world, `number n-1 ${ours}.numbers.csv`);
  const text = readFileSync(ours, 'utf8');
  const ofBank = folder.write(`echo-${String(files)}.ach`, `${text.slice(0, 33)}7${text.slice(34)}`);
  return { ours, ofBank };
}

test('a file that we wrote ourselves is not what a bank says, whichever way it is said to have gone', async () => {
  const { ours } = await sent();
  for (const side of ['', '--entries received', '--entries sent'])
    expect(await rulesOf(ours, side)).toEqual([[0, undefined, 'file-of-ours']]);
  expect((await take(ours)).stdout).toContain('Nothing of it was taken in.');
});

test('entries of a company of ours did not come in: the batch is named, and nothing is taken in', async () => {
  const { ofBank } = await sent();
  for (const side of ['', '--entries received'])
    expect(await rulesOf(ofBank, side)).toEqual([[3, 'batch 0000001', 'ach-sent-by-us']]);
  expect(await lines()).toEqual([]);
});

test('said to be sent, they are money that went out, and confirm what was paid', async () => {
  const { ofBank } = await sent();
  expect((await take(ofBank, '--entries sent')).exitCode).toBe(0);
  expect(await lines()).toEqual([
    ['OUT', '700.00', 'TRANSFER'],
    ['OUT', '300.00', 'TRANSFER'],
  ]);
  const told = JSON.parse((await world.restitution('reconcile --json')).stdout) as {
    lines: { became: string }[];
  };
  expect(told.lines.map(({ became }) => became)).toEqual(['matched', 'matched']);
  expect(await done(world, 'cheques --run n-1 --status presented --json')).toMatch(
    /"presentedOn":"2024-05-01"/g,
  );
});

test('of what others sent, somebody has to say that it was received', async () => {
  const credit = { routing: '061000146', account: '1', accountKind: 'CHECKING', amount: '5.00' } as const;
  const file = writeAchCredits(origin, [{ ...credit, payment: 'P-1', name: 'CLERK' }]);
  const path = folder.write('others.ach', file.isGood ? [...file.lines()].join('') : '');
  expect(await rulesOf(path)).toEqual([[3, 'batch 0000001', 'ach-side-unknown']]);
  expect((await take(path, '--entries both')).exitCode).toBe(2);
  expect((await take(path, '--entries received')).exitCode).toBe(0);
  expect(await lines()).toEqual([['IN', '5.00', 'DEPOSIT']]);
});

test('what came back came to us, and says so itself', async () => {
  const { exitCode } = await take(fileOf('test/formats/ok/ach/returns.ach'));
  expect(exitCode).toBe(0);
  expect(new Set((await lines()).map((line) => String(line).split(',')[2]))).toEqual(new Set(['RETURN']));
});

test('a file that is no NACHA has sides of its own', async () => {
  const path = fileOf('test/cli/bank-month/statement.bai');
  expect(await rulesOf(path, '--entries sent')).toEqual([[0, undefined, 'format-other']]);
  expect((await take(path)).exitCode).toBe(0);
});
