/**
 * The ledger once more, as plainly as it can be said: a list of what was told, and every figure worked out from the
 * beginning at every question. It knows the default policies only, and nothing of streams, stores or events. Tests hold the real ledger against it; it shares no code with that but the writing of amounts.
 */
import type { AmendOrder, EnterOrder } from '../../src/domain/case/commands.ts';
import type { Command } from '../../src/domain/commands.ts';
import { formatMoney, money } from '../../src/domain/money.ts';
import type { RecordPayment } from '../../src/domain/receipt/commands.ts';

/** What one defendant owes one victim under one order; amounts here are cents. */
interface Debt extends Readonly<Record<'order' | 'victim' | 'inCase' | 'statute' | 'track', string>> {
  /** What courts have ordered, in the order of telling: the first is the one that imposed it. */
  readonly shares: { readonly on: string; readonly amount: bigint; readonly isEntered: boolean }[];
  ordered: bigint;
  paid: bigint;
  /** What the law has ended, and at which full recovery, oldest first. */
  ended: { readonly epoch: number; amount: bigint }[];
}

interface Order {
  readonly entered: EnterOrder;
  isAmended: boolean;
  /** The ground on which it became final, by its place among the grounds; -1 while there is none. */
  finality: number;
  isVacated: boolean;
}

interface Receipt {
  readonly received: RecordPayment;
  readonly credits: { readonly debt: Debt; amount: bigint }[];
  excess: bigint;
  isReturned: boolean;
}

/** That a victim had received all, at the cap of the day. */
interface Whole {
  readonly victim: string;
  readonly epoch: number;
  readonly level: bigint;
  stands: boolean;
}

/** In the order in which they come about; the first is there from entry on. */
export const grounds = ['ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL'];
const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));
/** The one of the latest day, and of several of one day the last told. */
const latest = <Dated extends { readonly on: string }>(dated: readonly Dated[]): Dated | undefined =>
  dated.findLast(({ on }) => dated.every((each) => each.on <= on));
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const written = (amount: bigint): string => formatMoney(money(amount));

/** Everything that can be known from what was told so far. */
export class World {
  readonly victims: string[] = [];
  readonly cases: string[] = [];
  readonly defendants: string[] = [];
  readonly findings: { victim: string; inCase: string; category: string; amount: bigint; on: string }[] = [];
  readonly orders: Order[] = [];
  readonly debts: Debt[] = [];
  readonly receipts: Receipt[] = [];
  readonly wholes: Whole[] = [];

  order(id: string, inCase: string): Order | undefined {
    return this.orders.find(({ entered }) => entered.orderId === id && entered.caseId === inCase);
  }

  receipt(id: string): Receipt | undefined {
    return this.receipts.find(({ received }) => received.receiptId === id);
  }

  debt(order: string, victim: string): Debt | undefined {
    return this.debts.find((each) => each.order === order && each.victim === victim);
  }

  /** The finding of a category in a case that counts: the latest by its day. */
  finding(victim: string, inCase: string, category: string): bigint | undefined {
    return latest(this.found(victim, inCase, category))?.amount;
  }

  found(victim: string, inCase: string, category: string): World['findings'] {
    const found = this.findings.filter((each) => each.victim === victim && each.inCase === inCase);
    return found.filter((each) => each.category === category);
  }

  /** Whether a court is known to have ordered this share on that day. */
  knowsShare(order: string, victim: string, said: { on: string; amount: bigint }): boolean {
    const shares = this.debt(order, victim)?.shares ?? [];
    const told = shares.filter((each) => !each.isEntered || each === latest(shares));
    return told.some(({ on, amount }) => on === said.on && amount === said.amount);
  }

  orderOf({ order, inCase }: Debt): Order {
    return this.order(order, inCase)!;
  }

  /** What is still owed; told what had ended, to ask what would be owed if no more had. */
  owed(debt: Debt, ended = total(debt.ended.map(({ amount }) => amount))): bigint {
    const left = debt.ordered - debt.paid - ended;
    return this.orderOf(debt).isVacated || left < 0n ? 0n : left;
  }

  /** Trafficking under section 2259: what the cap is about. */
  underCap(victim: string): readonly Debt[] {
    return this.debts.filter((each) => each.victim === victim && isCapped(each));
  }

  recovered(victim: string): bigint {
    return total(this.underCap(victim).map(({ paid }) => paid));
  }

  cap(victim: string): bigint | undefined {
    const final = this.underCap(victim).filter((debt) => this.isFinal(debt));
    const found = final.flatMap(({ inCase }) => this.finding(victim, inCase, 'TRAFFICKING') ?? []);
    return found.length === 0 ? undefined : found.reduce((a, b) => (a > b ? a : b));
  }

  isFinal(debt: Debt): boolean {
    const { finality, isVacated } = this.orderOf(debt);
    return finality >= 1 && !isVacated;
  }

  /** 18 U.S.C. 2259(b)(2)(C), after anything that concerns the victim. */
  law(victim: string): void {
    const [recovered, cap] = [this.recovered(victim), this.cap(victim)];
    const mine = this.wholes.filter((each) => each.victim === victim);
    for (const whole of mine.filter(({ stands }) => stands)) {
      if (recovered < least(whole.level, cap ?? whole.level)) this.undo(whole);
    }
    if (cap === undefined || recovered < cap) return;
    const last = mine.at(-1);
    if (!last?.stands || cap > last.level) {
      // Nobody is made whole by receiving nothing.
      if (recovered === 0n) return;
      const whole = { victim, epoch: mine.length + 1, level: cap, stands: true };
      this.wholes.push(whole);
      this.end(whole, () => true);
    } else {
      this.end(last, (debt) => {
        const losses = this.finding(victim, debt.inCase, 'TRAFFICKING');
        return this.isFinal(debt) || (losses !== undefined && losses <= cap);
      });
    }
  }

  end({ victim, epoch }: Whole, which: (debt: Debt) => boolean): void {
    for (const debt of this.underCap(victim).filter(which)) {
      const amount = this.owed(debt);
      if (amount === 0n) continue;
      const known = debt.ended.find((each) => each.epoch === epoch);
      if (known) known.amount += amount;
      else debt.ended.push({ epoch, amount });
    }
  }

  undo(whole: Whole): void {
    whole.stands = false;
    for (const debt of this.underCap(whole.victim)) {
      if (!this.orderOf(debt).isVacated) debt.ended = debt.ended.filter(({ epoch }) => epoch !== whole.epoch);
    }
  }

  /** Divides by largest remainder: each cent left over goes to whoever is furthest below the exact share. */
  divide(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
    const whole = total(weights);
    const parts = weights.map((weight) => (amount * weight) / whole);
    while (total(parts) < amount) {
      const missing = parts.map((part, index) => amount * (weights[index] ?? 0n) - part * whole);
      const most = missing.indexOf(missing.reduce((a, b) => (a > b ? a : b)));
      parts[most]! += 1n;
    }
    return parts;
  }

  /** The order named first, then all that the payor owes in the case, until nobody is left who takes anything. */
  pay(received: RecordPayment): void {
    const receipt: Receipt = { received, credits: [], excess: received.amount, isReturned: false };
    this.receipts.push(receipt);
    // Its case divides a receipt by what it knew when that came in; what ends on the way, it is told afterwards.
    const mine = this.orders.flatMap(({ entered: { orderId, caseId, defendantId } }) => {
      const isPayors = caseId === received.caseId && defendantId === received.defendantId;
      return isPayors ? this.debts.filter(({ order, inCase }) => order === orderId && inCase === caseId) : [];
    });
    const endedBefore = mine.map(({ ended }) => total(ended.map(({ amount }) => amount)));
    const asked = new Set<Debt>();
    for (let named: string | null = received.orderId; ; named = null) {
      const open = mine.filter((debt, index) => {
        const isMeant = named === null || debt.order === named;
        return isMeant && !asked.has(debt) && this.owed(debt, endedBefore[index]) > 0n;
      });
      if (receipt.excess === 0n || (open.length === 0 && named === null)) return;
      if (open.length === 0) continue;
      const owed = open.map((debt) => this.owed(debt, endedBefore[mine.indexOf(debt)]));
      const shares = this.divide(least(receipt.excess, total(owed)), owed);
      for (const [index, debt] of open.entries()) {
        const share = shares[index]!;
        if (share > 0n && this.credit(receipt, debt, share) < share) asked.add(debt);
      }
    }
  }

  credit(receipt: Receipt, debt: Debt, offered: bigint): bigint {
    const cap = isCapped(debt) ? this.cap(debt.victim) : undefined;
    const room = cap === undefined ? offered : cap - this.recovered(debt.victim);
    const amount = least(offered, this.owed(debt), room > 0n ? room : 0n);
    debt.paid += amount;
    receipt.excess -= amount;
    const known = receipt.credits.find((each) => each.debt === debt);
    if (known) known.amount += amount;
    else if (amount > 0n) receipt.credits.push({ debt, amount });
    this.law(debt.victim);
    return amount;
  }

  /** The law is asked for every victim of an order. */
  askFor(order: string): void {
    for (const debt of this.debts) if (debt.order === order) this.law(debt.victim);
  }

  takeBack(receipt: Receipt): void {
    receipt.isReturned = true;
    receipt.excess = 0n;
    for (const { debt, amount } of receipt.credits) {
      debt.paid -= amount;
      this.law(debt.victim);
    }
  }

  setShares({ type, orderId, caseId, lines, on }: EnterOrder | AmendOrder): void {
    const { entered } = this.order(orderId, caseId)!;
    for (const { victimId, track, amount } of lines) {
      if (this.knowsShare(orderId, victimId, { on, amount })) continue;
      const debt = this.debt(orderId, victimId);
      const share = { on, amount, isEntered: type === 'EnterOrder' };
      debt?.shares.push(share);
      if (debt && latest(debt.shares) === share) cut(debt, amount);
      if (!debt) {
        const ids = { order: orderId, victim: victimId, inCase: caseId, statute: entered.statute };
        this.debts.push({ ...ids, track, shares: [share], ordered: amount, paid: 0n, ended: [] });
      }
      this.law(victimId);
    }
  }
}

function isCapped({ statute, track }: Debt): boolean {
  return statute === '18 U.S.C. 2259' && track === 'TRAFFICKING';
}

/** A new amount: where it is less than was paid and ended, what was ended last gives way. */
function cut(debt: Debt, amount: bigint): void {
  debt.ordered = amount;
  const room = (): bigint => debt.ordered - debt.paid - total(debt.ended.map((each) => each.amount));
  while (room() < 0n && debt.ended.length > 0) {
    const last = debt.ended.at(-1)!;
    last.amount -= least(last.amount, -room());
    if (last.amount === 0n) debt.ended.pop();
  }
}

export class ModelLedger {
  readonly #told: Command[] = [];

  /** Takes what the ledger would record; what it would refuse, or has heard, is not to be told here. */
  tell(command: Command): void {
    this.#told.push(command);
  }

  /** Every figure there is: of each victim, of each liability, and of what is held of each receipt. */
  figures(): Readonly<Record<string, string>> {
    const world = this.world();
    const capOf = (id: string): string => (world.cap(id) === undefined ? 'no cap' : written(world.cap(id)!));
    const ofDebt = (debt: Debt): string =>
      [debt.ordered, debt.paid, total(debt.ended.map(({ amount }) => amount)), world.owed(debt)]
        .map(written)
        .join(' ');
    return Object.fromEntries([
      ...world.victims.map((id) => [id, `${written(world.recovered(id))} of ${capOf(id)}`]),
      ...world.debts.map((debt) => [`${debt.order}/${debt.victim}`, ofDebt(debt)]),
      ...world.receipts.map(({ received, excess }) => [received.receiptId, written(excess)]),
    ]);
  }

  world(): World {
    const world = new World();
    for (const command of this.#told) changes[command.type]?.(world, command as never);
    return world;
  }
}

/** What each thing told changes; what changes no figure is not here. */
const changes: {
  readonly [Type in Command['type']]?: (world: World, command: Extract<Command, { type: Type }>) => void;
} = {
  RegisterVictim: ({ victims }, { victimId }) => void victims.push(victimId),
  RegisterCase: ({ cases }, { caseId }) => void cases.push(caseId),
  RegisterDefendant: ({ defendants }, { caseId, defendantId }) =>
    void defendants.push(`${caseId}/${defendantId}`),
  DetermineLoss(world, { victimId: victim, caseId: inCase, category, amount, on }) {
    world.findings.push({ victim, inCase, category, amount, on });
    world.law(victim);
  },
  EnterOrder(world, command) {
    world.orders.push({ entered: command, isAmended: false, finality: -1, isVacated: false });
    world.setShares(command);
  },
  AmendOrder(world, command) {
    world.order(command.orderId, command.caseId)!.isAmended = true;
    world.setShares(command);
  },
  MakeOrderFinal(world, { orderId, caseId, ground }) {
    world.order(orderId, caseId)!.finality = grounds.indexOf(ground);
    world.askFor(orderId);
  },
  VacateOrder(world, { orderId, caseId }) {
    world.order(orderId, caseId)!.isVacated = true;
    world.askFor(orderId);
  },
  RecordPayment: (world, command) => world.pay(command),
  RecordPaymentReturn: (world, { receiptId }) => world.takeBack(world.receipt(receiptId)!),
};
