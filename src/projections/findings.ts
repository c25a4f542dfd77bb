import { noMoney, parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** What a court found that a victim had lost. */
export interface FindingRow {
  readonly position: number;
  readonly victimId: string;
  readonly caseId: string;
  readonly category: string;
  /** Null where the finding named none. */
  readonly statute: string | null;
  readonly effectiveOn: string;
  readonly amount: Money;
  /** What the court had deducted for assistance before it came to the amount. */
  readonly deducted: Money;
}

const table = tableOf<FindingRow>({
  name: 'findings',
  columns: {
    position: 'integer',
    victimId: 'term',
    caseId: 'term',
    category: 'word',
    statute: 'word',
    effectiveOn: 'day',
    amount: 'amount',
    deducted: 'amount',
  },
  key: ['position'],
  indexes: [['victimId']],
});

/** Every finding of losses; of several in one case and category, that of the latest day counts. */
export const findings = history(table, {
  LossDetermined: ({ data, position, effectiveOn }) => {
    const { victimId, caseId, category, statute = null, assistanceDeducted } = data;
    const deducted = assistanceDeducted === undefined ? noMoney : parseMoney(assistanceDeducted);
    const amount = parseMoney(data.amount);
    return [{ position, victimId, caseId, category, statute, effectiveOn, amount, deducted }];
  },
});
