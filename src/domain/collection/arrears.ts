import { plusDays } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { add, atLeastNothing, noMoney, subtract, sum, type Money } from '../money.ts';
import { dueBy, oldestUnpaid, type Schedule } from '../statutes/18-usc-3572-d-payment.ts';
import {
  defaultDueBy,
  defaultFrom,
  delinquentDueBy,
  delinquentFrom,
} from '../statutes/18-usc-3572-h-i-delinquency.ts';
import { noticeDueOn } from '../statutes/18-usc-3612-d-e-notices.ts';
import type { PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import { defaultPenalty, delinquencyPenalty } from '../statutes/18-usc-3612-g-penalties.ts';
import { balanceDueAfter, noticeGiven } from './notices.ts';
import { paidFrom } from './scheduled.ts';

/** On which principal penalties are computed (P-33). */
export type PenaltyBase = 'OVERDUE_THEN_BALANCE' | 'WHOLE_BALANCE';

/** One obligation as the court that waits for payment sees it. */
export interface Awaited {
  readonly schedule: Schedule;
  /** When the schedule was set; undefined where none was, so that all payments count. */
  readonly since: CalendarDate | undefined;
  readonly outstanding: Money;
  /** Below nothing where one came back. */
  readonly payments: readonly PrincipalChange[];
  /** The days on which notice was given, in order. */
  readonly notices?: Readonly<Record<'DELINQUENCY' | 'DEFAULT', readonly CalendarDate[]>>;
}

/** Whether a notice is to be given, was given in time or not, or has not been given in time. */
export type NoticeStanding = 'NOT_YET' | 'DUE' | 'OVERDUE' | 'GIVEN' | 'GIVEN_LATE';

/** How late an obligation is, and what the law makes of it. */
export interface Arrears {
  readonly standing: 'OVERDUE' | 'DELINQUENT' | 'DEFAULT';
  /** What was due before the day, and is unpaid: all of it, once all is due after notice of the default. */
  readonly overdue: Money;
  /** The day on which the oldest unpaid cent was due. */
  readonly dueOn: CalendarDate;
  readonly delinquentOn: CalendarDate;
  readonly delinquencyNoticeDueOn: CalendarDate;
  readonly delinquencyNotice: NoticeStanding;
  readonly delinquencyNoticeGivenOn: CalendarDate | null;
  readonly defaultOn: CalendarDate;
  readonly defaultNoticeDueOn: CalendarDate;
  readonly defaultNotice: NoticeStanding;
  readonly defaultNoticeGivenOn: CalendarDate | null;
  /** The day by which all is due after that notice; null where it was not given. */
  readonly balanceDueOn: CalendarDate | null;
  readonly delinquencyPenalty: Money;
  readonly defaultPenalty: Money;
}

/** What is late on a day, that day's own payments not among it; undefined where nothing is. */
export function arrearsOn(awaited: Awaited, on: CalendarDate, penaltyBase: PenaltyBase): Arrears | undefined {
  const { schedule, outstanding } = awaited;
  const paid = paidUnder(awaited);
  const total = add(paid, outstanding);
  const unpaidOf = (day: CalendarDate): Money => atLeastNothing(subtract(dueBy(schedule, total, day), paid));
  const missed = unpaidOf(plusDays(on, -1));
  if (missed === noMoney) return undefined;
  const dueOn = oldestUnpaid(schedule, paid);
  const late = { delinquent: unpaidOf(delinquentDueBy(on)), inDefault: unpaidOf(defaultDueBy(on)) };
  const days = daysAfter(dueOn, awaited, on);
  const isBalanceDue = days.balanceDueOn !== null && on > days.balanceDueOn;
  const isOfWhole = penaltyBase === 'WHOLE_BALANCE';
  const base = (amount: Money, isWhole: boolean): Money =>
    amount > noMoney && isWhole ? outstanding : amount;
  return {
    standing: standingOf(late),
    overdue: isBalanceDue ? outstanding : missed,
    dueOn,
    ...days,
    delinquencyPenalty: delinquencyPenalty(base(late.delinquent, isOfWhole)),
    defaultPenalty: defaultPenalty(base(late.inDefault, isOfWhole || isBalanceDue)),
  };
}

function paidUnder({ schedule, since, payments }: Awaited): Money {
  const from = since && paidFrom({ schedule, since });
  const counted = payments.filter(({ on }) => from === undefined || on >= from);
  return atLeastNothing(sum(counted.map(({ amount }) => amount)));
}

interface Late {
  readonly delinquent: Money;
  readonly inDefault: Money;
}

function standingOf({ delinquent, inDefault }: Late): Arrears['standing'] {
  if (inDefault > noMoney) return 'DEFAULT';
  return delinquent > noMoney ? 'DELINQUENT' : 'OVERDUE';
}

/** What follows, day by day, if the payment that was due stays unpaid. */
function daysAfter(dueOn: CalendarDate, { notices }: Awaited, on: CalendarDate) {
  const [delinquentOn, defaultOn] = [delinquentFrom(dueOn), defaultFrom(dueOn)];
  const [delinquencyNoticeDueOn, defaultNoticeDueOn] = [noticeDueOn(delinquentOn), noticeDueOn(defaultOn)];
  const delinquencyNoticeGivenOn = noticeGiven(delinquentOn, notices?.DELINQUENCY);
  const defaultNoticeGivenOn = noticeGiven(defaultOn, notices?.DEFAULT);
  return {
    ...{ delinquentOn, delinquencyNoticeDueOn, delinquencyNoticeGivenOn },
    delinquencyNotice: standingOfNotice(delinquencyNoticeGivenOn, {
      ...{ from: delinquentOn, by: delinquencyNoticeDueOn, on },
    }),
    ...{ defaultOn, defaultNoticeDueOn, defaultNoticeGivenOn },
    defaultNotice: standingOfNotice(defaultNoticeGivenOn, { from: defaultOn, by: defaultNoticeDueOn, on }),
    balanceDueOn: balanceDueAfter(defaultOn, notices?.DEFAULT),
  };
}

function standingOfNotice(
  given: CalendarDate | null,
  { from, by, on }: { readonly from: CalendarDate; readonly by: CalendarDate; readonly on: CalendarDate },
): NoticeStanding {
  if (given !== null) return given <= by ? 'GIVEN' : 'GIVEN_LATE';
  if (on < from) return 'NOT_YET';
  return on <= by ? 'DUE' : 'OVERDUE';
}
