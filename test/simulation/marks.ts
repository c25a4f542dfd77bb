/** What a run may have tried: words for whoever lists it. */
import type { Run } from './simulation.ts';

/** Whether a run has tried it. */
export type Mark = (run: Run) => boolean;

/** An event of that type, which holds what is asked. */
export const has =
  (type: string, holds: (data: never) => boolean = () => true): Mark =>
  ({ log }) =>
    log.some((event) => event.type === type && holds(event.data as never));
/** The schedule says so. */
export const toldOf =
  (words: string): Mark =>
  ({ told }) =>
    told.some((line) => line.includes(words));
/** The simulation noticed it. */
export const saw =
  (mark: string): Mark =>
  ({ marks }) =>
    marks.has(mark);
