import { writePositivePay, type IssuedCheck } from '../../formats/positive-pay/write-positive-pay.ts';
import type { Written } from '../../formats/written.ts';
import type { ChequeStatus, ChequeView } from '../views/disbursements.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { PayeeOf } from './payee-book.ts';
import { obstacle, obstaclesOf, totalOf, type Obstacle } from './payment-out.ts';

/** How a bank is told of cheques. */
export interface IssueAsked {
  /** The number of the account that they are drawn on, as the bank has it. */
  readonly accountNumber: string;
  readonly form: 'CSV' | 'FIXED';
  /** Whom they are made out to; left blank in the file where nobody says. */
  readonly payeeOf: PayeeOf | undefined;
}

/** A file for a bank; or everything that keeps it from being written. */
export type IssueFile =
  | { readonly obstacles: readonly Obstacle[] }
  | {
      readonly file: Extract<Written, { isGood: true }>;
      readonly issued: Counted;
      readonly voided: Counted;
      /** Payments that have no number yet: of them the bank hears nothing. */
      readonly unnumbered: readonly ChequeView[];
    };

/** So many payments, and what they come to. */
export interface Counted {
  readonly payments: number;
  readonly amount: MoneyText;
}

/** A cheque of which no bank may pay anything more. */
const calledOff: ReadonlySet<ChequeStatus> = new Set<ChequeStatus>([
  ...(['voided', 'returned', 'unclaimed', 'reissued'] as const),
]);

/**
 * The cheques among payments out, as a positive-pay file: those that were called off, or came back, as void. Transfers have no
 * place in it. Two cheques of one number are refused, for a bank can pay only one of them.
 */
export function issueFile(payments: readonly ChequeView[], asked: IssueAsked): IssueFile {
  const cheques = payments.filter(({ instrument }) => instrument === 'CHEQUE');
  const checks: IssuedCheck[] = [];
  const obstacles = [...repeated(cheques)];
  for (const cheque of cheques) {
    const payee = asked.payeeOf?.(cheque) ?? { name: '' };
    if (typeof payee === 'string') obstacles.push(obstacle(cheque, payee));
    else checks.push(checkOf(cheque, { account: asked.accountNumber, payee: payee.name }));
  }
  if (obstacles.length > 0) return { obstacles };
  const file = writePositivePay(checks, asked.form);
  if (!file.isGood) return { obstacles: obstaclesOf(file.faults, cheques) };
  const isVoid = ({ status }: ChequeView): boolean => calledOff.has(status);
  return {
    file,
    issued: counted(cheques.filter((cheque) => !isVoid(cheque))),
    voided: counted(cheques.filter(isVoid)),
    unnumbered: payments.filter((each) => each.instrument === null && !isVoid(each)),
  };
}

function counted(payments: readonly ChequeView[]): Counted {
  return { payments: payments.length, amount: totalOf(payments) };
}

function checkOf(
  { number, amount, issuedOn, paidOn, status }: ChequeView,
  of: Pick<IssuedCheck, 'account' | 'payee'>,
): IssuedCheck {
  // A bank compares the number as it stands on the cheque, and zeros in front do not count there.
  const checkSerial = (number ?? '').replace(/^0+(?=.)/, '');
  return { ...of, checkSerial, amount, issuedOn: issuedOn ?? paidOn, isVoid: calledOff.has(status) };
}

function* repeated(cheques: readonly ChequeView[]): Generator<Obstacle> {
  const seen = new Map<string, ChequeView>();
  for (const cheque of cheques) {
    const serial = (cheque.number ?? '').replace(/^0+(?=.)/, '');
    if (seen.has(serial)) yield obstacle(cheque, 'number-repeated');
    seen.set(serial, cheque);
  }
}
