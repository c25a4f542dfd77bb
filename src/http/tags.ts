import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';

/** What If-Match holds: revisions that the sender has seen, or any that exists. */
export type Tags = readonly number[] | 'any';

/**
 * The tag of a resource: the revision of its stream, by which commands are guarded, and a digest of what is shown, by
 * which caches are; for a view may change by what another stream records.
 */
export function tagOf(revision: number, shown: string): string {
  const digest = createHash('sha256').update(shown).digest('base64url').slice(0, 10);
  return `"r${revision}.${digest}"`;
}

/** The tag of a stream where nothing is shown. */
export function revisionTag(revision: number): string {
  return `"r${revision}"`;
}

/** The revisions that a header names, `"r12"` or `"r12.Zk3…"`. @throws Problem where it is no tag of ours */
export function readTags(header: string | undefined): Tags | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  return header.split(',').map((written) => {
    const [, revision] = pattern.exec(written.trim()) ?? [];
    if (revision === undefined) throw new Problem('if-match-malformed');
    return Number(revision);
  });
}

const pattern = /^"r(\d{1,15})(?:\.[A-Za-z0-9_-]{10})?"$/;
