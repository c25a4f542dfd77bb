/** Money that went back to a payor, or out to a victim: what came back of it, and what of that waits where nobody claims it. */
import { atLeastNothing, cents, heldOf, hold, type Receipt, type Told } from './entities.ts';

interface Out {
  readonly amount: bigint;
  isBack: boolean;
  replacedBy: string | undefined;
  /** Where its money waits: with the court or in the Treasury; `claimed` once it waits no more. */
  waits: 'REGISTRY' | 'TREASURY' | 'claimed' | undefined;
}

type Unclaimed = Told<
  | 'UnclaimedRefundSetAside'
  | 'UnclaimedRefundDeposited'
  | 'UnclaimedRefundWithdrawn'
  | 'UnclaimedMoneySetAside'
  | 'UnclaimedMoneyDeposited'
  | 'UnclaimedMoneyWithdrawn'
>;

/** The payments out of one kind: to victims, or back to payors. */
export class PaymentsOut {
  /** What left, less what came back. */
  out = 0n;
  /** What came back, and waits for whoever claims it. */
  waiting = 0n;
  /** What of that is in the Treasury. */
  atTreasury = 0n;
  readonly #payments = new Map<string, Out>();

  pay(name: string, amount: string, replaces?: string): void {
    hold(!this.#payments.has(name), `${name} is paid twice`);
    this.#payments.set(name, {
      ...{ amount: cents(amount), isBack: false, replacedBy: undefined, waits: undefined },
    });
    this.out += cents(amount);
    if (replaces === undefined) return;
    const old = this.#of(replaces);
    hold(old.isBack && old.replacedBy === undefined, `${replaces} is paid again, and never came back`);
    hold(old.waits === undefined || old.waits === 'claimed', `${replaces} is paid again while it waits`);
    hold(old.amount === cents(amount), `${replaces} is paid again, for another amount`);
    old.replacedBy = name;
  }

  back(name: string, amount: string): void {
    const payment = this.#of(name);
    hold(!payment.isBack && payment.amount === cents(amount), `${name} comes back twice, or in part`);
    payment.isBack = true;
    this.out -= payment.amount;
  }

  /** What came back waits, goes to the Treasury, or is claimed: each once, and all of it. */
  wait(name: string, { type, data }: Unclaimed): void {
    const payment = this.#of(name);
    const { amount } = payment;
    hold(amount === cents(data.amount), `${name} waits for another amount`);
    switch (type) {
      case 'UnclaimedRefundSetAside':
      case 'UnclaimedMoneySetAside':
        hold(payment.isBack && payment.replacedBy === undefined, `${name} waits, and is not here`);
        hold(payment.waits === undefined, `${name} waits twice`);
        payment.waits = 'REGISTRY';
        this.waiting += amount;
        return;
      case 'UnclaimedRefundDeposited':
      case 'UnclaimedMoneyDeposited':
        hold(payment.waits === 'REGISTRY', `${name} goes to the Treasury, and was not set aside`);
        payment.waits = 'TREASURY';
        this.atTreasury += amount;
        return;
      default: {
        hold(payment.waits === data.heldBy, `${name} is claimed where it does not wait`);
        if (data.heldBy === 'TREASURY') this.atTreasury -= amount;
        payment.waits = 'claimed';
        this.waiting -= amount;
      }
    }
  }

  #of(name: string): Out {
    const payment = this.#payments.get(name);
    hold(payment !== undefined, `${name} was never paid`);
    return payment;
  }
}

/** What of a receipt may go back to its payor: nothing of it twice, and nothing of one that was returned. */
function mayGoBack(receipt: Receipt): bigint {
  const { refunded, unclaimed, isReturned } = receipt;
  return isReturned ? 0n : atLeastNothing(heldOf(receipt) - refunded - unclaimed);
}

/** A refund says how much of it nothing was held for; one of a run is never of that. */
export function refund(receipt: Receipt, { data }: Told<'RefundMade'>): void {
  const amount = cents(data.amount);
  const beyond = atLeastNothing(amount - mayGoBack(receipt));
  hold(cents(data.beyondHeld) === beyond, 'another amount goes back beyond what is held');
  hold(data.runId === undefined || beyond === 0n, 'a run pays back what is not held');
  receipt.refunded += amount;
}

/** What waits unclaimed of a receipt is held, or says how much of it is not. */
export function setAside(receipt: Receipt, { data }: Told<'UnclaimedRefundSetAside'>): void {
  const amount = cents(data.amount);
  const beyond = atLeastNothing(amount - mayGoBack(receipt));
  hold(cents(data.beyondHeld ?? '0.00') === beyond, 'another amount waits beyond what is held');
  receipt.unclaimed += amount;
}

/** A refund of a run is withheld only where there is a reason. */
export function withhold(receipt: Receipt, { data }: Told<'RefundWithheld'>): void {
  const { reason, amount } = data;
  const isBack = reason !== 'RECEIPT_RETURNED' || receipt.isReturned;
  const isMissing = reason !== 'NOT_HELD' || cents(amount) > mayGoBack(receipt);
  hold(isBack && isMissing, `withheld as ${reason}, and that is not so`);
}
