import { reject } from '../rejection.ts';
import { complicatesSentencing } from '../statutes/18-usc-3663-a-discretionary.ts';
import { mayDecline } from '../statutes/restitution-statutes.ts';
import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { decisionKey } from './keys.ts';
import { type CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/** Records that a court ordered nothing; a reason that the statute takes from the court is refused. */
export function declineRestitution(command: DeclineRestitution, state: CaseState): Events {
  const { caseId, defendantId, victimId, statute, ground, on } = command;
  expectDefendant(command, state);
  if (!mayDecline(statute, ground)) {
    reject(complicatesSentencing(ground) ? 'complexity-no-ground' : 'order-mandatory', '/ground');
  }
  const data = { caseId, defendantId, victimId, statute, ground };
  return unlessHeard({ type: 'RestitutionDeclined', effectiveOn: on, data }, state);
}

/** Records that losses are to be determined later; a day past the term is recorded too (Dolan v. United States). */
export function deferFinding(command: DeferFinding, state: CaseState): Events {
  const { caseId, defendantId, victimId, sentencedOn, finalOn, on } = command;
  expectDefendant(command, state);
  if (finalOn < sentencedOn) reject('determined-before-sentencing', '/finalOn');
  const data = { caseId, defendantId, victimId, sentencedOn, finalOn };
  return unlessHeard({ type: 'FindingDeferred', effectiveOn: on, data }, state);
}

/** Records a petition for later losses; late, or without good cause, it is recorded too, for granting it is the court's. */
export function petitionLaterLosses(command: PetitionLaterLosses, state: CaseState): Events {
  const { caseId, orderId, victimId, discoveredOn, goodCause, on } = command;
  const order = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
  if (order.vacatedOn !== undefined) reject('order-vacated', '/orderId');
  if (on < discoveredOn) reject('petitioned-before-discovery', '/on');
  const { defendantId } = order;
  const data = { caseId, orderId, victimId, defendantId, discoveredOn, goodCause };
  return unlessHeard({ type: 'LaterLossesPetitioned', effectiveOn: on, data }, state);
}

function expectDefendant({ defendantId }: Pick<DeferFinding, 'defendantId'>, state: CaseState): void {
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
}

function unlessHeard(event: Parameters<typeof decisionKey>[0], state: CaseState): Events {
  return state.decisions.get(decisionKey(event)) ? [] : [event];
}
