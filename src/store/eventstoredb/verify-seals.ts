import { RawLog } from '../sqlite-log/raw-log.ts';
import { readConnectionString } from './connection-string.ts';
import { expectOn, sealIn, sealStream, type Seal } from './seals.ts';
import { Server } from './server.ts';

/** What was published of a log, and found on it. */
export interface VerifiedSeals {
  readonly count: number;
  /** The number of the first that is there, from 1; a greater one says that those before it were taken away. */
  readonly first: number;
}

/** All seals that were published by now. @throws StoreUnavailable, or LogDamaged where one is none */
export async function sealsOn(connectionString: string): Promise<readonly Seal[]> {
  const server = new Server(readConnectionString(connectionString));
  try {
    return (await server.readShort(sealStream, patience)).map(sealIn);
  } finally {
    await server.close();
  }
}

/** Holds them against a log in a file, whose hashes have been proven. @throws LogDamaged at the first that is not on it */
export function verifySeals(file: string, seals: readonly Seal[]): VerifiedSeals {
  const log = new RawLog(file);
  try {
    for (const seal of seals) expectOn(seal, log.runningAt(seal.position));
    return { count: seals.length, first: (seals[0]?.revision ?? 0) + 1 };
  } finally {
    log.close();
  }
}

/** In milliseconds: a year of seals is read in seconds. */
const patience = 600_000;
