import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ItemKind } from '../domain/claim/items.ts';
import type { ItemId, MatchId, SignatoryId, StatementId } from '../domain/ids.ts';
import type { MatchLines, SuspendLine, UnmatchLines, WriteOffLine } from '../domain/statement/commands.ts';
import type {
  ResidualReason,
  SuspenseReason,
  UnmatchReason,
  WriteOffReason,
} from '../domain/statement/events.ts';
import { IsListOf } from './list-fields.ts';
import {
  itemKinds,
  residualReasons,
  suspenseReasons,
  unmatchReasons,
  writeOffReasons,
} from './reconciliation-choices.ts';
import { IsItemId, IsLineNumber } from './reconciliation-fields.ts';
import { IsDay, IsId, IsOneOf } from './text-fields.ts';

/** A line of the statement. */
export class LineNumberRequest {
  @IsLineNumber('Its number in the statement.')
  line: string;
}

/** Something that the books expect a bank to confirm. */
export class ItemRequest {
  @IsOneOf(itemKinds, 'What it is.')
  kind: ItemKind;

  @IsItemId('Its id, as the kind has it.')
  id: ItemId;
}

/** So many lines or items make one match. */
const most = 500;

/** Lines are what the bank saw of these items. */
export class MatchLinesRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsId('match', 'The match: a new id.')
  matchId: MatchId;

  @IsListOf(LineNumberRequest, { most, description: 'The lines.' })
  lines: readonly LineNumberRequest[];

  @IsListOf(ItemRequest, { most, description: 'What they confirm.' })
  items: readonly ItemRequest[];

  @IsDay('The day on which it is said.')
  on: CalendarDate;

  @IsOneOf(residualReasons, 'Why the two come to different amounts; left out where they do not.')
  residualReason: ResidualReason | null = null;

  toCommand(): MatchLines {
    const { statementId, matchId, residualReason, on } = this;
    const lines = this.lines.map(({ line }) => Number(line));
    const items = this.items.map(({ kind, id }) => ({ kind, id }));
    const found = { rule: 'BY_HAND', evidence: [] } as const;
    return { type: 'MatchLines', statementId, matchId, lines, items, ...found, residualReason, on };
  }
}

/** A match does not hold. */
export class UnmatchLinesRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsId('match', 'The match.')
  matchId: MatchId;

  @IsOneOf(unmatchReasons, 'Why.')
  reason: UnmatchReason;

  @IsDay('The day on which it is undone.')
  on: CalendarDate;

  toCommand(): UnmatchLines {
    const { statementId, matchId, reason, on } = this;
    return { type: 'UnmatchLines', statementId, matchId, reason, on };
  }
}

/** A line waits, as nothing fits it yet. */
export class SuspendLineRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsLineNumber('The line.')
  line: string;

  @IsDay('The day from which it waits.')
  on: CalendarDate;

  @IsOneOf(suspenseReasons, 'Why.')
  reason: SuspenseReason = 'BY_HAND';

  toCommand(): SuspendLine {
    const { statementId, reason, on } = this;
    return { type: 'SuspendLine', statementId, line: Number(this.line), reason, on };
  }
}

/** What waits of a line is given up. */
export class WriteOffLineRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsLineNumber('The line.')
  line: string;

  @IsOneOf(writeOffReasons, 'Why.')
  reason: WriteOffReason;

  @IsId('signatory', 'Who answers for it.')
  signatoryId: SignatoryId;

  @IsDay('The day on which it is given up.')
  on: CalendarDate;

  toCommand(): WriteOffLine {
    const { statementId, reason, signatoryId, on } = this;
    return { type: 'WriteOffLine', statementId, line: Number(this.line), reason, signatoryId, on };
  }
}
