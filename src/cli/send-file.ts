import type { House } from '../application/house.ts';
import type { FileReading } from '../requests/file-reading.ts';
import type { Exit } from './exit-codes.ts';
import type { Input } from './input.ts';
import { Sending, type Sent } from './sending.ts';
import { Tally } from './tally.ts';
import type { World } from './world.ts';

/** One file on its way to the ledger. */
export interface Errand {
  readonly house: House;
  readonly world: World;
  readonly isRehearsal: boolean;
  readonly mayReachClosedMonths: boolean;
  readonly input: Pick<Input, 'digest'>;
  /** The commands of the file; labels in it become ids by what the sending knows of labels. */
  read(sending: Sending): AsyncIterable<FileReading>;
  /** Told of each command in turn. */
  tell(sent: Sent, tally: Tally): Promise<void>;
}

/** Sends a whole file, and counts what became of it. Whatever ends it early, what is recorded stays, and that is said. */
export async function sendFile(errand: Errand): Promise<Tally> {
  const { house, world, isRehearsal, mayReachClosedMonths, input } = errand;
  const { interrupted } = world;
  const sending = new Sending(house, {
    isRehearsal,
    mayReachClosedMonths,
    interrupted,
    digest: () => input.digest(),
  });
  const tally = new Tally();
  try {
    for await (const sent of sending.send(errand.read(sending))) {
      tally.add(sent);
      await errand.tell(sent, tally);
    }
  } catch (error) {
    await remarkStop(tally, world);
    throw error;
  }
  tally.close();
  if (!isRehearsal) await house.catchUp();
  if (interrupted.aborted) await remarkStop(tally, world);
  return tally;
}

/** How a verb ends that sent this file. */
export function exitOf(tally: Tally, { interrupted }: Pick<World, 'interrupted'>): Exit {
  return interrupted.aborted ? 'interrupted' : tally.exit();
}

async function remarkStop({ lastLine }: Tally, { stderr }: World): Promise<void> {
  const where = lastLine === 0 ? 'before the first line' : `after line ${lastLine}`;
  await stderr.write(`Stopped ${where}. What is recorded stays; send the file again to go on.\n`);
}
