/**
 * Appeals from orders of restitution, in the stream of their case: money that an order on appeal brings in waits.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, OrderId } from '../ids.ts';

/** The order was appealed. It is owed all the same. */
export type AppealTaken = DomainEvent<'AppealTaken', OfOrder>;

/** The mandate came down, or the appeal ended without one. What became of the order, other events say. */
export type AppealEnded = DomainEvent<'AppealEnded', OfOrder>;

interface OfOrder {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly defendantId: DefendantId;
}

export type AppealEvent = AppealTaken | AppealEnded;
