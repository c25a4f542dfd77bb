import { join } from 'node:path';
import Database from 'better-sqlite3';
import { run } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import type { EventToAppend } from '../../src/store/recorded-event.ts';
import { golden, jsonLines, opening, payment, smallWorld, temporaryFolder } from './small-world.ts';

const temporary = temporaryFolder();
afterAll(() => {
  temporary.remove();
});

/** The version moves on; the golden file does not. */
const versionless = (text: string): string => text.replaceAll(/\b(version) \d+\b/g, '$1 ··');

/** An event that is known, and cannot follow on those before it. */
const poisoned: EventToAppend = {
  ...{ id: '00000000-0000-4000-8000-000000000001', type: 'ExcessHeld', schemaVersion: 1 },
  ...{ commandId: 'strange', causationId: null, actor: 'test', effectiveOn: '2026-03-02' },
  data: { receiptId: 'dcd.9', caseId: 'c-1', defendantId: 'd-1', amount: '5.00', policyVersion: 0 },
};

async function poisonedWorld() {
  const world = await smallWorld();
  await world.apply(opening);
  await world.house.catchUp();
  await world.house.store.append([{ stream: 'Receipt-dcd.9', expected: 'no-stream', events: [poisoned] }]);
  return world;
}

describe('restitution projections', () => {
  test('tells how the read models stand, as the golden file says', async () => {
    const world = await smallWorld();
    await world.apply([...opening, payment('1', '100.00')]);
    const { stdout, exitCode } = await world.restitution('projections');
    expect(exitCode).toBe(0);
    expect(versionless(stdout).replace(/\b\d+( +\d+ +0 +in force)/, '··$1')).toBe(golden('projections'));
    await world.close();
  });

  test('names the event at which they stand still, and why, and so does every question', async () => {
    const world = await poisonedWorld();
    const { position } = await world.house.store.head();
    const shown = await world.restitution('projections --json');
    expect(shown.exitCode).toBe(7);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ...{ state: 'stopped', head: position },
      stopped: { position, type: 'ExcessHeld', why: expect.stringContaining('cannot be told') },
    });
    const inWords = await world.restitution('projections');
    expect(inWords.stdout).toMatch(/stand still\.\n\nposition \d+ \(ExcessHeld\) cannot be told/);
    for (const question of ['victim v-1', 'trial-balance', 'timeline --as-of 2020-01-01']) {
      const { exitCode, stdout, stderr } = await world.restitution(question);
      expect([exitCode, stdout]).toEqual([7, '']);
      expect(stderr).toContain(`position ${String(position)} (ExcessHeld)`);
    }
    await world.close();
  });

  test('has nothing to put back where nothing was made anew', async () => {
    const world = await smallWorld();
    const { exitCode, stderr } = await world.restitution('projections --rollback');
    expect([exitCode, stderr]).toEqual([
      4,
      expect.stringContaining('No read models of this version were kept.'),
    ]);
    await world.close();
  });
});

describe('in a folder', () => {
  const data = join(temporary.path, 'data');
  const restitution = (words: string, stdin?: string) =>
    run([...words.split(' '), '--data', data], { openHouse, ...(stdin !== undefined && { stdin }) });
  const inForce = async () => {
    const { files } = JSON.parse((await restitution('projections --json')).stdout) as {
      files: readonly { name: string; isInForce: boolean }[];
    };
    return files.find(({ isInForce: is }) => is)!.name;
  };

  test('a rebuild says that nothing changed, keeps what was there, and can be taken back', async () => {
    await restitution('apply -', jsonLines([...opening, payment('1', '100.00')]));
    const answer = await restitution('victim v-1');
    const rebuilt = await restitution('rebuild');
    expect([rebuilt.exitCode, rebuilt.stdout]).toEqual([
      0,
      expect.stringMatching(/\d+ tables at position \d+ are the same/),
    ]);
    const fresh = await inForce();
    await restitution('apply -', jsonLines([payment('2', '50.00')]));
    const back = await restitution('projections --rollback');
    expect([back.exitCode, back.stdout]).toEqual([
      0,
      expect.stringContaining('of before are in force again'),
    ]);
    expect(await inForce()).not.toBe(fresh);
    expect((await restitution('victim v-1')).stdout).not.toBe(answer.stdout);
    expect((await restitution('victim v-1')).stdout).toContain('150.00');
  });

  test('a rebuild finds what was altered, says so, and the answers are right again', async () => {
    const right = await restitution('trial-balance');
    const file = join(data, 'read-models', await inForce());
    const db = new Database(file);
    db.exec('UPDATE flows SET amount = amount + 100');
    db.close();
    expect((await restitution('trial-balance')).stdout).not.toBe(right.stdout);
    const { exitCode, stdout } = await restitution('rebuild');
    expect([exitCode, stdout]).toEqual([6, expect.stringContaining('said otherwise')]);
    expect(stdout).toContain('in flows');
    expect(await restitution('trial-balance')).toEqual(right);
    expect((await restitution('rebuild')).exitCode).toBe(0);
  });
});
