import type { Context } from '../decider.ts';
import { stillOwed } from '../liability/joint.ts';
import { creditDay, outstanding, refOf, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, formatMoney, least, noMoney, subtract, type Money } from '../money.ts';
import type { CreditRecovery } from './commands.ts';
import { roomOfOthers } from './displaced.ts';
import type { VictimEvent } from './events.ts';
import { jointlyOwed } from './joint.ts';
import { letIn } from './let-in.ts';
import { amountTaken } from './takings.ts';
import { acceptedOf, counts, type VictimState } from './state.ts';

type Tendered = Context & { readonly liability: Liability };

/**
 * Takes no more than is owed, nor than the victim may still recover; takes nothing, rather than not answering. Where an answer
 * gives it the room of others (P-08, P-45), what these had paid is taken back first, and what had ended by it gives way.
 */
export function creditRecovery(
  command: CreditRecovery,
  state: VictimState,
  tendered: Tendered,
): readonly VictimEvent[] {
  const { receiptId, round, offered, on } = command;
  const { liability, policies } = tendered;
  if (acceptedOf(state, command) !== undefined) return [];
  const own = acceptable(offered, state, tendered);
  const takenBack = roomOfOthers(command, state, { liability, own, policies });
  const accepted = add(own, amountTaken(takenBack));
  const hadEnded = atLeastNothing(subtract(accepted, outstanding(liability)));
  const effectiveOn = creditDay(liability, on);
  const data = {
    ...refOf(liability),
    receiptId,
    round,
    offered: formatMoney(offered),
    accepted: formatMoney(accepted),
    ...(hadEnded > noMoney && { hadEnded: formatMoney(hadEnded) }),
    ...(effectiveOn !== on && { paidOn: on }),
  };
  return [...takenBack, { type: 'RecoveryCredited', effectiveOn, data }];
}

/** What of a tender the victim's headroom lets in, by the answer to P-07. */
function acceptable(offered: Money, state: VictimState, { policies, liability }: Tendered): Money {
  const wanted = least(offered, stillOwed(liability, jointlyOwed(state, liability, policies)));
  if (!counts(liability, policies)) return wanted;
  return letIn(wanted, state, policies);
}
