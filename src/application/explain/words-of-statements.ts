import { counted, orNone, usd, type WordsByType } from './words-by-type.ts';

/** Of accounts, of statements and of what their lines confirm. */
export const wordsOfStatements: WordsByType = {
  AccountOpened: {
    says: ({ accountId, kind, opening, writeOffLimit }) =>
      `account ${accountId} is reconciled (${kind}), from ${usd(opening)} on; up to ${usd(writeOffLimit)} of a line may be given up`,
  },
  StatementRegistered: {
    says: ({ statementId, from, to, opening, closing }) =>
      `statement ${statementId} of ${from} to ${to} has its place: opening ${orNone(opening)}, closing ${orNone(closing)}`,
  },
  StatementRead: {
    says: ({ statementId, lines, sumIn, sumOut }) =>
      `statement ${statementId} was read: ${counted(lines, 'line', 'lines')}, ${usd(sumIn)} in and ${usd(sumOut)} out`,
  },
  StatementLinesListed: {
    says: ({ statementId, lines }) =>
      `${counted(lines.length, 'line', 'lines')} of statement ${statementId}: ${lines.map(({ line, amount, direction }) => `${String(line)}, ${usd(amount)} ${direction.toLowerCase()}`).join('; ')}`,
  },
  StatementProved: { says: ({ statementId }) => `the lines of statement ${statementId} add up, and count` },
  LinesMatched: {
    says: ({ statementId, lines, items, rule, residual }) =>
      `lines ${lines.join(', ')} of ${statementId} are what the bank saw of ${itemsIn(items)} (${rule})${leftOver(residual)}`,
  },
  LinesUnmatched: {
    says: ({ statementId, lines, items, reason, residual }) =>
      `lines ${lines.join(', ')} of ${statementId} are ${itemsIn(items)} no more (${reason})${leftOver(residual)}`,
  },
  LineSuspended: {
    says: ({ statementId, line, amount, reason }) =>
      `${usd(amount)} of line ${String(line)} of ${statementId} waits (${reason})`,
  },
  LineReleased: {
    says: ({ statementId, line, amount }) =>
      `${usd(amount)} of line ${String(line)} of ${statementId} waits no more: it was matched`,
  },
  LineWrittenOff: {
    says: ({ statementId, line, amount, reason }) =>
      `${usd(amount)} of line ${String(line)} of ${statementId} was given up (${reason})`,
  },
  StatementSigned: {
    says: ({ statementId, as, signatoryId }) => `${signatoryId} signed statement ${statementId} (${as})`,
  },
  StatementReopened: {
    says: ({ statementId, reason }) => `statement ${statementId} was opened again (${reason})`,
  },
  MonthSigned: {
    says: ({ month, as, signatoryId }) => `${signatoryId} signed the month ${month} (${as})`,
  },
  MonthReopened: {
    says: ({ month, reason, changes }) =>
      `the month ${month} was opened again (${reason}); ${counted(changes.length, 'account', 'accounts')} had changed`,
  },
  ItemClaimed: {
    says: ({ item, statementId, matchId }) => `match ${matchId} of ${statementId} has ${itemsIn([item])}`,
  },
  ItemReleased: {
    says: ({ item, statementId, matchId }) =>
      `match ${matchId} of ${statementId} has ${itemsIn([item])} no more`,
  },
};

type Item = Parameters<NonNullable<WordsByType['ItemClaimed']>['says']>[0]['item'];

function itemsIn(items: readonly Item[]): string {
  return items.map(({ id }) => id).join(', ');
}

function leftOver(residual: Parameters<typeof usd>[0] | undefined): string {
  return residual === undefined ? '' : `; ${usd(residual)} is left between them`;
}
