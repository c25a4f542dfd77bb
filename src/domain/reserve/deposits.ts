import { laterOf } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import { formatMoney, noMoney, subtract, type Money, type MoneyText } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import { acceptable } from '../statutes/34-usc-20101-d-6-ceiling.ts';
import type { RecordReserveDeposit } from './commands.ts';
import type { ReserveEvent } from './events.ts';
import type { ReserveState } from './state.ts';

/** Money that came in is recorded, whether or not the ceiling has room for it; money that was never outside cannot come in. */
export function deposit(
  command: RecordReserveDeposit,
  state: ReserveState,
  { policies }: Context,
): readonly ReserveEvent[] {
  const { depositId, source, amount, on: receivedOn } = command;
  const recorded = state.deposits.get(depositId);
  const isSame = recorded?.source === source && recorded.amount === amount;
  if (isSame && recorded.receivedOn === receivedOn) return [];
  if (recorded) reject('deposit-recorded-differently', '/depositId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (source === 'OVERFLOW' && amount > state.outside) reject('overflow-not-held', '/amount');
  const effectiveOn = laterOf(receivedOn, state.movedOn);
  const data = { depositId, source, receivedOn, ...takenIn(amount, state, policies) };
  return [{ type: 'ReserveDeposited', effectiveOn, data }];
}

/** What of an amount the Reserve takes, and what is kept outside, by the answer to P-38. */
export function takenIn(
  amount: Money,
  { balance }: Pick<ReserveState, 'balance'>,
  policies: Policies,
): {
  readonly amount: MoneyText;
  readonly accepted: MoneyText;
  readonly overflow: MoneyText;
  readonly policyVersion: number;
} {
  const accepted = policies['P-38'] === 'ABOVE_CEILING' ? amount : acceptable(amount, balance);
  return {
    amount: formatMoney(amount),
    accepted: formatMoney(accepted),
    overflow: formatMoney(subtract(amount, accepted)),
    policyVersion: policies.version,
  };
}
