/** The threshold where a ledger leaves one place for another: which adapter stands at each end is known here. */
import { join, resolve } from 'node:path';
import { moveDirectory } from './store/moving/move-directory.ts';
import type { LogPlace, Movers } from './application/moving.ts';
import { categories } from './application/streams.ts';
import { expectArrived, namesInFolder, openLog } from './open-log.ts';
import { FromFile } from './store/moving/from-file.ts';
import { FromServer, type ServerLog } from './store/moving/from-server.ts';
import { giveUp } from './store/moving/give-up.ts';
import { move, PlaceTaken, type Destination, type Origin } from './store/moving/move.ts';
import { ToFile } from './store/moving/to-file.ts';
import { ToServer } from './store/moving/to-server.ts';

/**
 * Brings the labels from one place to another once the log is there and proven, and before anybody may use it; it may be
 * called again for the same move. Gives whether it brought any.
 */
export type MoveLabels = (from: LogPlace, to: LogPlace) => Promise<boolean>;

/** Labels stand in a file beside the log; where a log is not in a folder, they are brought by hand (docs/operating.md). */
const labelsOfFolders: MoveLabels = async (from, to) => {
  if (from.kind !== 'folder' || to.kind !== 'folder') return false;
  return moveDirectory(join(from.folder, namesInFolder.directory), join(to.folder, namesInFolder.directory));
};

/** Moves the ledgers of this program. */
export function moversWith(moveLabels: MoveLabels): Movers {
  return {
    async move(from, to, told) {
      const destination = destinationOf(to);
      const origin = originOf(from, to);
      let withLabels = false;
      try {
        await expectWhole(from);
        const { closing, copied, head } = await move(origin, destination, {
          told,
          besideTheLog: async () => {
            withLabels = await moveLabels(from, to);
          },
        });
        return { from: origin.place, to: destination.place, closing, copied, head, withLabels };
      } finally {
        await origin.end();
        await destination.end();
      }
    },
    async reopen(from, to) {
      const destination = to && destinationOf(to);
      const origin = originOf(from, to);
      try {
        return { from: origin.place, wasClosed: await giveUp(origin, destination) };
      } finally {
        await origin.end();
        await destination?.end();
      }
    },
  };
}

/** With the labels of folders, as long as those of a cluster are brought by hand. */
export const movers: Movers = moversWith(labelsOfFolders);

/** A log that is not the one that belongs to its folder is not moved. @throws LogLost, LogMoved or LogDamaged */
async function expectWhole(from: LogPlace): Promise<void> {
  if (from.kind !== 'folder') return;
  expectArrived(from.folder);
  const log = await openLog(from.folder, { file: join(from.folder, namesInFolder.log), readOnly: true });
  await log.close();
}

/** @throws WrongConnectionString, or PlaceTaken where the two ends do not go together */
function originOf(from: LogPlace, to: LogPlace | undefined): Origin {
  if (from.kind === 'folder') return new FromFile(placeOf(from.folder), join(from.folder, namesInFolder.log));
  if (to?.kind === 'eventStore')
    throw new PlaceTaken('A server', 'is not filled from a server; move to a folder first, and from there');
  return new FromServer(onServer(from), to?.folder ?? '.');
}

function destinationOf(to: LogPlace): Destination {
  if (to.kind === 'eventStore') return new ToServer(onServer(to));
  const { log, directory: _, ...others } = namesInFolder;
  return new ToFile({
    ...{ place: placeOf(to.folder), folder: to.folder, logName: log },
    foreign: Object.values(others),
  });
}

function onServer({ connectionString }: Extract<LogPlace, { kind: 'eventStore' }>): ServerLog {
  return { connectionString, categories };
}

function placeOf(folder: string): string {
  return `sqlite:${resolve(folder)}`;
}
