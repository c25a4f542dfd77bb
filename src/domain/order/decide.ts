import type { CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import type { CaseId, OrderId } from '../ids.ts';
import { reject } from '../rejection.ts';
import type { OrderEvent } from './events.ts';

/** Takes the id for an order of the case; comes with the order that is entered, and through no door. */
export interface RegisterOrder {
  readonly type: 'RegisterOrder';
  readonly orderId: OrderId;
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

/** What a decision about one order id must know. */
export interface OrderState {
  caseId: CaseId | undefined;
}

function decide({ orderId, caseId, on }: RegisterOrder, state: OrderState): Decision<OrderEvent> {
  if (state.caseId === caseId) return heardAlready;
  if (state.caseId !== undefined) reject('order-of-another-case', '/orderId');
  return {
    happened: [{ type: 'OrderRegistered', effectiveOn: on, data: { orderId, caseId } }],
    follows: [],
  };
}

/** The stream `Order-<id>`: that it exists is what makes the id one order's. What the order says stands in its case. */
export const orderDecider: Decider<OrderState, RegisterOrder, OrderEvent> = {
  empty: () => ({ caseId: undefined }),
  evolve(state, { data }) {
    state.caseId = data.caseId;
  },
  decide,
};
