/**
 * What is said of payments that were questioned or not made, where one id of a person hands them to another.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DisbursementId, VictimId } from '../ids.ts';
import type { WithheldReason } from '../payment/events.ts';
import type { PayeeDoubt } from '../people/events.ts';

/** A payment whose payee the law did not know. */
export interface QuestionedLine {
  readonly kind: 'QUESTIONED';
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly reason: PayeeDoubt;
}

/** A payment of a run that was not made. */
export interface WithheldLine {
  readonly kind: 'WITHHELD';
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly reason: WithheldReason;
}
