/** Explanations over a log, for tests that ask why. */
import { Explainer } from '../../../src/application/explain/explainer.ts';
import type { Explanation, Step } from '../../../src/application/explain/explanation.ts';
import { Projector } from '../../../src/application/projector.ts';
import { createQueries } from '../../../src/application/queries/queries.ts';
import { Ledger } from '../../../src/application/ledger.ts';
import type { AllQueries } from '../../../src/application/views/all-queries.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { day } from '../../support/words.ts';

const opened: SqliteReadModelStore[] = [];

/** What answers, and what explains it, over one log; the present day is 17 March 2027. */
export function explainerOver(log: EventStore): {
  readonly explain: Explainer;
  readonly queries: AllQueries;
} {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  opened.push(readModel);
  const projector = new Projector({ log, readModel });
  const queries = createQueries({ log, readModel, projector, today: () => day('2027-03-17') });
  return { queries, explain: new Explainer({ store: log, queries }) };
}

/** The same over a ledger that was told these commands, one an hour. */
export async function told(...commands: readonly Command[]) {
  let hours = 0;
  const log = new MemoryEventStore({ clock: () => new Date(Date.UTC(2026, 5, 1, hours)) });
  const ledger = new Ledger(log);
  for (const command of commands) {
    hours += 1;
    await ledger.handle(command, { commandId: `command-${String(hours)}`, actor: 'test' });
  }
  return { log, ...explainerOver(log) };
}

/** Closes what was opened; for `afterEach`. */
export function closeAll(): void {
  for (const each of opened.splice(0)) each.close();
}

/** Every line of arithmetic, as it is written. */
export function linesOf({ steps }: Pick<Explanation, 'steps'>): readonly string[] {
  return steps.flatMap(({ arithmetic }) => arithmetic.map(({ text }) => text));
}

/** The one step that says something like this. */
export function stepThat(explanation: Pick<Explanation, 'steps'> | undefined, says: RegExp): Step {
  const found = explanation?.steps.filter((step) => says.test(step.says)) ?? [];
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The policies that a step names, with their answers and version. */
export function answersIn({ policies }: Step): Readonly<Record<string, string>> {
  return Object.fromEntries(
    policies.map(({ policy, value, version }) => [policy, `${value} (${String(version)})`]),
  );
}
