import { simulate } from './simulation.ts';
import { runSeeds } from './runs.ts';

describe('several machines on one log, whatever becomes of them', () => {
  runSeeds(1, 1_000);
});

test('a seed always comes to the same, call by call', async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const [one, other] = [await simulate(seed), await simulate(seed)];
    expect(one.told).toEqual(other.told);
    expect(one.log).toEqual(other.log);
  }
});
