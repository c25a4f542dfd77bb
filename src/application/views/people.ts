/** What the ledger answers of the people beside a victim. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, VictimId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { EndOfRepresentation, SuccessionSource } from '../../domain/people/events.ts';
import type { Capacity } from '../../domain/statutes/18-usc-2259-c-4-victim.ts';
import type { PaidTo } from '../../domain/victim/found-and-paid.ts';

/** Who stands beside a victim, and who was paid for the victim. None of them is a victim by that. */
export interface PeopleView {
  readonly diedOn: CalendarDate | null;
  readonly representatives: readonly RepresentationView[];
  readonly heirs: readonly HeirView[];
  /** Why nothing is to be paid out until a court is asked; null where nothing speaks against it. */
  readonly payoutHeld: { readonly representativeId: RepresentativeId; readonly on: CalendarDate } | null;
  readonly assignments: readonly AssignmentView[];
  /** The other ids of this person: the one that survives, and those that were found to be this one. */
  readonly survivorId: VictimId | null;
  readonly absorbedIds: readonly VictimId[];
  /** The other ids over which one cap is measured with this one (P-31); what is told of the victim is told of all of them. */
  readonly oneWith: readonly VictimId[];
  /** What each payee has of restitution and of assistance, less what came back. */
  readonly payees: readonly PayeeView[];
}

/** That somebody acts, or acted, for the victim. */
export interface RepresentationView {
  readonly representativeId: RepresentativeId;
  readonly capacity: Capacity;
  readonly defendantId: DefendantId | null;
  readonly from: CalendarDate;
  /** The day from which it is over; null where it is open. */
  readonly until: CalendarDate | null;
  /** Why it ended; null where it did not, or ends on the day that was given. */
  readonly ended: EndOfRepresentation | null;
}

/** One who takes what was the victim's. */
export interface HeirView {
  readonly representativeId: RepresentativeId;
  readonly defendantId: DefendantId | null;
  readonly source: SuccessionSource;
  readonly on: CalendarDate;
}

/** That the interest in restitution payments is assigned to the Crime Victims Fund. */
export interface AssignmentView {
  /** Null where it is that in all payments. */
  readonly caseId: CaseId | null;
  /** Null where it is that in all payments of the case. */
  readonly orderId: OrderId | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** Money for the victim by whom it went to. */
export interface PayeeView {
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | null;
  readonly restitution: MoneyText;
  readonly assistance: MoneyText;
}
