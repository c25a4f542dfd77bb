import { LogMoved } from '../event-store.ts';
import { PlaceTaken, type Destination, type Origin } from './move.ts';

/**
 * Takes a move back: the old log takes events again. Where the move was done, the new place is closed first, and only if
 * nothing was written there. Gives whether there was anything to take back.
 *
 * @throws PlaceTaken where the new place was written to, or is not named and has to be asked
 * @throws LogMoved where the log has gone elsewhere than is named
 */
export async function giveUp(from: Origin, to: Destination | undefined): Promise<boolean> {
  const closing = await from.closing();
  if (closing === undefined) return false;
  if (closing.why === 'arriving' || (to !== undefined && to.place !== closing.place))
    throw new LogMoved(closing);
  if (closing.why === 'moved') {
    if (to === undefined)
      throw new PlaceTaken(closing.place, 'may have been written to since, and has to be named with --to');
    await to.shut(closing.head, from.place);
  }
  await from.reopen();
  return true;
}
