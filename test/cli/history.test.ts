import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grouped } from '../../src/cli/amounts.ts';
import type { MoneyText } from '../../src/domain/money.ts';
import { smallWorld, fileOf, type SmallWorld } from './small-world.ts';

let world: SmallWorld;

beforeAll(async () => {
  world = await smallWorld();
  await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
});

afterAll(() => world.close());

const said = async (words: string | readonly string[]) => {
  const { exitCode, stdout } = await world.restitution(words);
  return [exitCode, stdout] as const;
};

describe('restitution diff', () => {
  test('says which figures are others, how liabilities stand, and what each event did', async () => {
    const [exitCode, text] = await said('diff --from 2024-04-30 --victim v-w001');
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /^From as of 2024-04-30, at position 60 of the log,\n {2}to at position 60 of the log:\n/,
    );
    expect(text).toMatch(/^headroom .* 3,000\.00 +0\.00 +-3,000\.00$/m);
    expect(text).toMatch(/^recovered .* 147,000\.00 +150,000\.00 +\+3,000\.00$/m);
    expect(text).toMatch(/o-w32 .* open +terminated$/m);
    expect(text).toContain(
      '52  2024-05-01  Of 5,000.00 of receipt dcd.4 offered under order o-w32, 3,000.00 was credited',
    );
    expect(text).toMatch(/^ {6}headroom -3,000\.00$/m);
  });

  test('answers programs with parts that sum to each difference', async () => {
    const [, text] = await said('diff --from ,@51 --to 2024-05-01,@60 --victim v-w001 --json');
    const found = JSON.parse(text) as {
      figures: { figure: string; difference: string; parts: { amount: string }[] }[];
      events: { position: number; says: string }[];
    };
    const cents = (amount: string) => BigInt(amount.replace('.', ''));
    expect(found.figures.length).toBeGreaterThan(5);
    for (const { difference, parts } of found.figures)
      expect(parts.reduce((total, { amount }) => total + cents(amount), 0n)).toBe(cents(difference));
    expect(found).toMatchObject({ from: { position: 51 }, to: { position: 60, asOf: '2024-05-01' } });
  });

  test('says so where nothing changed, and of accounts where the whole ledger is asked', async () => {
    expect((await said('diff --from ,@60'))[1]).toContain('No figure is another one.');
    const [exitCode, text] = await said('diff');
    expect(exitCode).toBe(0);
    const { accounts } = JSON.parse((await said('trial-balance --json'))[1]) as {
      accounts: { account: string; balance: MoneyText }[];
    };
    const cash = grouped(accounts.find(({ account }) => account === 'cash')!.balance);
    expect(text).toMatch(new RegExp(`^cash +0\\.00 +${cash} +\\+${cash}$`, 'm'));
  });
});

describe('restitution replay', () => {
  test('tells each event in words, under which law, through what, and how things stood', async () => {
    const [exitCode, text] = await said('replay --victim v-w001 --from @52');
    expect(exitCode).toBe(0);
    const lines = text.split('\n');
    expect(lines[0]).toMatch(
      /^52 {2}2024-05-01 {2}Of 5,000\.00 .* credited, 18 U\.S\.C\. 2259\(b\)\(2\)\(C\), through 50\. Recorded /,
    );
    expect(lines[1]).toBe(
      '      greatestLoss 150,000.00, received 150,000.00, headroom 0.00, outstanding 43,000.00, held 90,000.00',
    );
    expect(lines.filter((line) => line.includes('outstanding 0.00')).length).toBeGreaterThan(0);
  });

  test('plays the whole ledger to a position, with what then stood in the accounts that moved', async () => {
    const [, text] = await said('replay --to @50 --json');
    const { rows } = JSON.parse(text) as {
      rows: { position: number; after: { figure: string; amount: string }[] }[];
    };
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    const balances = new Map<string, string>();
    for (const { after } of rows) for (const { figure, amount } of after) balances.set(figure, amount);
    const { accounts } = JSON.parse((await said('trial-balance --known-at @50 --json'))[1]) as {
      accounts: { account: string; debit: string; credit: string; balance: string }[];
    };
    const moved = accounts.filter(({ debit, credit }) => debit !== '0.00' || credit !== '0.00');
    expect(moved.length).toBeGreaterThan(3);
    expect(Object.fromEntries(balances)).toEqual(
      Object.fromEntries(moved.map(({ account, balance }) => [account, balance])),
    );
  });

  test('goes step by step where it is asked to, and stops where it is told', async () => {
    const stepped = await world.restitution('replay --victim v-w001 --step', { stdin: '\n\nq\n' });
    expect(stepped.stdout.match(/^\d+ {2}/gm)).toHaveLength(3);
    expect(stepped.exitCode).toBe(0);
    const whole = await world.restitution('replay --receipt dcd.4 --step', { stdin: '\n'.repeat(99) });
    expect(whole.stdout).toBe((await said('replay --receipt dcd.4'))[1]);
  });
});

describe('restitution what-if', () => {
  test('says whose liability would stand otherwise, and leaves the books as they are', async () => {
    const head = await said('head');
    const [exitCode, text] = await said('what-if --policy P-05=DISBURSED');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^branch: \d+ events beyond position 60\. Nothing of it is in the books\.$/m);
    expect(text).toMatch(/o-w32 .* terminated, 0\.00 owed +open, 10,000\.00 owed +\+10,000\.00$/m);
    expect(text).toMatch(/^Figures of 1 victim would be others:$/m);
    expect(text).toMatch(/^v-w001 \(Doe 1\) +received +150,000\.00 +60,000\.00$/m);
    expect(text).toMatch(/^receivable .* \+43,000\.00$/m);
    expect(await said('head')).toEqual(head);
  });

  test('supposes commands of a file, tells of those that are refused, and keeps the branch where it is asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'what-if-'));
    const [file, kept] = [join(folder, 'supposed.jsonl'), join(folder, 'kept.jsonl')];
    const vacate = { command: 'VacateOrder', orderId: 'o-w32', caseId: 'c-w303', on: '2024-06-01' };
    writeFileSync(
      file,
      [vacate, { ...vacate, orderId: 'o-999' }].map((each) => JSON.stringify(each)).join('\n'),
    );
    const words = ['what-if', '--commands', file, '--label', 'set-aside', '--keep', kept, '--json'];
    const { exitCode, stdout } = await world.restitution(words);
    expect(exitCode).toBe(6);
    const view = JSON.parse(stdout) as { events: number };
    expect(view).toMatchObject({
      label: 'set-aside',
      base: 60,
      refused: [{ number: 2, command: 'VacateOrder' }],
    });
    const lines = readFileSync(kept, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(view.events + 1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ branch: 'set-aside', base: { position: 60 } });
    const again = await world.restitution(words);
    expect([again.exitCode, again.stderr]).toEqual([5, expect.stringContaining('kept.jsonl')]);
    rmSync(folder, { recursive: true });
  });

  test('names an option that means nothing beside the others', async () => {
    const { exitCode, stderr } = await world.restitution('what-if --policy P-05=DISBURSED --force --json');
    expect([exitCode, stderr]).toEqual([0, '--force was passed over: it means nothing here.\n']);
  });

  test.each([
    ['what-if', 'Nothing is supposed.'],
    ['what-if --policy P-05', '--policy holds no answer.'],
    ['what-if --policy P-05=NEVER', 'No policy knows this answer.'],
    ['what-if --policy P-99=YES', 'There is no policy of this number.'],
    ['what-if --policy P-05=DISBURSED --on 2026-02-30', '--on names no day that exists.'],
    ['what-if --policy P-05=DISBURSED --at soon', '--at names no instant.'],
    ['what-if --policy P-05=DISBURSED --at 2026-03-31,@4', '--at is no standpoint.'],
    ['what-if --policy P-05=DISBURSED --label Jane', '--label is no label.'],
  ])('%s is not understood: %s', async (words, what) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, what]);
  });
});

describe('a standpoint that there is not', () => {
  test.each([
    ['diff --from 2024-02-30', '--from names no day that exists.'],
    ['diff --to yesterday', '--to is not written as a day.'],
    ['diff --to ,yesterday', '--to names no instant.'],
    ['diff --from 2024-01-01,2024-01-02,2024-01-03', '--from is no standpoint.'],
    ['diff --from @-1', '--from names no instant.'],
    ['replay --from soon', '--from names no instant.'],
    ['replay --from 2024-01-01,2024-01-02', '--from is no standpoint.'],
    ['victim v-w001 --known-at @', '--known-at names no instant.'],
    ['victim v-w001 --as-of 2023-02-29', '--as-of names no day that exists.'],
  ])('%s is not understood: %s', async (words, what) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, what]);
  });

  test('before the first event, nothing is known, and it is said', async () => {
    const victim = await world.restitution('victim v-w001 --known-at @0');
    expect([victim.exitCode, victim.stderr]).toEqual([
      4,
      expect.stringContaining('The ledger knows no such victim on these clocks.'),
    ]);
    const list = await world.restitution('liabilities --known-at 1999-01-01');
    expect(list.stderr).toContain('Nothing had been recorded by then');
  });

  test('of a day that has not come, what is known now is shown, and it is said', async () => {
    const now = await world.restitution('victim v-w001');
    const then = await world.restitution('victim v-w001 --known-at 2999-01-01');
    expect(then.stderr).toContain('that day has not come. What is known now is shown.');
    expect(then.stdout).toContain(now.stdout.trim().split('\n')[1]);
    expect(now.stderr).toBe('');
  });
});
