/** Money that left, what a bank says of it, and who answers for it: in which every cent is told once more out of the events. */
import type { LedgerEvent } from '../../src/domain/events.ts';
import { Months, Runs } from './answered-for.ts';
import { Bank } from './bank.ts';
import { cents, hold, type Receipt, type Told } from './entities.ts';
import { PaymentsOut, refund, setAside, withhold } from './refunds.ts';

/** What of the books it is told with. */
interface OfBooks {
  receiptOf(id: string): Receipt;
  /** @throws BooksWrong where the fact was recorded before */
  once(fact: string): void;
}

export class MoneyOut {
  readonly bank = new Bank();
  readonly runs = new Runs();
  readonly months = new Months();
  readonly toVictims = new PaymentsOut();
  readonly toPayors = new PaymentsOut();
  readonly #of: OfBooks;

  constructor(of: OfBooks) {
    this.#of = of;
  }

  /** What it makes of the money of the court: less than nothing where more left than came back. */
  moved(): bigint {
    const { toVictims: victims, toPayors: payors } = this;
    const out = victims.out + payors.out + victims.atTreasury + payors.atTreasury;
    return this.bank.suspended() + this.bank.givenUp() - out;
  }

  /** Money that went out, and what became of it. */
  hear(event: LedgerEvent): void {
    switch (event.type) {
      case 'RestitutionDisbursed': {
        const { victimId, disbursementId, amount, runId, replaces } = event.data;
        this.#of.once(`${event.type} ${disbursementId}`);
        this.toVictims.pay(disbursementId, amount, replaces);
        this.runs.decide(runId, disbursementId, cents(amount));
        return this.bank.book('DISBURSEMENT', `${victimId}.${disbursementId}`, -cents(amount));
      }
      case 'DisbursementReturned': {
        const { victimId, disbursementId, amount } = event.data;
        this.#of.once(`${event.type} ${disbursementId}`);
        this.toVictims.back(disbursementId, amount);
        return this.bank.book('DISBURSEMENT_RETURN', `${victimId}.${disbursementId}`, cents(amount));
      }
      case 'DisbursementWithheld':
        return this.runs.decide(event.data.runId, event.data.disbursementId, 0n);
      case 'UnclaimedMoneySetAside':
      case 'UnclaimedMoneyDeposited':
      case 'UnclaimedMoneyWithdrawn':
        this.toVictims.wait(event.data.disbursementId, event);
        return this.#bookUnclaimed(`${event.data.victimId}.${event.data.disbursementId}`, event);
      case 'RefundMade':
      case 'RefundWithheld':
      case 'RefundReturned':
      case 'UnclaimedRefundSetAside':
      case 'UnclaimedRefundDeposited':
      case 'UnclaimedRefundWithdrawn':
        return this.#postRefund(event);
      default:
        return this.#postAnswered(event);
    }
  }

  #postRefund(
    event: Told<
      | 'RefundMade'
      | 'RefundWithheld'
      | 'RefundReturned'
      | 'UnclaimedRefundSetAside'
      | 'UnclaimedRefundDeposited'
      | 'UnclaimedRefundWithdrawn'
    >,
  ): void {
    const { receiptId, refundId } = event.data;
    const [receipt, amount] = [this.#of.receiptOf(receiptId), cents(event.data.amount)];
    const name = `${receiptId}.${refundId}`;
    switch (event.type) {
      case 'RefundMade': {
        const { runId, replaces } = event.data;
        this.#of.once(`RefundMade ${refundId}`);
        refund(receipt, event);
        this.toPayors.pay(name, event.data.amount, replaces && `${receiptId}.${replaces}`);
        this.runs.decide(runId, refundId, amount);
        return this.bank.book('REFUND', name, -amount);
      }
      case 'RefundWithheld':
        withhold(receipt, event);
        return this.runs.decide(event.data.runId, refundId, 0n);
      case 'RefundReturned':
        this.#of.once(`RefundReturned ${refundId}`);
        this.toPayors.back(name, event.data.amount);
        receipt.refunded -= amount;
        return this.bank.book('REFUND_RETURN', name, amount);
      default:
        this.toPayors.wait(name, event);
        if (event.type === 'UnclaimedRefundSetAside') setAside(receipt, event);
        if (event.type === 'UnclaimedRefundWithdrawn') receipt.unclaimed -= amount;
        return this.#bookUnclaimed(name, event);
    }
  }

  #bookUnclaimed(
    name: string,
    event: Told<
      | 'UnclaimedMoneySetAside'
      | 'UnclaimedMoneyDeposited'
      | 'UnclaimedMoneyWithdrawn'
      | 'UnclaimedRefundSetAside'
      | 'UnclaimedRefundDeposited'
      | 'UnclaimedRefundWithdrawn'
    >,
  ): void {
    const amount = cents(event.data.amount);
    if (event.type === 'UnclaimedMoneyDeposited' || event.type === 'UnclaimedRefundDeposited')
      this.bank.book('UNCLAIMED_DEPOSIT', name, -amount);
    if ('heldBy' in event.data && event.data.heldBy === 'TREASURY')
      this.bank.book('UNCLAIMED_WITHDRAWAL', name, amount);
  }

  /** What banks say, and what people answer for. */
  #postAnswered(event: LedgerEvent): void {
    switch (event.type) {
      case 'DisbursementsListed':
      case 'DisbursementRunProposed':
      case 'DisbursementRunApproved':
      case 'DisbursementRunReleased':
      case 'DisbursementsMade':
      case 'DisbursementRunCompleted':
        if (event.type !== 'DisbursementsListed' && event.type !== 'DisbursementsMade')
          this.#of.once(`${event.type} ${event.data.runId}`);
        return this.runs.hear(event);
      case 'MonthSigned':
      case 'MonthReopened':
        return this.months.hear(event);
      case 'AccountOpened':
        return this.#of.once(`AccountOpened ${event.data.accountId}`);
      case 'StatementRead':
      case 'StatementLinesListed':
      case 'StatementProved':
      case 'StatementRegistered':
      case 'LinesMatched':
      case 'LinesUnmatched':
      case 'ItemClaimed':
      case 'ItemReleased':
      case 'LineSuspended':
      case 'LineReleased':
      case 'LineWrittenOff':
        if (event.type === 'StatementProved') this.#of.once(`StatementProved ${event.data.statementId}`);
        if (event.type === 'LinesMatched') this.#of.once(`LinesMatched ${event.data.matchId}`);
        return this.bank.hear(event);
      case 'RefundPresented':
        return this.bank.show(`REFUND.${event.data.receiptId}.${event.data.refundId}`, event.data.matchId);
      case 'RefundPresentationWithdrawn':
        return this.bank.withdraw(
          `REFUND.${event.data.receiptId}.${event.data.refundId}`,
          event.data.matchId,
        );
      case 'RefundInstrumentIssued':
        return this.#of.once(`instrument of ${event.data.receiptId}.${event.data.refundId}`);
      default:
        return hold(typeof event.data === 'object', 'an event says nothing');
    }
  }
}
