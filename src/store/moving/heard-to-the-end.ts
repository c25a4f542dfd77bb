import { StoreUnavailable, type LogStanding } from '../event-store.ts';

/** What hears of a server, and how far it is with that. */
export interface Hearing {
  readonly standing: LogStanding;
  /** Why nothing is heard, where it is known. */
  readonly whyAway?: Error | undefined;
  /** Waits until it has all there is, and no longer than so many milliseconds. @throws what stopped it for good */
  untilLive(ms: number): Promise<boolean>;
}

/**
 * Waits until all is heard that there is, however much.
 *
 * @param tell is called now and then; what it throws ends the waiting
 * @throws StoreUnavailable where the server stays away
 */
export async function heardToTheEnd(
  hearing: Hearing,
  tell: () => Promise<void> | void = () => undefined,
): Promise<void> {
  let silent = 0;
  while (!(await hearing.untilLive(betweenLooks))) {
    await tell();
    silent = hearing.standing === 'away' ? silent + betweenLooks : 0;
    if (silent >= longestSilence)
      throw hearing.whyAway ?? new StoreUnavailable('EventStoreDB does not answer');
  }
}

/** In milliseconds. */
const betweenLooks = 500;
const longestSilence = 10_000;
