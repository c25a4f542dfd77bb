import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Item as BookItem } from '../../domain/claim/items.ts';
import type { Command } from '../../domain/commands.ts';
import { receiptIdOf, type ItemId, type MatchId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/matching/evidence.ts';
import type { Deed } from '../../domain/matching/outcome.ts';
import type { Known } from './outcome-told.ts';
import { lettersOf } from './statement-id.ts';
import type { OpenLine } from './what-lies-open.ts';

type How = Pick<Extract<Command, { type: 'MatchLines' }>, 'rule' | 'on'> & {
  readonly evidence: readonly Evidence[];
};

/** The match of lines of one statement with items, under an id that the same match has again. */
export function matchOf(
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
export function deedOf(act: Deed, proven: Proven): readonly Command[] | undefined {
  if (act.deed === 'RECORD_RECEIPT') return receiptOf(act, proven);
  return act.deed === 'RECORD_RETURN' ? returnOf(act, proven) : undefined;
}

function receiptOf(
  { caseId, defendantId, amount, on: receivedOn }: Extract<Deed, { deed: 'RECORD_RECEIPT' }>,
  { line, known, evidence, on }: Proven,
): readonly Command[] | undefined {
  const isOfLine = ({ statementId }: { statementId: string }) => statementId === line.view.statementId;
  const source = known.accounts.find(({ statements }) => statements.some(isOfLine))?.source;
  const number = line.paper?.references.receipt?.toUpperCase().replaceAll(/[^0-9A-Z-]/g, '');
  if (!source || !number) return undefined;
  const receiptId = receiptIdOf(source, number);
  const payment = { receiptId, caseId, defendantId, orderId: null, amount, method: 'OTHER' } as const;
  const item = { kind: 'RECEIPT', id: receiptId as string as ItemId } as const;
  return [
    { type: 'RecordPayment', ...payment, on: receivedOn },
    matchOf([line], [item], { rule: 'RECORDED_FROM_LINE', evidence, on }),
  ];
}

function returnOf(
  { item: id, on: returnedOn }: Extract<Deed, { deed: 'RECORD_RETURN' }>,
  { line, known, evidence, on }: Proven,
): readonly Command[] | undefined {
  const returned = known.items.get(id)?.view;
  if (returned?.kind !== 'RECEIPT') return undefined;
  const receiptId = returned.id as string as ReturnType<typeof receiptIdOf>;
  const item = { kind: 'RECEIPT_RETURN', id: returned.id } as const;
  return [
    { type: 'RecordPaymentReturn', receiptId, reason: 'NSF', on: returnedOn },
    matchOf([line], [item], { rule: 'RECORDED_FROM_LINE', evidence, on }),
  ];
}
