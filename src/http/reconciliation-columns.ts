/** What of a line, or of an item, stands in a table. */
import type { BookItemView, LineView } from '../application/views-of-statements.ts';
import { plain, type Column } from './columns.ts';

export const lineColumns: readonly Column<LineView>[] = [
  ...plain<LineView>()('statementId', 'line', 'on', 'direction', 'amount', 'kind', 'status', 'reason'),
  { name: 'matchId', cell: ({ match }) => match?.matchId ?? null },
  {
    name: 'items',
    cell: ({ match }) => match?.items.map(({ kind, id }) => `${kind} ${id}`).join(' ') ?? null,
  },
  { name: 'residual', cell: ({ match }) => match?.residual ?? null },
  { name: 'repeatsStatementId', cell: ({ repeats }) => repeats?.statementId ?? null },
  { name: 'repeatsLine', cell: ({ repeats }) => repeats?.line ?? null },
  ...plain<LineView>()('age'),
];

export const itemColumns: readonly Column<BookItemView>[] = [
  ...plain<BookItemView>()('kind', 'id', 'direction', 'amount', 'purpose', 'effectiveOn', 'caseId'),
  ...plain<BookItemView>()('defendantId', 'victimId', 'status'),
  { name: 'confirmedByStatementId', cell: ({ confirmedBy }) => confirmedBy?.statementId ?? null },
  { name: 'confirmedByMatchId', cell: ({ confirmedBy }) => confirmedBy?.matchId ?? null },
  ...plain<BookItemView>()('age'),
];
