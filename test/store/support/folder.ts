import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the tests of this file, removed after them. */
export function folderForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
