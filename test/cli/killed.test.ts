import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openHouse } from '../../src/open-house.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'restitution-killed-'));
const payments = 400;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** One victim, one order of 1,000,000.00, and as many payments of 100.00. */
const commands = [
  { command: 'RegisterVictim', victimId: 'v-1' },
  { command: 'RegisterCase', caseId: 'c-1' },
  { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1' },
  {
    command: 'EnterOrder',
    caseId: 'c-1',
    orderId: 'o-1',
    defendantId: 'd-1',
    statute: '18 U.S.C. 2259',
    offenceOn: '2020-01-01',
    lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '1000000.00' }],
  },
  ...Array.from({ length: payments }, (_, n) => ({
    command: 'RecordPayment',
    source: 'dcd',
    reference: String(n + 1),
    caseId: 'c-1',
    defendantId: 'd-1',
    amount: '100.00',
  })),
].map((fields) => JSON.stringify({ ...fields, on: '2024-01-01' }));

/** Applies all commands in a process of its own, which is killed once so many were acknowledged; gives those that were. */
async function applyUntil(acknowledged: number): Promise<readonly string[]> {
  const program = ['bench/support/run.mjs', 'src/cli.ts', 'apply', '-', '--json', '--data', folder];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  const seen: string[] = [];
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${commands.join('\n')}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line);
    if (seen.length >= acknowledged) child.kill('SIGKILL');
  }
  return seen.filter((line) => line.endsWith('}'));
}

describe('a process that is killed while it applies a file', () => {
  test.each([1, 60, 170, 290])(
    'loses nothing that it acknowledged, and leaves no half command (%i)',
    async (count) => {
      const seen = await applyUntil(count);
      const house = await openHouse({ folder });
      const types = new Map<string, number>();
      for await (const page of house.store.readAll()) {
        for (const { type } of page) types.set(type, (types.get(type) ?? 0) + 1);
      }
      const recorded = types.get('PaymentReceived') ?? 0;
      const told = seen.filter((line) => line.includes('RecordPayment')).length;
      expect(recorded).toBeGreaterThanOrEqual(told);
      expect(recorded).toBeLessThanOrEqual(payments);
      for (const type of ['PaymentAllocated', 'RecoveryCredited', 'PaymentApplied']) {
        expect(types.get(type) ?? 0).toBe(recorded);
      }
      const { difference } = await house.queries.trialBalance({});
      expect(difference).toBe('0.00');
      await house.verify();
      await house.close();
    },
  );

  test('goes on, when it is run again, with what is missing', async () => {
    await applyUntil(Infinity);
    const house = await openHouse({ folder });
    const victim = await house.queries.victim('v-1' as never, {});
    expect(victim?.credited).toBe(`${String(payments * 100)}.00`);
    await house.close();
  });
});
