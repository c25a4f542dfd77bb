/**
 * What becomes of payments out beside their being made and coming back, in the stream of their victim.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { NoPayee } from '../disbursement/payee.ts';
import type { CaseId, DisbursementId, RunId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';

/** A payment of a run was not made: something has changed since it was planned. */
export type DisbursementWithheld = DomainEvent<
  'DisbursementWithheld',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly disbursementId: DisbursementId;
    readonly runId: RunId;
    readonly amount: MoneyText;
    readonly reason: WithheldReason;
  }
>;

/** What has changed: there is less than was planned, another is the payee or nobody is, or an appeal was taken. */
export type WithheldReason = 'NOT_PAYABLE' | 'PAYEE_CHANGED' | 'APPEAL_TAKEN' | NoPayee;

export type PaymentEvent = DisbursementWithheld;
