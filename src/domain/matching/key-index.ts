/** Items by the numbers that they bear, of those numbers that some line bears too: of most items nobody asks by number. */
import type { ReadItem, ReadLine } from './bond.ts';
import { pushTo } from './in-order.ts';
import { isNumberedBySource, referenceRoles, type ReferenceRole } from './references.ts';

/** All items whose number is on a line, by role and number. */
export class KeyIndex {
  readonly #items = new Map<ReferenceRole, Map<string, ReadItem[]>>();

  constructor(lines: readonly ReadLine[], items: readonly ReadItem[]) {
    const written = new Set(lines.flatMap(({ keys }) => Object.values(keys)));
    for (const role of referenceRoles) {
      const ofRole = new Map<string, ReadItem[]>();
      this.#items.set(role, ofRole);
      for (const item of items) {
        const key = item.keys[role];
        if (key !== undefined && written.has(key)) pushTo(ofRole, key, item);
      }
    }
  }

  /** The items whose number in one role is the line's in another; of one source where a source gives the numbers out. */
  named(line: ReadLine, role: ReferenceRole, as: ReferenceRole): readonly ReadItem[] {
    const key = line.keys[role];
    const found = key === undefined ? undefined : this.#items.get(as)?.get(key);
    if (!found) return nobody;
    return isNumberedBySource(as) ? found.filter(({ item }) => item.source === line.line.source) : found;
  }
}

const nobody: readonly ReadItem[] = [];
