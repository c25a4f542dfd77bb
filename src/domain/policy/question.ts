/** One open question of the law, the answers that the ledger knows, and the one that holds until another is set. */
export interface PolicyQuestion {
  readonly question: string;
  /** The answers; the first is the default. */
  readonly values: readonly [string, ...string[]];
  readonly reason: string;
}
