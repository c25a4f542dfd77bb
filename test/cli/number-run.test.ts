/** The numbers of a run, from the table of whoever wrote the cheques: all of them at once, or none. */
import { done, released, runWorld } from './run-world.ts';
import { temporaryFolder, type SmallWorld } from './small-world.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

let world: SmallWorld;
let ids: readonly string[];
beforeEach(async () => {
  world = await runWorld();
  await released(world, 'n-1');
  ids = (await rows()).map(({ disbursementId }) => disbursementId);
});
afterEach(() => world.close());

async function rows(): Promise<
  readonly {
    disbursementId: string;
    number: string | null;
    instrument: string | null;
    issuedOn: string | null;
  }[]
> {
  return (JSON.parse(await done(world, 'cheques --run n-1 --json')) as { rows: never[] }).rows;
}

test('a register numbers a run in one go, on the day of its release; sent again it changes nothing', async () => {
  const file = folder.write('register.csv', `payment,number\n${ids[0]!},0100231\n${ids[1]!},0100232\n`);
  const before = await world.house.store.head();
  expect(await done(world, `number n-1 ${file} --dry-run`)).toBe('2 numbers would be recorded.\n');
  expect(await world.house.store.head()).toEqual(before);
  expect(await done(world, `number n-1 ${file}`)).toBe('2 numbers recorded, 0 known already.\n');
  expect((await rows()).map(({ number, instrument, issuedOn }) => [number, instrument, issuedOn])).toEqual([
    ['0100231', 'CHEQUE', '2024-05-01'],
    ['0100232', 'CHEQUE', '2024-05-01'],
  ]);
  const after = await world.house.store.head();
  expect(await done(world, `number n-1 ${file}`)).toBe('0 numbers recorded, 2 known already.\n');
  expect(await world.house.store.head()).toEqual(after);
});

test('a part of a run may be numbered, and what has no number still is told', async () => {
  const { stdout } = await world.restitution(`number n-1 - --json --on 2024-05-02`, {
    stdin: `payment,number,instrument\n${ids[0]!},91000010000001,ACH\n`,
  });
  expect(JSON.parse(stdout)).toEqual({ isRecorded: true, recorded: 1, known: 0, unnumbered: 1 });
  expect((await rows())[0]).toMatchObject({ instrument: 'ACH', issuedOn: '2024-05-02' });
});

test('one row that is refused refuses all, each with its line', async () => {
  await done(world, `number n-1 ${folder.write('first.csv', `payment,number\n${ids[0]!},7\n`)}`);
  const before = await world.house.store.head();
  const file = folder.write('bad.csv', `payment,number\n${ids[1]!},0007\np-9,9\n${ids[0]!},8\n`);
  const { exitCode, stdout } = await world.restitution(`number n-1 ${file} --json`);
  expect(exitCode).toBe(3);
  expect(JSON.parse(stdout)).toEqual({
    isRecorded: false,
    refused: [
      { line: 2, paymentId: ids[1], rule: 'number-taken', takenBy: ids[0] },
      { line: 3, paymentId: 'p-9', rule: 'payment-not-of-run' },
      { line: 4, paymentId: ids[0], rule: 'instrument-recorded-differently' },
    ],
  });
  const words = (await world.restitution(`number n-1 ${file}`)).stdout;
  expect(words).toContain(`Payment ${ids[0]!} has this number.`);
  expect(words).toContain('Nothing was recorded: 3 rows to be put right.');
  expect(await world.house.store.head()).toEqual(before);
});

test('a table that is not right says in which line and column', async () => {
  const text = `payment,number,instrument\n${ids[0]!},12a,CHEQUE\n${ids[0]!},1,WIRE\n,1,\n${ids[1]!},0012,ACH\n`;
  const { exitCode, stdout } = await world.restitution(
    `number n-1 ${folder.write('not-right.csv', text)} --json`,
  );
  expect(exitCode).toBe(3);
  const { faults } = JSON.parse(stdout) as { faults: { line: number; column: string; rule: string }[] };
  expect(faults.map(({ line, column, rule }) => [line, column, rule])).toEqual([
    [2, 'number', 'field-not-digits'],
    [3, 'instrument', 'field-not-in-list'],
    [3, 'payment', 'row-repeated'],
    [4, 'payment', 'field-blank'],
    [4, 'number', 'row-repeated'],
  ]);
});

test('a run that is not there, or went out on no day, has no numbers', async () => {
  const file = folder.write('one.csv', 'payment,number\np-1,1\n');
  expect((await world.restitution(`number n-2 ${file}`)).exitCode).toBe(4);
  expect((await world.restitution(`number v-1 ${file}`)).exitCode).toBe(2);
});

test('a release does not number cheques as others are numbered, unless that is meant', async () => {
  await done(world, `number n-1 ${folder.write('taken.csv', `payment,number\n${ids[1]!},0501\n`)}`);
  await world.apply([
    {
      ...{ command: 'RecordPayment', source: 'dcd', reference: '9', caseId: 'c-1', defendantId: 'd-1' },
      ...{ amount: '100.00', on: '2024-05-02', method: 'CASH' },
    },
  ]);
  const on = '--on 2024-07-01';
  await done(world, `disburse propose n-2 --by w-1 ${on}`);
  const { contentHash } = JSON.parse(await done(world, 'disburse show n-2 --json')) as {
    contentHash: string;
  };
  await done(world, `disburse approve n-2 --by w-2 --hash ${contentHash} ${on}`);
  const refused = await world.restitution(`disburse release n-2 ${on} --first-number 501`);
  expect([refused.exitCode, refused.stderr]).toEqual([5, expect.stringContaining(`501 (${ids[1]!})`)]);
  await done(world, `disburse release n-2 ${on} --first-number 501 --reuse-numbers`);
  // Released again in the same words, it is heard already.
  await done(world, `disburse release n-2 ${on} --first-number 501 --reuse-numbers`);
});
