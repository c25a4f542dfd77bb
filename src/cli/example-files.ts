import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { House } from '../application/house.ts';
import { readJsonLinesFile } from '../requests/read-files.ts';
import { Failure } from './failure.ts';
import { readTable } from './import-file.ts';
import { openInput } from './input.ts';
import { Progress } from './progress.ts';
import { sendFile } from './send-file.ts';
import type { Sent } from './sending.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** One example: a folder of files, to be taken in by their order. */
export interface Example {
  readonly name: string;
  readonly files: readonly string[];
}

/** The examples that come with the program. @throws Failure where they were not installed with it */
export function findExamples(): readonly Example[] {
  const root = fileURLToPath(new URL('../../examples', import.meta.url));
  if (!existsSync(root)) {
    const advice = 'Run it from a copy of the project that has the folder `examples`.';
    throw new Failure('configuration', 'The examples were not installed with this program.', advice);
  }
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, files: filesIn(join(root, name)) }))
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|jsonl)$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

/** Where an example is taken in, and who hears of each command. */
export interface Intake {
  readonly house: House;
  readonly world: World;
  readonly hear: (sent: Sent) => void;
}

/** Takes in one example, file by file. @throws Failure where a line of it is refused, for examples have none */
export async function takeIn({ name, files }: Example, intake: Intake): Promise<readonly Tally[]> {
  const progress = new Progress(intake.world, `${name}:`);
  const tallies: Tally[] = [];
  for (const file of files) {
    if (intake.world.interrupted.aborted) break;
    tallies.push(await takeInFile(file, intake, progress).finally(() => progress.finish()));
  }
  return tallies;
}

async function takeInFile(file: string, { house, world, hear }: Intake, progress: Progress): Promise<Tally> {
  const input = await openInput(file, world);
  return sendFile({
    ...{ house, world, isRehearsal: false, mayReachClosedMonths: false, input },
    read: (sending) => (file.endsWith('.csv') ? readTable(input, sending) : readJsonLinesFile(input.bytes)),
    tell: async (sent, { lastLine }) => {
      progress.tell(lastLine, input.share(lastLine));
      hear(sent);
    },
  });
}
