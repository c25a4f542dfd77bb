/** Files of a run for whoever pays it: credits through a bank, and requests to the Treasury. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBankFile } from '../../src/formats/bank-file.ts';
import { linesIn } from '../formats/bank-reading.ts';
import { done, released, runWorld } from './run-world.ts';
import { temporaryFolder, type SmallWorld } from './small-world.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const sender = folder.write(
  'court.json',
  JSON.stringify({
    nacha: {
      ...{ destination: '091000019', destinationName: 'BANK OF THE DISTRICT' },
      ...{ origin: '1234567890', originName: 'CLERK OF COURT' },
      ...{ companyName: 'CLERK OF COURT', companyId: '1234567890', description: 'RESTITUTN' },
    },
    spr: { inputSystem: 'RESTITUTION', agencyLocation: '15100001', paymentType: 'Miscellaneous' },
  }),
);
const head = 'payee,name,routing,account,account_kind,address_1,address_2,city,state,postal_code\n';
const one = 'Doe 1,Jane Roe,061000146,100200300,SAVINGS,,,,,\n';
const both = folder.write('both.csv', `${head}${one}v-2,Zoë Łukasz,121000358,7654321,CHECKING,,,,,\n`);
const mixed = folder.write(
  'mixed.csv',
  `${head}${one}v-2,Zoë Łukasz,,,,1 MAIN STREET,APT 4,SEATTLE,WA,98101-1234\n`,
);

let world: SmallWorld;
let files = 0;
const next = (): string => join(folder.path, `file-${String((files += 1))}`);
beforeEach(async () => {
  world = await runWorld();
});
afterEach(() => world.close());

const nacha = (path: string, payees = both): string =>
  `run-file n-1 --format nacha --out ${path} --payees ${payees} --sender ${sender} --on 2024-05-01 --effective-on 2024-05-03`;
const treasury = (kind: string, path: string, payees: string): string =>
  `run-file n-1 --format spr-${kind} --out ${path} --payees ${payees} --sender ${sender} --schedule 24R0001`;

async function readBack(path: string) {
  const file = await readBankFile(() => [readFileSync(path)]);
  return { file, lines: await linesIn(file) };
}

describe('credits', () => {
  test('prove, and come to what the run has paid; nothing of an account is kept or shown whole', async () => {
    await released(world, 'n-1');
    const path = next();
    const said = await done(world, nacha(path));
    const { file, lines } = await readBack(path);
    expect(file.proof).toMatchObject({ verdict: 'PROVED', credits: '1000.00', debits: '0.00', lines: 2 });
    expect(
      lines.map(({ amount, code, party, references }) => [amount, code, party, references.trace]),
    ).toEqual([
      ['700.00', '32', { name: 'Jane Roe', account: '100200300', routing: '061000146' }, '091000010000001'],
      ['300.00', '22', { name: 'Zoe Lukasz', account: '7654321', routing: '121000358' }, '091000010000002'],
    ]);
    expect(said).toContain(`hash ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
    expect(said).toContain(`${path}: 2 payments of 1,000.00.\nBy run n-1 1,000.00 was paid.`);
    expect(said).toMatch(/v-1 \(Doe 1\) +061000146 ····0300 +700\.00/);
    expect([statSync(path).mode & 0o777, statSync(`${path}.numbers.csv`).mode & 0o777]).toEqual([
      0o600, 0o600,
    ]);
    const kept: string[] = [];
    for await (const page of world.house.directory.contents()) kept.push(JSON.stringify(page));
    for await (const page of world.house.store.readAll()) kept.push(JSON.stringify(page));
    for (const secret of ['Jane Roe', '100200300', '061000146', 'Lukasz', 'Łukasz', '7654321'])
      expect(kept.join('\n')).not.toContain(secret);
  });

  test('are written again as the same file, with a warning; the traces of another run are others', async () => {
    await released(world, 'n-1');
    const [first, second] = [next(), next()];
    await done(world, nacha(first));
    const again = await world.restitution(nacha(second));
    expect([again.exitCode, again.stderr]).toEqual([
      0,
      expect.stringContaining('Warning: 1 file was written'),
    ]);
    expect(again.stderr).toContain('this very file');
    expect(readFileSync(second)).toEqual(readFileSync(first));
    expect((await world.restitution(nacha(second))).exitCode).toBe(5);
    await world.apply([
      {
        ...{ command: 'RecordPayment', source: 'dcd', reference: '9', caseId: 'c-1', defendantId: 'd-1' },
        ...{ amount: '100.00', on: '2024-05-02', method: 'CASH' },
      },
      { command: 'SetHold', days: '0', on: '2024-05-01' },
    ]);
    const on = '--on 2024-06-20';
    await done(world, `disburse propose n-2 --by w-1 ${on}`);
    const { contentHash } = JSON.parse(await done(world, 'disburse show n-2 --json')) as {
      contentHash: string;
    };
    await done(world, `disburse approve n-2 --by w-2 --hash ${contentHash} ${on}`);
    await done(world, `disburse release n-2 ${on}`);
    const other = next();
    await done(world, nacha(other).replace('n-1', 'n-2'));
    const { lines } = await readBack(other);
    expect(lines.map(({ references }) => references.trace)).toEqual(['091000010000003']);
  });

  test('go by the traces that are recorded, from the table that was written with them', async () => {
    await released(world, 'n-1');
    const path = next();
    await done(world, nacha(path));
    expect(await done(world, `number n-1 ${path}.numbers.csv`)).toBe(
      '2 numbers recorded, 0 known already.\n',
    );
    expect(await done(world, `number n-1 ${path}.numbers.csv`)).toBe(
      '0 numbers recorded, 2 known already.\n',
    );
    const { rows } = JSON.parse(await done(world, 'cheques --run n-1 --json')) as {
      rows: { instrument: string; number: string; issuedOn: string }[];
    };
    expect(rows.map(({ instrument, number, issuedOn }) => [instrument, number, issuedOn])).toEqual([
      ['ACH', '091000010000001', '2024-05-01'],
      ['ACH', '091000010000002', '2024-05-01'],
    ]);
    const again = next();
    await done(world, nacha(again));
    expect(readFileSync(again)).toEqual(readFileSync(path));
    // What went out through the bank is not sent to the Treasury as well.
    const refused = await world.restitution(treasury('ach', next(), both));
    expect([refused.exitCode, refused.stdout]).toEqual([
      3,
      expect.stringContaining('number-of-another-kind'),
    ]);
  });

  test('are refused where a payee has no account, a cheque went out, or a payment came back', async () => {
    await released(world, 'n-1', '--first-number 1');
    const path = next();
    expect((await world.restitution(nacha(path))).stdout).toMatch(
      /number-of-another-kind[\s\S]+2 to be put right/,
    );
    expect(existsSync(path)).toBe(false);
  });
});

test('refunds go back to their payors, by the same file', async () => {
  await world.apply([
    {
      ...{ command: 'RecordPayment', source: 'dcd', reference: '3', caseId: 'c-1', defendantId: 'd-2' },
      ...{ amount: '3800.00', on: '2024-03-03', method: 'CHECK' },
    },
  ]);
  await released(world, 'n-1', '', '--purpose refunds');
  const payors = folder.write('payors.csv', `${head}d-2,John Payor,061000146,1,CHECKING,,,,,\n`);
  const path = next();
  expect(await done(world, nacha(path, payors))).toMatch(/1 payment of 100\.00[\s\S]+d-2 +061000146 ···· /);
  const { lines } = await readBack(path);
  expect(lines.map(({ amount, party }) => [amount, party?.name])).toEqual([['100.00', 'John Payor']]);
  expect(await done(world, `number n-1 ${path}.numbers.csv`)).toBe('1 number recorded, 0 known already.\n');
  expect(await done(world, 'cheques --run n-1')).toContain('ach 091000010000001');
});

describe('a run in parts', () => {
  test('goes to those with an account by credits, and to the others by checks of the Treasury', async () => {
    await released(world, 'n-1');
    const [credits, checks] = [next(), next()];
    const refused = await world.restitution(nacha(credits, mixed));
    expect([refused.exitCode, refused.stdout]).toEqual([3, expect.stringMatching(/account-missing/)]);
    const part = await world.restitution(`${nacha(credits, mixed)} --part --json`);
    expect(part.exitCode).toBe(6);
    expect(JSON.parse(part.stdout)).toMatchObject({
      ...{ isWritten: true, payments: 1, amount: '700.00', runMade: '1000.00' },
      ...{
        sent: [{ payeeId: 'v-1', account: '061000146 ····0300' }],
        leftOut: [{ rule: 'account-missing' }],
      },
    });
    const rest = await world.restitution(`${treasury('check', checks, mixed)} --part`);
    expect(rest.exitCode).toBe(6);
    expect(rest.stdout).toMatch(/1 payment of 300.00, 1 payment left out[\s\S]+payee-has-account/);
    // A parser of its own: the Treasury knows nothing of ours.
    const records = readFileSync(checks, 'utf8').split('\n').slice(0, -1);
    expect(records.map((record) => [record.length, record.slice(0, 2)])).toEqual(
      ['H ', '11', '12', 'T ', 'E '].map((code) => [850, code]),
    );
    const check = records[2] ?? '';
    const at = (from: number, length: number): string => check.slice(from - 1, from - 1 + length).trim();
    expect([at(19, 10), at(31, 35), at(66, 35), at(101, 35)]).toEqual([
      ...['0000030000', 'Zoe Lukasz', '1 MAIN STREET', 'APT 4'],
    ]);
    expect([at(206, 27), at(243, 2), at(245, 5), at(250, 5)]).toEqual(['SEATTLE', 'WA', '98101', '1234']);
    const { rows } = JSON.parse(await done(world, 'cheques --victim v-2 --json')) as {
      rows: { disbursementId: string }[];
    };
    expect([at(469, 20), at(489, 100)]).toEqual([
      rows[0]!.disbursementId.slice(0, 20),
      rows[0]!.disbursementId,
    ]);
    expect((records[3] ?? '').slice(12, 20)).toBe('00000001');
    expect(BigInt((records[4] ?? '').slice(38, 56))).toBe(30_000n);
  });

  test('leaves out what was called off, and pays the rest', async () => {
    await released(world, 'n-1');
    const { rows } = JSON.parse(await done(world, 'cheques --victim v-1 --json')) as {
      rows: { disbursementId: string }[];
    };
    const of = { victimId: 'v-1', disbursementId: rows[0]!.disbursementId };
    await world.apply([{ command: 'RecordDisbursementReturn', ...of, reason: 'VOIDED', on: '2024-05-02' }]);
    const path = next();
    expect((await world.restitution(treasury('ach', path, both))).stdout).toContain('payment-not-under-way');
    const part = await world.restitution(`${treasury('ach', path, both)} --part`);
    expect([part.exitCode, part.stdout]).toEqual([
      6,
      expect.stringContaining('1 payment of 300.00, 1 payment left'),
    ]);
  });
});

test('what is not said, or not as it must be, is told, and nothing is written', async () => {
  const path = next();
  expect((await world.restitution(nacha(path))).exitCode).toBe(4);
  await done(world, 'disburse propose n-1 --by w-1 --on 2024-05-01');
  expect((await world.restitution(nacha(path))).stderr).toContain('Run n-1 is proposed');
  const words: readonly (readonly [string, string])[] = [
    ['run-file n-1 --format nacha', 'No file is named'],
    [`run-file n-1 --format swift --out ${path}`, '--format names no format'],
    [`run-file n-1 --format nacha --out ${path}`, 'who the payees are'],
    [`run-file n-1 --format nacha --out ${path} --payees ${both}`, 'to be credited'],
    [`run-file n-1 --format spr-ach --out ${path} --payees ${both}`, 'The schedule has no number'],
    [`run-file p-1 --format spr-ach --out ${path} --payees ${both} --schedule 1`, 'not the id of a run'],
  ];
  for (const [line, said] of words) {
    const { exitCode, stderr } = await world.restitution(line);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
  }
  expect(existsSync(path)).toBe(false);
});

test('a sender that is not whole is refused, and says where', async () => {
  await released(world, 'n-1');
  const path = next();
  const with_ = (text: string) => nacha(path).replace(sender, folder.write('sender.json', text));
  const bad: readonly (readonly [string, string])[] = [
    ['{"nacha":{}}', 'The sender cannot be used at /nacha/destination'],
    [readFileSync(sender, 'utf8').replace('091000019', '091000018'), 'last digit of this routing number'],
    ['{}', 'The sender says nothing of nacha'],
    ['{', 'The sender cannot be used.'],
  ];
  for (const [text, said] of bad) {
    const { exitCode, stderr } = await world.restitution(with_(text));
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(said)]);
  }
});
