import { join } from 'node:path';
import { makeKeyFile } from '../../src/store/eventstoredb-directory/key-file.ts';

/** A new key for the labels of a cluster, in a file in this folder; its path. */
export function directoryKeyIn(folder: string): string {
  const file = join(folder, 'directory.key');
  makeKeyFile(file);
  return file;
}
