/** Queries over a log, for tests that ask. */
import { Projector } from '../../src/application/projector.ts';
import { createQueries } from '../../src/application/queries/queries.ts';
import { UnknownSubject } from '../../src/application/queries/unknown-subject.ts';
import type { Paged } from '../../src/application/views/ledger.ts';
import type { AllQueries } from '../../src/application/views/all-queries.ts';
import { readModels } from '../../src/projections/read-models.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';

const opened: SqliteReadModelStore[] = [];

/** Queries over read models of their own, in memory. */
export function queriesOver(log: EventStore): AllQueries {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  opened.push(readModel);
  return createQueries({ log, readModel, projector: new Projector({ log, readModel }) });
}

/** Closes what was opened; for `afterEach`. */
export function closeAll(): void {
  for (const each of opened.splice(0)) each.close();
}

/** Every event of the log. */
export async function eventsOf(log: EventStore, upTo?: number): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const page of log.readAll(upTo === undefined ? {} : { upTo })) all.push(...page);
  return all;
}

/** A list, which has no rows where the ledger has never heard of what narrows it; that it says so is tried elsewhere. */
export async function orNone<Row>(asked: Promise<Paged<Row>>): Promise<Paged<Row>> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UnknownSubject) return { rows: [], next: null };
    throw error;
  }
}
