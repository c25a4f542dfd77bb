/** What was paid above an amount that a court lowered, or above a victim's cap: taken back of a receipt, told to its case, and gone on as excess. */
import { cents, heldOf, hold, keyOf, total, type Debt, type Receipt, type Told } from './entities.ts';

type Overpayment = Told<'OverpaymentTakenBack' | 'OverpaymentUnapplied' | 'OverpaymentPassedOn'>;
type ForCap = Told<'RecoveryTakenBack' | 'RecoveryUnapplied' | 'RecoveryPassedOn'>;

/** What is told once of each receipt, order and amendment, and by each victim. */
export function factOfTaking({ type, data }: Overpayment | ForCap): string {
  const victim = type === 'OverpaymentTakenBack' ? data.victimId : '';
  return [type, data.receiptId, pieceOf(data), victim].join(' ');
}

interface Books {
  receipt(id: string): Receipt;
  debt(ref: { orderId: string; victimId: string }): Debt;
}

export function postTaking(books: Books, event: Overpayment | ForCap): void {
  const receipt = books.receipt(event.data.receiptId);
  switch (event.type) {
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack':
      return takeBack(receipt, books.debt(event.data), event);
    case 'OverpaymentPassedOn':
    case 'RecoveryPassedOn':
      return passOn(receipt, event);
    case 'RecoveryUnapplied':
      return unapplied(receipt, event.data, cents(event.data.amount));
    case 'OverpaymentUnapplied': {
      const isVictims = event.data.parts.every((part) => books.debt(part).isVictims);
      const taken = total(event.data.parts.map((part) => cents(part.amount)));
      return unapplied(receipt, event.data, isVictims ? taken : undefined);
    }
  }
}

/** What of it is credited, held, or was taken back and has not gone on. */
export function accountedOf(receipt: Receipt): bigint {
  return total(receipt.credits.values()) + heldOf(receipt) + total(receipt.takenBack.values());
}

type Piece = { orderId: string; amendment: number } | { orderId: string; victimId: string; taking: number };

const pieceOf = (of: Piece): string =>
  'amendment' in of
    ? `${of.orderId} ${String(of.amendment)}`
    : `${of.orderId} ${of.victimId} ${String(of.taking)}`;

/** What was paid above an amount that was lowered is taken back of a receipt: never what is ordered still, save for the cap. */
function takeBack(
  receipt: Receipt,
  debt: Debt,
  { type, data }: Told<'OverpaymentTakenBack' | 'RecoveryTakenBack'>,
): void {
  const [amount, key] = [cents(data.amount), keyOf(data)];
  const credited = receipt.credits.get(key) ?? 0n;
  hold(amount > 0n && amount <= credited, 'more is taken back of a receipt than it had paid');
  receipt.credits.set(key, credited - amount);
  receipt.takenBack.set(pieceOf(data), (receipt.takenBack.get(pieceOf(data)) ?? 0n) + amount);
  debt.paid -= amount;
  if (type === 'RecoveryTakenBack') return;
  hold(debt.amendment === data.amendment, 'taken back for another amendment');
  hold(debt.paid >= debt.ordered, 'what is ordered is taken back');
}

/** The case hears all of it at once, before it takes back the receipt itself. */
function unapplied(receipt: Receipt, of: Piece & { caseId: string }, taken: bigint | undefined): void {
  hold(!receipt.unappliedIn.has(of.caseId), 'taken back of what has gone back');
  hold(taken === undefined || taken === receipt.takenBack.get(pieceOf(of)), 'another amount was taken back');
}

/** It goes on once, when the receipt has come to rest, from the case that the receipt came in for. */
function passOn(receipt: Receipt, { data }: Told<'OverpaymentPassedOn' | 'RecoveryPassedOn'>): void {
  const [from, to, amount] = [data.fromCaseId, data.caseId, cents(data.amount)];
  const last = receipt.rounds.at(-1);
  hold(
    !receipt.isReturned && receipt.takenBack.get(pieceOf(data)) === amount,
    'another amount was taken back',
  );
  hold(
    last?.excess === 0n || (last?.excess !== undefined && receipt.held !== undefined),
    'is still on its way',
  );
  receipt.takenBack.delete(pieceOf(data));
  receipt.heldBefore = heldOf(receipt);
  goOn(receipt, to, amount);
  if (from !== to) receipt.passed.push({ from, to, amount });
}

/** What was held goes on once more, in the case that the receipt came in for. */
export function release(receipt: Receipt, data: Told<'ExcessReleased'>['data']): void {
  const amount = cents(data.amount);
  hold(!receipt.isReturned && amount > 0n && amount <= heldOf(receipt), 'more goes on than was held');
  receipt.heldBefore = heldOf(receipt) - amount;
  goOn(receipt, data.caseId, amount);
}

/** It is on its way again, with what came of it. */
function goOn(receipt: Receipt, inCase: string, amount: bigint): void {
  receipt.held = undefined;
  receipt.legs += 1;
  receipt.inCase = inCase;
  const nothing = { number: 0, parts: new Map<string, bigint>(), unallocated: 0n, toPublic: 0n };
  receipt.rounds.push({ ...nothing, excess: amount });
}

/** The whole receipt goes back; what was held of it only later is told next. */
export function goBack(receipt: Receipt, data: Told<'PaymentReturned'>['data']): void {
  hold(cents(data.amount) === receipt.amount, 'another amount goes back than came in');
  receipt.heldLate = heldOf(receipt) - cents(data.excess);
  hold(receipt.heldLate >= 0n, 'another amount was held');
}

export function takeBackLate(receipt: Receipt, amount: bigint): void {
  hold(receipt.isReturned && amount === receipt.heldLate, 'another amount was held late');
  receipt.heldLate = 0n;
}
