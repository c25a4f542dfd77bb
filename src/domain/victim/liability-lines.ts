import type { OrderId } from '../ids.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import type { JointGroup } from '../liability/joint.ts';
import type { Liability } from '../liability/liability.ts';
import type { TakenBack } from '../liability/taken-back.ts';
import { formatMoney, noMoney } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { LineOf } from './history-events.ts';
import type { VictimState } from './state.ts';

/** What is handed over of one liability. */
export function liabilityLine(
  { assigned, cleared, takenBack }: VictimState,
  liability: Liability,
): LineOf<'LIABILITY'> {
  const { orderId, victimId, caseId, defendantId, track, ordered, paid, settledOn, lastOn } = liability;
  const { isBeforeAct, ended, reductions } = liability;
  const key = liabilityKey(liability);
  const { amount: toFund, cleared: clearedToFund } = assigned.get(key) ?? {
    amount: noMoney,
    cleared: noMoney,
  };
  const good = cleared.get(key) ?? noMoney;
  return {
    ...{ kind: 'LIABILITY', orderId, victimId, caseId, defendantId, track, settledOn, lastOn },
    ...{ ordered: formatMoney(ordered), paid: formatMoney(paid) },
    ...(isBeforeAct && { isBeforeAct }),
    ...(toFund !== noMoney && { assigned: formatMoney(toFund) }),
    ...(clearedToFund !== noMoney && { assignedCleared: formatMoney(clearedToFund) }),
    ...(good !== noMoney && { cleared: formatMoney(good) }),
    ...(ended.length > 0 && {
      ended: ended.map((each) => ({ ...each, amount: formatMoney(each.amount) })),
    }),
    ...(reductions.length > 0 && { reductions: reductions.map(reductionLine) }),
    ...standingOf(liability),
    ...takenBackOf(takenBack.get(key)),
  };
}

/** What was taken back of it, where anything was. */
function takenBackOf(takenBack: readonly TakenBack[] | undefined): Pick<LineOf<'LIABILITY'>, 'takenBack'> {
  const written = takenBack?.map(({ takenFor, receiptId, amount, on }) => {
    const of = 'amendment' in takenFor ? takenFor : { taking: takenFor.taking };
    return { receiptId, ...of, amount: formatMoney(amount), on };
  });
  return written === undefined ? {} : { takenBack: written };
}

/** Whether the order is final, set aside, over or amended, and since when it stood; nothing of what it is not. */
function standingOf({
  ground,
  isVacated,
  isExpired,
  lapsed,
  termChanges,
  amendments,
  imposedOn,
  settledOn,
}: Liability): Partial<LineOf<'LIABILITY'>> {
  return {
    ...(ground !== undefined && { ground }),
    ...(isVacated && { isVacated }),
    ...(isExpired && { isExpired }),
    ...(lapsed !== noMoney && { lapsed: formatMoney(lapsed) }),
    ...(termChanges > 0 && { termChanges }),
    ...(amendments > 0 && { amendments }),
    ...(imposedOn !== settledOn && { imposedOn }),
  };
}

function reductionLine({
  recoveryId,
  amount,
  told,
}: Liability['reductions'][number]): NonNullable<LineOf<'LIABILITY'>['reductions']>[number] {
  invariant(told !== undefined, 'the stream that decides a liability knows what a court said of it');
  const { proceeding, allowed, on, reversedOn, effectiveOn } = told;
  return {
    ...{ recoveryId, amount: formatMoney(amount), proceeding, allowed: formatMoney(allowed), on },
    ...(reversedOn !== undefined && { reversedOn }),
    ...(effectiveOn !== (reversedOn ?? on) && { effectiveOn }),
  };
}

/** What is handed over of those who owe jointly under an order. */
export function jointLine(
  orderId: OrderId,
  { orderIds, crediting, declaration }: JointGroup,
): LineOf<'JOINT'> {
  return { kind: 'JOINT', orderId, orderIds, declaration, ...(crediting !== undefined && { crediting }) };
}
