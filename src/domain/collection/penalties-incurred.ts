import { plusDays, plusMonths } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { add, atLeastNothing, greatest, least, money, noMoney, subtract, sum, type Money } from '../money.ts';
import { monthsBetween, type Schedule } from '../statutes/18-usc-3572-d-payment.ts';
import { defaultFrom, delinquentFrom } from '../statutes/18-usc-3572-h-i-delinquency.ts';
import type { PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import { defaultPenalty, delinquencyPenalty } from '../statutes/18-usc-3612-g-penalties.ts';
import type { PenaltyBase } from './arrears.ts';
import { balanceDueAfter } from './notices.ts';
import { paidFrom, type Scheduled } from './scheduled.ts';

/** All that penalties on one obligation follow from. */
export interface Lateness {
  /** In the order of their days. */
  readonly schedules: readonly Scheduled[];
  /** What became owed of the principal, or was owed no more, by day. */
  readonly changes: readonly PrincipalChange[];
  /** What was paid of it; below nothing where it came back. */
  readonly payments: readonly PrincipalChange[];
  /** The days on which notice of a default was given. */
  readonly defaultNotices: readonly CalendarDate[];
}

/** The principal on which penalties were incurred, and the penalties. */
export interface Incurred {
  readonly delinquent: Money;
  readonly inDefault: Money;
  readonly delinquencyPenalty: Money;
  readonly defaultPenalty: Money;
}

/**
 * The penalties that were incurred by a day: each payment that became delinquent, or fell in default, once, for so much of
 * it as was unpaid on the day before. A payment that comes later changes nothing in that. Once notice of a default was
 * given and thirty days have passed, the whole balance is in default (P-33); a notice that was not given is not presumed.
 * What had become late when a schedule took the place of another was late under that other, and is not late anew.
 */
export function penaltiesIncurred(lateness: Lateness, on: CalendarDate, base: PenaltyBase): Incurred {
  const schedules = lateness.schedules.filter(({ since }, at, all) => all[at + 1]?.since !== since);
  const each = schedules.map((scheduled, at) => {
    const next = schedules[at + 1]?.since;
    // A new schedule starts anew: what would have become late under the one before it does not.
    const until = next !== undefined && next <= on ? plusDays(next, -1) : on;
    // The first holds for all that came due by its days, also before it was set.
    const from = at === 0 ? undefined : scheduled.since;
    return incurredUnder(lateness, scheduled, { from, until, base });
  });
  const delinquent = sum(each.map((one) => one.delinquent));
  const inDefault = sum(each.map((one) => one.inDefault));
  return {
    ...{ delinquent, inDefault },
    delinquencyPenalty: delinquencyPenalty(delinquent),
    defaultPenalty: defaultPenalty(inDefault),
  };
}

/** From which day on and up to which, by which answer to P-33. */
interface Within {
  /** Undefined where there was no schedule before it. */
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate;
  readonly base: PenaltyBase;
}

type Late = Pick<Incurred, 'delinquent' | 'inDefault'>;

function incurredUnder(lateness: Lateness, scheduled: Scheduled, { from, until, base }: Within): Late {
  const delinquencies = missed(lateness, scheduled, { lateFrom: delinquentFrom, until });
  const defaults = missed(lateness, scheduled, { lateFrom: defaultFrom, until });
  const isNew = (day: CalendarDate): boolean => from === undefined || day >= from;
  if (base === 'WHOLE_BALANCE') {
    const wholeAt = ([first]: readonly Missed[]): Money =>
      first === undefined || !isNew(first.from) ? noMoney : owedOn(lateness, plusDays(first.from, -1));
    return { delinquent: wholeAt(delinquencies), inDefault: wholeAt(defaults) };
  }
  return {
    delinquent: unpaidOf(delinquencies.filter((each) => isNew(each.from))),
    inDefault: inDefaultWithBalance(lateness, scheduled, { defaults, until, isNew }),
  };
}

/** An instalment of which something was unpaid when it became late. */
interface Missed {
  /** The first day of its being late. */
  readonly from: CalendarDate;
  readonly unpaid: Money;
  /** All that had come due with it. */
  readonly due: Money;
}

interface Looking {
  /** The first day on which a payment that was due on this one is late. */
  readonly lateFrom: (dueOn: CalendarDate) => CalendarDate;
  readonly until: CalendarDate;
}

function missed(lateness: Lateness, scheduled: Scheduled, { lateFrom, until }: Looking): readonly Missed[] {
  const found: Missed[] = [];
  const most = sum(lateness.changes.map(({ amount }) => atLeastNothing(amount)));
  let before = noMoney;
  for (const { dueOn, due } of duesOf(scheduled.schedule)) {
    const from = lateFrom(dueOn);
    if (from > until || before >= most) break;
    const eve = plusDays(from, -1);
    const paid = paidBy(lateness, scheduled, eve);
    const total = add(paid, owedOn(lateness, eve));
    const [asked, askedBefore] = [due === null ? total : least(due, total), least(before, total)];
    const unpaid = atLeastNothing(subtract(asked, greatest(askedBefore, paid)));
    if (unpaid > noMoney) found.push({ from, unpaid, due: asked });
    if (due === null) break;
    before = due;
  }
  return found;
}

/** The days on which payments come due, with all that is due by then; null for all there is. */
function* duesOf(schedule: Schedule): Generator<{ dueOn: CalendarDate; due: Money | null }> {
  const { firstOn } = schedule;
  if (schedule.manner === 'LUMP_SUM') {
    yield { dueOn: firstOn, due: null };
    return;
  }
  for (let count = 1; ; count += 1) {
    const dueOn = plusMonths(firstOn, (count - 1) * monthsBetween(schedule.every));
    yield { dueOn, due: money(schedule.amount * BigInt(count)) };
  }
}

interface InDefault {
  readonly defaults: readonly Missed[];
  readonly until: CalendarDate;
  /** Whether what is late from this day on became late under this schedule. */
  readonly isNew: (from: CalendarDate) => boolean;
}

/** What is in default by its instalments, and, from the thirtieth day after notice on, with them the whole balance. */
function inDefaultWithBalance(
  lateness: Lateness,
  scheduled: Scheduled,
  { defaults, until, isNew }: InDefault,
): Money {
  const [first] = defaults;
  const dueOn = first === undefined ? null : balanceDueAfter(first.from, lateness.defaultNotices);
  const wholeFrom = dueOn && plusDays(dueOn, 1);
  if (wholeFrom === null || wholeFrom > until) return unpaidOf(defaults.filter(({ from }) => isNew(from)));
  if (!isNew(wholeFrom)) return noMoney;
  const earlier = defaults.filter(({ from }) => from <= wholeFrom);
  const eve = plusDays(wholeFrom, -1);
  const due = earlier.at(-1)?.due ?? noMoney;
  const stillUnpaid = atLeastNothing(subtract(due, paidBy(lateness, scheduled, eve)));
  const rest = atLeastNothing(subtract(owedOn(lateness, eve), stillUnpaid));
  return add(unpaidOf(earlier.filter(({ from }) => isNew(from))), rest);
}

function unpaidOf(all: readonly Missed[]): Money {
  return sum(all.map(({ unpaid }) => unpaid));
}

function paidBy({ payments }: Lateness, scheduled: Scheduled, day: CalendarDate): Money {
  const from = paidFrom(scheduled);
  return atLeastNothing(total(payments.filter(({ on }) => on >= from && on <= day)));
}

function owedOn({ changes }: Lateness, day: CalendarDate): Money {
  return atLeastNothing(total(changes.filter(({ on }) => on <= day)));
}

function total(changes: readonly PrincipalChange[]): Money {
  return sum(changes.map(({ amount }) => amount));
}
