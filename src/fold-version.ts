import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a state out of events, and what it is made with. */
const whatFolds = ['domain', 'application', join('..', 'package.json')];

let known: string | undefined;

/**
 * Tells one way of folding events from every other: a hash of the program's own files, and the version of Node. A number that
 * somebody has to raise would one day not be raised, and a state that was folded by other rules would decide a payment.
 */
export function foldVersion(): string {
  known ??= hashOfFiles();
  return known;
}

function hashOfFiles(): string {
  const hash = createHash('sha256').update(process.version);
  for (const part of whatFolds)
    for (const file of filesIn(join(import.meta.dirname, part))) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): readonly string[] {
  if (path.endsWith('.json')) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => each.isFile() && /\.[jt]s$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .sort();
}
