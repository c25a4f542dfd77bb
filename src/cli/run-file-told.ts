import { idOfPayment, payeeIdOf, type Obstacle } from '../application/run-files/payment-out.ts';
import type { Addressed } from '../application/run-files/sorting.ts';
import type { WrittenFile } from '../application/run-files/written-files.ts';
import type { RunView } from '../application/views/disbursements.ts';
import type { MoneyText } from '../domain/money.ts';
import { counted, grouped } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { MadeFile } from './payment-file.ts';
import { obstaclesInWords } from './payment-file.ts';
import { tableOf, type Column } from './table.ts';

/** A file of a run that was made, with all that whoever sends it on compares. */
export interface RunFileMade extends MadeFile {
  readonly format: string;
  readonly payments: number;
  readonly amount: MoneyText;
  readonly sent: readonly Addressed[];
  readonly leftOut: readonly Obstacle[];
  /** Files that were written of the run before. */
  readonly before: readonly WrittenFile[];
  readonly run: RunView;
  /** The table of the traces, beside a file of credits. */
  readonly numbers?: string;
}

/** Tells what is in the file, and warns where it is not the first of its run. */
export async function tellRunFile(desk: Desk, told: RunFileMade): Promise<void> {
  await desk.learn(told.sent.map(({ payment }) => payment));
  if (told.before.length > 0) await desk.remark(warningOf(told));
  await desk.print(desk.isJson ? inJson(told) : inWords(told, desk));
}

function inJson({ sent, run: { runId, made }, before, ...told }: RunFileMade): string {
  const rows = sent.map(({ payment, payee }) => ({
    ...{ paymentId: idOfPayment(payment), payeeId: payeeIdOf(payment), amount: payment.amount },
    ...{ account: maskedAccount(payee) },
  }));
  return `${JSON.stringify({ isWritten: true, runId, runMade: made, ...told, writtenBefore: before, sent: rows }, null, 2)}\n`;
}

function inWords(told: RunFileMade, desk: Desk): string {
  const { path, payments, amount, leftOut, run, digest, numbers, sent } = told;
  const rest = leftOut.length === 0 ? '' : `, ${counted(leftOut.length, 'payment')} left out`;
  const next =
    numbers === undefined
      ? 'Record the numbers that the Treasury gives with `restitution number`.'
      : `Once it is sent, record the traces: restitution number ${run.runId} ${numbers}`;
  return [
    desk.style.bold(`${path}: ${counted(payments, 'payment')} of ${grouped(amount)}${rest}.`),
    `By run ${run.runId} ${grouped(run.made)} was paid.`,
    `hash ${digest}\n`,
    tableOf(sent, columnsWith(desk.names), desk.style.dim),
    ...(leftOut.length === 0 ? [] : ['Not in it:\n', obstaclesInWords(leftOut, desk)]),
    `${next}\n`,
  ].join('\n');
}

function columnsWith(names: Desk['names']): readonly Column<Addressed>[] {
  return [
    { title: 'payment', text: ({ payment }) => idOfPayment(payment) },
    { title: 'paid to', text: ({ payment }) => names.shown(payeeIdOf(payment)) },
    { title: 'account', text: ({ payee }) => maskedAccount(payee) ?? '' },
    { title: 'amount', isNumber: true, text: ({ payment }) => grouped(payment.amount) },
  ];
}

/** Enough of an account for two people to compare, and too little to be of use to a third: its bank, and its last digits. */
function maskedAccount({ account }: Addressed['payee']): string | null {
  if (account === undefined) return null;
  const last = account.number.length > 4 ? account.number.slice(-4) : '';
  return `${account.routing} ····${last}`;
}

function warningOf({ before, digest, run }: RunFileMade): string {
  const files = before.map(
    (file) =>
      `  ${file.on}  ${file.format}  ${counted(file.payments, 'payment')} of ${grouped(file.amount)}  ${file.digest.slice(0, 12)}…${file.digest === digest ? ' (this very file)' : ''}`,
  );
  const times = counted(before.length, 'file was', 'files were');
  return `Warning: ${times} written of run ${run.runId} before. Whoever pays may be given each payment once.\n${files.join('\n')}`;
}
