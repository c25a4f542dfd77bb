import type { DebtFilter, LiabilityFilter, LiabilityStatus, SubjectFilter } from '../application/views.ts';
import type { ObligationFilter } from '../application/views-collection.ts';
import type { LabelKind } from '../requests/label.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { giveList } from './listing.ts';
import { isReceiptId } from '../requests/receipt-id.ts';
import {
  debtColumns,
  entryColumns,
  arrearsColumns,
  interestColumns,
  liabilityColumns,
  timelineColumns,
} from './rows.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution liabilities`: who owes whom what, and why those do not who do not. */
export async function listLiabilities(asked: Asked, world: World): Promise<Exit> {
  const status = statusOf(asked);
  return atDesk(asked, world, async (desk) => {
    const subject = await subjectOf(desk, ['victim', 'case', 'defendant']);
    const filter = { ...subject, ...(status !== undefined && { status }) } as LiabilityFilter;
    return giveList(desk, {
      one: 'liability',
      many: 'liabilities',
      columns: liabilityColumns(desk.names),
      ask: (page) => desk.house.queries.liabilities(filter, desk.clocks, page),
    });
  });
}

/** `restitution debts`: what defendants owe beside restitution. */
export async function listDebts(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = (await subjectOf(desk, ['case', 'defendant'])) as DebtFilter;
    return giveList(desk, {
      one: 'debt',
      many: 'debts',
      columns: debtColumns(desk.names),
      ask: (page) => desk.house.queries.debts(filter, desk.clocks, page),
    });
  });
}

/** `restitution interest`: what interest has accrued on what defendants owe, and when their liability ends. */
export async function listInterest(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = (await subjectOf(desk, ['case', 'defendant', 'order'])) as ObligationFilter;
    return giveList(desk, {
      one: 'obligation',
      many: 'obligations',
      columns: interestColumns(desk.names),
      ask: (page) => desk.house.queries.interest(filter, desk.clocks, page),
    });
  });
}

/** `restitution arrears`: who is late, and what the law makes of it. */
export async function listArrears(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = (await subjectOf(desk, ['case', 'defendant', 'order'])) as ObligationFilter;
    return giveList(desk, {
      one: 'obligation',
      many: 'obligations',
      columns: arrearsColumns(desk.names),
      ask: (page) => desk.house.queries.arrears(filter, desk.clocks, page),
    });
  });
}

/** `restitution journal`: every movement of money as a balanced entry. */
export async function listJournal(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = await anySubjectOf(desk);
    return giveList(desk, {
      one: 'entry',
      many: 'entries',
      columns: entryColumns(desk.names),
      ask: (page) => desk.house.queries.journal(filter, desk.clocks, page),
    });
  });
}

/** `restitution timeline`: what happened, in the order in which it was recorded. */
export async function listTimeline(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = await anySubjectOf(desk);
    return giveList(desk, {
      one: 'row',
      many: 'rows',
      columns: timelineColumns(desk.names),
      ask: (page) => desk.house.queries.timeline(filter, desk.clocks, page),
    });
  });
}

const statuses: Readonly<Record<LiabilityStatus, true>> = {
  open: true,
  satisfied: true,
  terminated: true,
  vacated: true,
};

function statusOf({ options }: Asked): LiabilityStatus | undefined {
  const status = textOf(options, 'status');
  if (status === undefined || Object.hasOwn(statuses, status)) return status as LiabilityStatus | undefined;
  throw new Failure(
    'usage',
    '--status knows no such status.',
    `Write one of ${Object.keys(statuses).join(', ')}.`,
  );
}

async function anySubjectOf(desk: Desk): Promise<SubjectFilter> {
  const receiptId = textOf(desk.options, 'receipt');
  if (receiptId !== undefined && !isReceiptId(receiptId)) {
    throw new Failure('usage', '--receipt names no receipt.', 'Write it as dcd.2026-00017.');
  }
  const subject = await subjectOf(desk, ['victim', 'case', 'defendant', 'order']);
  return { ...subject, ...(receiptId !== undefined && { receiptId }) } as SubjectFilter;
}

/** The ids that options name, by id or by label. */
async function subjectOf(desk: Desk, kinds: readonly LabelKind[]): Promise<Readonly<Record<string, string>>> {
  const subject: Record<string, string> = {};
  for (const kind of kinds) {
    const named = textOf(desk.options, kind);
    if (named !== undefined) subject[`${kind}Id`] = await desk.names.idOf(kind, named, subject['caseId']);
  }
  return subject;
}
