import type { VictimId } from '../../domain/ids.ts';
import type { Frame } from './frame.ts';

/** One person, under the ids over which one cap is measured (P-31): most are known under one. By number of their terms. */
export interface Person {
  readonly ids: readonly number[];
  /** The id that survives the others: what the law made of the facts stands under it. */
  readonly survivor: number;
}

interface JoinedCells {
  readonly victimId: bigint;
  readonly otherId: bigint;
}

/** The person whom a victim’s id is known to be by then. */
export function personOf(frame: Frame, victim: number): Person {
  const survivor = survivorOf(frame, victim);
  return { ids: idsUnder(frame, survivor), survivor };
}

/** The other ids of the person, as text, in the order in which they were joined. */
export function othersOf(frame: Frame, { ids }: Person, victim: number): readonly VictimId[] {
  return ids.filter((id) => id !== victim).map((id) => frame.term(BigInt(id)) as VictimId);
}

/** Who took over the id, and whoever took over that one. */
function survivorOf(frame: Frame, victim: number): number {
  const cells = frame.first(`${joined} AND otherId = :victim ORDER BY position DESC LIMIT 1`, {
    victim,
    joined: frame.numberOf('HistoriesJoined'),
  }) as JoinedCells | undefined;
  return cells === undefined ? victim : survivorOf(frame, Number(cells.victimId));
}

function idsUnder(frame: Frame, victim: number): readonly number[] {
  const cells = frame.all(`${joined} AND victimId = :victim ORDER BY position`, {
    victim,
    joined: frame.numberOf('HistoriesJoined'),
  }) as readonly JoinedCells[];
  return [victim, ...cells.flatMap(({ otherId }) => idsUnder(frame, Number(otherId)))];
}

const joined = `SELECT victimId, otherId FROM people
  WHERE type = :joined AND position <= :position AND effectiveOn <= :day`;
