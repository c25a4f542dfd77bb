import { assistanceTable } from '../application/tables/collection.ts';
import type { AssistanceView } from '../application/views/reserve.ts';
import { grouped, isSome } from './amounts.ts';
import type { Desk } from './desk.ts';
import { listing } from './listing.ts';
import { subjectOf } from './subjects.ts';
import type { Column } from './table.ts';

/** `restitution assistance`: who asked for assistance, and what became of that. */
export const listAssistance = listing(async (desk) => {
  const filter = await subjectOf(desk, ['victim']);
  return {
    one: 'request',
    many: 'requests',
    columns: columnsWith(desk.names),
    table: assistanceTable,
    filter,
    ask: (page) => desk.house.queries.reserve.requests(filter, desk.clocks, page),
  };
});

function columnsWith(names: Desk['names']): readonly Column<AssistanceView>[] {
  return [
    { title: 'request', text: ({ requestId }) => requestId },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'asked on', text: ({ requestedOn }) => requestedOn },
    { title: 'ordered on', text: ({ order }) => order?.orderedOn ?? '' },
    { title: 'case', text: ({ order }) => (order === null ? '' : names.shown(order.caseId)) },
    { title: 'ordered', isNumber: true, text: ({ order }) => (order === null ? '' : grouped(order.amount)) },
    { title: 'by the formula', isNumber: true, text: formulaInWords },
    { title: 'charged', isNumber: true, text: chargedInWords },
    { title: 'status', text: ({ status }) => status },
    { title: 'remark', text: remarkOn },
  ];
}

function formulaInWords({ order }: AssistanceView): string {
  return order === null ? '' : grouped(order.formulaAmount);
}

function chargedInWords({ order, charged }: AssistanceView): string {
  if (order === null || !isSome(charged)) return '';
  return `${grouped(charged)} of ${grouped(order.feeCeiling)}`;
}

/** What a reader should not miss of a request. */
function remarkOn({ order, payment, closed }: AssistanceView): string {
  const remarks = [
    ...(payment === null ? [] : [`paid on ${payment.paidOn} by ${payment.disbursementId}`]),
    ...(closed === null ? [] : [`${closed.reason} on ${closed.on}`]),
    ...(order !== null && isSome(order.difference)
      ? [`${grouped(order.difference)} against the formula`]
      : []),
    ...(order !== null && !order.eligible ? [`had collected ${grouped(order.collected)}: not eligible`] : []),
  ];
  return remarks.join('; ');
}
