/**
 * That an item of the books is confirmed by one match and by no other.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AccountKind } from '../account/events.ts';
import type { DomainEvent } from '../decider.ts';
import type { MatchId, StatementId } from '../ids.ts';
import type { ItemOfMatch } from './items.ts';

/** The match has the item. */
export type ItemClaimed = DomainEvent<'ItemClaimed', ByMatch>;

/** The match was undone: the item is free again. */
export type ItemReleased = DomainEvent<'ItemReleased', ByMatch>;

interface ByMatch {
  /** Whether a bank confirms it or a report: an item can be confirmed once by each. */
  readonly by: AccountKind;
  readonly item: ItemOfMatch;
  readonly statementId: StatementId;
  readonly matchId: MatchId;
}

export type ClaimEvent = ItemClaimed | ItemReleased;
