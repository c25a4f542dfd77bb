import { statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import {
  ReadModelsDamaged,
  type Mark,
  type ReadModelSchema,
  type StandingFiles,
} from '../read-model-store.ts';
import { isOfSqlite } from '../sqlite-fault.ts';
import { ReadModelFile } from './file.ts';
import { makePrivate, type Generations } from './generations.ts';
import { markOf } from './marks.ts';

/** What stands beside each other in the folder. */
export function standingIn(generations: Generations): StandingFiles {
  const files = generations.all().map(({ path, version, isInForce }) => ({
    ...{ name: basename(path), version, isInForce },
    mark: markOf(path)[0],
    bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  }));
  return { files, isBeingRebuilt: generations.isBeingRebuilt() };
}

/**
 * Copies a file, with what still stands in its journal, as of one moment; others may have it open.
 *
 * @throws ReadModelsDamaged where it is not whole
 */
export async function copyWhole(from: string, to: string, schema: ReadModelSchema): Promise<Mark> {
  const db = new Database(from, { fileMustExist: true });
  try {
    makePrivate(to);
    await db.backup(to);
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new ReadModelsDamaged(from, String(found));
  } catch (error) {
    throw isOfSqlite(error) ? new ReadModelsDamaged(from, error.message) : error;
  } finally {
    db.close();
  }
  const copy = ReadModelFile.open(to, schema);
  try {
    return copy.checkpoint();
  } finally {
    copy.close();
  }
}
