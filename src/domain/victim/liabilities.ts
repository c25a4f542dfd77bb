import { laterOf } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import {
  amended,
  amendmentOf,
  changedOn,
  changeDay,
  isLaterGround,
  outstanding,
  overpaid,
  refOf,
  reversedOn,
  type Liability,
} from '../liability/liability.ts';
import { expired, expiredAgain, expiryUndone } from '../liability/expired.ts';
import { overpaymentsTakenBack } from '../liability/overpayments.ts';
import { decideReduction, type ReductionCommand } from '../liability/reductions.ts';
import { formatMoney, noMoney } from '../money.ts';
import { invariant } from '../rejection.ts';
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
import { creditKey } from './keys.ts';
import { notPaidOutIn, payingOn } from './not-paid-out.ts';
import type { VictimState } from './state.ts';
import { creditRecovery } from './tender.ts';

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
  const [paying, notPaidOut] = [payingOn(state, after), notPaidOutIn(state, after.caseId)];
  return [told, ...overpaymentsTakenBack(after, { paying, notPaidOut, policies })];
}

function vacate({ on }: VacateLiability, liability: Liability): Events {
  if (liability.isVacated) return [];
  const data = { ...refOf(liability), amount: formatMoney(outstanding(liability)) };
  return [{ type: 'LiabilityVacated', effectiveOn: changeDay(liability, on), data }];
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
