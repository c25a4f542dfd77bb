import type { Expected, StreamAsWritten } from './commit-check.ts';
import { lastOfAll, type Recorded } from './recorded.ts';
import { isSoftlyDeleted, type StreamSettings } from './stream-settings.ts';

/** All that was ever written to one stream; the tombstone, if there is one, stands last. */
export interface StoredStream {
  readonly name: string;
  readonly events: readonly Recorded[];
  readonly settings: StreamSettings;
  readonly hasMetadata: boolean;
}

export const isTombstoned = ({ events }: StoredStream): boolean => events.at(-1)?.revision === lastOfAll;

export const currentOf = ({ events }: StoredStream): bigint => events.at(-1)?.revision ?? -1n;

/** There is nothing to read: nothing was written, or all of it was deleted softly. */
export const isMissing = (stream: StoredStream): boolean =>
  stream.events.length === 0 || isSoftlyDeleted(stream.settings);

/** The stream as the check of an append sees it. */
export function asWritten(
  stream: StoredStream,
  recentRevisionOf: StreamAsWritten['recentRevisionOf'],
): StreamAsWritten {
  return {
    current: currentOf(stream),
    isTombstoned: isTombstoned(stream),
    isSoftlyDeleted: isSoftlyDeleted(stream.settings),
    hasMetadata: stream.hasMetadata,
    idAt: (revision) => stream.events[Number(revision)]?.id,
    recentRevisionOf,
  };
}

/** What came of an append or a deletion. */
export type Outcome =
  | { readonly kind: 'written'; readonly revision: bigint; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-expected-version'; readonly expected: Expected; readonly current: bigint }
  | { readonly kind: 'stream-deleted' };
