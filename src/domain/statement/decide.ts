import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { formatMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type { ListLines, ReadStatement, StatementCommand } from './commands.ts';
import type { StatementEvent } from './events.ts';
import { evolveStatement } from './evolve.ts';
import { match, unmatch } from './matches.ts';
import { prove } from './proof.ts';
import { reopen, sign } from './signatures.ts';
import { emptyStatement, type ReadOfFile, type StatementState } from './state.ts';
import { suspend, writeOff } from './suspense.ts';

type Events = readonly StatementEvent[];

function decide(command: StatementCommand, state: StatementState): Decision<StatementEvent> {
  if (command.type === 'MatchFound') return match(command, state);
  const happened = whatHappened(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(
  command: Exclude<StatementCommand, { type: 'MatchFound' }>,
  state: StatementState,
): Events {
  switch (command.type) {
    case 'ReadStatement':
      return read(command, state);
    case 'ListLines':
      return listLines(command, state);
    case 'ProveStatement':
      return prove(command, state);
    case 'UnmatchLines':
      return unmatch(command, state);
    case 'SuspendLine':
      return suspend(command, state);
    case 'WriteOffWithin':
      return writeOff(command, state);
    case 'SignStatement':
      return sign(command, state);
    case 'ReopenStatement':
      return reopen(command, state);
  }
}

/**
 * The id of a statement is worked out from its account and its file: the same id is the same file, and says the same.
 *
 * @throws Rejection where it was read as other lines, or as lines that come to something else
 */
function read({ type: _, on, ...said }: ReadStatement, state: StatementState): Events {
  if (state.read && isSame(state.read, said)) return [];
  if (state.read) reject('statement-read-differently', '/fileHash');
  const { opening, closing, sumIn, sumOut } = said;
  const balances = {
    opening: opening === null ? null : formatMoney(opening),
    closing: closing === null ? null : formatMoney(closing),
  };
  const sums = { sumIn: formatMoney(sumIn), sumOut: formatMoney(sumOut) };
  return [{ type: 'StatementRead', effectiveOn: on, data: { ...said, ...balances, ...sums } }];
}

function isSame(read: ReadOfFile, said: Omit<ReadStatement, 'type' | 'on'>): boolean {
  const isSameFile = read.fileHash === said.fileHash && read.accountId === said.accountId;
  const isSameMoney = read.sumIn === said.sumIn && read.sumOut === said.sumOut;
  return isSameFile && isSameMoney && read.lines === said.lines;
}

/** Lines that are there already are passed over: whoever was cut short begins again. */
function listLines({ statementId, lines, on }: ListLines, state: StatementState): Events {
  const left = lines.filter(({ line }) => line > state.lines.length);
  if (left.length === 0) return [];
  return [{ type: 'StatementLinesListed', effectiveOn: on, data: { statementId, lines: left } }];
}

/** The stream `Statement-<id>`: the lines of one statement, what each confirms, and who answers for it. */
export const statementDecider: Decider<StatementState, StatementCommand, StatementEvent> = {
  empty: emptyStatement,
  evolve: evolveStatement,
  decide,
};
