import { runSeeds } from './runs.ts';

describe('several machines on one log, whatever becomes of them', () => {
  runSeeds(1_001, 1_000);
});
