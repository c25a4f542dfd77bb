import type { LedgerEvent } from '../domain/events.ts';
import type { CaseId, DebtId, OrderId, VictimId } from '../domain/ids.ts';
import type { MoneyText } from '../domain/money.ts';

/** A credit beside the principal of restitution, that would be reversed. */
export interface ReversedBeside {
  /** Of a debt to the public, or of interest or a penalty on an order or a debt. */
  readonly of: 'DEBT' | 'INTEREST' | 'PENALTY';
  readonly caseId: CaseId;
  /** Null of a debt, and of what is owed on one. */
  readonly orderId: OrderId | null;
  /** Null of what is owed on an order. */
  readonly debtId: DebtId | null;
  /** Who had the interest; null where it is the public's. */
  readonly victimId: VictimId | null;
  readonly amount: MoneyText;
}

/** What an event takes back beside the principal of restitution. */
export function reversedBeside(event: LedgerEvent): readonly ReversedBeside[] {
  switch (event.type) {
    case 'DebtReversed': {
      const { caseId, debtId, amount } = event.data;
      return [{ of: 'DEBT', caseId, orderId: null, debtId, victimId: null, amount }];
    }
    case 'InterestReversed': {
      const { caseId, orderId, debtId, victimId, amount } = event.data;
      return [{ of: 'INTEREST', caseId, orderId, debtId, victimId, amount }];
    }
    case 'PenaltyReversed': {
      const { caseId, orderId, debtId, amount } = event.data;
      return [{ of: 'PENALTY', caseId, orderId, debtId, victimId: null, amount }];
    }
    default:
      return [];
  }
}
