/** Cash, what a bank says of it and who answers for what, out of the events and in whole cents: told without any code of the ledger. */
import type { LedgerEvent } from '../../src/domain/events.ts';
import { Months, Runs } from '../simulation/answered-for.ts';
import { Bank } from '../simulation/bank.ts';
import { cents } from './picture.ts';

/** What there is at one moment. */
export interface AtBanks {
  readonly cash: bigint;
  /** What accounts were opened with, and what the lines of their statements came to. */
  readonly atBank: bigint;
  readonly suspended: bigint;
  readonly givenUp: bigint;
  /** Lines of which nothing is said. */
  readonly open: bigint;
}

const signed = ({ direction, amount }: { readonly direction: string; readonly amount: string }): bigint =>
  direction === 'IN' ? cents(amount) : -cents(amount);
const residualOf = ({ residual = '0.00' }: { readonly residual?: string }): bigint =>
  residual.startsWith('-') ? -cents(residual.slice(1)) : cents(residual);

/** Hears events, and throws where one cannot be; a line or an item that is claimed twice is one of those. */
export class MoneyAtBanks {
  readonly #bank = new Bank();
  readonly #runs = new Runs();
  readonly #months = new Months();
  /** What was opened with, by account, and the lines of statements by account: of those that count. */
  #opened = 0n;
  #lines = 0n;
  #cash = 0n;

  hear(event: LedgerEvent): void {
    switch (event.type) {
      case 'PaymentReceived':
        return this.#move('RECEIPT', event.data.receiptId, cents(event.data.amount));
      case 'PaymentReturned':
        return this.#move('RECEIPT_RETURN', event.data.receiptId, -cents(event.data.amount));
      case 'RefundMade':
        this.#runs.decide(event.data.runId, event.data.refundId, cents(event.data.amount));
        return this.#move('REFUND', refundOf(event.data), -cents(event.data.amount));
      case 'RefundReturned':
        return this.#move('REFUND_RETURN', refundOf(event.data), cents(event.data.amount));
      case 'RefundWithheld':
        return this.#runs.decide(event.data.runId, event.data.refundId, 0n);
      case 'RestitutionDisbursed':
        this.#runs.decide(event.data.runId, event.data.disbursementId, cents(event.data.amount));
        return this.#move('DISBURSEMENT', paymentOf(event.data), -cents(event.data.amount));
      case 'DisbursementReturned':
        return this.#move('DISBURSEMENT_RETURN', paymentOf(event.data), cents(event.data.amount));
      case 'DisbursementWithheld':
        return this.#runs.decide(event.data.runId, event.data.disbursementId, 0n);
      default:
        return this.#hearOfBank(event);
    }
  }

  /** At rest, whatever is claimed is claimed by what stands, and bank and books come to the same. @throws BooksWrong */
  now(): AtBanks {
    this.#bank.closes(this.#cash);
    this.#runs.close();
    const [suspended, givenUp] = [this.#bank.suspended(), this.#bank.givenUp()];
    return {
      ...{ cash: this.#cash, atBank: this.#opened + this.#lines, suspended, givenUp },
      open: this.#bank.open(),
    };
  }

  #hearOfBank(event: LedgerEvent): void {
    switch (event.type) {
      case 'AccountOpened':
        this.#opened += cents(event.data.opening);
        return;
      case 'StatementLinesListed':
        for (const line of event.data.lines) this.#lines += signed(line);
        return this.#bank.hear(event);
      case 'LinesMatched':
        this.#cash += residualOf(event.data);
        return this.#bank.hear(event);
      case 'LinesUnmatched':
        this.#cash -= residualOf(event.data);
        return this.#bank.hear(event);
      case 'LineSuspended':
        this.#cash += signed(event.data);
        return this.#bank.hear(event);
      case 'LineReleased':
        this.#cash -= signed(event.data);
        return this.#bank.hear(event);
      case 'StatementRead':
      case 'StatementProved':
      case 'StatementRegistered':
      case 'ItemClaimed':
      case 'ItemReleased':
      case 'LineWrittenOff':
        return this.#bank.hear(event);
      default:
        return this.#hearOfAnswers(event);
    }
  }

  #hearOfAnswers(event: LedgerEvent): void {
    switch (event.type) {
      case 'InstrumentPresented':
        return this.#bank.show(`DISBURSEMENT.${paymentOf(event.data)}`, event.data.matchId);
      case 'PresentationWithdrawn':
        return this.#bank.withdraw(`DISBURSEMENT.${paymentOf(event.data)}`, event.data.matchId);
      case 'RefundPresented':
        return this.#bank.show(`REFUND.${refundOf(event.data)}`, event.data.matchId);
      case 'RefundPresentationWithdrawn':
        return this.#bank.withdraw(`REFUND.${refundOf(event.data)}`, event.data.matchId);
      case 'DisbursementsListed':
      case 'DisbursementRunProposed':
      case 'DisbursementRunApproved':
      case 'DisbursementRunReleased':
      case 'DisbursementsMade':
      case 'DisbursementRunCompleted':
        return this.#runs.hear(event);
      case 'MonthSigned':
      case 'MonthReopened':
        return this.#months.hear(event);
      default:
    }
  }

  #move(kind: string, id: string, amount: bigint): void {
    this.#cash += amount;
    this.#bank.book(kind, id, amount);
  }
}

const refundOf = ({ receiptId, refundId }: { receiptId: string; refundId: string }): string =>
  `${receiptId}.${refundId}`;
const paymentOf = ({ victimId, disbursementId }: { victimId: string; disbursementId: string }): string =>
  `${victimId}.${disbursementId}`;
