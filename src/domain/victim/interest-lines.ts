/** What is said of interest that counts (P-10), where one id of a person hands it to another. */
import { liabilityOf } from '../liability/liability-index.ts';
import { formatMoney, noMoney, parseMoney, subtract, sum } from '../money.ts';
import { move } from './accounts.ts';
import { takeInterest } from './evolve-interest.ts';
import type { LineOf } from './history-events.ts';
import { creditedUnder, receiptOf } from './keys.ts';
import type { VictimState } from './state.ts';

/** What receipts brought as interest, and what of it had been paid out before it was told. */
export function* interestLines({
  interest,
  accounts,
}: VictimState): Generator<LineOf<'INTEREST'> | LineOf<'INTEREST_PAID_OUT'>> {
  for (const [key, { rounds, isReversed, isCleared, movedOn }] of interest.entries()) {
    const told = [...rounds].map(([round, amount]) => ({ round, amount: formatMoney(amount) }));
    yield {
      ...{ kind: 'INTEREST', receiptId: receiptOf(key), ...liabilityOf(creditedUnder(key)), rounds: told },
      ...(isReversed && { isReversed }),
      ...(isCleared && { isCleared }),
      movedOn,
    };
  }
  for (const [caseId, { toldPaidOut }] of accounts.entries()) {
    if (toldPaidOut === noMoney) continue;
    yield { kind: 'INTEREST_PAID_OUT', caseId, amount: formatMoney(toldPaidOut) };
  }
}

/** Lets what was handed over of interest count. */
export function takeInterestLine(
  state: VictimState,
  line: LineOf<'INTEREST'> | LineOf<'INTEREST_PAID_OUT'>,
): void {
  if (line.kind === 'INTEREST_PAID_OUT') {
    const toldPaidOut = parseMoney(line.amount);
    return move(state, line.caseId, { paidBeside: subtract(noMoney, toldPaidOut), toldPaidOut });
  }
  const rounds = line.rounds.map(({ round, amount }) => [round, parseMoney(amount)] as const);
  takeInterest(state, line, {
    rounds: new Map(rounds),
    total: sum(rounds.map(([, amount]) => amount)),
    isReversed: line.isReversed ?? false,
    isCleared: line.isCleared ?? false,
    movedOn: line.movedOn,
  });
}
