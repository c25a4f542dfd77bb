import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { decideRecovery } from '../elsewhere/decide.ts';
import { takeOver, whatHappensToPeople } from '../people/decide.ts';
import { reject } from '../rejection.ts';
import { whatHappensToAssistance } from './assistance.ts';
import { orderReinstatement } from './court-revival.ts';
import type { VictimCommand } from './commands.ts';
import type { VictimEvent } from './events.ts';
import { evolveVictim } from './evolve.ts';
import { whatHappensToPayments } from './disbursements.ts';
import { determineLoss } from './findings.ts';
import { makeJoint } from './joint.ts';
import { isOrderedToPay } from './people-by-law.ts';
import { whatHappensToLiability } from './liabilities.ts';
import { emptyVictim, type VictimState } from './state.ts';
import { whatFollows, whatIsLeftOut } from './what-follows.ts';

type Events = readonly VictimEvent[];

/** First what happened, then what 18 U.S.C. 2259(b)(2)(C) makes of it. */
function decide(command: VictimCommand, state: VictimState, context: Context): Decision<VictimEvent> {
  const happened = whatHappened(command, state, context);
  if (happened.length === 0 && command.type !== 'ReviewLiabilities') return heardAlready;
  const { victimId, on } = command;
  return { happened, follows: whatFollows(state, { ...context, victimId, on, happened }) };
}

function whatHappened(command: VictimCommand, state: VictimState, context: Context): Events {
  if (command.type === 'RegisterVictim') return registerVictim(command, state);
  if (!state.isRegistered) reject('victim-not-registered', '/victimId');
  switch (command.type) {
    case 'DetermineLoss':
      return determineLoss(command, state, context);
    case 'RecordDisbursement':
    case 'RecordDisbursementReturn':
    case 'MakeDisbursement':
      return whatHappensToPayments(command, state);
    case 'ReviewLiabilities':
      return [];
    case 'OrderReinstatement':
      return orderReinstatement(command, state);
    case 'MakeLiabilitiesJoint':
      return makeJoint(command, state);
    case 'AssumeRights':
    case 'EndRepresentation':
    case 'RecordAbuseConviction':
    case 'RecordVictimDeath':
    case 'RecordSuccession':
    case 'AssignInterest':
    case 'RevokeAssignment':
    case 'RecordSameVictim':
      return whatHappensToPeople(command, state.people, (defendantId) => isOrderedToPay(state, defendantId));
    case 'TakeOverIdentity':
      return takeOver(command, state.people);
    case 'ReportRecovery':
    case 'VerifyRecovery':
    case 'RejectRecovery':
    case 'WithdrawRecovery':
      return decideRecovery(command, state.elsewhere);
    case 'OrderAssistance':
    case 'ReceiveAssistance':
    case 'ReturnAssistance':
    case 'VacateAssistance':
      return whatHappensToAssistance(command, state, context);
    default:
      return whatHappensToLiability(command, state, context);
  }
}

function registerVictim({ victimId, on }: VictimCommand, state: VictimState): Events {
  if (state.isRegistered) return [];
  return [{ type: 'VictimRegistered', effectiveOn: on, data: { victimId } }];
}

/** The stream `Victim-<id>`: what crosses cases, and the cap. */
export const victimDecider: Decider<VictimState, VictimCommand, VictimEvent> = {
  empty: emptyVictim,
  evolve: evolveVictim,
  decide,
  leftOut: whatIsLeftOut,
};
