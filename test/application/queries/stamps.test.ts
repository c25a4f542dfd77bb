import { createHash } from 'node:crypto';
import type { VictimId } from '../../../src/domain/ids.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { registerVictim, today } from '../../support/words.ts';
import { closeAll } from '../asking.ts';
import { entered, ledger, paid, v1 } from './two-orders.ts';

afterEach(closeAll);

describe('a question', () => {
  test('is answered with everything that the log held when it was put', async () => {
    const { hears, queries, log } = ledger();
    await hears(registerVictim('v-1'));
    expect((await queries.victims({}, { limit: 9 })).rows).toHaveLength(1);
    await hears(registerVictim('v-2'));
    const { rows, stamp } = await queries.victims({}, { limit: 9 });
    expect(rows.map(({ victimId: id }) => id)).toEqual(['v-1', 'v-2']);
    expect(stamp.position).toBe((await log.head()).position);
  });

  test('says on which clocks it was answered', async () => {
    const { hears, queries } = ledger();
    await hears(registerVictim('v-1'), registerVictim('v-2'));
    const clocks = { asOf: today, knownAt: '2026-06-01T01:30:00Z' };
    expect((await queries.trialBalance(clocks)).stamp).toMatchObject({ position: 1, ...clocks });
    expect((await queries.victim('v-2' as VictimId, clocks))?.stamp).toBeUndefined();
  });

  test('may be put to the log as far as a position, and no further than it reaches', async () => {
    const { hears, queries } = ledger();
    await hears(registerVictim('v-1'), registerVictim('v-2'));
    const known = async (knownAt: string) => {
      const { rows, stamp } = await queries.victims({ knownAt }, { limit: 9 });
      return [rows.length, stamp.position, stamp.knownAt];
    };
    expect(await known('@0')).toEqual([0, 0, '@0']);
    expect(await known('@1')).toEqual([1, 1, '@1']);
    expect(await known('@99')).toEqual([2, 2, '@99']);
  });

  test('has an answer whose hash is that of its JSON, and the same for as long as the answer is', async () => {
    const { hears, queries } = ledger();
    await hears(...entered);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const { stamp, ...view } = (await queries.victim(v1, { knownAt: '@99' }))!;
    expect(stamp).toMatchObject({ hash: sha256(JSON.stringify(view)), readModels: readModels.version });
    const list = await queries.liabilities({}, { knownAt: `@${String(stamp.position)}` }, { limit: 9 });
    expect(list.stamp.hash).toBe(sha256(list.rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    await hears(...paid);
    const then = { knownAt: `@${String(stamp.position)}` };
    expect((await queries.victim(v1, then))?.stamp.hash).toBe(stamp.hash);
    expect((await queries.liabilities({}, then, { limit: 9 })).stamp.hash).toBe(list.stamp.hash);
    expect((await queries.victim(v1, {}))?.stamp.hash).not.toBe(stamp.hash);
  });
});
