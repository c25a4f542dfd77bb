import { writePaymentRegister } from '../../formats/payment-register/write-register.ts';
import type { Written } from '../../formats/written.ts';
import type { ChequeView } from '../views/disbursements.ts';
import { idOfPayment } from './payment-out.ts';

/** How payments are listed for people: by which names payees and cases go. */
export interface RegisterAsked {
  readonly payeeName: (payment: ChequeView) => string;
  readonly caseName: (payment: ChequeView) => string;
}

/** The register of payments, one a row, in the order of recording. */
export function registerFile(payments: readonly ChequeView[], asked: RegisterAsked): Written {
  return writePaymentRegister(
    payments.map((payment) => ({
      payment: idOfPayment(payment),
      paidOn: payment.issuedOn ?? payment.paidOn,
      payee: asked.payeeName(payment),
      case: asked.caseName(payment),
      method: methods[payment.instrument ?? 'NONE'],
      reference: payment.number ?? '',
      amount: payment.amount,
      status: payment.status,
    })),
  );
}

/** As the file calls it by which a payment went out. */
const methods = { CHEQUE: 'CHECK', ACH: 'ACH', NONE: '' } as const;
