import { add, noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import { tableOf, type Change, type Standing } from './read-model.ts';

/** A victim whom the ledger knows, and what has been paid out. What has come in stands with the liabilities. */
export interface VictimRow {
  readonly victimId: string;
  /** The same, as text that victims are listed by. */
  readonly id: string;
  readonly position: number;
  readonly registeredOn: string;
  readonly disbursed: Money;
}

const table = tableOf<VictimRow>({
  name: 'victims',
  columns: { victimId: 'term', id: 'text', position: 'integer', registeredOn: 'day', disbursed: 'amount' },
  key: ['victimId'],
  indexes: [['id']],
});

/** Every victim, as it stands now. */
export const victims: Standing = {
  table,
  changes: {
    VictimRegistered: ({ data: { victimId }, position, effectiveOn }) => [
      {
        key: [victimId],
        to: () => ({ victimId, id: victimId, position, registeredOn: effectiveOn, disbursed: noMoney }),
      },
    ],
    RestitutionDisbursed: ({ data }) => [paidOut(data, parseMoney(data.amount))],
    DisbursementReturned: ({ data }) => [paidOut(data, subtract(noMoney, parseMoney(data.amount)))],
  },
};

function paidOut({ victimId }: { readonly victimId: string }, amount: Money): Change {
  return {
    key: [victimId],
    to: (row) => {
      invariant(row !== undefined, `${victimId} was never registered`);
      const known = row as VictimRow;
      return { ...known, disbursed: add(known.disbursed, amount) };
    },
  };
}
