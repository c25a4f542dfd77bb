import type { CalendarDate } from '../calendar-date.ts';
import type { AccountId, ReceiptSource, StatementId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { AccountKind, AccountPurpose } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfAccount {
  readonly accountId: AccountId;
  readonly on: CalendarDate;
}

/** An account is to be reconciled from a day on. */
export interface OpenAccount extends OfAccount {
  readonly type: 'OpenAccount';
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly opening: Money;
  readonly writeOffLimit: Money;
  /** Who numbers the receipts that its lines bring about; null where they bring about none. */
  readonly source: ReceiptSource | null;
}

/** Gives a statement that proved its place; no door sends this. */
export interface RegisterStatement extends OfAccount {
  readonly type: 'RegisterStatement';
  readonly statementId: StatementId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: Money | null;
  readonly closing: Money | null;
}

export type AccountCommand = OpenAccount | RegisterStatement;
