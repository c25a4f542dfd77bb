import type { LiabilityStatus } from '../application/views/ledger.ts';
import * as collection from '../application/tables/collection.ts';
import * as ledger from '../application/tables/ledger.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { listing } from './listing.ts';
import { debtColumns, arrearsColumns, interestColumns, liabilityColumns, victimColumns } from './rows.ts';
import { entryColumns, timelineColumns } from './rows-of-record.ts';
import { anySubjectOf, subjectOf } from './subjects.ts';
import { PlainTextSheet } from './plain-text-sheet.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution victims`: every victim in sums. */
export const listVictims = listing((desk) =>
  Promise.resolve({
    one: 'victim',
    many: 'victims',
    columns: victimColumns(desk.names),
    table: ledger.victimTable,
    filter: {},
    ask: (page) => desk.house.queries.victims(desk.clocks, page),
  }),
);

/** `restitution liabilities`: who owes whom what, and why those do not who do not. */
export async function listLiabilities(asked: Asked, world: World): Promise<Exit> {
  const status = statusOf(asked);
  const list = listing(async (desk) => {
    const subject = await subjectOf(desk, ['victim', 'case', 'defendant']);
    const filter = { ...subject, ...(status !== undefined && { status }) };
    return {
      one: 'liability',
      many: 'liabilities',
      columns: liabilityColumns(desk.names),
      table: ledger.liabilityTable,
      filter,
      ask: (page) => desk.house.queries.liabilities(filter, desk.clocks, page),
    };
  });
  return list(asked, world);
}

/** `restitution debts`: what defendants owe beside restitution. */
export const listDebts = listing(async (desk) => {
  const filter = await subjectOf(desk, ['case', 'defendant']);
  return {
    one: 'debt',
    many: 'debts',
    columns: debtColumns(desk.names),
    table: ledger.debtTable,
    filter,
    ask: (page) => desk.house.queries.debts(filter, desk.clocks, page),
  };
});

/** `restitution interest`: what interest has accrued on what defendants owe, and when their liability ends. */
export const listInterest = listing(async (desk) => {
  const filter = await subjectOf(desk, ['case', 'defendant', 'order']);
  return {
    one: 'obligation',
    many: 'obligations',
    columns: interestColumns(desk.names),
    table: collection.interestTable,
    filter,
    ask: (page) => desk.house.queries.interest(filter, desk.clocks, page),
  };
});

/** `restitution arrears`: who is late, and what the law makes of it. */
export const listArrears = listing(async (desk) => {
  const filter = await subjectOf(desk, ['case', 'defendant', 'order']);
  return {
    one: 'obligation',
    many: 'obligations',
    columns: arrearsColumns(desk.names),
    table: collection.arrearsTable,
    nothing: 'No payment is late.',
    filter,
    ask: (page) => desk.house.queries.arrears(filter, desk.clocks, page),
  };
});

/** `restitution journal`: every movement of money as a balanced entry. */
export const listJournal = listing(async (desk) => {
  const filter = await anySubjectOf(desk);
  return {
    one: 'entry',
    many: 'entries',
    columns: entryColumns(desk.names),
    table: ledger.entryTable,
    filter,
    sheet: isSet(desk.options, 'plainText')
      ? new PlainTextSheet(desk, { one: 'entry', many: 'entries' })
      : undefined,
    ask: (page) => desk.house.queries.journal(filter, desk.clocks, page),
  };
});

/** `restitution timeline`: what happened, in the order in which it was recorded. */
export const listTimeline = listing(async (desk) => {
  const filter = await anySubjectOf(desk);
  return {
    one: 'row',
    many: 'rows',
    columns: timelineColumns(desk.names),
    table: ledger.timelineTable,
    filter,
    ask: (page) => desk.house.queries.timeline(filter, desk.clocks, page),
  };
});

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
