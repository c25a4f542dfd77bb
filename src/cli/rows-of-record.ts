import type { EntryView, TimelineView } from '../application/views/ledger.ts';
import type { DeadlineView, ReviewView } from '../application/views/law.ts';
import { grouped } from './amounts.ts';
import type { Names } from './names.ts';
import { titles } from './rows.ts';
import type { Column } from './table.ts';

/** The columns of the journal. */
export function entryColumns(names: Names): readonly Column<EntryView>[] {
  return [
    { title: 'position', isNumber: true, text: ({ position }) => String(position) },
    { title: 'on', text: ({ effectiveOn }) => effectiveOn },
    { title: 'debit', text: ({ debit }) => debit },
    { title: 'credit', text: ({ credit }) => credit },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    ...subjectColumns(names),
  ];
}

/** The columns of the timeline. */
export function timelineColumns(names: Names): readonly Column<TimelineView>[] {
  return [
    { title: 'position', isNumber: true, text: ({ position }) => String(position) },
    { title: 'on', text: ({ effectiveOn }) => effectiveOn },
    { title: 'recorded at', text: ({ recordedAt }) => recordedAt },
    { title: 'what', text: ({ type }) => type },
    { title: 'amount', isNumber: true, text: ({ amount }) => (amount === null ? '' : grouped(amount)) },
    ...subjectColumns(names),
  ];
}

/** The columns of what a person should look at. */
export function reviewColumns(names: Names): readonly Column<ReviewView>[] {
  return [
    { title: 'position', isNumber: true, text: ({ position }) => String(position) },
    { title: 'on', text: ({ effectiveOn }) => effectiveOn },
    { title: 'why', text: ({ reason }) => reason },
    { title: 'law', text: ({ citation }) => citation },
    { title: 'authority', text: ({ authority }) => authority ?? '' },
    { title: 'amount', isNumber: true, text: ({ amount }) => (amount === null ? '' : grouped(amount)) },
    ...subjectColumns(names),
    { title: 'debt', text: ({ debtId }) => debtId ?? '' },
    representativeColumn(names),
  ];
}

/** The columns of terms that run. */
export function deadlineColumns(names: Names): readonly Column<DeadlineView>[] {
  return [
    { title: 'due', text: ({ dueOn }) => dueOn },
    { title: 'status', text: ({ status }) => status },
    { title: 'what', text: ({ kind }) => kind },
    { title: 'since', text: ({ startedOn }) => startedOn },
    { title: 'met', text: ({ metOn }) => metOn ?? '' },
    ...inCaseColumns(names),
    representativeColumn(names),
  ];
}

function representativeColumn(names: Names): Column<Pick<ReviewView, 'representativeId'>> {
  const text = ({ representativeId }: Pick<ReviewView, 'representativeId'>): string => {
    return representativeId === null ? '' : names.shown(representativeId);
  };
  return { title: 'representative', text };
}

type Subject = Pick<TimelineView, keyof typeof titles | 'receiptId'>;

function subjectColumns(names: Names): readonly Column<Subject>[] {
  return [...inCaseColumns(names), { title: 'receipt', text: ({ receiptId }) => receiptId ?? '' }];
}

function inCaseColumns(names: Names): readonly Column<Pick<Subject, keyof typeof titles>>[] {
  const ids = ['victimId', 'caseId', 'defendantId', 'orderId'] as const;
  return ids.map((id) => ({
    title: titles[id],
    text: ({ [id]: subject }: Pick<Subject, keyof typeof titles>) =>
      subject === null ? '' : names.shown(subject),
  }));
}
