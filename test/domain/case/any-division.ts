import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { onlyVisit } from '../../../src/domain/case/state.ts';
import { recordPayment } from '../../support/words.ts';

/** A receipt that comes to case `c-1`: its number, how much, for which order, and whether the second defendant pays. */
export type Division = readonly [id: string, amount: string, order: string | null, isSecond: boolean];

/** What the passage asks of the case then. */
export function anyDivision([id, sum, to, isSecond]: Division): CaseCommand {
  const defendant = isSecond ? 'd-2' : 'd-1';
  const payment = recordPayment(id, sum, { caseId: 'c-1', defendantId: defendant, to });
  const { caseId, defendantId, orderId, receiptId, amount, on } = payment;
  const about = { caseId, defendantId, orderId, receiptId, on };
  return { type: 'AllocatePayment', ...about, amount, visit: onlyVisit, beganAt: 1 };
}
