/** What changed between two standpoints, by how much, and through which events. */
import type { CaseId, DefendantId, OrderId, VictimId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { LiabilityStatus, Standpoint } from './ledger.ts';
import type { EventNote } from './replay.ts';

/** A figure that is another one at the end than at the beginning. */
export interface FigureChange {
  /** By its name in the answer that has it, such as `headroom`; of a liability, such as `outstanding`; or an account of the journal. */
  readonly figure: string;
  /** The liability that it is of; null for a figure of the victim, or an account. */
  readonly orderId: OrderId | null;
  readonly victimId: VictimId | null;
  /** Null where there was none. */
  readonly from: MoneyText | null;
  readonly to: MoneyText | null;
  /** What there is more of it; none counts as nothing. */
  readonly difference: MoneyText;
  /** In the order of recording; they sum to the difference. */
  readonly parts: readonly ChangePart[];
}

/** What one event did to a figure; or, where there are very many, what several did one after the other. */
export interface ChangePart {
  /** Of the event, or of the first of them. */
  readonly position: number;
  /** Of the last of them; the same where it is one. */
  readonly upTo: number;
  readonly amount: MoneyText;
}

/** A liability that stands otherwise at the end than at the beginning. */
export interface StatusChange {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  /** Null where there was no such liability. */
  readonly from: LiabilityStatus | null;
  readonly to: LiabilityStatus | null;
}

/** Everything that changed about a subject between two standpoints. */
export interface Changes {
  readonly from: Standpoint;
  readonly to: Standpoint;
  readonly figures: readonly FigureChange[];
  readonly statuses: readonly StatusChange[];
}

/** What changed, with what each event is; of very many, the first. */
export interface ToldChanges extends Changes {
  /** How many events more had a part in it than are told in `events`. */
  readonly eventsLeftOut: number;
  readonly events: readonly EventNote[];
}
