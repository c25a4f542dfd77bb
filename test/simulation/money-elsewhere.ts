/** Where else than to victims a receipt's money goes: to the public, and to other cases of its payor. */
import { cents, hold, total, type Receipt, type Told } from './entities.ts';

/** What a case could not place leaves it whole for another, and comes back the way it went. */
export function passOn(receipt: Receipt, { type, data }: Told<'ReceiptPassedOn' | 'ReceiptTakenBack'>): void {
  const [from, to, amount] = [data.fromCaseId, data.caseId, cents(data.amount)];
  hold(from !== to, 'a case passes on to itself');
  if (type === 'ReceiptTakenBack') {
    const last = receipt.passed.pop();
    hold(receipt.isReturned, 'taken back, though it never went back');
    const isSame = last?.from === from && last.to === to && last.amount === amount;
    return hold(isSame, 'taken back otherwise than it went');
  }
  hold(receipt.inCase === from && receipt.held === undefined, 'passed on from where it was not');
  const left = receipt.rounds.at(-1)?.excess;
  hold(left === amount && amount > 0n, 'another amount goes on than was left');
  receipt.inCase = to;
  receipt.passed.push({ from, to, amount });
}

/** Assessments and fines, with what was paid on each. */
export class PublicDebts {
  readonly #debts = new Map<string, { readonly imposed: bigint; paid: bigint }>();

  paid(): bigint {
    return total([...this.#debts.values()].map((debt) => debt.paid));
  }

  post(
    event: Told<'DebtImposed' | 'DebtCredited' | 'DebtReversed'>,
    receiptOf: (id: string) => Receipt,
  ): void {
    const { debtId } = event.data;
    const amount = cents(event.data.amount);
    const debt = this.#debts.get(debtId);
    if (event.type === 'DebtImposed') {
      hold(debt === undefined, `${debtId} is imposed twice`);
      this.#debts.set(debtId, { imposed: amount, paid: 0n });
      return;
    }
    hold(debt !== undefined, `${debtId} was never imposed`);
    const receipt = receiptOf(event.data.receiptId);
    const before = receipt.credits.get(debtId) ?? 0n;
    if (event.type === 'DebtReversed') {
      hold(receipt.isReturned && before === amount, 'another amount is unwound than was credited');
      receipt.credits.set(debtId, 0n);
      debt.paid -= amount;
      return;
    }
    const round = receipt.rounds.at(-1);
    hold(round?.number === event.data.round && round.excess === undefined, 'credited in no round');
    round.toPublic += amount;
    debt.paid += amount;
    hold(debt.paid <= debt.imposed, 'more is taken than is owed');
    receipt.credits.set(debtId, before + amount);
  }
}
