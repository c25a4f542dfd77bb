import type { CalendarDate } from '../../domain/calendar-date.ts';
import { arrearsOn, type Arrears, type Awaited } from '../../domain/collection/arrears.ts';
import type { PaymentManner } from '../../domain/collection/events.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { isUnderRulesOfFines } from '../../domain/statutes/obligations.ts';
import { factsOf, type CollectionFacts } from './collection-facts.ts';
import { obligationsFound, type ObligationFound } from './obligation-rows.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import type { ArrearsView, ObligationFilter } from '../views/collection.ts';

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
        const facts = factsOf(
          frame,
          found.map(({ number }) => number),
        );
        rows.push(...found.flatMap((each) => lateOf(each, facts(each.number), { on, policies })));
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

function lateOf(found: ObligationFound, facts: CollectionFacts, { on, policies }: Asked): readonly Placed[] {
  if (!isUnderRulesOfFines(found.obligation)) return [];
  const arrears = arrearsOn(awaitedOf(found, facts), on, policies['P-33']);
  if (arrears === undefined) return [];
  const manner = facts.schedules.at(-1)?.manner ?? null;
  return [{ row: arrearsView(found, manner, arrears), place: [found.position, found.item] }];
}

/** Without a schedule payment is due at once: 18 U.S.C. 3572(d)(1). */
function awaitedOf(
  { judgmentOn, principal }: ObligationFound,
  { schedules, notices }: CollectionFacts,
): Awaited {
  const { outstanding, payments } = principal;
  const set = schedules.at(-1);
  const schedule = set?.schedule ?? { manner: 'LUMP_SUM', firstOn: judgmentOn };
  return { schedule, since: set?.since, outstanding, payments, notices };
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
