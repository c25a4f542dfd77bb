import { csvLine } from '../csv-cell.ts';
import { written, type Written } from '../written.ts';

/** One payment as people list it. */
export interface RegisteredPayment {
  readonly payment: string;
  readonly paidOn: string;
  readonly payee: string;
  readonly case: string;
  /** `CHECK`, `ACH` or whatever the payer calls it. */
  readonly method: string;
  /** The number of the check, or the trace of the transfer. */
  readonly reference: string;
  readonly amount: string;
  readonly status: string;
}

const columns = ['payment', 'paid_on', 'payee', 'case', 'method', 'reference', 'amount', 'status'] as const;

/** A register of payments as CSV with a header: no cell of it is a formula, whatever a payee is called. */
export function writePaymentRegister(payments: readonly RegisteredPayment[]): Written {
  return written(function* () {
    yield csvLine(columns);
    for (const each of payments) {
      const { payment, paidOn, payee, method, reference, amount, status } = each;
      yield csvLine([payment, paidOn, payee, each.case, method, reference, amount, status]);
    }
  });
}
