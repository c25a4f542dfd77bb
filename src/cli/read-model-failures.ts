import type { Exit } from './exit-codes.ts';

/** What is the matter with the read models, before the words of the error, and what to do about it. */
export interface ReadModelFailure {
  readonly exit: Exit;
  readonly what: string;
  readonly advice: string;
}

/** What can be the matter with the read models, by the name of the error. */
export const readModelFailures: Readonly<Record<string, ReadModelFailure>> = {
  ReadModelsDamaged: {
    exit: 'integrity',
    what: 'The read models are damaged, in ',
    advice:
      'Run `restitution rebuild`, which makes them anew from the log; nothing is lost. Then look after the disk.',
  },
  ProjectionFailed: {
    exit: 'integrity',
    what: 'The read models stand still, so that nothing is answered that leaves an event out: ',
    advice:
      'Report it; what is recorded stands. `restitution projections` shows where they stand; a version of the program that can tell the event goes on there.',
  },
  RebuildDiffers: {
    exit: 'integrity',
    what: 'The new read models are not put in force: ',
    advice:
      'Report it, and go on with the version of before, which has its own. If that one is known to be wrong, remove its file from `read-models/` and do it again (docs/operating.md).',
  },
};
