import { assigneeIn, type Remark } from '../application/reconciliation/remarks.ts';
import type { BookItemView, LineView } from '../application/views/statements.ts';
import { grouped } from './amounts.ts';
import type { Names } from './names.ts';
import type { Column } from './table.ts';

/** The columns of lines of statements, with what each confirms. */
export function lineColumns(without: readonly 'statementId'[] = []): readonly Column<LineView>[] {
  const statement: Column<LineView> = { title: 'statement', text: ({ statementId }) => statementId };
  return [
    ...(without.includes('statementId') ? [] : [statement]),
    { title: 'line', isNumber: true, text: ({ line }) => String(line) },
    { title: 'on', text: ({ on }) => on },
    {
      title: 'in',
      isNumber: true,
      text: ({ direction, amount }) => (direction === 'IN' ? grouped(amount) : ''),
    },
    {
      title: 'out',
      isNumber: true,
      text: ({ direction, amount }) => (direction === 'OUT' ? grouped(amount) : ''),
    },
    { title: 'what', text: ({ kind }) => kind.toLowerCase() },
    { title: 'status', text: ({ status }) => status },
    { title: 'why', text: whyOf },
    { title: 'days', isNumber: true, text: ({ age }) => String(age) },
  ];
}

/** A line with what people said of it, where that was asked for. */
export type LineRemarked = LineView & { readonly remarks?: readonly Remark[] };

/** The columns of what people said of lines. */
export function remarkColumns(names: Names): readonly Column<LineRemarked>[] {
  const assigneeOf = ({ remarks = [] }: LineRemarked): string => {
    const assignee = assigneeIn(remarks);
    return assignee === undefined ? '' : names.shown(assignee);
  };
  return [
    { title: 'to be seen to by', text: assigneeOf },
    {
      title: 'last remark',
      text: ({ remarks = [] }) => remarks.findLast(({ text }) => text !== '')?.text ?? '',
    },
  ];
}

/** What the line confirms and how that was found, or why it confirms nothing. */
function whyOf({ match, reason, repeats }: LineView): string {
  if (repeats !== null) return `repeats line ${String(repeats.line)} of ${repeats.statementId}`;
  if (match === null) return (reason ?? '').toLowerCase().replaceAll('_', ' ');
  const items = match.items.map(({ kind, id }) => `${kind.toLowerCase().replaceAll('_', ' ')} ${id}`);
  const shown = items.length > 3 ? [...items.slice(0, 3), `and ${String(items.length - 3)} more`] : items;
  return `${shown.join(', ')}: ${match.rule.toLowerCase().replaceAll('_', ' ')}`;
}

/** The columns of what the books expect a bank to confirm. */
export function itemColumns(names: Names): readonly Column<BookItemView>[] {
  return [
    { title: 'what', text: ({ kind }) => kind.toLowerCase().replaceAll('_', ' ') },
    { title: 'id', text: ({ id }) => id },
    { title: 'on', text: ({ effectiveOn }) => effectiveOn },
    {
      title: 'in',
      isNumber: true,
      text: ({ direction, amount }) => (direction === 'IN' ? grouped(amount) : ''),
    },
    {
      title: 'out',
      isNumber: true,
      text: ({ direction, amount }) => (direction === 'OUT' ? grouped(amount) : ''),
    },
    { title: 'case', text: ({ caseId }) => (caseId === null ? '' : names.shown(caseId)) },
    { title: 'status', text: ({ status }) => status },
    { title: 'statement', text: ({ confirmedBy }) => confirmedBy?.statementId ?? '' },
    { title: 'days', isNumber: true, text: ({ age }) => String(age) },
  ];
}
