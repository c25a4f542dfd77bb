import type { CalendarDate } from '../domain/calendar-date.ts';
import { arrearsOn, type Arrears, type Awaited } from '../domain/collection/arrears.ts';
import type { PaymentManner } from '../domain/collection/events.ts';
import { formatMoney, money } from '../domain/money.ts';
import type { Policies } from '../domain/policy/catalogue.ts';
import type { Interval, Schedule } from '../domain/statutes/18-usc-3572-d-payment.ts';
import { isFineOrRestitution } from '../domain/statutes/obligations.ts';
import { termsFor, type TermsCells } from './collection-facts.ts';
import { obligationsFound, type ObligationFound } from './obligation-rows.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { dayOf, type Frame } from './query-frame.ts';
import type { ArrearsView, ObligationFilter } from './views-of-collection.ts';

interface Placed {
  readonly row: ArrearsView;
  readonly place: [number, number];
}

/** Fines and restitution of which a payment is late on a day, in the order in which they came about. */
export function arrearsList(filter: ObligationFilter, on: CalendarDate): List<ArrearsView> {
  return {
    name: 'arrears',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [after = 0, item = 0], limit) => {
      const policies = policiesOn(frame);
      const rows: Placed[] = [];
      // Most obligations are not late: as many are looked through as it takes to fill the page.
      for (let from = { after: Number(after), item: Number(item) }; rows.length < limit;) {
        const found = obligationsFound(frame, filter, { ...from, limit });
        rows.push(...found.flatMap((each) => lateOf(frame, each, { on, policies })));
        const last = found.at(-1);
        if (last === undefined || found.length < limit) break;
        from = { after: last.position, item: last.item };
      }
      return rows.slice(0, limit);
    },
  };
}

interface Asked {
  readonly on: CalendarDate;
  readonly policies: Policies;
}

function lateOf(frame: Frame, found: ObligationFound, { on, policies }: Asked): readonly Placed[] {
  if (!isFineOrRestitution(found.obligation)) return [];
  const set = termsFor(frame, 'PaymentScheduleSet', found.number);
  const arrears = arrearsOn(awaitedOf(frame, found, set), on, policies['P-33']);
  if (arrears === undefined) return [];
  const manner = set === undefined ? null : (frame.term(set.terms) as PaymentManner);
  return [{ row: arrearsView(found, manner, arrears), place: [found.position, found.item] }];
}

function awaitedOf(
  frame: Frame,
  { judgmentOn, principal }: ObligationFound,
  set: TermsCells | undefined,
): Awaited {
  const { outstanding, payments } = principal;
  const since = set && dayOf(set.effectiveOn);
  return { schedule: scheduleOf(frame, set, judgmentOn), since, outstanding, payments };
}

/** Without a schedule payment is due at once: 18 U.S.C. 3572(d)(1). */
function scheduleOf(frame: Frame, set: TermsCells | undefined, judgmentOn: CalendarDate): Schedule {
  const firstOn = typeof set?.day === 'bigint' ? dayOf(set.day) : judgmentOn;
  if (typeof set?.amount !== 'bigint' || set.every === null) return { manner: 'LUMP_SUM', firstOn };
  const every = frame.term(set.every) as Interval;
  return { manner: 'INSTALMENTS', firstOn, amount: money(set.amount), every };
}

function arrearsView(found: ObligationFound, manner: PaymentManner | null, arrears: Arrears): ArrearsView {
  const { caseId, defendantId, orderId, debtId, obligation, principal } = found;
  return {
    ...{ caseId, defendantId, orderId, debtId, obligation, manner },
    outstanding: formatMoney(principal.outstanding),
    ...arrears,
    overdue: formatMoney(arrears.overdue),
    delinquencyPenalty: formatMoney(arrears.delinquencyPenalty),
    defaultPenalty: formatMoney(arrears.defaultPenalty),
  };
}
