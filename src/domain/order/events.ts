/**
 * That an order is one order, of one case: its id means the same to every victim, defendant and reader.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, OrderId } from '../ids.ts';

/** From now on the id stands for an order of this case, and of no other. */
export type OrderRegistered = DomainEvent<
  'OrderRegistered',
  { readonly orderId: OrderId; readonly caseId: CaseId }
>;

export type OrderEvent = OrderRegistered;
