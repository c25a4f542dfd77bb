import { statementIdOf } from '../application/reconciliation/statement-id.ts';
import type { OpenAccount } from '../domain/account/commands.ts';
import type { AccountKind, AccountPurpose } from '../domain/account/events.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Direction } from '../domain/claim/items.ts';
import type { AccountId, Digest, ReceiptSource, SignatoryId, StatementId } from '../domain/ids.ts';
import { parseBalance, parseMoney, type MoneyText } from '../domain/money.ts';
import type { ReopenStatement, SignStatement, TakeInStatement } from '../domain/statement/commands.ts';
import type {
  LineKind,
  ReopeningReason,
  SignatureRole,
  StatementFormat,
  StatementLine,
} from '../domain/statement/events.ts';
import { labelOf, type Label } from './label.ts';
import { IsListOf } from './list-fields.ts';
import {
  accountKinds,
  accountPurposes,
  directions,
  lineKinds,
  reopeningReasons,
  signatureRoles,
  statementFormats,
} from './reconciliation-choices.ts';
import { IsBalance, IsFileHash } from './reconciliation-fields.ts';
import { IsDay, IsId, IsLabel, IsMoney, IsOneOf, IsReceiptSource } from './text-fields.ts';

/** An account is to be reconciled. */
export class OpenAccountRequest {
  @IsId('account', 'The account.')
  accountId: AccountId;

  @IsOneOf(accountKinds, 'What it is.')
  kind: AccountKind;

  @IsDay('The first day of which statements are taken in.')
  on: CalendarDate;

  @IsOneOf(accountPurposes, 'Whose money is in it.')
  purpose: AccountPurpose = 'RESTITUTION';

  @IsMoney('What it held before that day.')
  opening: MoneyText = '0.00' as MoneyText;

  @IsMoney('Up to how much of one line may be written off.')
  writeOffLimit: MoneyText = '0.00' as MoneyText;

  @IsReceiptSource()
  source: ReceiptSource | null = null;

  @IsLabel('What people call the account; it goes to the directory.')
  label: string | null = null;

  toCommand(): OpenAccount {
    const { accountId, kind, purpose, source, on } = this;
    const money = { opening: parseMoney(this.opening), writeOffLimit: parseMoney(this.writeOffLimit) };
    return { type: 'OpenAccount', accountId, kind, purpose, ...money, source, on };
  }

  toLabel(): Label | undefined {
    return labelOf('account', this.accountId, this.label);
  }
}

/** One line of a statement. */
export class LineRequest {
  @IsDay('The day on which the bank booked it.')
  on: CalendarDate;

  @IsOneOf(directions, 'Which way the money went.')
  direction: Direction;

  @IsMoney('How much.')
  amount: MoneyText;

  @IsOneOf(lineKinds, 'What the sender calls it.')
  kind: LineKind = 'OTHER';
}

/** How many lines a statement may have that is sent as one command; files are taken in line by line. */
const mostLines = 5_000;

/** What a file says of one account. */
export class TakeInStatementRequest {
  @IsId('account', 'Of which account.')
  accountId: AccountId;

  @IsOneOf(statementFormats, 'How the file was written.')
  format: StatementFormat;

  @IsFileHash()
  fileHash: Digest;

  @IsDay('The first day that it covers.')
  from: CalendarDate;

  @IsDay('The last day that it covers.')
  to: CalendarDate;

  @IsListOf(LineRequest, { most: mostLines, description: 'Its lines, in the order of the file.' })
  lines: readonly LineRequest[];

  @IsBalance('What the account held before its lines; left out where the file does not say.')
  opening: MoneyText | null = null;

  @IsBalance('What it held after them; left out where the file does not say.')
  closing: MoneyText | null = null;

  toCommand(): TakeInStatement {
    const { accountId, format, fileHash, from, to } = this;
    const lines = this.lines.map(({ on, direction, amount, kind }, at): StatementLine => {
      return { line: at + 1, on, direction, amount, kind };
    });
    return {
      ...{ type: 'TakeInStatement', statementId: statementIdOf(accountId, fileHash) },
      ...{ accountId, format, fileHash, from, to, on: to, lines },
      opening: this.opening === null ? null : parseBalance(this.opening),
      closing: this.closing === null ? null : parseBalance(this.closing),
    };
  }
}

/** Somebody answers for a statement. */
export class SignStatementRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsOneOf(signatureRoles, 'In what part.')
  as: SignatureRole;

  @IsId('signatory', 'Who signs.')
  signatoryId: SignatoryId;

  @IsFileHash('What was looked at: the `contentHash` that the statement is shown with.')
  contentHash: Digest;

  @IsDay('The day of the signature.')
  on: CalendarDate;

  toCommand(): SignStatement {
    const { statementId, as, signatoryId, contentHash, on } = this;
    return { type: 'SignStatement', statementId, as, signatoryId, contentHash, on };
  }
}

/** What was signed is to be changed. */
export class ReopenStatementRequest {
  @IsId('statement', 'The statement.')
  statementId: StatementId;

  @IsOneOf(reopeningReasons, 'Why.')
  reason: ReopeningReason;

  @IsId('signatory', 'Who opens it again.')
  signatoryId: SignatoryId;

  @IsDay('The day on which it is opened again.')
  on: CalendarDate;

  toCommand(): ReopenStatement {
    const { statementId, reason, signatoryId, on } = this;
    return { type: 'ReopenStatement', statementId, reason, signatoryId, on };
  }
}
