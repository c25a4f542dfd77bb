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
  /** To whom it went: the victim, where nothing else is said. Of what came back, nothing is said. */
  readonly paidTo: string | null;
  readonly representativeId: string | null;
  /** What of it had come in as interest, or under another statute than section 2259. Of what came back, nothing is said. */
  readonly beside: Money;
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
    paidTo: 'word',
    representativeId: 'term',
    beside: 'amount',
  },
  key: ['position'],
  indexes: [['victimId']],
});

/** Everything that was paid out to victims or came back. */
export const disbursements = history(table, {
  RestitutionDisbursed: ({ data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId, paidTo = null, representativeId = null } = data;
    const amount = parseMoney(data.amount);
    const beside = data.beside === undefined ? noMoney : parseMoney(data.beside);
    const payee = { paidTo, representativeId, beside };
    return [{ position, disbursementId, victimId, caseId, effectiveOn, amount, ...payee }];
  },
  DisbursementReturned: ({ data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId } = data;
    const amount = subtract(noMoney, parseMoney(data.amount));
    const payee = { paidTo: null, representativeId: null, beside: noMoney };
    return [{ position, disbursementId, victimId, caseId, effectiveOn, amount, ...payee }];
  },
});
