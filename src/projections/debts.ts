import { noMoney, parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** What became of one debt beside restitution: imposed, paid, remitted, set aside, or ended with its term. */
export interface DebtRow {
  readonly position: number;
  readonly item: number;
  readonly debtId: string;
  readonly caseId: string;
  readonly defendantId: string;
  readonly kind: string;
  readonly effectiveOn: string;
  /** The account of the journal that grew: `imposed`, `discharged`, `remitted`, `annulled` or `lapsed`. */
  readonly became: DebtAccount;
  /** Below nothing where a payment came back. */
  readonly amount: Money;
  /** The receipt that paid, or came back. */
  readonly receiptId: string | null;
}

type DebtAccount = 'imposed' | 'discharged' | 'remitted' | 'annulled' | 'lapsed';

const table = tableOf<DebtRow>({
  name: 'debts',
  columns: {
    position: 'integer',
    item: 'integer',
    debtId: 'term',
    caseId: 'term',
    defendantId: 'term',
    kind: 'word',
    effectiveOn: 'day',
    became: 'word',
    amount: 'amount',
    receiptId: 'term',
  },
  key: ['position', 'item'],
  indexes: [['debtId'], ['caseId'], ['defendantId'], ['receiptId']],
});

type OfDebt = Told<
  | 'DebtImposed'
  | 'DebtCredited'
  | 'DebtReversed'
  | 'DebtRemitted'
  | 'DebtVacated'
  | 'DebtExpired'
  | 'DebtExpiryUndone'
>;

function row({ data, position, item, effectiveOn }: OfDebt, became: DebtAccount, amount: MoneyText): DebtRow {
  const { debtId, caseId, defendantId, kind } = data;
  const receiptId = 'receiptId' in data ? data.receiptId : null;
  const ids = { debtId, caseId, defendantId, kind, receiptId };
  return { position, item, ...ids, effectiveOn, became, amount: parseMoney(amount) };
}

function turned(row: DebtRow): DebtRow {
  return { ...row, amount: subtract(noMoney, row.amount) };
}

/** Everything that became of debts beside restitution. */
export const debts = history(table, {
  DebtImposed: (event) => [row(event, 'imposed', event.data.amount)],
  DebtCredited: (event) => [row(event, 'discharged', event.data.amount)],
  DebtReversed: (event) => [turned(row(event, 'discharged', event.data.amount))],
  DebtRemitted: (event) => [row(event, 'remitted', event.data.amount)],
  DebtVacated: (event) => [row(event, 'annulled', event.data.amount)],
  DebtExpired: (event) => [row(event, 'lapsed', event.data.amount)],
  DebtExpiryUndone: (event) => {
    const back = turned(row(event, 'lapsed', event.data.amount));
    const { vacated } = event.data;
    if (vacated === undefined) return [back];
    const items = [turned(row(event, 'lapsed', vacated)), row(event, 'annulled', vacated)];
    return [back, ...items.map((each, at) => ({ ...each, item: event.item + at + 1 }))];
  },
});
