import type { AccountKind } from '../account/events.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import type { MatchId, StatementId } from '../ids.ts';
import { reject } from '../rejection.ts';
import type { ClaimEvent } from './events.ts';
import type { ItemOfMatch } from './items.ts';

interface OfItem {
  readonly by: AccountKind;
  readonly item: ItemOfMatch;
  readonly statementId: StatementId;
  readonly matchId: MatchId;
  readonly on: CalendarDate;
}

/** A match takes the item; comes with the match, and through no door. */
export interface ClaimItem extends OfItem {
  readonly type: 'ClaimItem';
}

/** A match that was undone gives the item back; through no door. */
export interface ReleaseItem extends OfItem {
  readonly type: 'ReleaseItem';
}

/** What a decision about one item must know. */
export interface ClaimState {
  /** The match that has it. */
  claimedBy: MatchId | undefined;
  /** The statement of that match. */
  statementId: StatementId | undefined;
  /** Matches that had it and were undone: whoever comes late does not take it for them once more. */
  readonly givenBack: Set<MatchId>;
}

function decide(command: ClaimItem | ReleaseItem, state: ClaimState): Decision<ClaimEvent> {
  const { claimedBy, givenBack } = state;
  const { by, item, statementId, matchId, on } = command;
  const data = { by, item, statementId, matchId };
  if (command.type === 'ReleaseItem') {
    if (claimedBy !== matchId) return heardAlready;
    return { happened: [{ type: 'ItemReleased', effectiveOn: on, data }], follows: [] };
  }
  if (claimedBy === matchId || givenBack.has(matchId)) return heardAlready;
  if (claimedBy !== undefined) reject('item-claimed', '/items');
  return { happened: [{ type: 'ItemClaimed', effectiveOn: on, data }], follows: [] };
}

/** The stream `Claim-<BANK or REPORT>.<kind>.<id>`: which match, if any, confirms one item of the books. */
export const claimDecider: Decider<ClaimState, ClaimItem | ReleaseItem, ClaimEvent> = {
  empty: () => ({ claimedBy: undefined, statementId: undefined, givenBack: new Set() }),
  evolve(state, { type, data }) {
    const isClaimed = type === 'ItemClaimed';
    if (!isClaimed) state.givenBack.add(data.matchId);
    state.claimedBy = isClaimed ? data.matchId : undefined;
    state.statementId = isClaimed ? data.statementId : undefined;
  },
  decide,
};
