import type { OrderId, CaseId } from '../ids.ts';
import {
  amended,
  changedOn,
  creditedOn,
  reversedOn,
  imposed,
  withEnded,
  withoutEnded,
  type Liability,
} from '../liability/liability.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { RecoveryCredited, RecoveryReversed } from '../liability/events.ts';
import type { LiabilityAmount, LossDetermined, VictimEvent } from './events.ts';
import { evolveAssistance } from './evolve-assistance.ts';
import { withEvent } from './frontier.ts';
import { tailWith } from './left-out.ts';
import { creditKey, emptyAccount, type CaseAccount, type VictimState } from './state.ts';

/** Carries one event into the state of its victim. */
export function evolveVictim(state: VictimState, event: VictimEvent): void {
  state.frontier = withEvent(state.frontier, event);
  state.tail = tailWith(state, event);
  switch (event.type) {
    case 'VictimRegistered':
      state.isRegistered = true;
      return;
    case 'LossDetermined':
      return find(state, event);
    case 'RestitutionDisbursed':
    case 'DisbursementReturned':
      return evolveDisbursement(state, event);
    case 'AssistanceOrdered':
    case 'AssistanceIneligibilityNoted':
    case 'AssistanceReceived':
    case 'AssistanceReturned':
    case 'AssistanceOrderVacated':
      return evolveAssistance(state, event);
    case 'LiabilityImposed':
    case 'LiabilityBecameFinal':
    case 'LiabilityAmended':
    case 'LiabilityVacated':
    case 'LiabilityExpired':
      return evolveLiability(state, event);
    case 'LiabilitiesMadeJoint':
      return makeJoint(state, event);
    case 'RecoveryCredited':
      return credit(state, event);
    case 'RecoveryReversed':
      return reverse(state, event);
    default:
      return evolveRecovery(state, event);
  }
}

function makeJoint(state: VictimState, { data }: Of<'LiabilitiesMadeJoint'>): void {
  const { orderIds, crediting, declaration } = data;
  for (const orderId of orderIds) state.joint.set(orderId, { orderIds, crediting, declaration });
}

type Of<Type extends VictimEvent['type']> = Extract<VictimEvent, { type: Type }>;

type LiabilityChange = Of<
  'LiabilityImposed' | 'LiabilityBecameFinal' | 'LiabilityAmended' | 'LiabilityVacated' | 'LiabilityExpired'
>;

function evolveLiability(state: VictimState, event: LiabilityChange): void {
  if (event.type === 'LiabilityImposed') return state.liabilities.set(event.data.orderId, imposed(event));
  const liability = known(state, event.data.orderId);
  switch (event.type) {
    case 'LiabilityBecameFinal':
      return put(state, { ...liability, ground: event.data.ground });
    case 'LiabilityAmended':
      return put(
        state,
        changedOn(amended(liability, parseMoney(event.data.amount), event.data.amendment), event.effectiveOn),
      );
    case 'LiabilityVacated':
      move(state, liability.caseId, { underVacated: { ...none, [liability.track]: liability.paid } });
      return put(state, changedOn({ ...liability, isVacated: true }, event.effectiveOn));
    case 'LiabilityExpired':
      return put(state, changedOn({ ...liability, isExpired: true }, event.effectiveOn));
  }
}

function find(state: VictimState, { data, effectiveOn: on }: LossDetermined): void {
  const { caseId, category, heads, statute, projected, assistanceDeducted } = data;
  const amount = parseMoney(data.amount);
  const deducted = assistanceDeducted === undefined ? noMoney : parseMoney(assistanceDeducted);
  const before = state.findings.get(caseId);
  const found = [...(before?.[category] ?? []), { on, amount, deducted, heads, statute, projected }];
  state.findings.set(caseId, { ...before, [category]: found });
}

function credit(state: VictimState, { data, effectiveOn }: RecoveryCredited): void {
  const liability = known(state, data.orderId);
  const accepted = parseMoney(data.accepted);
  const key = creditKey(data.receiptId, data.orderId);
  const total = add(state.credits.get(key)?.total ?? noMoney, accepted);
  state.credits.set(key, { round: data.round, acceptedInRound: accepted, total, isReversed: false });
  pay(state, creditedOn(liability, effectiveOn, accepted), accepted);
}

function reverse(state: VictimState, { data, effectiveOn }: RecoveryReversed): void {
  const key = creditKey(data.receiptId, data.orderId);
  const credit = state.credits.get(key);
  invariant(credit !== undefined, 'a recovery is reversed that was never credited');
  state.credits.set(key, { ...credit, isReversed: true });
  const amount = parseMoney(data.amount);
  const liability = reversedOn(known(state, data.orderId), effectiveOn, amount);
  pay(state, liability, subtract(noMoney, amount));
}

function pay(state: VictimState, liability: Liability, amount: Money): void {
  const paid = { ...none, [liability.track]: amount };
  move(state, liability.caseId, { credited: paid, underVacated: liability.isVacated ? paid : none });
  put(state, liability);
}

function evolveDisbursement(
  state: VictimState,
  event: Of<'RestitutionDisbursed' | 'DisbursementReturned'>,
): void {
  const { disbursementId, caseId } = event.data;
  const amount = parseMoney(event.data.amount);
  if (event.type === 'RestitutionDisbursed') {
    state.disbursements.set(disbursementId, { caseId, amount, on: event.effectiveOn, returned: undefined });
    return move(state, caseId, { disbursed: amount });
  }
  const disbursement = state.disbursements.get(disbursementId);
  invariant(disbursement !== undefined, 'a disbursement is returned that was never made');
  const returned = { on: event.effectiveOn, reason: event.data.reason };
  state.disbursements.set(disbursementId, { ...disbursement, returned });
  move(state, caseId, { disbursed: subtract(noMoney, amount) });
}

function evolveRecovery(
  state: VictimState,
  event: Of<
    | 'GreatestLossChanged'
    | 'FullRecoveryReached'
    | 'FullRecoveryUndone'
    | 'LiabilitiesTerminated'
    | 'LiabilitiesReinstated'
    | 'OverRecoveryNoted'
  >,
): void {
  switch (event.type) {
    case 'GreatestLossChanged':
      state.greatestLoss = event.data.greatestLoss === null ? undefined : parseMoney(event.data.greatestLoss);
      return;
    case 'FullRecoveryReached':
      state.epoch = event.data.epoch;
      state.standing = [...state.standing, { epoch: state.epoch, at: parseMoney(event.data.greatestLoss) }];
      return;
    case 'FullRecoveryUndone':
      state.standing = state.standing.filter(({ epoch }) => epoch !== event.data.epoch);
      return;
    case 'LiabilitiesTerminated':
      for (const each of event.data.liabilities) end(state, each, event);
      return;
    case 'LiabilitiesReinstated':
      for (const { orderId } of event.data.liabilities) {
        const liability = changedOn(known(state, orderId), event.effectiveOn);
        put(state, withoutEnded(liability, event.data.epoch));
      }
      return;
    case 'OverRecoveryNoted':
      state.overRecovery = parseMoney(event.data.amount);
      return;
  }
}

function end(
  state: VictimState,
  { orderId, amount }: LiabilityAmount,
  { data: { epoch }, effectiveOn }: Of<'LiabilitiesTerminated'>,
): void {
  const liability = changedOn(known(state, orderId), effectiveOn);
  put(state, withEnded(liability, { epoch, amount: parseMoney(amount) }));
}

const none = emptyAccount.credited;

/** Adds the change to the account of the case and to the total over all cases. */
function move(state: VictimState, caseId: CaseId, change: Partial<CaseAccount>): void {
  state.accounts.set(caseId, moved(state.accounts.get(caseId) ?? emptyAccount, change));
  state.total = moved(state.total, change);
}

function moved(account: CaseAccount, change: Partial<CaseAccount>): CaseAccount {
  return {
    credited: addByTrack(account.credited, change.credited ?? none),
    underVacated: addByTrack(account.underVacated, change.underVacated ?? none),
    disbursed: add(account.disbursed, change.disbursed ?? noMoney),
  };
}

function addByTrack(a: CaseAccount['credited'], b: CaseAccount['credited']): CaseAccount['credited'] {
  return {
    TRAFFICKING: add(a.TRAFFICKING, b.TRAFFICKING),
    FULL_AMOUNT: add(a.FULL_AMOUNT, b.FULL_AMOUNT),
  };
}

function known(state: VictimState, orderId: OrderId): Liability {
  const liability = state.liabilities.get(orderId);
  invariant(liability !== undefined, 'an event names a liability that was never imposed');
  return liability;
}

function put(state: VictimState, liability: Liability): void {
  state.liabilities.set(liability.orderId, liability);
}
