import { schemaVersions, type EventType } from '../domain/events.ts';
import { noMoney } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import { appeals } from './appeals.ts';
import { awaitedYields } from './awaited-yields.ts';
import { collectionTerms } from './collection-terms.ts';
import { assistance } from './assistance.ts';
import { bookItems, itemClaims, matches, matchItems } from './book-items.ts';
import { consequences } from './consequences.ts';
import { deadlines } from './deadlines.ts';
import { debts } from './debts.ts';
import { disbursementTerms } from './disbursement-terms.ts';
import { disbursementRuns, listedPayments } from './disbursement-runs.ts';
import { disbursements, interestTold } from './disbursements.ts';
import { excesses } from './excesses.ts';
import { findings } from './findings.ts';
import { held } from './held.ts';
import { familyBalances, Flows, flowTable, pairsAcross, type FlowRow } from './flows.ts';
import { jointOrders } from './joint-orders.ts';
import { entriesOf, journalTable } from './journal.ts';
import { lives } from './lives.ts';
import { liabilities } from './liabilities.ts';
import { monthMarks } from './months.ts';
import { instruments } from './instruments.ts';
import { foundBefore } from './moves.ts';
import { obligations } from './obligations.ts';
import { orders } from './orders.ts';
import { paymentLives } from './payment-lives.ts';
import { people } from './people.ts';
import { policies } from './policies.ts';
import { priceIndexes } from './price-indexes.ts';
import { PrincipalMoves, principalTable } from './principals.ts';
import type { Change, History, Standing, Table } from './read-model.ts';
import { receipts } from './receipts.ts';
import { recoveries } from './recoveries.ts';
import { reviews } from './reviews.ts';
import { reserve } from './reserve.ts';
import { rulings } from './rulings.ts';
import { lineMoves, statementLines } from './statement-lines.ts';
import { bankAccounts, statementMarks, statements } from './statements.ts';
import { momentsOf, timelineTable } from './timeline.ts';
import { Sums, sumTable } from './sums.ts';
import { treasuryYields } from './treasury-yields.ts';
import type { Told } from './told.ts';
import { victims } from './victims.ts';
import { readableViews } from './views.ts';

const histories: readonly History[] = [
  orders,
  rulings,
  findings,
  consequences,
  debts,
  jointOrders,
  disbursements,
  interestTold,
  people,
  policies,
  obligations,
  collectionTerms,
  lives,
  treasuryYields,
  awaitedYields,
  deadlines,
  reviews,
  reserve,
  monthMarks,
  assistance,
  priceIndexes,
  recoveries,
  bankAccounts,
  statements,
  statementMarks,
  statementLines,
  lineMoves,
  bookItems,
  itemClaims,
  matches,
  matchItems,
  disbursementTerms,
  disbursementRuns,
  listedPayments,
  paymentLives,
  excesses,
  instruments,
  appeals,
];
const standings: readonly Standing[] = [victims, liabilities, receipts, held];

/** The tables of every read model. The version is raised whenever a projection comes to say something else. */
export const readModels = {
  version: '30',
  tables: [
    ...[timelineTable, journalTable, flowTable, sumTable, principalTable],
    ...[...histories, ...standings].map(({ table }) => table),
  ],
  views: readableViews,
};

/** Where the rows go, and where those of before come from. */
export interface Rows {
  of(table: Table): RowsOfTable;
}

/** The rows of one table: added for ever, or put in the place of those that stood under their key. */
export interface RowsOfTable {
  add(row: object): void;
  get(key: readonly string[]): object | undefined;
  put(key: readonly string[], row: object): void;
}

/**
 * Tells every read model of some events, in the order of recording.
 *
 * @throws InvariantBroken where an event cannot follow on what was told before, or the books do not balance at the end
 */
export class Telling {
  readonly #timeline: RowsOfTable;
  readonly #journal: RowsOfTable;
  readonly #liabilities: RowsOfTable;
  readonly #flows: RowsOfTable;
  readonly #sums: RowsOfTable;
  readonly #newFlows = new Flows();
  readonly #newSums = new Sums();
  readonly #principals: PrincipalMoves;
  readonly #listeners: ReadonlyMap<string, Listeners>;

  constructor(rows: Rows) {
    this.#timeline = rows.of(timelineTable);
    this.#journal = rows.of(journalTable);
    this.#liabilities = rows.of(liabilities.table);
    this.#flows = rows.of(flowTable);
    this.#sums = rows.of(sumTable);
    this.#principals = new PrincipalMoves(rows.of(principalTable));
    this.#listeners = listenersAmong(rows);
  }

  tell(event: Told): void {
    const moments = momentsOf(event);
    for (const moment of moments) this.#timeline.add(moment);
    const found = foundBefore(event, (key) => this.#liabilities.get(key));
    const entries = entriesOf(event, found);
    for (const entry of entries) {
      this.#journal.add(entry);
      this.#newFlows.count(entry);
      this.#newSums.count(entry);
    }
    this.#principals.note(event, moments, entries);
    const listeners = this.#listeners.get(event.type);
    if (!listeners) return;
    for (const { rows, made } of listeners.adding) for (const row of made(event)) rows.add(row);
    for (const { rows, made } of listeners.changing) for (const change of made(event)) apply(change, rows);
  }

  /** To be called when all is told. */
  end(): void {
    this.#principals.end();
    const moved = this.#newFlows.changes();
    for (const change of moved) apply(change, this.#flows);
    for (const change of this.#newSums.changes()) apply(change, this.#sums);
    // Where no money moved, all is as it was when it last did.
    if (moved.length === 0) return;
    const flows = pairsAcross.flatMap((pair) => (this.#flows.get(pair) as FlowRow | undefined) ?? []);
    invariant(
      Object.values(familyBalances(flows)).every((balance) => balance === noMoney),
      'the trial balance of a family of accounts is not nothing',
    );
  }
}

function apply({ key, to }: Change, rows: RowsOfTable): void {
  rows.put(key, to(rows.get(key)));
}

/** Who wants to hear of a type of event, beside the timeline and the journal, which hear of all. */
interface Listeners {
  readonly adding: readonly Listener<object>[];
  readonly changing: readonly Listener<Change>[];
}

interface Listener<Made> {
  readonly rows: RowsOfTable;
  readonly made: (event: Told) => readonly Made[];
}

/** Those who want to hear of each type of event, with the rows that they make. */
function listenersAmong(rows: Rows): ReadonlyMap<string, Listeners> {
  const all = tablesOfTypes.map(([type, { adding, changing }]): [string, Listeners] => [
    type,
    {
      adding: adding.map(({ table, made }) => ({ rows: rows.of(table), made })),
      changing: changing.map(({ table, made }) => ({ rows: rows.of(table), made })),
    },
  ]);
  return new Map(all);
}

interface TablesOfType {
  readonly adding: readonly MadeFor<object>[];
  readonly changing: readonly MadeFor<Change>[];
}

interface MadeFor<Made> {
  readonly table: Table;
  readonly made: (event: Told) => readonly Made[];
}

/** By type, found once for all, as most types concern few tables. */
const tablesOfTypes: readonly (readonly [EventType, TablesOfType])[] = (
  Object.keys(schemaVersions) as EventType[]
).map((type) => [
  type,
  {
    adding: histories.flatMap(({ table, rows: made }) => madeFor(table, made[type])),
    changing: standings.flatMap(({ table, changes: made }) => madeFor(table, made[type])),
  },
]);

function madeFor<Made>(
  table: Table,
  made: ((event: never) => readonly Made[]) | undefined,
): readonly MadeFor<Made>[] {
  return made ? [{ table, made: made as (event: Told) => readonly Made[] }] : [];
}
