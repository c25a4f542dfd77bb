import { entriesOf, type EntryRow } from './journal.ts';
import { liabilities } from './liabilities.ts';
import { foundBefore } from './moves.ts';
import type { Change } from './read-model.ts';
import type { Told } from './told.ts';

/** Keeps the journal alone, out of what it is told in the order of recording, and asks no table: for whoever trusts none. */
export class Bookkeeper {
  /** As they stand: money that comes back goes by what was paid before. */
  readonly #liabilities = new Map<string, object>();

  /**
   * The entries of the event.
   *
   * @throws InvariantBroken where it cannot follow on what was told before
   */
  entriesOf(event: Told): readonly EntryRow[] {
    const found = foundBefore(event, (key) => this.#liabilities.get(key.join(' ')));
    const entries = entriesOf(event, found);
    for (const { key, to } of changesOf(event)) {
      const name = key.join(' ');
      this.#liabilities.set(name, to(this.#liabilities.get(name)));
    }
    return entries;
  }
}

const noChanges: readonly Change[] = [];

function changesOf(event: Told): readonly Change[] {
  const made = liabilities.changes[event.type] as ((event: Told) => readonly Change[]) | undefined;
  return made?.(event) ?? noChanges;
}
