import { noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** Money paid out to a victim, or come back. */
export interface DisbursementRow {
  readonly position: number;
  readonly disbursementId: string;
  readonly victimId: string;
  readonly caseId: string;
  readonly effectiveOn: string;
  /** Below nothing where it came back. */
  readonly amount: Money;
}

const table = tableOf<DisbursementRow>({
  name: 'disbursements',
  columns: {
    position: 'integer',
    disbursementId: 'term',
    victimId: 'term',
    caseId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
  },
  key: ['position'],
  indexes: [['victimId']],
});

/** Everything that was paid out to victims or came back. */
export const disbursements = history(table, {
  RestitutionDisbursed: ({ data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId } = data;
    return [{ position, disbursementId, victimId, caseId, effectiveOn, amount: parseMoney(data.amount) }];
  },
  DisbursementReturned: ({ data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId } = data;
    const amount = subtract(noMoney, parseMoney(data.amount));
    return [{ position, disbursementId, victimId, caseId, effectiveOn, amount }];
  },
});
