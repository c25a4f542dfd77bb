import type { SubjectFilter } from '../application/views/ledger.ts';
import type { ReceiptId } from '../domain/ids.ts';
import type { LabelKind } from '../requests/label.ts';
import { isReceiptId } from '../requests/receipt-id.ts';
import type { Desk } from './desk.ts';
import { Failure } from './failure.ts';
import { textOf } from './verb.ts';

/** Which option names which id of a filter. */
type IdOf<Kind extends LabelKind> = `${Kind}Id` & keyof SubjectFilter;

/** The ids that options name, by id or by label: of those kinds, whose options the verb has. */
export async function subjectOf<Kind extends LabelKind>(
  { options, names }: Desk,
  kinds: readonly Kind[],
): Promise<Pick<SubjectFilter, IdOf<Kind>>> {
  const subject: Record<string, string> = {};
  for (const kind of kinds) {
    const named = textOf(options, kind);
    if (named !== undefined) subject[`${kind}Id`] = await names.idOf(kind, named, subject['caseId']);
  }
  return subject as Pick<SubjectFilter, IdOf<Kind>>;
}

/** The subject of a question about history: any that an option can name. */
export async function anySubjectOf(desk: Desk): Promise<SubjectFilter> {
  const receiptId = textOf(desk.options, 'receipt');
  if (receiptId !== undefined && !isReceiptId(receiptId)) {
    throw new Failure('usage', '--receipt names no receipt.', 'Write it as dcd.2026-00017.');
  }
  const subject = await subjectOf(desk, ['victim', 'case', 'defendant', 'order']);
  return { ...subject, ...(receiptId !== undefined && { receiptId: receiptId as ReceiptId }) };
}
