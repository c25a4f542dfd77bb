/** What stands in a folder into which a log is being moved, and is gone once it is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in the folder. */
export function arrivingFolder(folder: string): string {
  return join(folder, 'arriving');
}

/** The log that is not whole yet; the copy of the log of a server has the same name. */
export function arrivingLog(folder: string): string {
  return join(arrivingFolder(folder), 'log-copy.sqlite');
}

/** The file that says where it comes from. */
export function arrivingMark(folder: string): string {
  return join(arrivingFolder(folder), 'from');
}

/** Where a log comes from that is still arriving; undefined where none is. */
export function arrivingFrom(folder: string): string | undefined {
  try {
    return readFileSync(arrivingMark(folder), 'utf8').trimEnd();
  } catch {
    return undefined;
  }
}
