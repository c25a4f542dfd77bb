import { StoreUnavailable } from '../event-store.ts';

/** The time for an answer was over before it came. */
export class TimedOut extends StoreUnavailable {
  constructor() {
    super('EventStoreDB did not answer in time');
  }
}

/** A promise that is rejected after so many milliseconds, unless its end comes first. */
export function alarmAfter(ms: number): { readonly signal: Promise<never>; readonly end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const signal = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimedOut());
    }, ms);
  });
  // Where nobody waits for it any more, it is no news.
  signal.catch(() => undefined);
  return {
    signal,
    end: () => {
      clearTimeout(timer);
    },
  };
}
