/** Whether an append may be written, as the server decides it: by revision, and by the ids of what it would write. */

/** What the writer says of the stream: its last revision, that there is none, or that it does not mind. */
export type Expected = bigint | 'any' | 'no-stream' | 'stream-exists';

export interface StreamAsWritten {
  /** -1 where nothing was ever written; what is hidden or deleted softly counts. */
  readonly current: bigint;
  readonly isTombstoned: boolean;
  readonly isSoftlyDeleted: boolean;
  /** Whether its metadata was ever written, which makes it exist for `stream-exists`. */
  readonly hasMetadata: boolean;
  /** The id at a revision. */
  idAt(revision: bigint): string | undefined;
  /** The revision of an id, as long as the server keeps it in mind. */
  recentRevisionOf(id: string): bigint | undefined;
}

export type Decision =
  | { readonly kind: 'write' }
  /** All of it stands there already, the last of it at this revision. */
  | { readonly kind: 'written-before'; readonly last: bigint }
  | { readonly kind: 'wrong-expected-version' }
  | { readonly kind: 'stream-deleted' };

const write: Decision = { kind: 'write' };
const wrong: Decision = { kind: 'wrong-expected-version' };
const deleted: Decision = { kind: 'stream-deleted' };

export function checkCommit(stream: StreamAsWritten, expected: Expected, ids: readonly string[]): Decision {
  if (stream.isTombstoned) return deleted;
  if (expected === 'stream-exists') {
    if (stream.isSoftlyDeleted) return deleted;
    if (stream.current < 0n && !stream.hasMetadata) return wrong;
  }
  if (expected === 'any' || expected === 'stream-exists') return checkByRecentIds(stream, ids);
  return checkByRevision(stream, expected, ids);
}

/** Weak: it knows only what was written of late, and asks nothing but that the ids are of this stream. */
function checkByRecentIds(stream: StreamAsWritten, ids: readonly string[]): Decision {
  const revisions = ids.map((id) => stream.recentRevisionOf(id));
  const unknown = revisions.indexOf(undefined);
  if (unknown >= 0) return unknown === 0 ? write : wrong;
  const last = revisions.at(-1);
  return last === undefined ? write : { kind: 'written-before', last };
}

/** Strong: it compares with what was ever written behind the expected revision. */
function checkByRevision(
  stream: StreamAsWritten,
  expected: bigint | 'no-stream',
  ids: readonly string[],
): Decision {
  const from = expected === 'no-stream' ? -1n : expected;
  if (from === stream.current) return write;
  if (from > stream.current || ids.length === 0) return wrong;
  const other = ids.findIndex((id, at) => stream.idAt(from + 1n + BigInt(at)) !== id);
  if (other < 0) return { kind: 'written-before', last: from + BigInt(ids.length) };
  // Some of it and not all: the server calls this corrupted idempotency, and answers as to any wrong revision.
  if (other > 0) return wrong;
  return expected === 'no-stream' && stream.isSoftlyDeleted ? write : wrong;
}
