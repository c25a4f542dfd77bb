import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { decideRecovery } from '../elsewhere/decide.ts';
import { takeOver, whatHappensToPeople } from '../people/decide.ts';
import { reject } from '../rejection.ts';
import { whatHappensToAssistance } from './assistance.ts';
import type { JoinHistories, TakeOverHistory, VictimCommand } from './commands.ts';
import type { PeopleCommand, TakeOverIdentity } from '../people/commands.ts';
import { orderReinstatement } from './court-revival.ts';
import type { VictimEvent } from './events.ts';
import { evolveVictim } from './evolve.ts';
import { isOfPayments, whatHappensToPayments } from './disbursements.ts';
import { determineLoss } from './findings.ts';
import { isOfInterest, whatHappensToInterest } from './interest.ts';
import { makeJoint } from './joint.ts';
import { isOrderedToPay } from './people-by-law.ts';
import { whatHappensToLiability } from './liabilities.ts';
import { emptyVictim, type VictimState } from './state.ts';
import { isClosed, joinHistories, takeOverHistory } from './take-over.ts';
import { whatFollows, whatIsLeftOut } from './what-follows.ts';

type Events = readonly VictimEvent[];

/** First what happened, then what 18 U.S.C. 2259(b)(2)(C) makes of it. */
function decide(command: VictimCommand, state: VictimState, context: Context): Decision<VictimEvent> {
  // Whoever reports comes to the survivor in the end: the passage sends it on.
  if (isClosed(state) && !closedHears.has(command.type)) return heardAlready;
  const happened = whatHappened(command, state, context);
  if (happened.length === 0 && command.type !== 'ReviewLiabilities') return heardAlready;
  // What the law makes of facts under any id of the person, it makes under the one that decides.
  const { id: victimId = command.victimId } = state;
  return { happened, follows: whatFollows(state, { ...context, victimId, on: command.on, happened }) };
}

function whatHappened(command: VictimCommand, state: VictimState, context: Context): Events {
  if (command.type === 'RegisterVictim') return registerVictim(command, state);
  if (!state.isRegistered) reject('victim-not-registered', '/victimId');
  if (isOfPayments(command)) return whatHappensToPayments(command, state);
  if (isOfInterest(command)) return whatHappensToInterest(command, state, context);
  switch (command.type) {
    case 'DetermineLoss':
      return determineLoss(command, state, context);
    case 'ReviewLiabilities':
      return [];
    case 'OrderReinstatement':
      return orderReinstatement(command, state);
    case 'MakeLiabilitiesJoint':
      return makeJoint(command, state);
    case 'TakeOverIdentity':
    case 'TakeOverHistory':
    case 'JoinHistories':
      return whatIsTakenOver(command, state, context);
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
      return isAboutPeople(command)
        ? whatHappensToPeople(command, state.people, {
            isOrderedToPay: (defendantId) => isOrderedToPay(state, defendantId),
            policyVersion: context.policies.version,
          })
        : whatHappensToLiability(command, state, context);
  }
}

/** What the survivor hears of an id that was found to be the same person. */
function whatIsTakenOver(
  command: TakeOverIdentity | TakeOverHistory | JoinHistories,
  state: VictimState,
  context: Context,
): Events {
  switch (command.type) {
    case 'TakeOverIdentity':
      return takeOver(command, state.people);
    case 'TakeOverHistory':
      return takeOverHistory(command, state);
    case 'JoinHistories':
      return joinHistories(command, state, context);
  }
}

const ofPeople: Readonly<Record<PeopleCommand['type'], true>> = {
  AssumeRights: true,
  EndRepresentation: true,
  RecordAbuseConviction: true,
  RecordVictimDeath: true,
  RecordSuccession: true,
  AssignInterest: true,
  RevokeAssignment: true,
  RecordSameVictim: true,
};

function isAboutPeople(command: { readonly type: string }): command is PeopleCommand {
  return Object.hasOwn(ofPeople, command.type);
}

/** What a stream hears though nothing is decided in it any more. Assistance is refused there, for it is asked for elsewhere. */
const closedHears: ReadonlySet<VictimCommand['type']> = new Set([
  'RecordSameVictim',
  'TakeOverIdentity',
  'OrderAssistance',
]);

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
