/**
 * By which texts a victim's stream keeps what it knows. One person may be known under two ids, each with findings, orders
 * and payments of its own: so every key names the id that the court, or the bank, wrote.
 */
import type { CaseId, DisbursementId, ReceiptId, VictimId } from '../ids.ts';
import { liabilityKey, type LiabilityKey, type LiabilityOf } from '../liability/liability-index.ts';

export type FindingsKey = `${CaseId}/${VictimId}`;
export type CreditKey = `${ReceiptId}/${LiabilityKey}`;
export type PaymentKey = `${DisbursementId}/${VictimId}`;

/** Whose losses were found in which case. */
export interface FoundFor {
  readonly caseId: CaseId;
  readonly victimId: VictimId;
}

/** The key of what was found in one case for one id. */
export function findingsKey({ caseId, victimId }: FoundFor): FindingsKey {
  return `${caseId}/${victimId}`;
}

/** The case and the id that a key of findings is of. */
export function foundFor(key: FindingsKey): FoundFor {
  const [caseId, victimId] = key.split('/') as [CaseId, VictimId];
  return { caseId, victimId };
}

/** The key of what one receipt brought under one liability. */
export function creditKey({ receiptId, ...of }: LiabilityOf & { readonly receiptId: ReceiptId }): CreditKey {
  return `${receiptId}/${liabilityKey(of)}`;
}

/** The key of the liability that a credit is under. */
export function creditedUnder(key: CreditKey): LiabilityKey {
  return key.slice(key.indexOf('/') + 1) as LiabilityKey;
}

/** The receipt that a credit is of. */
export function receiptOf(key: CreditKey): ReceiptId {
  return key.slice(0, key.indexOf('/')) as ReceiptId;
}

/** The key of one payment out. */
export function paymentKey({
  disbursementId,
  victimId,
}: {
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
}): PaymentKey {
  return `${disbursementId}/${victimId}`;
}
