import type { PaymentOutId } from '../../domain/ids.ts';
import { formatMoney, parseMoney, sum, type MoneyText } from '../../domain/money.ts';
import { remedyFor, type Fault, type FaultRule } from '../../formats/fault.ts';
import type { ChequeView } from '../views/disbursements.ts';

/** The id of what was paid out, whether to a victim or back to a payor. */
export function idOfPayment({ disbursementId, refundId }: ChequeView): PaymentOutId {
  const id = disbursementId ?? refundId;
  if (id === null) throw new RangeError('a payment out is neither to a victim nor to a payor');
  return id;
}

/** Who is paid: a victim, whoever acts for one, a payor, or the Crime Victims Fund, which has no id. */
export function payeeIdOf({ representativeId, paidTo, victimId, defendantId }: ChequeView): string {
  if (paidTo === 'CRIME_VICTIMS_FUND') return paidTo;
  return representativeId ?? victimId ?? defendantId ?? '';
}

/** What payments come to. */
export function totalOf(payments: readonly ChequeView[]): MoneyText {
  return formatMoney(sum(payments.map(({ amount }) => parseMoney(amount))));
}

/** Why a payment cannot stand in a file; names its id and never its payee. */
export interface Obstacle {
  /** The payment; null where the file as a whole is meant. */
  readonly paymentId: PaymentOutId | null;
  readonly rule: ObstacleRule | FaultRule;
  /** The field that is meant, where it is one. */
  readonly column?: string;
  readonly message: string;
}

/** What to do about each; the rules are part of the contract (docs/formats.md). */
export const obstacleRemedies = {
  'payee-missing': 'No row of the payees is about whoever is paid. Add one, by id or label.',
  'payee-ambiguous':
    'Several rows of the payees are about whoever is paid, or one row is about several. Write ids in the place of labels.',
  'account-missing': 'The row of the payee names no account. Add routing, account and account_kind.',
  'address-missing': 'The row of the payee names no address. Add address_1, city, state and postal_code.',
  'payee-has-account': 'The payee has an account: this payment belongs into the file of credits.',
  'payment-not-under-way': 'It came back, was called off, or a bank has paid it: it is not to be sent again.',
  'number-repeated': 'Another payment of this file has the same number. Find out which of the two is right.',
  'number-of-another-kind':
    'It went out otherwise: its number is not of the kind that this file sends. Sent here as well, it would be paid twice.',
  'trace-of-another-bank':
    'The trace that was recorded for it is none of this bank, or not of fifteen digits. It was sent through another.',
} as const;

export type ObstacleRule = keyof typeof obstacleRemedies;

/** That the payment cannot stand in the file, and what to do. */
export function obstacle(payment: ChequeView, rule: ObstacleRule): Obstacle {
  return { paymentId: idOfPayment(payment), rule, message: obstacleRemedies[rule] };
}

/** What a writer found wrong, by the payment that it had in this place. */
export function obstaclesOf(faults: readonly Fault[], payments: readonly ChequeView[]): readonly Obstacle[] {
  return faults.map(({ line, rule, column }) => {
    const payment = payments[line - 1];
    return {
      paymentId: payment === undefined ? null : idOfPayment(payment),
      ...{ rule, message: remedyFor(rule) },
      ...(column !== undefined && { column }),
    };
  });
}
