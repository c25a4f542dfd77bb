import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

let world: SmallWorld;
const folder = temporaryFolder();
const on = '2024-01-16';

const opening: readonly object[] = [
  { command: 'RegisterVictim', victimId: 'v-1', on },
  { command: 'RegisterCase', caseId: 'c-1', on },
  { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on },
  {
    ...{ command: 'EnterOrder', orderId: 'o-1', caseId: 'c-1', defendantId: 'd-1', on },
    ...{ statute: '18 U.S.C. 3663A', offenceOn: '2022-06-30' },
    lines: [{ victimId: 'v-1', track: 'FULL_AMOUNT', amount: '10000.00' }],
  },
];

beforeAll(async () => {
  world = await smallWorld();
  const { exitCode } = await world.apply(opening);
  expect(exitCode).toBe(0);
});

afterAll(async () => {
  folder.remove();
  await world.close();
});

function fileWith(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

describe('what-if --commands', () => {
  const vacated = { command: 'VacateOrder', orderId: 'o-1', caseId: 'c-1', on: '2024-02-01' };

  test('names the line that is no command, and supposes the rest all the same', async () => {
    const file = fileWith('some.jsonl', `{"command":"VacateOrder","orderId":1}\n${jsonLines([vacated])}`);
    const { exitCode, stdout, stderr } = await world.restitution(['what-if', '--commands', file]);
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/^Line 1 is not supposed: [a-z-]+ at \/orderId: /m);
    expect(stdout).toContain('1 liability would stand otherwise');
  });

  test('is refused where no line is a command', async () => {
    const { exitCode, stdout, stderr } = await world.restitution([
      ...['what-if', '--commands', fileWith('none.jsonl', '{"command":"Nothing"}\n')],
    ]);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toContain('Line 1 is not supposed');
  });
});

describe('a rehearsal', () => {
  const another = { command: 'RegisterVictim', victimId: 'v-2', on };

  test('says of no line that it was recorded', async () => {
    const { stdout } = await world.apply([another], ['--dry-run']);
    expect(stdout).toMatch(/^line 1 .* would be recorded {2}VictimRegistered$/m);
  });

  test('says so in JSON, on each line', async () => {
    const { stdout } = await world.apply([another], ['--dry-run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ line: 1, isRehearsal: true });
    const told = await world.apply([another], ['--json']);
    expect(JSON.parse(told.stdout)).not.toHaveProperty('isRehearsal');
  });
});

describe('a payment of a table whose day is still to come', () => {
  const table = (reference: string): string =>
    fileWith(
      `${reference}.csv`,
      `received_on,source,reference,case,defendant,order,method,amount\n2999-01-02,dcd,${reference},c-1,d-1,,CHECK,100.00\n`,
    );

  test('is recorded with a warning that names its line and what it is about', async () => {
    const { stdout } = await world.restitution(['import', table('2999-1')]);
    expect(stdout).toMatch(
      /^line 2 +warning {2}RecordPayment {2}DAY_IN_FUTURE: 2999-01-02 is still to come/m,
    );
    expect(stdout).toContain('1 warning: what it was about is recorded.');
  });

  test('is warned of in JSON as well', async () => {
    const { stdout } = await world.restitution(['import', table('2999-2'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      bad: [],
      warned: [
        { line: 2, command: 'RecordPayment', warnings: [{ code: 'DAY_IN_FUTURE', day: '2999-01-02' }] },
      ],
      summary: { recorded: 1 },
    });
  });
});
