import type { CaseId, DefendantId, ReceiptId } from '../ids.ts';
import { atLeastNothing, least, noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';

/** What is held of one receipt for whoever paid it, and what is known of that money. */
export interface HeldForPayor {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  /** Held as excess and neither paid back nor set aside; below nothing where more went back than was held. */
  readonly held: Money;
  /** Of refunds that came back, and were not made again. */
  readonly cameBack: Money;
  /** Whether a court must say what becomes of it. */
  readonly awaitsCourt: boolean;
  /** Whether the receipt itself has cleared. */
  readonly isCleared: boolean;
  /** Whether the money was a surety's, and so is not the payor's to have back. */
  readonly isOfSurety: boolean;
  readonly hasPayorDied: boolean;
  /** Whether it is held for want of a yield: nobody can say yet what interest takes of it (18 U.S.C. 3612(i)). */
  readonly awaitsYield: boolean;
  /** Whether the payor owes anything to victims or to the public now; asked only where it matters. */
  owes(): boolean;
}

/**
 * Why money is not paid back: a court is to say whose it is, it was a surety's, the payor has died, interest may take some of it once
 * a yield is recorded, the payor owes victims or the public, the receipt has not cleared, an earlier refund came back, or more has gone back than was held.
 */
export type KeptRefundReason =
  | 'AWAITS_COURT'
  | 'OF_A_SURETY'
  | 'PAYOR_DIED'
  | 'YIELD_AWAITED'
  | 'PAYOR_OWES'
  | 'NOT_CLEARED'
  | 'CAME_BACK'
  | 'REFUNDED_TOO_MUCH';

/** What of it is paid back, and what is not: refund + kept = held, to the cent. */
export interface RefundPlanned {
  readonly refund: Money;
  readonly kept: readonly { readonly reason: KeptRefundReason; readonly amount: Money }[];
}

/**
 * What of the money held of a receipt goes back to its payor. There is no least amount: what is held of a receipt does not
 * grow, and so it is always the last.
 */
export function refundFor(of: HeldForPayor, policies: Policies): RefundPlanned {
  const { held, cameBack } = of;
  if (held < noMoney) return { refund: noMoney, kept: [{ reason: 'REFUNDED_TOO_MUCH', amount: held }] };
  const reason = held === noMoney ? undefined : whyNothing(of);
  if (reason !== undefined) return { refund: noMoney, kept: [{ reason, amount: held }] };
  const back = policies['P-28'] === 'EARMARK' ? least(held, atLeastNothing(cameBack)) : noMoney;
  return {
    refund: subtract(held, back),
    kept: back === noMoney ? [] : [{ reason: 'CAME_BACK', amount: back }],
  };
}

/** What keeps all of it back, the gravest first. */
function whyNothing(of: HeldForPayor): KeptRefundReason | undefined {
  if (of.awaitsCourt) return 'AWAITS_COURT';
  if (of.isOfSurety) return 'OF_A_SURETY';
  if (of.hasPayorDied) return 'PAYOR_DIED';
  if (of.awaitsYield) return 'YIELD_AWAITED';
  if (!of.isCleared) return 'NOT_CLEARED';
  return of.owes() ? 'PAYOR_OWES' : undefined;
}
