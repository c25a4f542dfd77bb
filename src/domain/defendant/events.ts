/**
 * In which cases a defendant stands, so that money which one case cannot place finds the debts in another.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId } from '../ids.ts';

/** The defendant was registered in this case. */
export type DefendantJoinedCase = DomainEvent<
  'DefendantJoinedCase',
  { readonly defendantId: DefendantId; readonly caseId: CaseId }
>;

export type DefendantEvent = DefendantJoinedCase;
