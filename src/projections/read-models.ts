import { schemaVersions, type EventType } from '../domain/events.ts';
import { noMoney } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import { consequences } from './consequences.ts';
import { disbursements } from './disbursements.ts';
import { findings } from './findings.ts';
import { accountPairs, familyBalances, Flows, flowTable, type FlowRow } from './flows.ts';
import { entriesOf, journalTable } from './journal.ts';
import { liabilities } from './liabilities.ts';
import { liabilityKey, type LiabilityRow } from './liability-row.ts';
import type { Found } from './moves.ts';
import { orders } from './orders.ts';
import { policies } from './policies.ts';
import type { Change, History, Standing, Table } from './read-model.ts';
import { receipts } from './receipts.ts';
import { rulings } from './rulings.ts';
import { momentsOf, timelineTable } from './timeline.ts';
import type { Told } from './told.ts';
import { victims } from './victims.ts';
import { journalViews } from './views.ts';

const histories: readonly History[] = [orders, rulings, findings, consequences, disbursements, policies];
const standings: readonly Standing[] = [victims, liabilities, receipts];

/** The tables of every read model. The version is raised whenever a projection comes to say something else. */
export const readModels = {
  version: '1',
  tables: [timelineTable, journalTable, flowTable, ...[...histories, ...standings].map(({ table }) => table)],
  views: journalViews,
};

/** Where the rows go, and where those of before come from. */
export interface Rows {
  add(table: Table, row: object): void;
  get(table: Table, key: readonly string[]): object | undefined;
  put(table: Table, key: readonly string[], row: object): void;
}

/**
 * Tells every read model of some events, in the order of recording.
 *
 * @throws InvariantBroken where an event cannot follow on what was told before, or the books do not balance at the end
 */
export class Telling {
  readonly #rows: Rows;
  readonly #flows = new Flows();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  tell(event: Told): void {
    for (const moment of momentsOf(event)) this.#rows.add(timelineTable, moment);
    for (const entry of entriesOf(event, this.#found(event))) {
      this.#rows.add(journalTable, entry);
      this.#flows.count(entry);
    }
    const { adding, changing } = listeners[event.type];
    for (const { table, made } of adding) for (const row of made(event)) this.#rows.add(table, row);
    for (const { table, made } of changing) for (const change of made(event)) this.#put(table, change);
  }

  /** To be called when all is told. */
  end(): void {
    for (const change of this.#flows.changes()) this.#put(flowTable, change);
    const flows = accountPairs.flatMap(
      (pair) => (this.#rows.get(flowTable, pair) as FlowRow | undefined) ?? [],
    );
    const { money, claims } = familyBalances(flows);
    invariant(
      money === noMoney && claims === noMoney,
      'the trial balance of a family of accounts is not nothing',
    );
  }

  #put(table: Table, { key, to }: Change): void {
    this.#rows.put(table, key, to(this.#rows.get(table, key)));
  }

  /** What the journal must know of the time before the event. */
  #found(event: Told): Found {
    if (event.type !== 'RecoveryReversed') return nothingFound;
    return {
      liability: this.#rows.get(liabilities.table, liabilityKey(event.data)) as LiabilityRow | undefined,
    };
  }
}

const nothingFound: Found = { liability: undefined };

/** Who wants to hear of which type: found once, as most events concern few. */
const listeners = Object.fromEntries(
  (Object.keys(schemaVersions) as EventType[]).map((type) => [
    type,
    {
      adding: histories.flatMap(({ table, rows }) => listener(table, rows[type])),
      changing: standings.flatMap(({ table, changes }) => listener(table, changes[type])),
    },
  ]),
) as unknown as { readonly [Type in EventType]: Listeners };

interface Listeners {
  readonly adding: readonly Listener<object>[];
  readonly changing: readonly Listener<Change>[];
}

interface Listener<Made> {
  readonly table: Table;
  readonly made: (event: Told) => readonly Made[];
}

function listener<Made>(
  table: Table,
  made: ((event: never) => readonly Made[]) | undefined,
): Listener<Made>[] {
  return made ? [{ table, made: made as (event: Told) => readonly Made[] }] : [];
}
