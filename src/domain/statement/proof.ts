import { add, subtract } from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import type { ProveStatement } from './commands.ts';
import type { StatementEvent } from './events.ts';
import type { Line, ReadOfFile, StatementState } from './state.ts';

/** All lines are there, and opening, lines and closing go together: a statement that does not prove never counts. */
export function prove({ statementId, on }: ProveStatement, state: StatementState): readonly StatementEvent[] {
  const { read, lines, isProved } = state;
  if (!read) reject('statement-not-found', '/statementId');
  if (isProved) return [];
  invariant(lines.length === read.lines, 'a statement is to count before all of its lines are there');
  invariant(
    state.sumIn === read.sumIn && state.sumOut === read.sumOut,
    'lines come to another sum than was read',
  );
  expectBalances(read);
  return [{ type: 'StatementProved', effectiveOn: on, data: { statementId } }];
}

/** @throws Rejection where the closing balance is not the opening one with what came in, less what went out */
function expectBalances({ opening, closing, sumIn, sumOut }: ReadOfFile): void {
  if (opening === null || closing === null) return;
  if (subtract(add(opening, sumIn), sumOut) !== closing) reject('statement-does-not-prove', '/closing');
}

/** What the file said, where the statement counts. @throws Rejection where it does not, or is not there */
export function expectProved({ read, isProved }: StatementState): ReadOfFile {
  if (!read || !isProved) reject('statement-not-found', '/statementId');
  return read;
}

/** What is signed and approved is opened again before it is changed. @throws Rejection */
export function expectOpen({ signatures }: StatementState): void {
  if (signatures.has('APPROVED')) reject('statement-signed', '/statementId');
}

/** @throws Rejection where there is no such line, or it counts for nothing */
export function lineAt({ lines }: StatementState, number: number, pointer: string): Line {
  const line = lines[number - 1];
  if (!line) reject('line-not-found', pointer);
  if (line.repeats) reject('line-repeats', pointer);
  return line;
}
