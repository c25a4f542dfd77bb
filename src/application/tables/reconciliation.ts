/** What of a line, or of an item, stands in a table. */
import type { BookItemView, LineView } from '../views/statements.ts';
import { amounts, days, numbers, texts, within, type ReportTable } from './column.ts';

export const lineTable: ReportTable<LineView> = {
  title: 'lines',
  columns: [
    ...texts<LineView>('statementId'),
    ...numbers<LineView>('line'),
    ...days<LineView>('on'),
    ...texts<LineView>('direction'),
    ...amounts<LineView>('amount'),
    ...texts<LineView>('kind', 'status', 'reason'),
    within('text', 'matchId', ({ match }) => match?.matchId),
    within('text', 'items', ({ match }) => match?.items.map(({ kind, id }) => `${kind} ${id}`).join(' ')),
    within('money', 'residual', ({ match }) => match?.residual),
    within('text', 'repeatsStatementId', ({ repeats }) => repeats?.statementId),
    within('number', 'repeatsLine', ({ repeats }) => repeats?.line),
    ...numbers<LineView>('age'),
  ],
};

export const itemTable: ReportTable<BookItemView> = {
  title: 'items',
  columns: [
    ...texts<BookItemView>('kind', 'id', 'direction'),
    ...amounts<BookItemView>('amount'),
    ...texts<BookItemView>('purpose'),
    ...days<BookItemView>('effectiveOn'),
    ...texts<BookItemView>('caseId', 'defendantId', 'victimId', 'status'),
    within('text', 'confirmedByStatementId', ({ confirmedBy }) => confirmedBy?.statementId),
    within('text', 'confirmedByMatchId', ({ confirmedBy }) => confirmedBy?.matchId),
    ...numbers<BookItemView>('age'),
  ],
};
