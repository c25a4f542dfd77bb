import type { Output, World } from '../../src/cli/world.ts';
import { runProgram } from '../../src/cli/command-line.ts';
import { fileOf, golden, opening, payment, smallWorld, timeless, type SmallWorld } from './small-world.ts';

describe('the verbs that ask', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
  });

  afterAll(() => world.close());

  test.each([
    ['victim', ['victim', 'v-w001']],
    ['victim-before', ['victim', 'Doe 1', '--as-of', '2024-04-30', '--no-labels']],
    ['order', ['order', 'o-w21']],
    ['receipt', ['receipt', 'dcd.4']],
    ['liabilities', ['liabilities', '--status', 'terminated']],
    ['journal', ['journal', '--receipt', 'dcd.4']],
    ['timeline', ['timeline', '--defendant', 'd-w32', '--no-labels']],
    ['trial-balance', ['trial-balance']],
  ])('%s answers people as the golden file says', async (name, words) => {
    const { exitCode, stdout } = await world.restitution(words);
    expect(timeless(stdout)).toBe(golden(name));
    expect(exitCode).toBe(0);
  });

  test.each(['liabilities', 'journal', 'timeline'])('%s goes on from no cursor but its own', async (verb) => {
    for (const cursor of ['garbage', 'W10', 'WyJqb3VybmFsIl0']) {
      const { exitCode, stderr } = await world.restitution(`${verb} --cursor ${cursor}`);
      expect([exitCode, stderr]).toEqual([
        2,
        '--cursor is not what an earlier list of this verb ended with.\nCopy it whole from the end of that list, or leave it out to begin anew.\n',
      ]);
    }
  });

  test.each([
    [
      'victim v-w001',
      { recovered: '150000.00', madeWhole: { on: '2024-05-01', epoch: 1, byReceipt: 'dcd.4' } },
    ],
    ['order o-w21', { orderId: 'o-w21', statute: '18 U.S.C. 2259', liabilities: [expect.anything()] }],
    ['receipt dcd.4', { amount: '5000.00', applied: '3000.00', refunded: '2000.00' }],
    ['trial-balance', { difference: '0.00' }],
  ])('%s answers programs as one document, without labels', async (words, answer) => {
    const { exitCode, stdout } = await world.restitution(`${words} --json`);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ ...answer, stamp: { asOf: null, knownAt: null } });
    expect(document).not.toHaveProperty('labels');
    expect(exitCode).toBe(0);
  });

  test('labels stand beneath an answer for programs where they are asked for', async () => {
    const { stdout } = await world.restitution('receipt dcd.4 --json --labels');
    expect(JSON.parse(stdout).labels).toEqual({
      'c-w303': '1:21-cr-00303',
      'd-w32': '1:21-cr-00303-02',
      'o-w32': '1:21-cr-00303 ECF 71',
      'v-w001': 'Doe 1',
    });
  });

  test.each(['liabilities', 'journal', 'timeline'])(
    '%s gives programs one document of rows',
    async (verb) => {
      const all = JSON.parse((await world.restitution(`${verb} --json`)).stdout);
      expect(all.rows.length).toBeGreaterThan(3);
      expect(all.next).toBeNull();
      const first = JSON.parse((await world.restitution(`${verb} --json --limit 3`)).stdout);
      const rest = JSON.parse(
        (await world.restitution(`${verb} --json --cursor ${String(first.next)}`)).stdout,
      );
      expect([...first.rows, ...rest.rows]).toEqual(all.rows);
    },
  );

  test('a list that is cut short says how to go on', async () => {
    const { stderr } = await world.restitution('timeline --limit 2');
    expect(stderr).toMatch(/^2 rows\. More follow: --cursor \S+\n$/);
  });

  test('a list that is empty, and the policies, say on which clocks', async () => {
    const { stderr } = await world.restitution('liabilities --as-of 1999-01-01');
    expect(stderr).toMatch(
      /^Nothing fits\. This is as of 1999-01-01, at position \d+ of the log; its hash begins with [0-9a-f]{12}\.\n$/,
    );
    const words = 'policy list --as-of 2024-01-02 --known-at 2000-01-01';
    expect((await world.restitution(words)).stdout).toMatch(
      /\nThis is as of 2024-01-02, as known at 2000-01-01T23:59:59\.999Z, at position 0 of the log; its hash begins with [0-9a-f]{12}\.\n$/,
    );
    expect(JSON.parse((await world.restitution(`${words} --json`)).stdout)).toMatchObject({
      stamp: { position: 0, asOf: '2024-01-02' },
    });
  });

  test.each([
    ['victim v-w001 --as-of 02/05/2022', '--as-of is not written as a day.\nWrite it as YYYY-MM-DD: '],
    ['victim v-w001 --as-of 2022-02-30', '--as-of names no day that exists.\nWrite it as YYYY-MM-DD: '],
    [
      'victim v-w001 --known-at yesterday',
      '--known-at names no instant.\nWrite it in UTC as 2026-03-02T17:00:00Z; or a day as YYYY-MM-DD, ',
    ],
    ['policy list --on 2024-01-02', '`policy list` does not take --on.\nTo ask as of a day, write --as-of'],
    ['policy set P-19 REINSTATE --on 2024-01-02 --as-of 2024-01-02', '`policy set` does not take --as-of.\n'],
  ])('%s is not understood, and says how to write it', async (words, said) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('a receipt that is not known has no label to correct', async () => {
    const { exitCode, stderr } = await world.restitution('receipt dcd.404');
    expect([exitCode, stderr]).toEqual([
      4,
      'The ledger knows no such receipt.\nCorrect its source or its number; a receipt has no label.\n',
    ]);
  });

  test('a label is found however its accents are written', async () => {
    await world.apply([
      { command: 'RegisterVictim', victimId: 'v-z9', on: '2024-01-02', label: 'Zo\u0065\u0308' },
    ]);
    for (const written of ['Zo\u00EB', 'Zo\u0065\u0308']) {
      const { exitCode, stdout } = await world.restitution(['victim', written]);
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining('v-z9 (Zo\u00EB)')]);
    }
  });

  test('a list is narrowed by ids and by labels', async () => {
    const { stdout } = await world.restitution([
      ...[
        'liabilities',
        '--case',
        '1:21-cr-00303',
        '--defendant',
        '1:21-cr-00303-02',
        '--victim',
        'Doe 1',
        '--json',
      ],
    ]);
    expect(JSON.parse(stdout).rows).toEqual([expect.objectContaining({ orderId: 'o-w32' })]);
  });

  test('nothing that fits is no fault', async () => {
    const { exitCode, stdout, stderr } = await world.restitution('liabilities --status vacated');
    expect([exitCode, stdout, stderr]).toEqual([0, '', 'Nothing fits.\n']);
    const { rows, next } = JSON.parse(
      (await world.restitution('liabilities --status vacated --json')).stdout,
    );
    expect([rows, next]).toEqual([[], null]);
  });

  test('on the clock of the law, an answer is of that day', async () => {
    const { stdout } = await world.restitution('victim v-w001 --as-of 2023-12-31 --json');
    const { recovered, madeWhole, stamp } = JSON.parse(stdout);
    expect([recovered, madeWhole, stamp.asOf]).toEqual(['147000.00', null, '2023-12-31']);
  });

  test('on the clock of the ledger, an answer is as it would have been given then', async () => {
    const { stdout: before, exitCode } = await world.restitution('victim v-w001 --known-at 2001-01-01');
    expect([before, exitCode]).toEqual(['', 4]);
    const { stdout } = await world.restitution('victim v-w001 --known-at 2999-12-31 --json');
    const { recovered, stamp } = JSON.parse(stdout);
    expect([recovered, stamp.knownAt]).toEqual(['150000.00', '2999-12-31T23:59:59.999Z']);
    const { stdout: words } = await world.restitution(
      'victim v-w001 --known-at 2999-12-31T12:00:00Z --as-of 2024-05-01',
    );
    expect(words).toMatch(
      /\nThis is as of 2024-05-01, as known at 2999-12-31T12:00:00Z, at position \d+ of the log; its hash begins with [0-9a-f]{12}\.\n$/,
    );
  });

  test.each([
    ['victim v-w999', 4, 'The ledger knows no such victim.'],
    ['victim Nobody', 4, 'The directory knows no victim of this name.'],
    ['order o-w99', 4, 'The ledger knows no such order.'],
    ['receipt dcd.99', 4, 'The ledger knows no such receipt.'],
    ['receipt dcd', 2, 'This is not the id of a receipt.'],
    ['victim v-w001 --as-of 2023-02-29', 2, '--as-of names no day that exists.'],
    ['victim v-w001 --known-at yesterday', 2, '--known-at names no instant.'],
    ['victim v-w001 --known-at 2024-01-01T12:00:00+01:00', 2, '--known-at names no instant.'],
    ['liabilities --status paid', 2, '--status knows no such status.'],
    ['liabilities --limit 0', 2, '--limit does not hold such a number.'],
    ['journal --receipt 17', 2, '--receipt names no receipt.'],
  ])('%s ends with %d and a word on it', async (words, code, what) => {
    const { exitCode, stdout, stderr } = await world.restitution(words);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr.split('\n')).toEqual([what, expect.stringMatching(/\.$/), '']);
  });

  test('a reader that has left ends a list, and is no fault', async () => {
    const lines: string[] = [];
    const stdout: Output = {
      isTerminal: false,
      get isClosed() {
        return lines.length > 0;
      },
      write: (text) => Promise.resolve(void lines.push(text)),
    };
    const given = { stdout, stderr: { ...stdout, isClosed: false, write: () => Promise.resolve() } };
    const kept = { ...world.house, close: () => Promise.resolve() };
    const around = { env: {}, hasLedger: () => true, openHouse: () => Promise.resolve(kept) };
    const interrupted = new AbortController().signal;
    const code = await runProgram(['timeline', '--json'], {
      ...around,
      ...given,
      interrupted,
    } as unknown as World);
    expect([code, lines.length]).toEqual([0, 1]);
  });
});

describe('what stands in a sentence', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply(opening);
  });

  afterEach(() => world.close());

  const firstLine = async (words: string): Promise<string> => {
    const { stdout } = await world.restitution(words);
    return stdout.split('\n')[0] ?? '';
  };

  test('a victim whose losses no final case has found', async () => {
    await world.apply([{ command: 'RegisterVictim', victimId: 'v-2', on: '2024-01-02' }]);
    expect(await firstLine('victim v-2')).toBe(
      'Received 0.00. No case with a final order has found what this victim lost, so no liability ends by itself.',
    );
  });

  test('a victim who is made whole while nobody else owes', async () => {
    await world.apply([
      {
        ...{ command: 'AmendOrder', orderId: 'o-1', caseId: 'c-1', on: '2024-02-20' },
        ...{ authority: '3664(o)(1)(A)' },
        lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '8000.00' }],
      },
      payment('1', '8000.00'),
    ]);
    expect(await firstLine('victim v-1')).toBe(
      'Received 8,000.00 of 8,000.00. Made whole on 2024-03-01 by receipt dcd.1; nobody owed anything any more.',
    );
    expect((await world.restitution('victim v-1')).stdout).toContain('paid in full');
  });

  test('an order that was set aside', async () => {
    await world.apply([
      payment('1', '500.00'),
      { command: 'VacateOrder', orderId: 'o-1', caseId: 'c-1', on: '2024-04-01' },
    ]);
    const { stdout } = await world.restitution('order o-1');
    expect(stdout).toContain('0.00 is owed of 5,000.00 ordered for 1 victim under 18 U.S.C. 2259.');
    expect(stdout).toContain('final on 2024-02-16 (DIRECT_REVIEW_DONE), set aside on 2024-04-01.');
    expect(stdout).toContain('set aside by the court');
  });

  test('a receipt that came back', async () => {
    const returned = {
      command: 'RecordPaymentReturn',
      source: 'dcd',
      reference: '1',
      reason: 'NSF',
      on: '2024-03-09',
    };
    await world.apply([payment('1', '500.00'), returned]);
    expect(await firstLine('receipt dcd.1')).toBe(
      '500.00 received on 2024-03-01: it came back unpaid on 2024-03-09.',
    );
  });
});

describe('a receipt of which more went out than came in', () => {
  const refund = (amount: string): object => ({
    ...{ command: 'RecordRefund', source: 'dcd', reference: '1', refundId: 'f-1', amount, on: '2024-03-02' },
  });
  const back = {
    command: 'RecordPaymentReturn',
    source: 'dcd',
    reference: '1',
    reason: 'NSF',
    on: '2024-03-09',
  };

  test.each([
    [
      'a refund, and then a return',
      [refund('500.00'), back],
      '5,500.00 received on 2024-03-01: it came back unpaid on 2024-03-09, after 500.00 of it was refunded: a deficit of 500.00.',
    ],
    [
      'a refund greater than what was held',
      [refund('600.00')],
      '5,500.00 received on 2024-03-01: 5,000.00 applied, 600.00 refunded, a deficit of 100.00.',
    ],
    ['a return alone', [back], '5,500.00 received on 2024-03-01: it came back unpaid on 2024-03-09.'],
  ])('tells where every cent went: %s', async (_, commands, sentence) => {
    const world = await smallWorld();
    await world.apply([...opening, payment('1', '5500.00'), ...commands]);
    const { stdout } = await world.restitution('receipt dcd.1');
    expect(stdout.split('\n')[0]).toBe(sentence);
    const then = await world.restitution('receipt dcd.1 --as-of 2999-01-01');
    expect(then.stdout.split('\n')[0]).toBe(sentence);
    await world.close();
  });
});
