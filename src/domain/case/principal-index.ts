import type { CalendarDate } from '../calendar-date.ts';
import type { PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import { money, noMoney, type Money } from '../money.ts';

/** What moved in a principal on one day. */
export interface PrincipalMove {
  /** What became owed; below nothing, what was owed no more. */
  readonly owed: Money;
  /** What was paid of it; below nothing where it came back. */
  readonly paid: Money;
  /** What was ordered, or is by an amendment, beside what was before. */
  readonly ordered: Money;
}

/** A day of a principal, with what moved on it. */
export interface PrincipalDay extends PrincipalMove {
  readonly on: CalendarDate;
}

/**
 * How the principals of a case came to be what they are, by day: that is all that interest and penalties depend on. Two
 * hundred thousand liabilities that change on one day are one entry, where they are of one order.
 *
 * A draft holds what has moved since it was drawn, and adds what stands in the index under it.
 */
export class PrincipalIndex {
  readonly under: PrincipalIndex | undefined;
  readonly days = new Map<string, Map<CalendarDate, PrincipalMove>>();

  constructor(under?: PrincipalIndex) {
    this.under = under;
  }

  move(of: string, on: CalendarDate, move: PrincipalMove): void {
    const days = this.days.get(of) ?? new Map<CalendarDate, PrincipalMove>();
    this.days.set(of, days);
    days.set(on, together(days.get(on), move));
  }

  /** What moved, by day, in the order in which the days were first heard of. */
  daysOf(of: string): readonly PrincipalDay[] {
    const own = [...(this.days.get(of) ?? [])].map(([on, moved]) => ({ on, ...moved }));
    const before = this.under?.daysOf(of) ?? [];
    return before.length === 0 ? own : [...before, ...own];
  }
}

function together(before: PrincipalMove | undefined, { owed, paid, ordered }: PrincipalMove): PrincipalMove {
  if (!before) return { owed, paid, ordered };
  return {
    owed: money(before.owed + owed),
    paid: money(before.paid + paid),
    ordered: money(before.ordered + ordered),
  };
}

/** The changes of the principal, as interest sees them. */
export function changesIn(days: readonly PrincipalDay[]): readonly PrincipalChange[] {
  return days.filter(({ owed }) => owed !== noMoney).map(({ on, owed }) => ({ on, amount: owed }));
}

/** What was paid of it, by day. */
export function paymentsIn(days: readonly PrincipalDay[]): readonly PrincipalChange[] {
  return days.filter(({ paid }) => paid !== noMoney).map(({ on, paid }) => ({ on, amount: paid }));
}

/** What was ordered, by day. */
export function orderedIn(days: readonly PrincipalDay[]): readonly PrincipalChange[] {
  return days
    .filter(({ ordered }) => ordered !== noMoney)
    .map(({ on, ordered }) => ({ on, amount: ordered }));
}
