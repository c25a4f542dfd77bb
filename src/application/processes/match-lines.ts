import type { AccountKind } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { itemName, type ItemOfMatch } from '../../domain/claim/items.ts';
import type { ItemId, MatchId, StatementId } from '../../domain/ids.ts';
import { invariant, reject, Rejection } from '../../domain/rejection.ts';
import type { MatchLines, UnmatchLines, WriteOffLine } from '../../domain/statement/commands.ts';
import type { MatchOfLines, StatementState } from '../../domain/statement/state.ts';
import type { Session } from '../session.ts';
import type { StreamRef } from '../streams.ts';
import { bookedItem, partsOf } from './book-items.ts';
import { enter, entryOf, isHeard } from './entry.ts';
import { presentMatched, withdrawMatched } from './present.ts';

/**
 * Lines are matched with items: the statement decides that its lines are free, and then each item that it is. Where
 * another match was faster with an item, this one is undone, and the log says so.
 */
export async function matchLines(session: Session, command: MatchLines): Promise<void> {
  const { statementId, matchId, on } = command;
  const ref = statementRef(statementId);
  const found = { ...command, type: 'MatchFound' } as const;
  if (await isHeard(session, ref, found))
    return claimItems(session, { statementId, matchId, on, cause: entryOf(session, ref, found).id });
  const { read } = await session.read(ref);
  if (!read) reject('statement-not-found', '/statementId');
  const items: ItemOfMatch[] = [];
  for (const [at, item] of command.items.entries()) {
    const pointer = `/items/${String(at)}`;
    items.push(await bookedItem(session, item, pointer));
    const { claimedBy } = await session.read(claimRef(read.kind, item), true);
    if (claimedBy !== undefined && claimedBy !== matchId) reject('item-claimed', pointer);
  }
  const { opened } = await session.read({ kind: 'Account', id: read.accountId });
  invariant(opened !== undefined, 'a statement is of an account that was never opened');
  const cause = await enter(session, ref, { ...found, items, writeOffLimit: opened.writeOffLimit });
  await claimItems(session, { statementId, matchId, on, cause });
}

/** One match, and what is done about it. */
interface OfMatch {
  readonly statementId: StatementId;
  readonly matchId: MatchId;
  readonly on: CalendarDate;
  readonly cause: string | null;
}

/** Takes the items of a match that stands. All of it may be done twice. */
export async function claimItems(session: Session, match: OfMatch): Promise<void> {
  const { statementId, matchId, on, cause } = match;
  const state = await session.read(statementRef(statementId), true);
  const standing = state.matches.get(matchId);
  if (!standing || !state.read) return;
  const { kind: by } = state.read;
  try {
    for (const item of standing.items) {
      const command = { type: 'ClaimItem', by, item, statementId, matchId, on } as const;
      await session.step({ ref: claimRef(by, item), command, name: `ClaimItem ${matchId}`, cause });
    }
  } catch (error) {
    if (!(error instanceof Rejection) || error.code !== 'item-claimed') throw error;
    const command = { type: 'UnmatchLines', statementId, matchId, reason: 'ITEM_CLAIMED', on } as const;
    await session.step({ ref: statementRef(statementId), command, name: `UnmatchLines ${matchId}`, cause });
    return releaseItems(session, { ...match, ...standing });
  }
  if (by === 'REPORT') await passOnClaims(session, match, state);
  await presentMatched(session, { statement: state, match: standing, matchId, cause });
}

/**
 * A receipt that a line of a report brought about, where the bank has confirmed that line already, is confirmed with it:
 * the bank will not see the money twice.
 */
async function passOnClaims(
  session: Session,
  { matchId, on, cause }: OfMatch,
  state: StatementState,
): Promise<void> {
  const confirmed = await confirmedBy(session, state, matchId);
  if (!confirmed) return;
  for (const item of state.matches.get(matchId)?.items ?? []) {
    const command = { type: 'ClaimItem', by: 'BANK', item, ...confirmed, on } as const;
    await session.step({ ref: claimRef('BANK', item), command, name: `ClaimItem ${matchId}`, cause });
  }
}

/** The match of a bank’s statement that has all lines of this match of a report. */
async function confirmedBy(
  session: Session,
  { read, matches }: StatementState,
  matchId: MatchId,
): Promise<{ matchId: MatchId; statementId: StatementId } | undefined> {
  const [first, ...others] = matches.get(matchId)?.lines ?? [];
  if (first === undefined || others.length > 0 || !read) return undefined;
  const item = { kind: 'REPORTED_LINE', id: `${read.statementId}.${String(first)}` as ItemId } as const;
  const { claimedBy, statementId } = await session.read(claimRef('BANK', item));
  return claimedBy && statementId ? { matchId: claimedBy, statementId } : undefined;
}

/** A match is undone, and its items are free again. */
export async function unmatchLines(session: Session, command: UnmatchLines): Promise<void> {
  const { statementId, matchId, on } = command;
  const ref = statementRef(statementId);
  const cause = await enter(session, ref, command);
  await giveBack(session, { statementId, matchId, on, cause });
}

/**
 * Gives back what a match has that was undone, whoever took it: on a store that writes one stream at a time, somebody may have
 * seen the match stand, and taken an item for it when others had given back all that it had. Does nothing while it stands.
 */
export async function giveBack(session: Session, match: OfMatch): Promise<void> {
  const { undone } = await session.read(statementRef(match.statementId), true);
  const found = undone.get(match.matchId);
  if (found) await releaseItems(session, { ...match, ...found });
}

/** Gives back the items of a match that was undone, and what was confirmed with them. */
async function releaseItems(
  session: Session,
  { statementId, matchId, on, cause, ...match }: OfMatch & Pick<MatchOfLines, 'lines' | 'items'>,
): Promise<void> {
  const statement = await session.read(statementRef(statementId));
  const { read } = statement;
  const { items } = match;
  invariant(read !== undefined, 'a match of a statement is undone that was never read');
  for (const item of items) {
    await release(session, { by: read.kind, item, statementId, matchId, on, cause });
    for (const receipt of await broughtAbout(session, item)) {
      await release(session, { by: 'BANK', item: receipt, statementId, matchId, on, cause });
    }
  }
  await withdrawMatched(session, { statement, match, matchId, cause, on });
}

async function release(
  session: Session,
  { cause, ...what }: OfMatch & { readonly by: AccountKind; readonly item: ItemOfMatch },
): Promise<void> {
  const name = `ReleaseItem ${what.matchId}`;
  await session.step({
    ref: claimRef(what.by, what.item),
    command: { type: 'ReleaseItem', ...what },
    name,
    cause,
  });
}

/** What the match of a report has of the line that a bank had confirmed. */
async function broughtAbout(session: Session, { kind, id }: ItemOfMatch): Promise<readonly ItemOfMatch[]> {
  if (kind !== 'REPORTED_LINE') return [];
  const [statementId, number] = partsOf(id);
  const { lines, matches } = await session.read(statementRef(statementId as StatementId));
  const matchId = lines[Number(number) - 1]?.matchId;
  return matchId === undefined ? [] : (matches.get(matchId)?.items ?? []);
}

/** What waits of a line is given up, within the limit of its account. */
export async function writeOffLine(session: Session, command: WriteOffLine): Promise<void> {
  const ref = statementRef(command.statementId);
  const { read } = await session.read(ref);
  if (!read) reject('statement-not-found', '/statementId');
  const { opened } = await session.read({ kind: 'Account', id: read.accountId });
  invariant(opened !== undefined, 'a statement is of an account that was never opened');
  const { writeOffLimit } = opened;
  await enter(session, ref, { ...command, type: 'WriteOffWithin', writeOffLimit });
}

function statementRef(id: StatementId): StreamRef<'Statement'> {
  return { kind: 'Statement', id };
}

function claimRef(by: AccountKind, item: Pick<ItemOfMatch, 'kind' | 'id'>): StreamRef<'Claim'> {
  return { kind: 'Claim', id: `${by}.${itemName(item)}` };
}
