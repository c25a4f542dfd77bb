/** What is said of a run as it is proposed, approved and released. */
import { done, runWorld } from './run-world.ts';

test('a run says what is proposed, paid and withheld, as people read amounts', async () => {
  const world = await runWorld();
  const on = '--on 2024-05-01';
  expect(await done(world, `disburse propose n-1 --by w-1 ${on}`)).toMatch(
    /^Run n-1 is proposed: 1,000\.00 proposed, 0\.00 paid, 0\.00 withheld\.\nhash [0-9a-f]{64}\n$/,
  );
  const { contentHash } = JSON.parse(await done(world, 'disburse show n-1 --json')) as {
    contentHash: string;
  };
  await done(world, `disburse approve n-1 --by w-2 --hash ${contentHash} ${on}`);
  expect(await done(world, `disburse release n-1 ${on}`)).toMatch(
    /^Run n-1 is completed: 1,000\.00 proposed, 1,000\.00 paid, 0\.00 withheld\.\n/,
  );
  await world.close();
});
