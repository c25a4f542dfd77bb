import { reject } from '../../domain/rejection.ts';
import type { SignStatement } from '../../domain/statement/commands.ts';
import { contentHashOf, contentOf } from '../reconciliation/statement-content.ts';
import type { Session } from '../session.ts';
import { enter, isHeard } from './entry.ts';

/** A signature is for what is there now. @throws Rejection `content-changed` where something else was looked at */
export async function signStatement(session: Session, command: SignStatement): Promise<void> {
  const ref = { kind: 'Statement', id: command.statementId } as const;
  if (!(await isHeard(session, ref, command))) {
    const state = await session.read(ref, true);
    if (!state.read || !state.isProved) reject('statement-not-found', '/statementId');
    if (contentHashOf(contentOf(state)) !== command.contentHash) reject('content-changed', '/contentHash');
  }
  await enter(session, ref, command);
}
