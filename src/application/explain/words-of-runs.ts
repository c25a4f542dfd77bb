import type {
  DisbursementRunApproved,
  DisbursementRunCompleted,
  DisbursementRunProposed,
  DisbursementRunReleased,
  DisbursementsListed,
  DisbursementsMade,
} from '../../domain/disbursement/events.ts';
import type { DisbursementWithheld } from '../../domain/payment/events.ts';
import { groupedAmount } from './arithmetic.ts';

/** What there is to say of runs of payments. */
export const wordsOfRuns = {
  DisbursementsListed: {
    says: ({ runId, payments }: DisbursementsListed['data']) =>
      `${String(payments.length)} payments of run ${runId} were listed`,
  },
  DisbursementsMade: {
    says: ({ runId, made, amount, withheld }: DisbursementsMade['data']) =>
      `run ${runId} made ${String(made)} payments of ${groupedAmount(amount)} in all, and ${String(withheld.length)} were withheld`,
  },
  DisbursementWithheld: {
    says: ({ amount, victimId, runId, reason }: DisbursementWithheld['data']) =>
      `run ${runId} did not pay ${groupedAmount(amount)} to ${victimId} (${reason})`,
  },
  DisbursementRunProposed: {
    says: ({ runId, amount, payments, proposedBy }: DisbursementRunProposed['data']) =>
      `${proposedBy} proposed run ${runId} of ${groupedAmount(amount)}, ${String(payments)} payments`,
    policies: ['P-27', 'P-28'],
  },
  DisbursementRunApproved: {
    says: ({ runId, approvedBy }: DisbursementRunApproved['data']) => `${approvedBy} approved run ${runId}`,
  },
  DisbursementRunReleased: {
    says: ({ runId }: DisbursementRunReleased['data']) => `run ${runId} was released`,
  },
  DisbursementRunCompleted: {
    says: ({ runId, amount, withheldAmount }: DisbursementRunCompleted['data']) =>
      `run ${runId} has paid ${groupedAmount(amount)} and withheld ${groupedAmount(withheldAmount)}`,
  },
} as const;
