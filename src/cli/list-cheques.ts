import { chequeTable } from '../application/tables/payments-out.ts';
import type { ChequeFilter, ChequeView } from '../application/views/disbursements.ts';
import { idPattern, type RunId } from '../domain/ids.ts';
import { counted, grouped } from './amounts.ts';
import { chequeFileIn, writeChequeFile } from './cheque-files.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { listing } from './listing.ts';
import type { Names } from './names.ts';
import { payeesIn, tellFaults } from './payees-file.ts';
import { payeeInWords } from './show-plan.ts';
import { subjectOf } from './subjects.ts';
import type { Column } from './table.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

type Status = NonNullable<ChequeFilter['status']>;

const statuses: readonly Status[] = [
  ...(['outstanding', 'stale', 'presented', 'voided'] as const),
  ...(['returned', 'unclaimed', 'due', 'reissued', 'questioned'] as const),
];

/** `restitution cheques`: payments out, and what became of each at the bank. */
export async function listCheques(asked: Asked, world: World): Promise<Exit> {
  const [status, runId] = [statusIn(asked), runIn(asked)];
  const file = chequeFileIn(asked.options);
  const filterAt = async (desk: Desk): Promise<ChequeFilter> => ({
    ...(await subjectOf(desk, ['victim', 'case', 'defendant'])),
    ...(status !== undefined && { status }),
    ...(runId !== undefined && { runId }),
  });
  if (file !== undefined) {
    const { payees, faults } = await payeesIn(asked.options, world);
    if (faults.length > 0) return tellFaults(faults, { options: asked.options, world });
    return atDesk(asked, world, async (desk) =>
      writeChequeFile(desk, await filterAt(desk), { ...file, payees }),
    );
  }
  const list = listing(async (desk) => {
    const filter = await filterAt(desk);
    return {
      one: 'payment',
      many: 'payments',
      columns: columnsWith(desk.names),
      table: chequeTable,
      filter,
      ask: (page) => desk.house.queries.disbursements.cheques(filter, desk.clocks, page),
    };
  });
  return list(asked, world);
}

function statusIn({ options }: Asked): Status | undefined {
  const text = textOf(options, 'status');
  const found = statuses.find((each) => each === text);
  if (text === undefined || found !== undefined) return found;
  throw new Failure('usage', '--status names no status.', `Write one of ${statuses.join(', ')}.`);
}

function runIn({ options }: Asked): RunId | undefined {
  const run = textOf(options, 'run');
  if (run === undefined || new RegExp(idPattern('run')).test(run)) return run as RunId | undefined;
  throw new Failure('usage', '--run names no run.', 'Write its id, such as n-20261130.');
}

function columnsWith(names: Names): readonly Column<ChequeView>[] {
  return [
    { title: 'payment', text: ({ disbursementId, refundId }) => disbursementId ?? refundId ?? '' },
    {
      title: 'number',
      text: ({ instrument, number }) => [instrument?.toLowerCase(), number].join(' ').trim(),
    },
    { title: 'whose', text: ({ victimId, defendantId }) => names.shown(victimId ?? defendantId ?? '') },
    {
      title: 'paid to',
      text: ({ paidTo, representativeId, receiptId }) =>
        paidTo === 'PAYOR' ? `the payor of ${receiptId ?? ''}` : payeeInWords(paidTo, representativeId),
    },
    { title: 'on', text: ({ issuedOn, paidOn }) => issuedOn ?? paidOn },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'status', text: statusInWords },
    { title: 'days', isNumber: true, text: ({ age }) => String(age) },
    { title: 'to be looked at', text: questionsInWords },
  ];
}

function statusInWords(cheque: ChequeView): string {
  const { status, presentedOn, returnedOn, reason, replacedBy, staleOn } = cheque;
  switch (status) {
    case 'unclaimed':
      return unclaimedInWords(cheque);
    case 'reissued':
      return `reissued as ${replacedBy ?? ''}`;
    case 'voided':
    case 'returned':
      return `${status} ${returnedOn ?? ''}: ${(reason ?? '').toLowerCase()}`;
    case 'presented':
      return `presented ${presentedOn ?? ''}`;
    case 'stale':
      return `stale since ${staleOn ?? ''}`;
    case 'outstanding':
      return staleOn === null ? status : `${status}, stale on ${staleOn}`;
  }
}

/** Where it waits, and from when on it is to be in the Treasury. */
function unclaimedInWords({ setAsideOn, waited, atTreasuryOn, dueToTreasuryOn }: ChequeView): string {
  if (atTreasuryOn !== null) return `unclaimed, in the Treasury since ${atTreasuryOn}`;
  return `unclaimed since ${setAsideOn ?? ''}, for ${counted(waited ?? 0, 'day')}, to the Treasury on ${dueToTreasuryOn ?? ''}`;
}

/** Both amounts, where a bank has paid another than was issued. */
function questionsInWords({ questions, amount, presented }: ChequeView): string {
  return questions
    .map((question) =>
      question === 'PRESENTED_FOR_ANOTHER_AMOUNT'
        ? `${question}: ${presented === null ? 'nothing' : grouped(presented)}, not ${grouped(amount)}`
        : question,
    )
    .join(', ');
}
