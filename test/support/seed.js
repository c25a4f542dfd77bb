/**
 * The seed of all that is drawn at random in a suite. It is the same in every run, so that what is green on one machine is
 * green on the next; `SEED=random` looks elsewhere, and `SEED=<number>` looks again where such a run found something.
 */
import fc from 'fast-check';

const { SEED = '20181207' } = process.env;

if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });
