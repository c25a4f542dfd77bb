import { randomUUID } from 'node:crypto';
import type { AccountKind } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Command } from '../../domain/commands.ts';
import type { LineId } from '../../domain/matching/line.ts';
import { match } from '../../domain/matching/match.ts';
import type { Outcome } from '../../domain/matching/outcome.ts';
import { usualSettings } from '../../domain/matching/settings.ts';
import { Rejection } from '../../domain/rejection.ts';
import { commandIdOf, fingerprintOf } from '../event-ids.ts';
import type { House } from '../house.ts';
import { LinePapers } from './line-papers.ts';
import {
  candidatesOf,
  reasonOf,
  tellOfMatch,
  type Found,
  type Known,
  type Reconciled,
} from './outcome-told.ts';
import { deedOf, matchOf } from './what-to-send.ts';
import { openItems, openLines } from './what-lies-open.ts';

/** How reconciling is done. */
export interface Manner {
  readonly isRehearsal: boolean;
  readonly actor: string;
  readonly asOf: CalendarDate;
  /** Whether lines of months that are closed are settled, too. */
  readonly mayReachClosedMonths: boolean;
  readonly onProgress?: (lines: number) => void;
}

/**
 * Matches what lies open: first reports, which say who paid, then banks, which confirm it. What nothing fits, or more than
 * one thing, is suspended with its reason. All of it may be done again: what is settled is passed over.
 */
export async function reconcile(house: House, manner: Manner): Promise<readonly Reconciled[]> {
  const told: Reconciled[] = [];
  for (const side of ['REPORT', 'BANK'] as const) told.push(...(await ofOneSide(house, side, manner)));
  await house.catchUp();
  return told.sort((one, other) => one.statementId.localeCompare(other.statementId) || one.line - other.line);
}

async function ofOneSide(house: House, side: AccountKind, manner: Manner): Promise<readonly Reconciled[]> {
  const { accounts } = await house.queries.reconciliation.accounts({});
  const lines = await openLines(house, accounts, side);
  if (lines.length === 0) return [];
  const items = await openItems(house, side);
  const { outcomes } = match({
    lines: lines.map(({ line }) => line),
    items: items.map(({ item }) => item),
    ...{ settings: usualSettings, asOf: manner.asOf },
  });
  const known: Known = {
    lines: new Map(lines.map((each) => [each.line.id, each])),
    items: new Map(items.map((each) => [each.item.id, each])),
    accounts,
  };
  const told: Reconciled[] = [];
  for (const [outcome, ids] of together(outcomes)) {
    told.push(...(await carriedOut(house, { ids, outcome, known }, manner)));
    manner.onProgress?.(told.length);
  }
  return told;
}

/** Lines of one match share their outcome. */
function together(outcomes: ReadonlyMap<LineId, Outcome>): ReadonlyMap<Outcome, readonly LineId[]> {
  const found = new Map<Outcome, LineId[]>();
  for (const [id, outcome] of outcomes) {
    const ids = found.get(outcome);
    if (ids) ids.push(id);
    else found.set(outcome, [id]);
  }
  return found;
}

async function carriedOut(house: House, found: Found, manner: Manner): Promise<readonly Reconciled[]> {
  const { outcome } = found;
  if (outcome.outcome === 'ACT' || outcome.outcome === 'MATCH') {
    const commands = commandsFor(found, manner);
    if (commands && (await sent(house, commands, manner))) {
      if (!manner.isRehearsal) await keepPapers(house, found, commands);
      return tellOfMatch(found);
    }
  }
  return suspended(house, found, manner);
}

/** What a report said of a receipt is kept under the receipt, for the bank's line of the same deposit to find. */
async function keepPapers(house: House, { ids, known }: Found, commands: readonly Command[]): Promise<void> {
  const [only, ...others] = ids;
  const line = only === undefined ? undefined : known.lines.get(only);
  const matched = commands.find((command) => command.type === 'MatchLines');
  if (!line?.paper || others.length > 0 || matched?.type !== 'MatchLines') return;
  const papers = new LinePapers(house.directory);
  for (const { kind, id } of matched.items)
    if (kind === 'RECEIPT') await papers.keepOfReceipt(id, line.paper);
}

/** The commands that an outcome comes to; undefined where a person must see to it. */
function commandsFor({ outcome, ids, known }: Found, { asOf }: Manner): readonly Command[] | undefined {
  const lines = ids.flatMap((id) => known.lines.get(id) ?? []);
  const [first] = lines;
  // A match stands in one statement.
  if (!first || lines.some(({ view }) => view.statementId !== first.view.statementId)) return undefined;
  if (outcome.outcome === 'MATCH') {
    const items = outcome.items.flatMap((id) => known.items.get(id)?.view ?? []);
    if (items.length < outcome.items.length || outcome.residual) return undefined;
    return [matchOf(lines, items, { rule: outcome.rule, evidence: outcome.evidence, on: asOf })];
  }
  if (outcome.outcome !== 'ACT' || lines.length > 1) return undefined;
  return deedOf(outcome.act, { line: first, known, evidence: outcome.evidence, on: asOf });
}

/** Sends commands in order. False where one is refused: then the line is for a person. */
async function sent(house: House, commands: readonly Command[], manner: Manner): Promise<boolean> {
  if (manner.isRehearsal) return true;
  try {
    for (const command of commands) {
      await house.ledger.handle(command, {
        commandId: commandIdOf(fingerprintOf(command)),
        ...senderIn(manner),
      });
    }
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}

function senderIn({ actor, mayReachClosedMonths }: Manner): Pick<Manner, 'actor' | 'mayReachClosedMonths'> {
  return { actor, mayReachClosedMonths };
}

/** Whether the ledger has heard it; false where that would change a month that is closed. */
async function isSaid(house: House, command: Command, manner: Manner): Promise<boolean> {
  try {
    await house.ledger.handle(command, { commandId: randomUUID(), ...senderIn(manner) });
    return true;
  } catch (error) {
    if (error instanceof Rejection && error.code === 'month-closed') return false;
    throw error;
  }
}

async function suspended(
  house: House,
  { ids, outcome, known }: Found,
  manner: Manner,
): Promise<readonly Reconciled[]> {
  const reason = reasonOf(outcome);
  const told: Reconciled[] = [];
  for (const id of ids) {
    const view = known.lines.get(id)?.view;
    if (!view) continue;
    const { statementId, line } = view;
    const command = { type: 'SuspendLine', statementId, line, reason, on: view.on } as const;
    const place = { statementId, line, items: [] };
    if (manner.isRehearsal || view.status !== 'open' || (await isSaid(house, command, manner)))
      told.push({ ...place, became: 'suspended', why: reason, evidence: candidatesOf(outcome) });
    else told.push({ ...place, became: 'left open', why: 'MONTH_CLOSED', evidence: [] });
  }
  return told;
}
