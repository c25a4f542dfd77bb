/** The threshold where a ledger leaves one place for another: which adapter stands at each end is known here. */
import { join, resolve } from 'node:path';
import type { LogPlace, Movers } from './application/moving.ts';
import { categories } from './application/streams.ts';
import { labelsBetween } from './move-labels.ts';
import { expectArrived, namesInFolder, openLog } from './open-log.ts';
import type { CopiedDirectory } from './store/directory.ts';
import { FromFile } from './store/moving/from-file.ts';
import { FromServer, type ServerLog } from './store/moving/from-server.ts';
import { giveUp } from './store/moving/give-up.ts';
import { move, PlaceTaken, type Destination, type Origin } from './store/moving/move.ts';
import { ToFile } from './store/moving/to-file.ts';
import { ToServer } from './store/moving/to-server.ts';

/** Moves the ledgers of this program. */
export const movers: Movers = {
  async move(from, to, told) {
    expectApart(from, to);
    const labelled = labelsBetween(from, to);
    const [destination, origin] = [destinationOf(from, to), originOf(from, to)];
    let labels: CopiedDirectory | undefined;
    const beside = {
      prepare: () => labelled.prepare(told),
      bring: async () => {
        labels = await labelled.bring(told);
      },
    };
    try {
      await expectWhole(from);
      const { closing, copied, head } = await move(origin, destination, { told, beside });
      return { from: origin.place, to: destination.place, closing, copied, head, labels };
    } finally {
      await labelled.end();
      await origin.end();
      await destination.end();
    }
  },
  async reopen(from, to) {
    if (to) expectApart(from, to);
    const destination = to && destinationOf(from, to);
    const origin = originOf(from, to);
    try {
      return { from: origin.place, wasClosed: await giveUp(origin, destination) };
    } finally {
      await origin.end();
      await destination?.end();
    }
  },
};

/** @throws PlaceTaken where the two ends do not go together */
function expectApart(from: LogPlace, to: LogPlace): void {
  if (from.kind === 'eventStore' && to.kind === 'eventStore')
    throw new PlaceTaken('A server', 'is not filled from a server; move to a folder first, and from there');
}

/** A log that is not the one that belongs to its folder is not moved. @throws LogLost, LogMoved or LogDamaged */
async function expectWhole(from: LogPlace): Promise<void> {
  if (from.kind !== 'folder') return;
  expectArrived(from.folder);
  const log = await openLog(from.folder, { file: join(from.folder, namesInFolder.log), readOnly: true });
  await log.close();
}

/** @throws WrongConnectionString */
function originOf(from: LogPlace, to: LogPlace | undefined): Origin {
  if (from.kind === 'folder') return new FromFile(placeOf(from.folder), join(from.folder, namesInFolder.log));
  return new FromServer(onServer(from), to?.kind === 'folder' ? to.folder : '.');
}

function destinationOf(from: LogPlace, to: LogPlace): Destination {
  if (to.kind === 'eventStore') return new ToServer(onServer(to));
  const { log, directory, ...others } = namesInFolder;
  // Labels of a server are entered beside those that are there; those of a folder come as a file, over one that is there.
  const written = from.kind === 'folder' ? [directory] : [];
  return new ToFile({
    ...{ place: placeOf(to.folder), folder: to.folder, logName: log },
    foreign: [...Object.values(others), ...written],
  });
}

function onServer({ connectionString }: Extract<LogPlace, { kind: 'eventStore' }>): ServerLog {
  return { connectionString, categories };
}

function placeOf(folder: string): string {
  return `sqlite:${resolve(folder)}`;
}
