import { randomUUID } from 'node:crypto';
import type { AccountKind } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Item as BookItem } from '../../domain/claim/items.ts';
import type { Command } from '../../domain/commands.ts';
import { receiptIdOf, type ItemId, type MatchId, type StatementId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/matching/evidence.ts';
import { tellEvidence } from '../../domain/matching/evidence-words.ts';
import type { ItemId as MatchedId } from '../../domain/matching/item.ts';
import type { LineId } from '../../domain/matching/line.ts';
import { match } from '../../domain/matching/match.ts';
import type { Deed, Outcome } from '../../domain/matching/outcome.ts';
import { usualSettings } from '../../domain/matching/settings.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { SuspenseReason } from '../../domain/statement/events.ts';
import { commandIdOf, fingerprintOf } from '../event-ids.ts';
import type { House } from '../house.ts';
import type { AccountView } from '../views-of-statements.ts';
import { LinePapers } from './line-papers.ts';
import { lettersOf } from './statement-id.ts';
import { openItems, openLines, type OpenItem, type OpenLine } from './what-lies-open.ts';

/** What became of one line, with what speaks for it. */
export interface Reconciled {
  readonly statementId: StatementId;
  readonly line: number;
  readonly became: 'matched' | 'recorded' | 'suspended';
  /** What it confirms: `RECEIPT dcd.17`; none of a line that waits. */
  readonly items: readonly string[];
  /** How it was found, or why it waits. */
  readonly why: string;
  /** In sentences. */
  readonly evidence: readonly string[];
}

/** How reconciling is done. */
export interface Manner {
  readonly isRehearsal: boolean;
  readonly actor: string;
  readonly asOf: CalendarDate;
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

/** What one run knows of lines and items, by their ids. */
interface Known {
  readonly lines: ReadonlyMap<LineId, OpenLine>;
  readonly items: ReadonlyMap<MatchedId, OpenItem>;
  readonly accounts: readonly AccountView[];
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

interface Found {
  readonly ids: readonly LineId[];
  readonly outcome: Outcome;
  readonly known: Known;
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

type How = Pick<Extract<Command, { type: 'MatchLines' }>, 'rule' | 'on'> & {
  readonly evidence: readonly Evidence[];
};

function matchOf(
  lines: readonly OpenLine[],
  items: readonly BookItem[],
  { rule, evidence, on }: How,
): Extract<Command, { type: 'MatchLines' }> {
  const statementId = (lines[0] as OpenLine).view.statementId;
  const numbers = lines.map(({ view }) => view.line);
  const named = items.map(({ kind, id }) => ({ kind, id }));
  const words = JSON.stringify([statementId, numbers, named, on]);
  const matchId = `m-${lettersOf(`match|${words}`)}` as MatchId;
  const codes = [...new Set(evidence.map(({ code }) => code))];
  const found = { rule, evidence: codes, residualReason: null } as const;
  return { type: 'MatchLines', statementId, matchId, lines: numbers, items: named, ...found, on };
}

interface Proven {
  readonly line: OpenLine;
  readonly known: Known;
  readonly evidence: readonly Evidence[];
  readonly on: CalendarDate;
}

/** What the books lack is recorded, and then matched with its line; what changes what they have is for a person. */
function deedOf(act: Deed, { line, known, evidence, on }: Proven): readonly Command[] | undefined {
  const how = { rule: 'RECORDED_FROM_LINE', evidence, on } as const;
  if (act.deed === 'RECORD_RECEIPT') {
    const source = known.accounts.find(({ statements }) =>
      statements.some(({ statementId }) => statementId === line.view.statementId),
    )?.source;
    const number = line.paper?.references.receipt?.toUpperCase().replaceAll(/[^0-9A-Z-]/g, '');
    if (!source || !number) return undefined;
    const receiptId = receiptIdOf(source, number);
    const { caseId, defendantId, amount } = act;
    const payment = { receiptId, caseId, defendantId, orderId: null, amount, method: 'OTHER' } as const;
    const item = { kind: 'RECEIPT', id: receiptId as string as ItemId } as const;
    return [{ type: 'RecordPayment', ...payment, on: act.on }, matchOf([line], [item], how)];
  }
  if (act.deed !== 'RECORD_RETURN') return undefined;
  const returned = known.items.get(act.item)?.view;
  if (returned?.kind !== 'RECEIPT') return undefined;
  const receiptId = returned.id as string as ReturnType<typeof receiptIdOf>;
  const item = { kind: 'RECEIPT_RETURN', id: returned.id } as const;
  return [
    { type: 'RecordPaymentReturn', receiptId, reason: 'NSF', on: act.on },
    matchOf([line], [item], how),
  ];
}

/** Sends commands in order. False where one is refused: then the line is for a person. */
async function sent(house: House, commands: readonly Command[], manner: Manner): Promise<boolean> {
  if (manner.isRehearsal) return true;
  try {
    for (const command of commands) {
      await house.ledger.handle(command, {
        commandId: commandIdOf(fingerprintOf(command)),
        actor: manner.actor,
      });
    }
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}

function tellOfMatch({ ids, outcome, known }: Found): readonly Reconciled[] {
  if (outcome.outcome !== 'MATCH' && outcome.outcome !== 'ACT') return [];
  const items =
    outcome.outcome === 'MATCH'
      ? outcome.items.flatMap((id) => {
          const view = known.items.get(id)?.view;
          return view ? [`${view.kind} ${view.id}`] : [];
        })
      : [];
  const why = outcome.outcome === 'MATCH' ? outcome.rule : outcome.act.deed;
  const evidence = outcome.evidence.map(tellEvidence);
  const became = outcome.outcome === 'MATCH' ? 'matched' : 'recorded';
  return ids.flatMap((id) => {
    const view = known.lines.get(id)?.view;
    return view
      ? [{ statementId: view.statementId, line: view.line, became, items, why, evidence } as const]
      : [];
  });
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
    if (!manner.isRehearsal && view.status === 'open') {
      await house.ledger.handle(command, { commandId: randomUUID(), actor: manner.actor });
    }
    told.push({
      statementId,
      line,
      became: 'suspended',
      items: [],
      why: reason,
      evidence: candidatesOf(outcome),
    });
  }
  return told;
}

/** What a person is asked to choose from, in sentences. */
function candidatesOf(outcome: Outcome): readonly string[] {
  if (outcome.outcome !== 'ASK') return [];
  return outcome.candidates.map(({ items, evidence }) => {
    return `Perhaps ${items.join(', ')}: ${evidence.map(tellEvidence).join(' ')}`;
  });
}

function reasonOf(outcome: Outcome): SuspenseReason {
  if (outcome.outcome === 'ASK')
    return outcome.because === 'AMOUNT_DIFFERS' ? 'AMOUNT_DIFFERS' : 'SEVERAL_FIT';
  if (outcome.outcome === 'NONE' && outcome.because === 'OWNER_UNKNOWN') return 'PAYOR_UNKNOWN';
  return outcome.outcome === 'NONE' ? 'NOTHING_FITS' : 'BY_HAND';
}
