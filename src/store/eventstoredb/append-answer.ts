import type { ExpectedRevision } from '../event-store.ts';

/** What the server said of an append, or that it did not say. */
export type AppendAnswer =
  | { readonly kind: 'stored'; readonly last: number }
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision }
  /** It may or may not have been stored, now or later: only the same append again will tell. */
  | { readonly kind: 'unknown'; readonly cause: unknown };
