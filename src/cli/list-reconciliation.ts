import type { LineStatus } from '../application/reconciliation/statement-content.ts';
import { Remarks } from '../application/reconciliation/remarks.ts';
import * as reconciliation from '../application/tables/reconciliation.ts';
import type { Paged, Stamped } from '../application/views/ledger.ts';
import type { ItemStatus, LineView } from '../application/views/statements.ts';
import type { StatementId } from '../domain/ids.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { listing } from './listing.ts';
import { itemColumns, lineColumns, remarkColumns, type LineRemarked } from './reconciliation-rows.ts';
import { subjectOf } from './subjects.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

const lineStatuses: readonly LineStatus[] = ['open', 'matched', 'suspended', 'written off', 'repeated'];
const itemStatuses: readonly ItemStatus[] = ['confirmed', 'expected', 'missing'];

/** `restitution lines`: lines of statements, with what each confirms, or why it waits. */
export async function listLines(asked: Asked, world: World): Promise<Exit> {
  const status = oneOf(asked, lineStatuses);
  const statementId = textOf(asked.options, 'statement');
  const filter = {
    ...(status !== undefined && { status }),
    ...(statementId !== undefined && { statementId: statementId as StatementId }),
  };
  const list = listing(async (desk) => ({
    one: 'line',
    many: 'lines',
    columns: isSet(asked.options, 'remarks')
      ? [...lineColumns(), ...remarkColumns(desk.names)]
      : lineColumns(),
    table: reconciliation.lineTable,
    filter,
    ask: async (page): Promise<Stamped<Paged<LineRemarked>>> => {
      const found = await desk.house.queries.reconciliation.lines(filter, desk.clocks, page);
      return isSet(asked.options, 'remarks') ? { ...found, rows: await remarked(desk, found.rows) } : found;
    },
  }));
  return list(asked, world);
}

async function remarked(desk: Desk, rows: readonly LineView[]): Promise<readonly LineRemarked[]> {
  const remarks = new Remarks(desk.house.directory);
  const found: LineRemarked[] = [];
  for (const row of rows) found.push({ ...row, remarks: await remarks.of(row) });
  return found;
}

/** `restitution items`: what the books expect a bank to confirm. */
export async function listItems(asked: Asked, world: World): Promise<Exit> {
  const status = oneOf(asked, itemStatuses);
  const list = listing(async (desk) => {
    const filter = { ...(await subjectOf(desk, ['case'])), ...(status !== undefined && { status }) };
    return {
      one: 'item',
      many: 'items',
      columns: itemColumns(desk.names),
      table: reconciliation.itemTable,
      filter,
      ask: (page) => desk.house.queries.reconciliation.items(filter, desk.clocks, page),
    };
  });
  return list(asked, world);
}

/** @throws Failure where the option is none of them */
function oneOf<Status extends string>(asked: Asked, known: readonly Status[]): Status | undefined {
  const text = textOf(asked.options, 'status');
  if (text === undefined) return undefined;
  const found = known.find((each) => each === text || each.replace(' ', '-') === text);
  if (found !== undefined) return found;
  throw new Failure('usage', '--status names no status.', `Write one of ${known.join(', ')}.`);
}
