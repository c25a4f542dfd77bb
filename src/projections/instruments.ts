import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that a bank, or a register, said of a payment out, or of its money where nobody claims it. */
export interface InstrumentRow {
  readonly position: number;
  readonly type: string;
  readonly disbursementId: string;
  readonly victimId: string;
  readonly effectiveOn: string;
  /** What was presented; of the issue, what was issued. */
  readonly amount: Money;
  /** By what it went out, and its number; null where the event says nothing of it. */
  readonly instrument: string | null;
  readonly number: string | null;
  /** The statement that shows it, and the first line there. */
  readonly statementId: string | null;
  readonly line: number | null;
  /** What cannot be right. */
  readonly question: string | null;
}

const table = tableOf<InstrumentRow>({
  name: 'instruments',
  columns: {
    position: 'integer',
    type: 'word',
    disbursementId: 'term',
    victimId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
    instrument: 'word',
    number: 'text',
    statementId: 'term',
    line: 'integer',
    question: 'word',
  },
  key: ['position'],
  indexes: [['disbursementId']],
});

const nothing = { instrument: null, number: null, statementId: null, line: null, question: null };

/** All that was said of cheques and transfers. */
export const instruments = history(table, {
  InstrumentIssued: ({ type, data, position, effectiveOn }) => {
    const { disbursementId, victimId, instrument, number } = data;
    const amount = parseMoney(data.amount);
    return [
      { ...nothing, position, type, disbursementId, victimId, effectiveOn, amount, instrument, number },
    ];
  },
  InstrumentPresented: ({ type, data, position, effectiveOn }) => [
    { ...nothing, position, type, effectiveOn, ...shown(data), amount: parseMoney(data.amount) },
  ],
  PresentationWithdrawn: ({ type, data, position, effectiveOn }) => [
    { ...nothing, position, type, effectiveOn, ...shown(data), amount: parseMoney(data.amount) },
  ],
  UnclaimedMoneySetAside: (event) => [waiting(event)],
  UnclaimedMoneyDeposited: (event) => [waiting(event)],
  UnclaimedMoneyWithdrawn: (event) => [waiting(event)],
  InstrumentQuestioned: ({ type, data, position, effectiveOn }) => {
    const amount = parseMoney(data.presented);
    return [{ ...nothing, position, type, effectiveOn, ...shown(data), amount, question: data.question }];
  },
});

/** Where the money of the payment waits, or does no more. */
function waiting({
  type,
  data: { disbursementId, victimId, amount },
  position,
  effectiveOn,
}: Told<'UnclaimedMoneySetAside' | 'UnclaimedMoneyDeposited' | 'UnclaimedMoneyWithdrawn'>): InstrumentRow {
  return { ...nothing, position, type, disbursementId, victimId, effectiveOn, amount: parseMoney(amount) };
}

function shown(data: {
  readonly disbursementId: string;
  readonly victimId: string;
  readonly statementId: string;
  readonly lines: readonly number[];
}): Pick<InstrumentRow, 'disbursementId' | 'victimId' | 'statementId' | 'line'> {
  const { disbursementId, victimId, statementId, lines } = data;
  return { disbursementId, victimId, statementId, line: lines[0] ?? null };
}
