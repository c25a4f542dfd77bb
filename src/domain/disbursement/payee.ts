import type { CalendarDate } from '../calendar-date.ts';
import type { RepresentativeId } from '../ids.ts';
import { holdsOn } from '../people/people.ts';

/** What is known of the people beside a victim on a day. */
export interface Beside {
  readonly diedOn: CalendarDate | null | undefined;
  /** Since when nothing may be paid out until a court is asked (P-30). */
  readonly heldOn: CalendarDate | null | undefined;
  readonly representatives: readonly {
    readonly representativeId: RepresentativeId;
    readonly from: CalendarDate;
    readonly until: CalendarDate | undefined;
  }[];
  /** Those of the succession that counts. */
  readonly heirs: readonly RepresentativeId[];
}

/** Why it cannot be said to whom money for the victim is to be paid. */
export type NoPayee = 'PAYOUT_HELD' | 'SUCCESSION_UNKNOWN' | 'SEVERAL_HEIRS' | 'SEVERAL_REPRESENTATIVES';

/** To whom money for a victim is to be paid: the representative named, the victim where none is; or why that is not known. */
export type PayeeFound = { readonly representativeId: RepresentativeId | undefined } | NoPayee;

/**
 * The payee of a victim on a day. Heirs take in shares that no event holds, and several guardians act together: what is
 * theirs is paid by hand.
 */
export function payeeOn({ diedOn, heldOn, representatives, heirs }: Beside, on: CalendarDate): PayeeFound {
  if (isBy(heldOn, on)) return 'PAYOUT_HELD';
  const acting = new Set(
    representatives.filter((each) => holdsOn(each, on)).map(({ representativeId }) => representativeId),
  );
  const [representativeId, ...others] = acting;
  if (others.length > 0) return 'SEVERAL_REPRESENTATIVES';
  if (representativeId !== undefined || !isBy(diedOn, on)) return { representativeId };
  const [heir, ...more] = new Set(heirs);
  if (heir === undefined) return 'SUCCESSION_UNKNOWN';
  return more.length > 0 ? 'SEVERAL_HEIRS' : { representativeId: heir };
}

function isBy(day: CalendarDate | null | undefined, on: CalendarDate): boolean {
  return day !== null && day !== undefined && day <= on;
}
