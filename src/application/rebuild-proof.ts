import { readModels } from '../projections/read-models.ts';
import { restated } from '../projections/restated.ts';
import type { Seen, Table } from '../store/read-model-store.ts';
import { ReadModelsDamaged } from '../store/read-model-store.ts';

/** How new read models were held against those whose place they took. */
export type RebuildProof = Compared | NotCompared;

/** Both were held against each other. */
export interface Compared {
  readonly isCompared: true;
  /** The version of those that stood there. */
  readonly version: string;
  /** Where both were compared. */
  readonly position: number;
  /** So many tables had to be the same, and in what: all their rows, or how many there are and the trial balance. */
  readonly tables: number;
  readonly by: 'CONTENTS' | 'COUNTS_AND_TRIAL_BALANCE';
  /** Those that were not. */
  readonly differing: readonly string[];
}

/** There was nothing to hold them against. */
export interface NotCompared {
  readonly isCompared: false;
  readonly why: 'nothing-there' | 'damaged' | 'another-log';
}

/** Read models of a new version do not say what those of the version before said, and should. They stay as they were. */
export class RebuildDiffers extends Error {
  readonly proof: Compared;

  constructor(proof: Compared) {
    const { version, position, differing } = proof;
    super(
      `at position ${String(position)} read models of version ${readModels.version} differ from those of version ${version} ` +
        `in ${differing.join(', ')}`,
    );
    this.name = 'RebuildDiffers';
    this.proof = proof;
  }
}

/** The proof that there is none. */
export function notCompared(why: NotCompared['why']): RebuildProof {
  return { isCompared: false, why };
}

/**
 * Holds the new tables against the old ones, both at the same position. Of one version, all rows must be the same; where
 * they are not, the old ones were wrong, for the new ones come from a log that was held against its hashes. Of another
 * version, tables that say the same as before must have as many rows, and the trial balance must be the same.
 *
 * @throws RebuildDiffers
 */
export function compared(before: Seen, fresh: Seen): RebuildProof {
  try {
    return before.version === fresh.version ? byContents(before, fresh) : byTotals(before, fresh);
  } catch (error) {
    if (error instanceof ReadModelsDamaged) return notCompared('damaged');
    throw error;
  }
}

function byContents(before: Seen, fresh: Seen): Compared {
  const { tables } = readModels;
  const differing = tables.filter(
    (table) => !before.holds(table) || before.hashOf(table) !== fresh.hashOf(table),
  );
  return found(before, { by: 'CONTENTS', tables, differing });
}

function byTotals(before: Seen, fresh: Seen): Compared {
  const tables = readModels.tables.filter(
    (table) => before.holds(table) && !isRestated(table.name, before.version),
  );
  const differing = tables.filter((table) => {
    if (before.countOf(table) !== fresh.countOf(table)) return true;
    return table.name === 'journal' && totalsIn(before) !== totalsIn(fresh);
  });
  const proof = found(before, { by: 'COUNTS_AND_TRIAL_BALANCE', tables, differing });
  if (differing.length > 0) throw new RebuildDiffers(proof);
  return proof;
}

interface Found extends Pick<Compared, 'by'> {
  readonly tables: readonly Table[];
  readonly differing: readonly Table[];
}

function found({ version, mark }: Seen, { by, tables, differing }: Found): Compared {
  return {
    ...{ isCompared: true, version, position: mark.position, tables: tables.length, by },
    differing: differing.map(({ name }) => name),
  };
}

/** Whether any version since has come to say something else in the table; of versions before these were written down, any may. */
function isRestated(table: string, since: string): boolean {
  const [from, to] = [Number(since), Number(readModels.version)];
  // To go back to an older program is to say again what it said.
  const versions = Array.from({ length: Math.abs(to - from) }, (_, at) => Math.min(from, to) + 1 + at);
  return versions.some((version) => restated[String(version)]?.includes(table) ?? true);
}

/** The trial balance, by pair of accounts, as text to be compared. */
function totalsIn(seen: Seen): string {
  return JSON.stringify(seen.all(totals), (_, cell: unknown) =>
    typeof cell === 'bigint' ? String(cell) : cell,
  );
}

const totals = `SELECT d.text AS debit, c.text AS credit, sum(j.amount) AS amount
  FROM journal j JOIN term d ON d.number = j.debit JOIN term c ON c.number = j.credit
  GROUP BY d.text, c.text ORDER BY d.text, c.text`;
