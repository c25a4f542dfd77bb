import type { AppealCommand } from '../appeal/commands.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { CollectionCommand } from '../collection/commands.ts';
import type { DebtCommand } from '../debt/commands.ts';
import type { CaseId, DefendantId, EventId, OrderId, ReceiptId, RecoveryId, VictimId } from '../ids.ts';
import type { FinalityGround } from '../liability/events.ts';
import type { PaidOut } from '../liability/overpayments.ts';
import type { ReductionCommand } from '../liability/reductions.ts';
import type { TakenFor } from '../liability/taken-back.ts';
import type { Money } from '../money.ts';
import type { CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { GroundToDecline } from '../statutes/grounds-to-decline.ts';
import type { Offence } from '../statutes/offences.ts';
import type { Payee } from '../statutes/18-usc-3664-i-several-victims.ts';
import type { RestitutionStatute, Track } from '../statutes/restitution-statutes.ts';
import type { YieldFound } from './accessory-claims.ts';
import type { GoodCause, OverrideAuthority } from './events.ts';
import type { Visit } from './state.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface InCase {
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

/** The ledger is to know this case, by an id that says nothing of it. */
export interface RegisterCase extends InCase {
  readonly type: 'RegisterCase';
}

/** Somebody is a defendant in the case. */
export interface RegisterDefendant extends InCase {
  readonly type: 'RegisterDefendant';
  readonly defendantId: DefendantId;
}

/** One line of an order: what its defendant must pay one victim, on one track of the statute. */
export interface ShareOrdered {
  readonly victimId: VictimId;
  readonly track: Track;
  readonly amount: Money;
  /** In which capacity whoever is named is to be paid; as the victim, where nothing is said. */
  readonly payee?: Payee;
  /** The rank that the court gave the line, from 1 to 99; 1, where nothing is said. */
  readonly priority?: number;
}

/** A court ordered one defendant to pay restitution to some victims. */
export interface EnterOrder extends InCase {
  readonly type: 'EnterOrder';
  readonly orderId: OrderId;
  readonly defendantId: DefendantId;
  readonly statute: RestitutionStatute;
  readonly offenceOn: CalendarDate;
  /** The offences of conviction, where the sender names them. */
  readonly offences?: readonly Offence[];
  readonly override?: OverrideAuthority;
  readonly lines: readonly ShareOrdered[];
  /** The losses found in this case for each line, in the order of the lines, as the passage looked them up. */
  readonly lossesFound?: LossesFound;
}

/** Null where no losses of the line's category have been found in the case. */
export type LossesFound = readonly (Money | null)[];

/** The order can no longer fall, on this ground; the losses found in its case may now set the cap. */
export interface MakeOrderFinal extends InCase {
  readonly type: 'MakeOrderFinal';
  readonly orderId: OrderId;
  readonly ground: FinalityGround;
}

/** A court changed what is ordered for the victims named; for others the order stays as it is. */
export interface AmendOrder extends InCase {
  readonly type: 'AmendOrder';
  readonly orderId: OrderId;
  readonly authority: AmendmentAuthority;
  readonly override?: OverrideAuthority;
  readonly lines: readonly ShareOrdered[];
  readonly lossesFound?: LossesFound;
  /**
   * What went out of the money of those whom the lines name, in the order of the lines, where the case itself decides what
   * becomes of it (P-46), as the passage looked it up. Undefined where it did not: nothing is taken back then.
   */
  readonly paidOut?: readonly (PaidOut | undefined)[];
}

/** A court set the order aside. */
export interface VacateOrder extends InCase {
  readonly type: 'VacateOrder';
  readonly orderId: OrderId;
}

/** A judgment makes defendants liable together for what their orders award to the same victims. */
export interface MakeOrdersJoint extends InCase {
  readonly type: 'MakeOrdersJoint';
  readonly orderIds: readonly OrderId[];
  /** How the judgment credits one with what another pays; null where it is silent. */
  readonly crediting: CreditMethod | null;
}

/** A court decided that the defendant pays no restitution under the statute. */
export interface DeclineRestitution extends InCase {
  readonly type: 'DeclineRestitution';
  readonly defendantId: DefendantId;
  /** Null where the decision is about every victim. */
  readonly victimId: VictimId | null;
  readonly statute: RestitutionStatute;
  readonly ground: GroundToDecline;
}

/** A court put off the final determination of losses to a day after sentencing. */
export interface DeferFinding extends InCase {
  readonly type: 'DeferFinding';
  readonly defendantId: DefendantId;
  /** Null where it is put off for every victim. */
  readonly victimId: VictimId | null;
  readonly sentencedOn: CalendarDate;
  readonly finalOn: CalendarDate;
}

/** A victim petitions for an amended order, for losses discovered after it. */
export interface PetitionLaterLosses extends InCase {
  readonly type: 'PetitionLaterLosses';
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly discoveredOn: CalendarDate;
  readonly goodCause: GoodCause;
}

/** What the passage asks of a case on the way of a receipt; no door sends these. */
export interface AllocatePayment extends InCase {
  readonly type: 'AllocatePayment';
  readonly receiptId: ReceiptId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  /** The yields that interest may need, as the passage looked them up; not there where the ledger was told of none at all. */
  readonly yields?: readonly YieldFound[];
  readonly visit: Visit;
  /** The visit with which it began its way, or began it once more: whoever declined a part before that is asked again. */
  readonly beganAt: number;
}

/** The victims’ streams have answered what was tendered to them in one round. */
export interface SettlePayment extends InCase {
  readonly type: 'SettlePayment';
  readonly receiptId: ReceiptId;
  readonly round: number;
  /** What each victim's stream accepted of the parts that it decides, in the order of the parts. */
  readonly accepted: readonly {
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    readonly amount: Money;
    /** The day on which it took effect there; that of the command, where nothing is said. */
    readonly effectiveOn?: CalendarDate;
    /** What of the amount had ended by full recovery, and gave way to it. */
    readonly hadEnded?: Money;
  }[];
  /** The same, of what was tendered as interest (P-10). */
  readonly interest?: readonly {
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    readonly amount: Money;
  }[];
  readonly yields?: readonly YieldFound[];
}

/** The receipt came back; with every victim it has been unwound already. */
export interface UnapplyPayment extends InCase {
  readonly type: 'UnapplyPayment';
  readonly receiptId: ReceiptId;
  /** The days on which that took effect in the victims' streams; that of the command, where nothing is said. */
  readonly reversed?: readonly {
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    readonly effectiveOn: CalendarDate;
  }[];
}

/**
 * Victims’ streams have taken back what a receipt had paid under the order: above what an amendment left of it (P-46), or above
 * what the cap leaves to one of them.
 */
export interface NoteTakenBack extends InCase {
  readonly type: 'NoteTakenBack';
  readonly receiptId: ReceiptId;
  readonly orderId: OrderId;
  readonly takenFor: TakenFor;
  /** What each of them took back, and on which day. */
  readonly parts: readonly {
    readonly victimId: VictimId;
    readonly amount: Money;
    readonly effectiveOn: CalendarDate;
  }[];
}

/** A victim's stream has ended, or reinstated, what was owed under an order of this case. */
export interface NoteTermination extends InCase {
  readonly type: 'NoteTermination' | 'NoteReinstatement';
  /** The event of the victim's stream that says so. */
  readonly ending: EventId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly epoch: number;
  readonly amount: Money;
  readonly citation: string;
  readonly standing: Standing;
}

/** How a liability stands in the victim's stream when notice of an ending is given. */
export interface Standing {
  /** The last amendment of the order that it has heard of by now, counted from 1; 0 where there was none. */
  readonly amendment: number;
  /** What was paid on it, and what courts credited it with: what had ended gave way to both. */
  readonly discharged: Money;
  /** What full recovery of this epoch has ended of it, in all and by now. */
  readonly ended: Money;
  /** What others have. */
  readonly endedByOthers: Money;
}

/** A victim's stream has decided what a line is credited with for a civil recovery. */
export interface NoteReduction extends InCase {
  readonly type: 'NoteReduction';
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly recoveryId: RecoveryId;
  /** What stands of it. */
  readonly amount: Money;
}

export type CaseCommand =
  | RegisterCase
  | RegisterDefendant
  | EnterOrder
  | MakeOrderFinal
  | AmendOrder
  | VacateOrder
  | MakeOrdersJoint
  | DeclineRestitution
  | DeferFinding
  | PetitionLaterLosses
  | AppealCommand
  | DebtCommand
  | CollectionCommand
  | AllocatePayment
  | SettlePayment
  | UnapplyPayment
  | NoteTakenBack
  | NoteTermination
  | ReductionCommand
  | NoteReduction;
