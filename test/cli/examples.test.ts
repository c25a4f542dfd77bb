import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../src/application/house.ts';
import type { Ran } from '../../src/cli/program.ts';
import { filesUnder } from '../house/source.ts';
import { fileOf, opening, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

describe('the examples, as the demonstration takes them in', () => {
  let world: SmallWorld;
  let demo: Ran;

  beforeAll(async () => {
    world = await smallWorld();
    demo = await world.restitution('demo --no-serve --json --data somewhere');
  }, 300_000);

  afterAll(() => world.close());

  const asked = async (words: readonly string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await world.restitution([...words, '--json'])).stdout);

  const restOf = async (order: string): Promise<unknown> => {
    const { liabilities } = (await asked(['order', order])) as { liabilities: { outstanding: string }[] };
    return liabilities.map(({ outstanding }) => outstanding);
  };

  test('hold no bad line', () => {
    expect(demo.stderr).not.toContain('refused');
    expect(demo.stderr).toMatch(/^court-year: 7,\d{3} commands in /m);
    expect(demo.exitCode).toBe(0);
  });

  test('make whole whom they say they make whole', () => {
    const { madeWhole, trialBalance, events } = JSON.parse(demo.stdout);
    expect(madeWhole).toEqual([
      expect.objectContaining({ victimId: 'v-rs6', recovered: '60000.00' }),
      expect.objectContaining({ victimId: 'v-w001', recovered: '150000.00' }),
      expect.objectContaining({ victimId: 'v-y01', recovered: '48250.00' }),
      expect.objectContaining({ victimId: 'v-y02', recovered: '36000.00' }),
      expect.objectContaining({ victimId: 'v-y03', recovered: '92400.00' }),
    ]);
    expect(trialBalance.difference).toBe('0.00');
    expect(events).toBeGreaterThan(20_000);
  });

  test('end liabilities by law, each with the words, the day and the receipt', () => {
    const { ended } = JSON.parse(demo.stdout) as {
      ended: { victimId: string; orderId: string; ending: object }[];
    };
    expect(ended.length).toBeGreaterThan(80);
    const citation = '18 U.S.C. 2259(b)(2)(C)';
    for (const { ending } of ended) expect(ending).toMatchObject({ citation });
    expect(ended.find(({ orderId }) => orderId === 'o-w31')?.ending).toMatchObject({
      on: '2024-05-01',
      byReceipt: 'dcd.4',
    });
    const late = ended.filter(({ ending }) => (ending as { byReceipt: unknown }).byReceipt === null);
    expect(late).toEqual([
      expect.objectContaining({ victimId: 'v-y01', ordered: '3000.00' }),
      expect.objectContaining({ victimId: 'v-rs6', ordered: '20000.00' }),
    ]);
  });

  test('tell of a cheque that came back, and of all who owed again', async () => {
    const { reinstated } = JSON.parse(demo.stdout) as { reinstated: { liabilities: object[] }[] };
    expect(reinstated).toEqual([expect.objectContaining({ on: '2025-04-02', victimId: 'v-y02' })]);
    expect(reinstated[0]?.liabilities.length).toBeGreaterThan(20);
    expect(await asked(['victim', 'Birch', '--as-of', '2025-03-31'])).toMatchObject({
      madeWhole: { epoch: 1 },
    });
    expect(await asked(['victim', 'Birch', '--as-of', '2025-04-30'])).toMatchObject({ madeWhole: null });
    expect(await asked(['victim', 'Birch'])).toMatchObject({ madeWhole: { epoch: 2, on: '2025-08-12' } });
  });

  test('refund what is held and nothing else', async () => {
    const beyond: unknown[] = [];
    let refunds = 0;
    for await (const page of world.house.store.readAll()) {
      for (const { type, data } of page) {
        if (type !== 'RefundMade') continue;
        refunds += 1;
        if ((data as { beyondHeld: string }).beyondHeld !== '0.00') beyond.push(data);
      }
    }
    expect(refunds).toBeGreaterThan(50);
    expect(beyond).toEqual([]);
    const { accounts } = (await asked(['trial-balance'])) as { accounts: { account: string }[] };
    expect(accounts).toContainEqual(expect.objectContaining({ account: 'refund-payable', balance: '0.00' }));
  });

  test('Amy: 1.2 million of 3.4 million, and the finding of an order that was set aside counts no more', async () => {
    expect(await asked(['victim', 'Amy'])).toMatchObject({
      ...{ greatestLoss: '3384917.00', recovered: '1201132.33', madeWhole: null },
    });
  });

  test('Erickson: a payment is divided over six victims to the cent', async () => {
    const { parts } = (await asked(['receipt', 'sup.18-CR-0030-2019-1'])) as { parts: { amount: string }[] };
    const amounts = parts.map(({ amount }) => amount);
    expect(amounts).toEqual(['300.00', '300.00', '200.00', '200.00', '150.00', '100.00']);
  });

  test('Salti and Towner: what one pays lowers nothing of what the other owes', async () => {
    expect(await restOf('o-213183t')).toEqual(['66882.08']);
    expect(await restOf('o-213183s')).toEqual(['35000.00']);
  });

  test('Ellingburg: 36 payments', async () => {
    expect(await restOf('o-24482')).toEqual(['5513.21']);
    const { rows } = (await asked(['timeline', '--order', 'o-24482'])) as { rows: { type: string }[] };
    expect(rows.filter(({ type }) => type === 'RecoveryCredited')).toHaveLength(36);
  });

  test('Hayes: nothing is owed any more, and what the victims have stays theirs', async () => {
    expect(await asked(['victim', 'The victims in Hayes'])).toMatchObject({
      ...{ credited: '77507.00', disbursed: '77507.00', held: '0.00' },
      liabilities: [{ status: 'vacated', outstanding: '0.00', paid: '77507.00' }],
    });
  });

  test('taken in a second time, change nothing', async () => {
    const { position } = await world.house.store.head();
    const folder = fileOf('examples/court-year');
    for (const name of ['4-q2-1-courts-and-banks.jsonl', '4-q1-2-payments.csv']) {
      const verb = name.endsWith('.csv') ? 'import' : 'apply';
      const { stdout, exitCode } = await world.restitution([verb, join(folder, name)]);
      expect([exitCode, stdout]).toEqual([
        0,
        expect.stringMatching(/^0 recorded, \d+ heard already, 0 refused\.$/m),
      ]);
    }
    expect((await world.house.store.head()).position).toBe(position);
  }, 120_000);

  test('are not mixed into a ledger that is there', async () => {
    const { exitCode, stdout, stderr } = await world.restitution('demo --no-serve --data somewhere');
    expect([exitCode, stdout]).toEqual([5, '']);
    expect(stderr).toContain('Leave --data out, or name an empty folder.');
  });

  test('hold no vowel in an id, and so no name', () => {
    for (const path of filesUnder('examples', /\.jsonl$/)) {
      for (const line of readFileSync(fileOf(path), 'utf8').trimEnd().split('\n')) {
        for (const [field, value] of Object.entries(JSON.parse(line) as object)) {
          if (field.endsWith('Id'))
            expect([path, value]).toEqual([path, expect.stringMatching(/^[a-z]-[^aeioul]+$/)]);
        }
      }
    }
  });
});

describe('the demonstration', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  test('stands in a folder of its own, which it names', async () => {
    const interruption = new AbortController();
    const places: Place[] = [];
    const openHouse = (place: Place) => {
      places.push(place);
      interruption.abort();
      return Promise.resolve({ ...world.house, close: () => Promise.resolve() });
    };
    const { exitCode, stderr } = await world.restitution('demo', {
      openHouse,
      interrupted: interruption.signal,
    });
    const [{ folder } = { folder: '' }] = places as { folder: string }[];
    expect(exitCode).toBe(130);
    expect(folder).toMatch(/restitution-demo-/);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(stderr).toContain(`The ledger of this demonstration is in ${folder}\n`);
  });

  test('refuses a folder in which a ledger stands', async () => {
    await world.apply(opening);
    expect((await world.restitution('demo --data x')).exitCode).toBe(5);
  });
});

describe('the court year', () => {
  test('is made by its generator, byte by byte', () => {
    const folder = temporaryFolder();
    execFileSync(process.execPath, [fileOf('examples/generate-court-year.mjs'), folder.path]);
    const kept = fileOf('examples/court-year');
    const files = readdirSync(kept).filter((name) => name !== 'README.md');
    expect(readdirSync(folder.path).sort()).toEqual(files.sort());
    const differing = files.filter(
      (name) => !readFileSync(join(kept, name)).equals(readFileSync(join(folder.path, name))),
    );
    folder.remove();
    expect(differing).toEqual([]);
  });

  test('has thousands of payments, and is still of moderate size', () => {
    const kept = fileOf('examples/court-year');
    const names = readdirSync(kept);
    const payments = names
      .filter((name) => name.endsWith('payments.csv'))
      .map((name) => readFileSync(join(kept, name), 'utf8').trimEnd().split('\n').length - 1);
    expect(payments.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThanOrEqual(3_000);
    const bytes = names.reduce((sum, name) => sum + statSync(join(kept, name)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });
});

describe('the fraud case', () => {
  test('is made up and taken in by one command, and pays assessment, victims, insurer and fine in their order', () => {
    const folder = temporaryFolder();
    const shown = execFileSync(process.execPath, [fileOf('examples/fraud-case.mjs'), '40', folder.path], {
      encoding: 'utf8',
    });
    folder.remove();
    expect(shown).toMatch(/b-fr4d1 +ASSESSMENT_3013 .* 300\.00 +300\.00 +0\.00 +paid in full$/m);
    // The victims lost less than was paid; the insurer is paid out of the rest, and so is the United States.
    expect(shown).toMatch(/v-frns +o-fr4d1 .* 50,000\.00 +\S+ /m);
    expect(shown).toContain('The books balance: debits less credits are 0.00.');
    expect(shown).toMatch(/^Every byte, link and hash of \d+ events is as it was written\.$/m);
  }, 60_000);
});
