/** What would be, had something been otherwise. */
import type { Account } from '../../domain/chart-of-accounts.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DebtId, DefendantId, OrderId, VictimId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Obligation } from '../../domain/statutes/obligations.ts';
import type { LiabilityStatus } from './ledger.ts';

/** A liability that would stand otherwise than in the books. */
export interface LiabilityOtherwise {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly books: LiabilityStanding | null;
  readonly branch: LiabilityStanding;
  /** What more would be owed. */
  readonly difference: MoneyText;
}

export interface LiabilityStanding {
  readonly status: LiabilityStatus;
  readonly outstanding: MoneyText;
}

/** An account in which something else would stand; debits less credits. */
export interface AccountOtherwise {
  readonly account: Account;
  readonly books: MoneyText;
  readonly branch: MoneyText;
  readonly difference: MoneyText;
}

/** A command of the hypothesis that the ledger would refuse, as it would any. */
export interface RefusedSupposition {
  /** From 1, in the order in which they were supposed. */
  readonly number: number;
  readonly command: string;
  readonly code: string;
  readonly pointer: string;
}

/** A victim of whom something else would be true; of the figures, those that would be others. */
export interface VictimOtherwise {
  readonly victimId: VictimId;
  readonly figures: readonly FigureOtherwise[];
}

export interface FigureOtherwise {
  /** By its name in the answer about a victim, such as `greatestLoss`. */
  readonly figure: string;
  /** Null where there is none. */
  readonly books: MoneyText | null;
  readonly branch: MoneyText | null;
}

/** An order or a debt on which other interest, or other penalties, would be owed. One of `orderId` and `debtId` is null. */
export interface ChargesOtherwise {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
  readonly obligation: Obligation;
  /** `interestOwed`, `penaltiesOwed`, or both; null where interest cannot be said. */
  readonly figures: readonly FigureOtherwise[];
}

/** The branch held against the books, both as of the same position. */
export interface WhatIfView {
  /** What the branch is called. */
  readonly label: string;
  /** Where it leaves the books. */
  readonly base: number;
  /** How many events it has beyond that; none of them is in the books. */
  readonly events: number;
  /** Victims whom the books were to decide anew already: that was done first, and is no part of what is held against the books. */
  readonly reviewedFirst: number;
  readonly refused: readonly RefusedSupposition[];
  readonly accounts: readonly AccountOtherwise[];
  /** By id; of very many the first, and `victimsLeftOut` says how many more. */
  readonly victims: readonly VictimOtherwise[];
  readonly victimsLeftOut: number;
  /** In the order of the orders; of very many the first, and `liabilitiesLeftOut` says how many more. */
  readonly liabilities: readonly LiabilityOtherwise[];
  readonly liabilitiesLeftOut: number;
  /** What would be owed more on all liabilities together. */
  readonly outstanding: MoneyText;
  /** In the order of the orders and debts; of very many the first, and `chargesLeftOut` says how many more. */
  readonly charges: readonly ChargesOtherwise[];
  readonly chargesLeftOut: number;
  /** The day to which interest and penalties are reckoned: today, or the last from which an answer is supposed to hold. */
  readonly chargesOn: CalendarDate;
  /** What more interest would be owed in all; what cannot be said counts as nothing. */
  readonly interest: MoneyText;
  /** What more would be owed in penalties. */
  readonly penalties: MoneyText;
}
