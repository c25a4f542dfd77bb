import { noMoney, parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

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

/** What of interest had been paid out before it was told to count (P-10), and was taken for other money until then. */
export interface InterestToldRow {
  readonly position: number;
  readonly victimId: string;
  readonly caseId: string;
  readonly effectiveOn: string;
  /** Below nothing where the payment came back. */
  readonly paidOut: Money;
}

const toldTable = tableOf<InterestToldRow>({
  name: 'interestTold',
  columns: { position: 'integer', victimId: 'term', caseId: 'term', effectiveOn: 'day', paidOut: 'amount' },
  key: ['position'],
  indexes: [['victimId']],
});

/** What had been paid out of interest before it was told, and what of that came back. */
export const interestTold = history(toldTable, {
  InterestReceived: (event) => rowsOf(event, event.data.paidOut, (amount) => amount),
  DisbursementReturned: (event) => rowsOf(event, event.data.interest, (amount) => subtract(noMoney, amount)),
});

function rowsOf(
  { position, effectiveOn, data: { victimId, caseId } }: Told<'InterestReceived' | 'DisbursementReturned'>,
  paidOut: MoneyText | undefined,
  signed: (amount: Money) => Money,
): readonly InterestToldRow[] {
  if (paidOut === undefined) return [];
  return [{ position, victimId, caseId, effectiveOn, paidOut: signed(parseMoney(paidOut)) }];
}
