import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DebtId, DefendantId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { CommunityPayee } from '../../domain/statutes/18-usc-3663-c-community-restitution.ts';
import type { DebtKind } from '../../domain/statutes/obligations.ts';

/** What a defendant owes in one case beside restitution: imposed = paid + remitted + vacated + outstanding. */
export interface DebtView {
  readonly debtId: DebtId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly kind: DebtKind;
  readonly imposedOn: CalendarDate;
  readonly imposed: MoneyText;
  readonly paid: MoneyText;
  readonly remitted: MoneyText;
  readonly vacated: MoneyText;
  /** What ended with its term, or with the death of the defendant. */
  readonly lapsed: MoneyText;
  /** Since when, and under which section; null where nothing did. */
  readonly ending: { readonly on: CalendarDate; readonly citation: string } | null;
  readonly outstanding: MoneyText;
  /** Of community restitution, what each payee of 18 U.S.C. 3663(c)(3) has of what was paid; null of other debts. */
  readonly paidTo: Readonly<Record<CommunityPayee, MoneyText>> | null;
}

/** Whose debts are meant; every field given must match. */
export interface DebtFilter {
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
}
