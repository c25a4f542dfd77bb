import { laterOf } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import {
  amended,
  amendmentOf,
  changedOn,
  changeDay,
  creditDay,
  isLaterGround,
  outstanding,
  overpaid,
  refOf,
  reversedOn,
  type Liability,
} from '../liability/liability.ts';
import { expired, expiredAgain, expiryUndone } from '../liability/expired.ts';
import { stillOwed } from '../liability/joint.ts';
import { overpaymentsTakenBack } from '../liability/overpayments.ts';
import { decideReduction, type ReductionCommand } from '../liability/reductions.ts';
import { formatMoney, least, noMoney, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { invariant } from '../rejection.ts';
import { headroom } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import type {
  AmendLiability,
  ClearRecovery,
  CreditRecovery,
  ExpireVictimLiability,
  ImposeLiability,
  MakeLiabilityFinal,
  ReverseRecovery,
  VacateLiability,
} from './commands.ts';
import type { VictimEvent } from './events.ts';
import { jointlyOwed } from './joint.ts';
import { received, recoveredBy } from './recovery.ts';
import { creditKey } from './keys.ts';
import { ownNotPaidOut, payingOn } from './not-paid-out.ts';
import { acceptedOf, counts, type VictimState } from './state.ts';

type Events = readonly VictimEvent[];
type FromCase =
  | ImposeLiability
  | MakeLiabilityFinal
  | AmendLiability
  | VacateLiability
  | ExpireVictimLiability
  | CreditRecovery
  | ReverseRecovery
  | ClearRecovery
  | ReductionCommand;

/** What a case tells the victim's stream of its orders, and tenders under them. All of it may be told twice. */
export function whatHappensToLiability(command: FromCase, state: VictimState, context: Context): Events {
  const liability = state.liabilities.get(command);
  if (command.type === 'ImposeLiability') return liability ? [] : impose(command);
  invariant(liability !== undefined, 'a case speaks of an order that it has not told the victim of');
  switch (command.type) {
    case 'MakeLiabilityFinal':
      return makeFinal(command, liability);
    case 'AmendLiability':
      return amend(command, state, { ...context, liability });
    case 'VacateLiability':
      return vacate(command, liability);
    case 'ExpireVictimLiability':
      return liability.termChanges >= command.change ? [] : [expired(liability, command.on, command.change)];
    case 'UndoVictimExpiry':
      return liability.termChanges >= command.change
        ? []
        : [expiryUndone(liability, command.on, command.change)];
    case 'CreditRecovery':
      return creditRecovery(command, state, { ...context, liability });
    case 'ReduceLiability':
    case 'ReverseReduction':
      return decideReduction(command, liability, jointlyOwed(state, liability, context.policies));
    case 'ReverseRecovery':
      return reverseRecovery(command, state, liability);
    case 'ClearRecovery':
      return clearRecovery(command, state, liability);
  }
}

function impose(command: ImposeLiability): Events {
  const { track, amount, isBeforeAct, on } = command;
  const data = {
    ...refOf(command),
    track,
    amount: formatMoney(amount),
    ...(isBeforeAct && { isBeforeAct }),
  };
  return [{ type: 'LiabilityImposed', effectiveOn: on, data }];
}

function makeFinal({ ground, on }: MakeLiabilityFinal, liability: Liability): Events {
  if (liability.ground !== undefined && !isLaterGround(ground, liability.ground)) return [];
  return [{ type: 'LiabilityBecameFinal', effectiveOn: on, data: { ...refOf(liability), ground } }];
}

/** Recorded also where it leaves the amount as it is: an earlier amendment, heard after it, must find that it is late. */
function amend(
  { amount, amendment, on }: AmendLiability,
  state: VictimState,
  { liability, policies }: Context & { liability: Liability },
): Events {
  if (liability.isVacated || liability.amendments >= amendment) return [];
  const effectiveOn = changeDay(liability, on);
  const after = changedOn(amended(liability, amount, amendment), effectiveOn);
  const told: VictimEvent = { type: 'LiabilityAmended', effectiveOn, data: amendmentOf(liability, after) };
  if (policies['P-46'] !== 'EXCESS' || overpaid(after) === noMoney) return [told];
  const [paying, notPaidOut] = [payingOn(state, after), ownNotPaidOut(state, after.caseId)];
  return [told, ...overpaymentsTakenBack(after, { paying, notPaidOut, policies })];
}

function vacate({ on }: VacateLiability, liability: Liability): Events {
  if (liability.isVacated) return [];
  const data = { ...refOf(liability), amount: formatMoney(outstanding(liability)) };
  return [{ type: 'LiabilityVacated', effectiveOn: changeDay(liability, on), data }];
}

/** Takes no more than is owed, nor than the victim may still recover; takes nothing, rather than not answering. */
function creditRecovery(
  command: CreditRecovery,
  state: VictimState,
  context: Context & { liability: Liability },
): Events {
  const { receiptId, round, offered, on } = command;
  if (acceptedOf(state, command) !== undefined) return [];
  const accepted = acceptable(offered, state, context);
  const amounts = { offered: formatMoney(offered), accepted: formatMoney(accepted) };
  const data = { ...refOf(context.liability), receiptId, round, ...amounts };
  return [{ type: 'RecoveryCredited', effectiveOn: creditDay(context.liability, on), data }];
}

/** What of a tender the victim's headroom lets in, by the answer to P-07. */
function acceptable(
  offered: Money,
  state: VictimState,
  { policies, liability }: Context & { liability: Liability },
): Money {
  const wanted = least(offered, owedOf(state, liability, policies));
  if (!counts(liability, policies)) return wanted;
  const sofar = policies['P-06'] === 'FREEZE' ? recoveredBy(state, policies) : received(state, policies);
  const room = headroom(state.greatestLoss, sofar);
  if (room === undefined || wanted <= room) return wanted;
  switch (policies['P-07']) {
    case 'SPLIT':
      return room;
    case 'ACCEPT_WHOLE':
      return room > noMoney ? wanted : noMoney;
    case 'REJECT_WHOLE':
      return noMoney;
  }
}

/** What is owed under the liability, beside what others who owe it jointly have paid (P-23). */
function owedOf(state: VictimState, liability: Liability, policies: Policies): Money {
  return stillOwed(liability, jointlyOwed(state, liability, policies));
}

function reverseRecovery(command: ReverseRecovery, state: VictimState, liability: Liability): Events {
  const { receiptId, on } = command;
  const credit = state.credits.get(creditKey(command));
  if (!credit || credit.isReversed || credit.total === noMoney) return [];
  const data = { ...refOf(liability), receiptId, amount: formatMoney(credit.total) };
  const effectiveOn = changeDay(liability, on);
  const reversed: VictimEvent = { type: 'RecoveryReversed', effectiveOn, data };
  return [reversed, ...expiredAgain(liability, reversedOn(liability, effectiveOn, credit.total), on)];
}

/** Said once of what a receipt brings under an order, as soon as it has brought something. */
function clearRecovery(command: ClearRecovery, state: VictimState, liability: Liability): Events {
  const { receiptId, on } = command;
  const credit = state.credits.get(creditKey(command));
  if (!credit || credit.isReversed || credit.isCleared || credit.total === noMoney) return [];
  const data = { ...refOf(liability), receiptId, amount: formatMoney(credit.total) };
  return [{ type: 'RecoveryCleared', effectiveOn: laterOf(on, credit.movedOn), data }];
}
