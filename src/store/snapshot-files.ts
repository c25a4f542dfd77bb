import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotStore } from './snapshot-store.ts';

const bytesOfHash = 32;

/**
 * Snapshots in a folder, a file each, made when the first is kept. The file begins with a hash of its name, its version and its
 * bytes: one that was cut short, damaged, renamed, or written by another version, is none.
 *
 * @param version tells what made the bytes; what another made is not read
 */
export function snapshotFiles(folder: string, version: () => string): SnapshotStore {
  // Read once: most streams have none, and need not ask the disk each time.
  let there: Promise<Set<string>> | undefined;
  const filesThere = (): Promise<Set<string>> => {
    there ??= readdir(folder).then(
      (names) => new Set(names),
      () => new Set(),
    );
    return there;
  };
  const fileOf = (name: string): string => `${sha256(name).toString('hex').slice(0, 32)}.snapshot`;
  const hashOf = (name: string, bytes: Uint8Array): Buffer =>
    sha256(JSON.stringify([name, version()]), bytes);
  return {
    async get(name) {
      const file = fileOf(name);
      if (!(await filesThere()).has(file)) return undefined;
      const kept = await readFile(join(folder, file)).catch(() => undefined);
      if (kept === undefined) return undefined;
      const bytes = kept.subarray(bytesOfHash);
      return hashOf(name, bytes).equals(kept.subarray(0, bytesOfHash)) ? bytes : undefined;
    },
    async put(name, bytes) {
      const file = join(folder, fileOf(name));
      // Of one name, so that what a crash leaves is written over. Two who write to it at once make a snapshot that is none.
      const draft = `${file}.draft`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(draft, [hashOf(name, bytes), bytes], { mode: 0o600 });
        await rename(draft, file);
        (await filesThere()).add(fileOf(name));
      } catch {
        // A full disk, or a folder that may not be written to: the stream is folded from its beginning next time, too.
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
