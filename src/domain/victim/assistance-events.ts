/**
 * What the victim's stream says of defined monetary assistance (18 U.S.C. 2259(d)).
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { ByLaw } from '../by-law.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DisbursementId, RepresentativeId, RequestId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { PriceIndexText } from '../statutes/consumer-price-index.ts';

/**
 * A court ordered defined monetary assistance. `amount` prevails; beside it stand what the words come to for the year,
 * with the figures that was reckoned with (null in 2019, which needs none), and what had been collected by then.
 */
export type AssistanceOrdered = DomainEvent<
  'AssistanceOrdered',
  ForRequest & {
    readonly caseId: CaseId;
    readonly amount: MoneyText;
    readonly formulaAmount: MoneyText;
    readonly priceIndex: PriceIndexText | null;
    readonly baseIndex: PriceIndexText | null;
    readonly collected: MoneyText;
    readonly policyVersion: number;
  }
>;

/** The victim had collected more than the amount of the year, and so was not eligible; the order stands all the same. */
export type AssistanceIneligibilityNoted = DomainEvent<
  'AssistanceIneligibilityNoted',
  ByLaw & ForRequest & { readonly collected: MoneyText; readonly formulaAmount: MoneyText }
>;

/** The Reserve paid the victim: a recovery, as policy P-12 draws it. */
export type AssistanceReceived = DomainEvent<
  'AssistanceReceived',
  ForRequest & {
    readonly disbursementId: DisbursementId;
    readonly amount: MoneyText;
    /** The representative who was paid; not there where it was the victim. */
    readonly representativeId?: RepresentativeId;
  }
>;

/** That payment came back: the victim has not received it. */
export type AssistanceReturned = DomainEvent<
  'AssistanceReturned',
  ForRequest & { readonly disbursementId: DisbursementId; readonly amount: MoneyText }
>;

/** The order for assistance was set aside before it was paid; the victim may be ordered assistance again. */
export type AssistanceOrderVacated = DomainEvent<
  'AssistanceOrderVacated',
  ForRequest & { readonly amount: MoneyText }
>;

/** Which request of which victim is meant. */
interface ForRequest {
  readonly victimId: VictimId;
  readonly requestId: RequestId;
}

export type AssistanceEvent =
  | AssistanceOrdered
  | AssistanceIneligibilityNoted
  | AssistanceReceived
  | AssistanceReturned
  | AssistanceOrderVacated;
