import type { VictimId } from '../../domain/ids.ts';
import { invariant } from '../../domain/rejection.ts';
import type { VictimCommand } from '../../domain/victim/commands.ts';
import { historyInParts } from '../../domain/victim/history.ts';
import { standingRequests } from '../../domain/victim/identities.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { isClosed } from '../../domain/victim/take-over.ts';
import type { Session, Step } from '../session.ts';
import type { StreamRef } from '../streams.ts';
import { enter, isHeard } from './entry.ts';
import { hearPastInterest } from './past-interest.ts';

/**
 * One person under several ids (P-31): everything is decided in the stream of the id that survives the others, and whatever
 * comes for one of those is sent on to it. Nothing is decided there for another id before all that stands under that one
 * was taken over; where a crash has cut that short, whoever comes next finishes it.
 */

/** The stream in which everything about this victim is decided now. */
export async function streamOf(
  session: Session,
  victimId: VictimId,
  cause: string | null,
): Promise<StreamRef<'Victim'>> {
  for (;;) {
    const ids = await survivors(session, victimId);
    const survivorId = ids.at(-1) ?? victimId;
    const ref = { kind: 'Victim', id: survivorId } as const;
    if (ids.length === 1) return ref;
    const { joined } = await session.read(ref);
    const absorbedId = ids.slice(0, -1).findLast((id) => !joined.includes(id));
    if (absorbedId === undefined) return ref;
    await takeOver(session, { survivorId, absorbedId, cause });
  }
}

/** What is known of the victim where it is decided; under its own id, as long as that was not taken over. */
export async function knownOf(session: Session, victimId: VictimId): Promise<VictimState> {
  const own = await session.read({ kind: 'Victim', id: victimId });
  if (!isClosed(own)) return own;
  const ids = await survivors(session, victimId);
  const survivor = await session.read({ kind: 'Victim', id: ids.at(-1) ?? victimId });
  return survivor.joined.includes(victimId) ? survivor : own;
}

/** The ids under which this victim is known, where it is decided: its own, and those that are one with it. */
export function idsOf({ id, joined }: VictimState, victimId: VictimId): readonly VictimId[] {
  return joined.length === 0 ? [victimId] : [id ?? victimId, ...joined];
}

/** Takes a step where the victim is decided; a survivor may have been found for that one meanwhile. */
export async function stepFor(
  session: Session,
  { command, name, cause }: Pick<Step<'Victim'>, 'command' | 'name' | 'cause'>,
): Promise<StreamRef<'Victim'>> {
  const { victimId } = command;
  for (;;) {
    const ref = await streamOf(session, victimId, cause);
    // One order may name a person under two ids, and then says the same of each in one stream.
    const named = ref.id === victimId ? name : `${name} ${victimId}`;
    await hearPastInterest(session, ref, { command, isNew: false });
    await session.step({ ref, command, name: named, cause });
    if (!isClosed(await session.read(ref))) return ref;
  }
}

/** Takes the first step of a command from a door, where the victim is decided; where it was heard before, as `enter` does. */
export async function enterFor(session: Session, command: VictimCommand): Promise<string | null> {
  const heardIn = await whereHeard(session, command);
  if (heardIn) return enter(session, heardIn, command);
  for (;;) {
    const ref = await streamOf(session, command.victimId, null);
    await hearPastInterest(session, ref, { command, isNew: true });
    const cause = await enter(session, ref, command);
    if (!isClosed(await session.read(ref))) return cause;
  }
}

/** The stream that has carried the command out before: under this id, or one that survives it. @throws Rejection */
export async function whereHeard(
  session: Session,
  command: VictimCommand,
): Promise<StreamRef<'Victim'> | undefined> {
  for (const id of await survivors(session, command.victimId)) {
    const ref = { kind: 'Victim', id } as const;
    if (await isHeard(session, ref, command)) return ref;
  }
  return undefined;
}

/** The id, whoever survives it, and so on; the last is the one that stands. */
async function survivors(session: Session, victimId: VictimId): Promise<readonly VictimId[]> {
  const ids = [victimId];
  for (;;) {
    const at = ids.at(-1) ?? victimId;
    const { people } = await session.read({ kind: 'Victim', id: at });
    if (!people.absorbedBy?.isClosed) return ids;
    const { survivorId } = people.absorbedBy;
    if (ids.includes(survivorId)) await openRing(session, ids.slice(ids.indexOf(survivorId)));
    if (ids.includes(survivorId)) return survivors(session, victimId);
    ids.push(survivorId);
  }
}

/**
 * Two clerks may have had each of two ids absorbed by the other at once, on a store that writes one stream at a time. The
 * first in the order of the ids survives then.
 */
async function openRing(session: Session, ring: readonly VictimId[]): Promise<void> {
  const [least] = ring.toSorted();
  invariant(least !== undefined, 'a ring of nobody');
  const ref = { kind: 'Victim', id: least } as const;
  const { people } = await session.read(ref, true);
  if (!people.absorbedBy?.isClosed) return;
  const { survivorId: absorbedId, on } = people.absorbedBy;
  const requestIds = standingRequests(await session.read({ kind: 'Victim', id: absorbedId }, true));
  const command = {
    type: 'TakeOverIdentity',
    victimId: least,
    absorbedId,
    requestIds,
    isRing: true,
    on,
  } as const;
  const cause = (await session.origin(ref)) ?? null;
  await session.step({ ref, command, name: `TakeOverIdentity ${absorbedId} ring`, cause });
}

interface TakingOver {
  readonly survivorId: VictimId;
  readonly absorbedId: VictimId;
  readonly cause: string | null;
}

/** Hands all that stands under a closed id to the one that survives it, part by part. It may be done again, by anybody. */
async function takeOver(session: Session, { survivorId, absorbedId, cause }: TakingOver): Promise<void> {
  const from = { kind: 'Victim', id: absorbedId } as const;
  const ref = { kind: 'Victim', id: survivorId } as const;
  const absorbed = await session.read(from, true);
  const { absorbedBy } = absorbed.people;
  invariant(absorbedBy !== undefined, 'what was never absorbed is taken over');
  const { on } = absorbedBy;
  // What is found unfinished on the way of another command goes back to what stands in the stream itself.
  const behind = cause ?? (await session.origin(from)) ?? null;
  const names = { victimId: survivorId, absorbedId, on };
  const tell = (command: VictimCommand, name: string) => session.step({ ref, command, name, cause: behind });
  const requestIds = standingRequests(absorbed);
  await tell(
    { type: 'TakeOverIdentity', ...names, requestIds },
    `TakeOverIdentity ${absorbedId} ${requestIds.join(' ')}`,
  );
  const parts = historyInParts(absorbed);
  for (const [at, lines] of parts.entries()) {
    const part = at + 1;
    await tell(
      { type: 'TakeOverHistory', ...names, part, lines },
      `TakeOverHistory ${absorbedId} ${String(part)}`,
    );
  }
  const { joined, greatestLoss, epoch, standing, frontier } = absorbed;
  const of = { joined, greatestLoss, epoch, standing, frontier };
  await tell({ type: 'JoinHistories', ...names, parts: parts.length, of }, `JoinHistories ${absorbedId}`);
}
