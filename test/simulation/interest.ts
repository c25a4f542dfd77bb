/** Interest on orders: tendered where victims' streams have the last word, credited in its case, told to those streams, and gone back. */
import { cents, hold, keyOf, total, type Debt, type Receipt, type Told } from './entities.ts';

type OfInterest = Told<
  | 'InterestTendered'
  | 'InterestReceived'
  | 'InterestCredited'
  | 'InterestReversed'
  | 'InterestReturned'
  | 'InterestCleared'
>;

interface Books {
  readonly facts: Set<string>;
  receipt(id: string): Receipt;
  debt(ref: { orderId: string; victimId: string }): Debt;
}

interface Round {
  readonly caseId: string;
  readonly receiptId: string;
  readonly round: number;
}

interface Piece {
  readonly caseId: string;
  readonly receiptId: string;
  readonly orderId: string | null;
  readonly victimId: string | null;
}

export class Interest {
  /** What was tendered in each round of a receipt, and what was answered; and what the case has credited then. */
  readonly #tendered = new Map<string, bigint>();
  readonly #answers = new Map<string, bigint>();
  readonly #credited = new Map<string, bigint>();
  /** What the victim's stream knows of, by receipt and debt. */
  readonly #received = new Map<string, bigint>();
  /** What stands of what cases have credited, by receipt and debt. */
  readonly #paid = new Map<string, bigint>();

  hear(event: OfInterest, books: Books): void {
    const { receiptId, orderId, victimId } = event.data;
    hold(orderId !== null && victimId !== null, 'interest is paid on what bears none here');
    const debt = books.debt({ orderId, victimId });
    const amount = 'accepted' in event.data ? cents(event.data.accepted) : cents(event.data.amount);
    const [piece, receipt] = [pieceOf(event.data), books.receipt(receiptId)];
    switch (event.type) {
      case 'InterestTendered':
        hold(debt.isVictims && debt.track === 'TRAFFICKING', 'tendered to whoever does not decide');
        this.#tendered.set(`${piece} ${String(event.data.round)}`, amount);
        return this.#place(receipt, event.data.round, amount);
      case 'InterestCredited':
        return this.#credit(receipt, event.data, amount);
      case 'InterestReceived':
        return this.#receive(event.data, amount);
      case 'InterestReversed':
        hold((this.#received.get(piece) ?? 0n) === 0n, 'unwound, and its victim has not heard of it');
        return this.#unwind(receipt, event.data, amount);
      case 'InterestReturned':
        hold(receipt.isReturned && amount > 0n, 'comes back, though it never went back');
        hold(this.#received.get(piece) === amount, 'another amount comes back than was received');
        this.#received.set(piece, 0n);
        return;
      case 'InterestCleared':
        hold(books.facts.has(`PaymentCleared ${receiptId}`), 'interest clears, and its receipt does not');
        return hold(this.#received.get(piece) === amount, 'another amount clears than was received');
    }
  }

  /** What was tendered in a round of a case and declined: it goes on with what was left. */
  declined({ receiptId, caseId, round }: Round): bigint {
    const tendered = [...this.#tendered].filter(([key]) => isOf(key, `${caseId} ${receiptId}`, round));
    for (const [key] of tendered) hold(this.#answers.has(key), `${key} was not asked for interest`);
    return total(tendered.map(([key, amount]) => amount - (this.#credited.get(key) ?? 0n)));
  }

  paid(): bigint {
    return total(this.#paid.values());
  }

  /** What victims' streams know of under a debt. */
  received(debt: Pick<Debt, 'order' | 'victim'>): bigint {
    const key = keyOf({ orderId: debt.order, victimId: debt.victim });
    return total(
      [...this.#received].flatMap(([piece, amount]) => (piece.endsWith(` ${key}`) ? [amount] : [])),
    );
  }

  /** Whoever was told of the past knows of every cent that stands. */
  closes(isTold: (victim: string) => boolean, isVictims: (key: string) => boolean): void {
    for (const [piece, amount] of this.#paid) {
      const [, receiptId = '', key = ''] = piece.split(' ');
      if (!isVictims(key) || !isTold(key.slice(key.indexOf('/') + 1))) continue;
      hold(
        (this.#received.get(piece) ?? 0n) === amount,
        `${key} has not heard of the interest of ${receiptId}`,
      );
    }
  }

  #credit(receipt: Receipt, data: Told<'InterestCredited'>['data'], amount: bigint): void {
    const [piece, key] = [pieceOf(data), `${pieceOf(data)} ${String(data.round)}`];
    hold(!this.#credited.has(key), 'interest is credited twice');
    hold(receipt.unappliedIn.size === 0, 'money that has gone back is credited');
    if (this.#tendered.has(key))
      hold(this.#answers.get(key) === amount, 'another amount was taken as interest');
    else this.#place(receipt, data.round, amount);
    this.#credited.set(key, amount);
    this.#paid.set(piece, (this.#paid.get(piece) ?? 0n) + amount);
    const credit = `interest ${String(data.orderId)}/${String(data.victimId)}`;
    receipt.credits.set(credit, (receipt.credits.get(credit) ?? 0n) + amount);
  }

  /** Each credit is unwound by itself. */
  #unwind(receipt: Receipt, data: Told<'InterestReversed'>['data'], amount: bigint): void {
    const [piece, credit] = [pieceOf(data), `interest ${String(data.orderId)}/${String(data.victimId)}`];
    const before = this.#paid.get(piece) ?? 0n;
    hold(receipt.isReturned && amount > 0n && amount <= before, 'more is unwound than was credited');
    this.#paid.set(piece, before - amount);
    receipt.credits.set(credit, (receipt.credits.get(credit) ?? 0n) - amount);
  }

  #receive(data: Told<'InterestReceived'>['data'], accepted: bigint): void {
    const [piece, key] = [pieceOf(data), `${pieceOf(data)} ${String(data.round)}`];
    const [offered, isAfterwards] = [cents(data.offered), data.afterwards === true];
    const expected = isAfterwards ? this.#credited.get(key) : this.#tendered.get(key);
    hold(!this.#answers.has(key), 'interest is received twice');
    hold(offered === expected, 'another amount is offered as interest than the case says');
    hold(isAfterwards ? accepted === offered : accepted <= offered, 'more is received than was offered');
    this.#answers.set(key, accepted);
    this.#received.set(piece, (this.#received.get(piece) ?? 0n) + accepted);
  }

  /** It is placed in the round that is on its way. */
  #place(receipt: Receipt, round: number, amount: bigint): void {
    const last = receipt.rounds.at(-1);
    hold(last?.number === round && last.excess === undefined, 'interest in no round');
    last.toPublic += amount;
  }
}

const pieceOf = ({ caseId, receiptId, orderId, victimId }: Piece): string =>
  `${caseId} ${receiptId} ${String(orderId)}/${String(victimId)}`;

const isOf = (key: string, of: string, round: number): boolean =>
  key.startsWith(`${of} `) && key.endsWith(` ${String(round)}`);
