import { all } from '../application/reconciliation/all-pages.ts';
import { issueFile, type Counted } from '../application/run-files/issue-file.ts';
import { payeesOf, type PayeeOf } from '../application/run-files/payee-book.ts';
import {
  idOfPayment,
  obstacle,
  payeeIdOf,
  totalOf,
  type Obstacle,
} from '../application/run-files/payment-out.ts';
import { registerFile } from '../application/run-files/register-file.ts';
import type { ChequeFilter, ChequeView } from '../application/views/disbursements.ts';
import type { Payee } from '../formats/payees/read-payees.ts';
import { counted, grouped } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { expectRoom, type OutFile } from './out-file.ts';
import { makeWritten, tellObstacles } from './payment-file.ts';
import { isSet, textOf, type Options } from './verb.ts';

/** Which file the options ask for beside the list itself; undefined where they ask for none. @throws Failure */
export function chequeFileIn(options: Options): ChequeFileAsked | undefined {
  const asked = (['positivePay', 'register'] as const).filter((name) => textOf(options, name) !== undefined);
  const [kind] = asked;
  if (kind === undefined) return undefined;
  const others = ['out', 'limit', 'cursor'].filter((name) => textOf(options, name) !== undefined);
  if (asked.length > 1 || others.length > 0 || isSet(options, 'csv'))
    throw new Failure(
      'usage',
      'A list is written in one way at a time, and such a file is of all of it.',
      'Name one of --positive-pay, --register and --out, and leave out --limit, --cursor and --csv.',
    );
  const file = { path: textOf(options, kind) ?? '', isForced: isSet(options, 'force') };
  if (kind === 'register') return { kind, file };
  const accountNumber = textOf(options, 'accountNumber') ?? '';
  if (!/^[0-9]{1,17}$/.test(accountNumber))
    throw new Failure(
      'usage',
      'It is not said on which account the cheques are drawn.',
      'Write --account-number and the 1 to 17 digits that stand on them.',
    );
  return { kind, file, accountNumber, form: isSet(options, 'fixed') ? 'FIXED' : 'CSV' };
}

/** A file of payments out, for a bank or for people. */
export type ChequeFileAsked =
  | { readonly kind: 'register'; readonly file: OutFile }
  | {
      readonly kind: 'positivePay';
      readonly file: OutFile;
      readonly accountNumber: string;
      readonly form: 'CSV' | 'FIXED';
    };

/** Writes the payments that the filter means into a file. @throws Failure */
export async function writeChequeFile(
  desk: Desk,
  filter: ChequeFilter,
  asked: ChequeFileAsked & { readonly payees: readonly Payee[] | undefined },
): Promise<Exit> {
  await expectRoom(asked.file);
  const payments: ChequeView[] = [];
  const { disbursements } = desk.house.queries;
  for await (const each of all((page) => disbursements.cheques(filter, desk.clocks, page)))
    payments.push(each);
  const { payees } = asked;
  const payeeOf = payees && (await payeesOf(payments, { payees, directory: desk.house.directory }));
  if (asked.kind === 'register') return writeRegister(desk, payments, { file: asked.file, payeeOf });
  return writeIssues(desk, payments, { ...asked, payeeOf });
}

interface IssuesAsked extends Extract<ChequeFileAsked, { kind: 'positivePay' }> {
  readonly payeeOf: PayeeOf | undefined;
}

async function writeIssues(desk: Desk, payments: readonly ChequeView[], asked: IssuesAsked): Promise<Exit> {
  const found = issueFile(payments, asked);
  if ('obstacles' in found) return tellObstacles(desk, found.obstacles);
  const { file, issued, voided, unnumbered } = found;
  if (issued.payments + voided.payments === 0)
    throw new Failure(
      'notFound',
      'No cheque fits: there is nothing to tell the bank.',
      'Widen what is asked for. A payment is a cheque once its number was recorded.',
    );
  const made = await makeWritten(asked.file, file);
  const left = { payments: unnumbered.length, amount: totalOf(unnumbered) };
  const hasNames = asked.payeeOf !== undefined;
  if (desk.isJson)
    await desk.print(
      `${JSON.stringify({ isWritten: true, ...made, issued, voided, hasNames, unnumbered: unnumbered.map(idOfPayment) }, null, 2)}\n`,
    );
  else
    await desk.print(
      [
        `${made.path}: ${sumInWords(issued)} issued, ${sumInWords(voided)} void.`,
        `hash ${made.digest}`,
        hasNames ? '' : 'No payee is named in it; --payees FILE names them.',
        unnumbered.length === 0 ? '' : notInIt(left, unnumbered),
      ]
        .filter((line) => line !== '')
        .join('\n') + '\n',
    );
  return unnumbered.length === 0 ? 'fine' : 'someBad';
}

function notInIt(left: Counted, unnumbered: readonly ChequeView[]): string {
  const ids = unnumbered.slice(0, 5).map(idOfPayment).join(', ');
  const more = unnumbered.length > 5 ? `, and ${String(unnumbered.length - 5)} more` : '';
  return `Not in it, for they have no number yet: ${sumInWords(left)} (${ids}${more}).`;
}

interface RegisterAsked {
  readonly file: OutFile;
  readonly payeeOf: PayeeOf | undefined;
}

/** Without a file of payees, people are called as the directory calls them. */
async function writeRegister(
  desk: Desk,
  payments: readonly ChequeView[],
  { file, payeeOf }: RegisterAsked,
): Promise<Exit> {
  await desk.learn(payments);
  const labels = desk.names.known();
  const missing: Obstacle[] = [];
  const payeeName = (payment: ChequeView): string => {
    const id = payeeIdOf(payment);
    const payee = payeeOf?.(payment);
    if (typeof payee === 'string') missing.push(obstacle(payment, payee));
    return typeof payee === 'object' ? payee.name : (labels[id] ?? id);
  };
  const caseName = ({ caseId }: ChequeView): string => labels[caseId] ?? caseId;
  const written = registerFile(payments, { payeeName, caseName });
  if (missing.length > 0) return tellObstacles(desk, missing);
  if (!written.isGood || payments.length === 0)
    throw new Failure('notFound', 'No payment fits.', 'Widen what is asked for.');
  const made = await makeWritten(file, written);
  const sum = { payments: payments.length, amount: totalOf(payments) };
  if (desk.isJson) await desk.print(`${JSON.stringify({ isWritten: true, ...made, ...sum }, null, 2)}\n`);
  else await desk.print(`${made.path}: ${sumInWords(sum)}.\nhash ${made.digest}\n`);
  return 'fine';
}

/** `3 payments, 1,200.00`. */
function sumInWords({ payments, amount }: Counted): string {
  return `${counted(payments, 'payment')} of ${grouped(amount)}`;
}
