import { add, noMoney, parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import { tableOf, type Change, type Standing } from './read-model.ts';

/** What is held for a victim out of one case, as it stands now: below nothing where more was paid out than came in. */
export interface HeldRow {
  readonly victimId: string;
  readonly caseId: string;
  /** Interest paid for the victim, less what of it came back. */
  readonly interest: Money;
  /** Restitution and interest credited, less what was paid out. */
  readonly held: Money;
  /** Where the last payment out stands; null where there was none. */
  readonly paidOutAt: number | null;
}

const table = tableOf<HeldRow>({
  name: 'held',
  columns: { victimId: 'term', caseId: 'term', interest: 'amount', held: 'amount', paidOutAt: 'integer' },
  key: ['victimId', 'caseId'],
  indexes: [],
});

/** What is held for every victim, by the case that the money came in under. */
export const held: Standing = {
  table,
  changes: {
    RecoveryCredited: ({ data }) => [credited(data, parseMoney(data.accepted))],
    RecoveryReversed: ({ data }) => [credited(data, below(data.amount))],
    OverpaymentTakenBack: ({ data }) => [credited(data, below(data.amount))],
    RecoveryTakenBack: ({ data }) => [credited(data, below(data.amount))],
    InterestCredited: ({ data }) => interest(data, parseMoney(data.amount)),
    InterestReversed: ({ data }) => interest(data, below(data.amount)),
    RestitutionDisbursed: ({ data, position }) => [
      change(data, (row) => ({ held: subtract(row.held, parseMoney(data.amount)), paidOutAt: position })),
    ],
    DisbursementReturned: ({ data }) => [credited(data, parseMoney(data.amount))],
    UnclaimedMoneySetAside: ({ data }) => [credited(data, below(data.amount))],
    UnclaimedMoneyWithdrawn: ({ data }) => [credited(data, parseMoney(data.amount))],
  },
};

type Share = Pick<HeldRow, 'victimId' | 'caseId'>;

function credited(share: Share, amount: Money): Change {
  return change(share, (row) => ({ held: add(row.held, amount) }));
}

/** Interest on a fine is no victim's. */
function interest(
  { victimId, caseId }: { readonly victimId: string | null; readonly caseId: string },
  amount: Money,
): readonly Change[] {
  if (victimId === null) return [];
  return [
    change({ victimId, caseId }, (row) => ({
      interest: add(row.interest, amount),
      held: add(row.held, amount),
    })),
  ];
}

function below(amount: MoneyText): Money {
  return subtract(noMoney, parseMoney(amount));
}

function change({ victimId, caseId }: Share, news: (row: HeldRow) => Partial<HeldRow>): Change {
  return {
    key: [victimId, caseId],
    to: (known) => {
      const row = (known as HeldRow | undefined) ?? {
        victimId,
        caseId,
        interest: noMoney,
        held: noMoney,
        paidOutAt: null,
      };
      const { interest: paid = row.interest, held: left = row.held, paidOutAt = row.paidOutAt } = news(row);
      return { victimId, caseId, interest: paid, held: left, paidOutAt };
    },
  };
}
