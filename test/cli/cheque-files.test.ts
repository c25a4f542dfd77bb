/** Files about cheques: what a bank is told so that it pays no other, and the register for people. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, released, runWorld } from './run-world.ts';
import { temporaryFolder, type SmallWorld } from './small-world.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const payees = folder.write('payees.csv', 'payee,name\nDoe 1,"Roe, Jane"\nv-2,Zoë Łukasz\n');
const out = (name: string): string => join(folder.path, name);

let world: SmallWorld;
beforeEach(async () => {
  world = await runWorld();
});
afterEach(() => world.close());

/** A parser of its own: a bank knows nothing of ours. */
function checksIn(path: string): readonly string[][] {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(header).toBe('account,check_number,amount,issue_date,payee,status');
  return rows.map((row) =>
    [...row.matchAll(/"((?:[^"]|"")*)"|([^,]+|(?<=,|^)(?=,|$))/g)].map(([, a, b]) => a ?? b ?? ''),
  );
}

test('a bank is told of every cheque of a run, with its sum, in a file for its owner alone', async () => {
  await released(world, 'n-1', '--first-number 0100231');
  const path = out('issued.csv');
  const words = `cheques --run n-1 --positive-pay ${path} --account-number 5000123`;
  const said = await done(world, `${words} --payees ${payees}`);
  expect(checksIn(path)).toEqual([
    ['5000123', '100231', '700.00', '2024-05-01', 'Roe, Jane', 'I'],
    ['5000123', '100232', '300.00', '2024-05-01', 'Zoë Łukasz', 'I'],
  ]);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(said).toBe(`${path}: 2 payments of 1,000.00 issued, 0 payments of 0.00 void.\nhash ${hash}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await world.restitution(words)).exitCode).toBe(5);
  expect(await done(world, `${words} --force`)).toContain('No payee is named in it');
  expect(checksIn(path).map((check) => check[4])).toEqual(['', '']);
});

test('in records of fixed width, with a trailer of their count and sum', async () => {
  await released(world, 'n-1', '--first-number 100231');
  const path = out('issued.txt');
  await done(world, `cheques --positive-pay ${path} --account-number 5000123 --fixed --payees ${payees}`);
  const records = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const cut = (text: string) => [
    text.slice(0, 17),
    text.slice(17, 27),
    text.slice(27, 39),
    text.slice(39, 48),
  ];
  expect(records.map((record) => record.length)).toEqual([94, 94, 94]);
  expect(records.slice(0, 2).map((record) => [...cut(record), record.slice(48).trim()])).toEqual([
    ['00000000005000123', '0000100231', '000000070000', '20240501I', 'Roe, Jane'],
    ['00000000005000123', '0000100232', '000000030000', '20240501I', 'Zoe Lukasz'],
  ]);
  expect(records[2]?.slice(17, 39)).toBe(`${'2'.padStart(10, '0')}${'100000'.padStart(12, '0')}`);
});

test('a cheque that was called off is void, also when another was made in its place', async () => {
  await released(world, 'n-1', '--first-number 100231');
  const { rows } = JSON.parse(await done(world, 'cheques --json')) as {
    rows: { disbursementId: string; victimId: string }[];
  };
  const of = { victimId: rows[0]!.victimId, disbursementId: rows[0]!.disbursementId };
  const voided = { command: 'RecordDisbursementReturn', ...of, reason: 'VOIDED', on: '2024-05-02' };
  const again = {
    ...{ command: 'RecordDisbursement', victimId: of.victimId, caseId: 'c-1', disbursementId: 'p-2' },
    ...{ amount: '700.00', replaces: of.disbursementId, on: '2024-05-03' },
  };
  await world.apply([voided, again]);
  const path = out('voids.csv');
  const { exitCode, stdout } = await world.restitution(
    `cheques --positive-pay ${path} --account-number 5000123`,
  );
  expect(checksIn(path).map(([, number, amount, , , status]) => [number, amount, status])).toEqual([
    ['100231', '700.00', 'V'],
    ['100232', '300.00', 'I'],
  ]);
  // The new payment has no number yet: whoever reads the file must know that the bank has not heard of it.
  expect(exitCode).toBe(6);
  expect(stdout).toContain('Not in it, for they have no number yet: 1 payment of 700.00 (p-2).');
  const listed = JSON.parse(
    (await world.restitution(`cheques --positive-pay ${path} --force --account-number 5000123 --json`))
      .stdout,
  ) as object;
  expect(listed).toMatchObject({ voided: { payments: 1, amount: '700.00' }, unnumbered: ['p-2'] });
});

test('it is not written where a payee is not known, or two cheques have one number', async () => {
  await released(world, 'n-1', '--first-number 100231');
  const some = folder.write('some.csv', 'payee,name\nv-1,Jane Roe\nDoe 1,Jane Doe\n');
  const path = out('none.csv');
  const words = `cheques --positive-pay ${path} --account-number 5000123`;
  const refused = await world.restitution(`${words} --payees ${some} --json`);
  expect(refused.exitCode).toBe(3);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    isWritten: false,
    obstacles: [{ rule: 'payee-ambiguous' }, { rule: 'payee-missing' }],
  });
  expect(refused.stdout).not.toContain('Jane');
  await world.apply([
    {
      ...{ command: 'RecordDisbursement', victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-3' },
      ...{ amount: '1.00', on: '2024-05-03' },
    },
    {
      ...{ command: 'RecordInstrument', victimId: 'v-1', disbursementId: 'p-3', instrument: 'CHEQUE' },
      ...{ number: '000100231', on: '2024-05-03' },
    },
  ]);
  expect((await world.restitution(words)).stdout).toMatch(/p-3 +number-repeated/);
  expect(() => statSync(path)).toThrow('ENOENT');
});

test('the register lists payments by the names that payees have, and no cell is a formula', async () => {
  await released(world, 'n-1', '--first-number 100231');
  const path = out('register.csv');
  expect(await done(world, `cheques --run n-1 --register ${path}`)).toMatch(
    /2 payments of 1,000.00\.\nhash /,
  );
  expect(readFileSync(path, 'utf8')).toMatch(
    /^payment,paid_on,payee,case,method,reference,amount,status\np-\w+,2024-05-01,Doe 1,1:24-cr-00001,CHECK,100231,700.00,(stale|outstanding)\n/,
  );
  const formula = folder.write('formula.csv', 'payee,name\nDoe 1,=1+1\nDoe 2,+2\n');
  await done(world, `cheques --run n-1 --register ${path} --force --payees ${formula}`);
  expect(readFileSync(path, 'utf8')).toContain(",'=1+1,");
});

test('what is not understood, or fits nothing, says so', async () => {
  const path = out('x.csv');
  expect((await world.restitution(`cheques --positive-pay ${path}`)).stderr).toContain('on which account');
  expect((await world.restitution(`cheques --register ${path} --csv`)).exitCode).toBe(2);
  const none = await world.restitution(`cheques --positive-pay ${path} --account-number 1`);
  expect([none.exitCode, none.stderr]).toEqual([4, expect.stringContaining('No cheque fits')]);
  const bad = folder.write('bad.csv', 'payee,name,routing,account\nv-1,Jane Roe,123456789,1\nv-1,,,\n');
  const refused = await world.restitution(`cheques --register ${path} --payees ${bad}`);
  expect(refused.exitCode).toBe(3);
  expect(refused.stdout.replaceAll(/ +/g, ' ')).toContain('line 2 routing routing-number-wrong:');
  expect(refused.stdout.replaceAll(/ +/g, ' ')).toContain('line 3 name field-blank:');
  expect(refused.stdout.replaceAll(/ +/g, ' ')).toContain('line 3 payee row-repeated:');
  expect(refused.stdout).not.toContain('Jane');
});
