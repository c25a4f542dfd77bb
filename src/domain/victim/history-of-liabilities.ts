/**
 * What was owed to one id and paid to it, as it is handed over to the id that goes on.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { OrderId, ReceiptId, RecoveryId, VictimId } from '../ids.ts';
import type { FinalityGround, LiabilityRef, TakenBackWritten } from '../liability/events.ts';
import type { MoneyText } from '../money.ts';
import type { CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import type { CivilProceeding } from '../statutes/18-usc-3664-j-2-civil-recoveries.ts';
import type { Track } from '../statutes/restitution-statutes.ts';

/** What was owed under one order. */
export interface LiabilityLine extends LiabilityRef {
  readonly kind: 'LIABILITY';
  readonly track: Track;
  readonly isBeforeAct?: true;
  readonly ordered: MoneyText;
  readonly paid: MoneyText;
  /** What was credited while the interest was assigned to the Fund; not there where it was nothing. */
  readonly assigned?: MoneyText;
  /** What of that has cleared; not there where it was nothing. */
  readonly assignedCleared?: MoneyText;
  /** What of what was paid has cleared; not there where it was nothing. */
  readonly cleared?: MoneyText;
  /** What ended by full recovery, by the number under which the other id counted it; `heardAs`, where the case heard another. */
  readonly ended?: readonly {
    readonly epoch: number;
    readonly amount: MoneyText;
    readonly heardAs?: number;
  }[];
  readonly reductions?: readonly ReductionLine[];
  readonly ground?: FinalityGround;
  readonly isVacated?: true;
  readonly isExpired?: true;
  /** What the end of its term had ended when its order was set aside; not there where it was nothing. */
  readonly lapsed?: MoneyText;
  /** How often the end of its term was said or undone; not there where it never was. */
  readonly termChanges?: number;
  readonly amendments?: number;
  /** What of it was taken back, for amendments that lowered it or for the cap; not there where nothing was. */
  readonly takenBack?: readonly TakenBackWritten[];
  /** Not there where its amount has not changed since. */
  readonly imposedOn?: CalendarDate;
  readonly settledOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

interface ReductionLine {
  readonly recoveryId: RecoveryId;
  readonly amount: MoneyText;
  readonly proceeding: CivilProceeding;
  readonly allowed: MoneyText;
  readonly on: CalendarDate;
  readonly reversedOn?: CalendarDate;
  /** Where what was said last took effect on another day. */
  readonly effectiveOn?: CalendarDate;
}

/** With whom an order was owed jointly. */
export interface JointLine {
  readonly kind: 'JOINT';
  readonly orderId: OrderId;
  readonly orderIds: readonly OrderId[];
  readonly crediting?: CreditMethod;
  readonly declaration: number;
}

/** What one receipt had brought under one order. */
export interface CreditLine {
  readonly kind: 'CREDIT';
  readonly receiptId: ReceiptId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly round: number;
  readonly acceptedInRound: MoneyText;
  readonly hadEndedInRound?: MoneyText;
  readonly total: MoneyText;
  readonly isReversed?: true;
  readonly isCleared?: true;
  readonly on: CalendarDate;
  /** What it asked for last, with what it had brought until then, where that is more than it brings. */
  readonly asked?: MoneyText;
  /** The day of the payment, where its effect was later. */
  readonly paidOn?: CalendarDate;
  /** Where what it brought last, or its return, took effect on another day. */
  readonly movedOn?: CalendarDate;
}
