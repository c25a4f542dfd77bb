import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { decideRecovery } from '../elsewhere/decide.ts';
import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import { whatHappensToAssistance } from './assistance.ts';
import type { RecordDisbursement, RecordDisbursementReturn, VictimCommand } from './commands.ts';
import type { VictimEvent } from './events.ts';
import { evolveVictim } from './evolve.ts';
import { determineLoss } from './findings.ts';
import { makeJoint } from './joint.ts';
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
      return recordDisbursement(command, state);
    case 'RecordDisbursementReturn':
      return recordDisbursementReturn(command, state);
    case 'ReviewLiabilities':
      return [];
    case 'MakeLiabilitiesJoint':
      return makeJoint(command, state);
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

/** Money that has left is recorded, whether or not the ledger knew of funds for it. */
function recordDisbursement(command: RecordDisbursement, state: VictimState): Events {
  const { victimId, caseId, disbursementId, amount, on } = command;
  const recorded = state.disbursements.get(disbursementId);
  if (recorded?.amount === amount && recorded.caseId === caseId && recorded.on === on) return [];
  if (recorded) reject('disbursement-recorded-differently', '/disbursementId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  const data = { victimId, caseId, disbursementId, amount: formatMoney(amount) };
  return [{ type: 'RestitutionDisbursed', effectiveOn: on, data }];
}

function recordDisbursementReturn(command: RecordDisbursementReturn, state: VictimState): Events {
  const { victimId, disbursementId, reason, on } = command;
  const recorded = state.disbursements.get(disbursementId);
  if (!recorded) reject('disbursement-not-found', '/disbursementId');
  const { caseId, returned } = recorded;
  if (returned?.on === on && returned.reason === reason) return [];
  if (returned) reject('return-recorded-differently', '/disbursementId');
  if (on < recorded.on) reject('returned-before-paid', '/on');
  const data = { victimId, caseId, disbursementId, amount: formatMoney(recorded.amount), reason };
  return [{ type: 'DisbursementReturned', effectiveOn: on, data }];
}

/** The stream `Victim-<id>`: what crosses cases, and the cap. */
export const victimDecider: Decider<VictimState, VictimCommand, VictimEvent> = {
  empty: emptyVictim,
  evolve: evolveVictim,
  decide,
  leftOut: whatIsLeftOut,
};
