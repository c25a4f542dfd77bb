/**
 * An account that statements come for: at a bank, or of whoever reports payments one by one.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { AccountId, ReceiptSource, StatementId } from '../ids.ts';
import type { MoneyText } from '../money.ts';

/** The account is reconciled from now on. */
export type AccountOpened = DomainEvent<
  'AccountOpened',
  {
    readonly accountId: AccountId;
    readonly kind: AccountKind;
    readonly purpose: AccountPurpose;
    /** What it held before the first day; nothing of a report. */
    readonly opening: MoneyText;
    /** Up to how much of one line may be written off. */
    readonly writeOffLimit: MoneyText;
    /** Who numbers the receipts that lines of a report bring about; not there where it brings about none. */
    readonly source?: ReceiptSource;
  }
>;

/** `BANK`: its lines are money that the bank saw. `REPORT`: they say who paid, and the bank sees their sums. */
export type AccountKind = 'BANK' | 'REPORT';

/** Whose money is in it: that of the court’s registry, or that of the Victims Reserve. */
export type AccountPurpose = 'RESTITUTION' | 'RESERVE';

/** A statement has its place among those of the account; its balances are null of a report that has none. */
export type StatementRegistered = DomainEvent<
  'StatementRegistered',
  {
    readonly accountId: AccountId;
    readonly statementId: StatementId;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly opening: MoneyText | null;
    readonly closing: MoneyText | null;
  }
>;

export type AccountEvent = AccountOpened | StatementRegistered;
