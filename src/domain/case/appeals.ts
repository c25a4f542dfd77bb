import type { AppealCommand, RecordAppeal, RecordAppealEnd } from '../appeal/commands.ts';
import type { AppealEvent } from '../appeal/events.ts';
import { invariant, reject } from '../rejection.ts';
import type { CaseState } from './state.ts';

type Events = readonly AppealEvent[];

/** Records appeals, and their ends. */
export function decideAppeal(command: AppealCommand, state: CaseState): Events {
  return command.type === 'RecordAppeal' ? recordAppeal(command, state) : recordAppealEnd(command, state);
}

/** Carries an appeal, or its end, into the state of its case. */
export function evolveAppeal(
  { appeals }: CaseState,
  { type, data: { orderId }, effectiveOn: on }: AppealEvent,
): void {
  const takenOn = type === 'AppealTaken' ? on : appeals.get(orderId)?.takenOn;
  invariant(takenOn !== undefined, 'an appeal ends that was never taken');
  appeals.set(orderId, { takenOn, endedOn: type === 'AppealTaken' ? undefined : on });
}

/** It is owed all the same (18 U.S.C. 3664(o)), but what it brings in is not paid out until the appeal has ended. */
function recordAppeal({ caseId, orderId, on }: RecordAppeal, state: CaseState): Events {
  const { defendantId } = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
  const last = state.appeals.get(orderId);
  if (last?.takenOn === on) return [];
  if (last && last.endedOn === undefined) reject('appeal-recorded-differently', '/on');
  return [{ type: 'AppealTaken', effectiveOn: on, data: { caseId, orderId, defendantId } }];
}

function recordAppealEnd({ caseId, orderId, on }: RecordAppealEnd, state: CaseState): Events {
  const { defendantId } = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
  const last = state.appeals.get(orderId) ?? reject('appeal-not-found', '/orderId');
  if (last.endedOn === on) return [];
  if (last.endedOn !== undefined) reject('appeal-recorded-differently', '/on');
  if (on < last.takenOn) reject('ended-before-appealed', '/on');
  return [{ type: 'AppealEnded', effectiveOn: on, data: { caseId, orderId, defendantId } }];
}
