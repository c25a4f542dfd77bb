/** What people say of a line that waits stands in the directory: it is shown, it is given to somebody, and no event has it. */
import { fileOf, smallWorld, type SmallWorld } from './small-world.ts';

let world: SmallWorld;
let line: string;

beforeAll(async () => {
  world = await smallWorld();
  await world.restitution(['apply', fileOf('test/cli/bank-month/court.jsonl')]);
  await world.restitution(['take-in', fileOf('test/cli/bank-month/statement.bai'), '--account', 'k-bm1']);
  await world.restitution('reconcile');
  const { rows } = JSON.parse((await world.restitution('lines --status suspended --json')).stdout) as {
    rows: { statementId: string; line: number }[];
  };
  line = `${rows[0]!.statementId}.${String(rows[0]!.line)}`;
});
afterAll(() => world.close());

test('a line has nothing said of it, until somebody does, and gives it to another', async () => {
  expect((await world.restitution(`remark ${line}`)).stdout).toContain('Nobody has said anything of it.');
  const { position } = await world.house.store.head();
  const said = [
    'remark',
    line,
    'Ask Jane Roe at the bank',
    '--by',
    'w-1',
    '--assign',
    'w-2',
    '--on',
    '2026-03-11',
  ];
  expect((await world.restitution(said)).stdout).toMatch(/2026-03-11 +w-1 +Ask Jane Roe at the bank +w-2/);
  await world.restitution(['remark', line, 'She called back', '--by', 'w-2', '--on', '2026-03-12']);
  expect((await world.house.store.head()).position).toBe(position);
  const shown = JSON.parse((await world.restitution(`remark ${line} --json`)).stdout) as {
    remarks: object[];
  };
  expect(shown).toMatchObject({
    line,
    assignee: 'w-2',
    remarks: [{ by: 'w-1' }, { text: 'She called back' }],
  });
  const listed = await world.restitution('lines --status suspended --remarks');
  expect(listed.stdout).toMatch(/to be seen to by +last remark/);
  expect(listed.stdout).toMatch(/w-2 +She called back/);
  expect((await world.restitution('lines --status suspended')).stdout).not.toContain('She called back');
});

test('what is no line, or is said by nobody, is refused', async () => {
  expect((await world.restitution('remark s-9g4t')).stderr).toContain('That is no line.');
  expect((await world.restitution('remark s-9g4t.1 x --by w-1')).exitCode).toBe(4);
  expect((await world.restitution(['remark', line, 'x'])).stderr).toContain('Nobody is named who signs.');
  expect((await world.restitution(['remark', line, 'x'.repeat(1_001), '--by', 'w-1'])).stderr).toContain(
    'too long',
  );
});
