import { reject } from '../rejection.ts';
import type { ReopenStatement, SignStatement } from './commands.ts';
import type { StatementEvent } from './events.ts';
import { expectProved } from './proof.ts';
import { isAccountedFor, type StatementState } from './state.ts';

/**
 * Two people answer for a statement, for the same content: one prepares, another approves. Whatever is changed after the
 * first signature takes it away.
 *
 * @throws Rejection
 */
export function sign(command: SignStatement, state: StatementState): readonly StatementEvent[] {
  const { statementId, as, signatoryId, contentHash, on } = command;
  expectProved(state);
  const before = state.signatures.get(as);
  if (before?.signatoryId === signatoryId && before.contentHash === contentHash) return [];
  if (before) reject('signed-differently', '/as');
  const open = state.lines.findIndex((line) => !isAccountedFor(line));
  if (open >= 0) reject('line-open', '/statementId');
  if (as === 'APPROVED') expectPrepared(command, state);
  const data = { statementId, as, signatoryId, contentHash };
  return [{ type: 'StatementSigned', effectiveOn: on, data }];
}

/** @throws Rejection where nobody, the same person, or somebody who saw something else prepared it */
function expectPrepared({ signatoryId, contentHash }: SignStatement, { signatures }: StatementState): void {
  const prepared = signatures.get('PREPARED');
  if (!prepared) reject('not-prepared', '/as');
  if (prepared.signatoryId === signatoryId) reject('maker-is-checker', '/signatoryId');
  if (prepared.contentHash !== contentHash) reject('content-changed', '/contentHash');
}

/** Takes the signatures away, so that something can be changed. @throws Rejection */
export function reopen(command: ReopenStatement, state: StatementState): readonly StatementEvent[] {
  const { statementId, reason, signatoryId, on } = command;
  expectProved(state);
  if (state.signatures.size === 0) return [];
  return [{ type: 'StatementReopened', effectiveOn: on, data: { statementId, reason, signatoryId } }];
}
