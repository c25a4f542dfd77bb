import type { AppealCommand } from '../appeal/commands.ts';
import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { formatMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import { allocatePayment, settlePayment } from './allocation.ts';
import { unapplyPayment } from './unapply.ts';
import type {
  AllocatePayment,
  AmendOrder,
  CaseCommand,
  DeclineRestitution,
  DeferFinding,
  EnterOrder,
  MakeOrderFinal,
  MakeOrdersJoint,
  NoteTakenBack,
  NoteTermination,
  PetitionLaterLosses,
  RegisterCase,
  RegisterDefendant,
  SettlePayment,
  UnapplyPayment,
  VacateOrder,
} from './commands.ts';
import { decideAppeal } from './appeals.ts';
import { decideCollection } from './collection.ts';
import { decideDebt } from './debts.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { decideExpiry } from './expiry.ts';
import { newlyEnded } from './endings.ts';
import { makeOrdersJoint } from './joint.ts';
import { amendOrder, enterOrder, makeOrderFinal, vacateOrder } from './orders.ts';
import { noteTakenBack } from './taken-back.ts';
import { reduceInCase } from './reductions.ts';
import { declineRestitution, deferFinding, petitionLaterLosses } from './decisions-on-restitution.ts';
import { noticeKey, undoneKey } from './keys.ts';
import { creditsComeToMore } from './credits-of-courts.ts';
import { emptyCase, type CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/** The facts of one case. What 2259(b)(2)(C) makes of them is decided in the streams of its victims. */
function decide(command: CaseCommand, state: CaseState, context: Context): Decision<CaseEvent> {
  const happened = whatHappened(command, state, context);
  if (happened.length === 0) return heardAlready;
  return { happened, follows: creditsComeToMore(happened, state, context.policies) };
}

function whatHappened(command: CaseCommand, state: CaseState, context: Context): Events {
  if (command.type === 'RegisterCase') return registerCase(command, state);
  if (!state.isRegistered) reject('case-not-registered', '/caseId');
  if (command.type === 'RegisterDefendant') return registerDefendant(command, state);
  switch (command.type) {
    case 'EnterOrder':
    case 'AmendOrder':
    case 'MakeOrderFinal':
    case 'VacateOrder':
    case 'MakeOrdersJoint':
    case 'RecordAppeal':
    case 'RecordAppealEnd':
      return ofAnOrder(command, state, context);
    case 'DeclineRestitution':
    case 'DeferFinding':
    case 'PetitionLaterLosses':
      return beforeAnOrder(command, state);
    case 'ImposeDebt':
    case 'RemitDebt':
    case 'VacateDebt':
    case 'SetOrderOfPayment':
      return decideDebt(command, state, context.policies);
    case 'ReduceLiability':
    case 'ReverseReduction':
    case 'NoteReduction':
      return reduceInCase(command, state, context.policies);
    case 'ExpireLiability':
    case 'UndoExpiry':
      return decideExpiry(command, state, context);
    case 'AllocatePayment':
    case 'SettlePayment':
    case 'UnapplyPayment':
    case 'NoteTakenBack':
    case 'NoteTermination':
    case 'NoteReinstatement':
      return onItsWay(command, state, context);
    default:
      return decideCollection(command, state);
  }
}

/** What a court orders, and what it makes of its orders later. */
function ofAnOrder(
  command: EnterOrder | AmendOrder | MakeOrderFinal | VacateOrder | MakeOrdersJoint | AppealCommand,
  state: CaseState,
  context: Context,
): Events {
  switch (command.type) {
    case 'EnterOrder':
      return enterOrder(command, state, context);
    case 'AmendOrder':
      return amendOrder(command, state, context);
    case 'MakeOrderFinal':
      return makeOrderFinal(command, state);
    case 'VacateOrder':
      return vacateOrder(command, state);
    case 'MakeOrdersJoint':
      return makeOrdersJoint(command, state);
    default:
      return decideAppeal(command, state);
  }
}

/** What a court or a victim says of restitution beside an order. */
function beforeAnOrder(
  command: DeclineRestitution | DeferFinding | PetitionLaterLosses,
  state: CaseState,
): Events {
  switch (command.type) {
    case 'DeclineRestitution':
      return declineRestitution(command, state);
    case 'DeferFinding':
      return deferFinding(command, state);
    case 'PetitionLaterLosses':
      return petitionLaterLosses(command, state);
  }
}

/** What the passage brings: receipts to be divided, and news of liabilities that ended. */
function onItsWay(
  command: AllocatePayment | SettlePayment | UnapplyPayment | NoteTakenBack | NoteTermination,
  state: CaseState,
  context: Context,
): Events {
  switch (command.type) {
    case 'AllocatePayment':
      return allocatePayment(command, state, context);
    case 'SettlePayment':
      return settlePayment(command, state, context);
    case 'UnapplyPayment':
      return unapplyPayment(command, state, context);
    case 'NoteTakenBack':
      return noteTakenBack(command, state);
    case 'NoteTermination':
    case 'NoteReinstatement':
      return note(command, state);
  }
}

function registerCase({ caseId, on }: RegisterCase, state: CaseState): Events {
  if (state.isRegistered) return [];
  return [{ type: 'CaseRegistered', effectiveOn: on, data: { caseId } }];
}

function registerDefendant({ caseId, defendantId, on }: RegisterDefendant, state: CaseState): Events {
  if (state.defendants.get(defendantId) !== undefined) return [];
  return [{ type: 'DefendantRegistered', effectiveOn: on, data: { caseId, defendantId } }];
}

/**
 * Stays quiet where the case has had this notice, for the victim's stream may tell it twice; and where it knows that
 * what ended is owed again, for notices may come in any order.
 */
function note(command: NoteTermination, state: CaseState): Events {
  const { caseId, orderId, victimId, epoch, ending, amount, citation, on } = command;
  const liability = state.liabilities.get({ orderId, victimId });
  if (!liability) reject('order-not-found', '/orderId');
  const isEnd = command.type === 'NoteTermination';
  if (state.notices.get(noticeKey(command)) || (isEnd && state.undone.get(undoneKey(command)))) return [];
  const { defendantId } = liability;
  const standing = isEnd ? newlyEnded(command, liability, state) : amount;
  const written = { epoch, ending, amount: formatMoney(standing), citation };
  const data = { caseId, orderId, victimId, defendantId, ...written };
  return [{ type: isEnd ? 'LiabilityTerminated' : 'LiabilityReinstated', effectiveOn: on, data }];
}

/** The stream `Case-<id>`: the orders of its defendants, and how each receipt was divided. */
export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent> = {
  empty: emptyCase,
  evolve: evolveCase,
  decide,
};
