import { all } from '../application/reconciliation/all-pages.ts';
import { creditsFile } from '../application/run-files/credits-file.ts';
import { payeesOf, type PayeeOf } from '../application/run-files/payee-book.ts';
import { totalOf } from '../application/run-files/payment-out.ts';
import type { RunFile } from '../application/run-files/sorting.ts';
import { treasuryFile } from '../application/run-files/treasury-file.ts';
import { WrittenFiles, type WrittenFile } from '../application/run-files/written-files.ts';
import type { ChequeView, RunView } from '../application/views/disbursements.ts';
import type { InstrumentNumber } from '../domain/ids.ts';
import { invariant } from '../domain/rejection.ts';
import { readBankFile } from '../formats/bank-file.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { expectRoom } from './out-file.ts';
import { payeesIn, tellFaults } from './payees-file.ts';
import { makeWritten, tellObstacles } from './payment-file.ts';
import { runFileAsked, senderIn, type RunFileAsked } from './run-file-options.ts';
import { tellRunFile } from './run-file-told.ts';
import { tracesFile } from './traces-file.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution run-file`: the payments of a run for whoever pays them, a bank or the Treasury. */
export async function writeRunFile(asked: Asked, world: World): Promise<Exit> {
  const wanted = runFileAsked(asked);
  const { payees = [], faults } = await payeesIn(asked.options, world);
  if (faults.length > 0) return tellFaults(faults, { options: asked.options, world });
  return atDesk(asked, world, async (desk) => {
    await expectRoom(wanted.file);
    const { run, payments } = await paymentsOf(desk, wanted);
    const payeeOf = await payeesOf(payments, { payees, directory: desk.house.directory });
    const written = new WrittenFiles(desk.house.directory);
    const before = await written.of(wanted.runId);
    const made = await fileOf(payments, { desk, wanted, payeeOf, written, before });
    if ('obstacles' in made) return tellObstacles(desk, made.obstacles);
    return give({ desk, wanted, run, made, written, before });
  });
}

/** What was paid by the run. @throws Failure where it is not known yet, or not all of it is told */
async function paymentsOf(
  desk: Desk,
  { runId }: RunFileAsked,
): Promise<{ readonly run: RunView; readonly payments: readonly ChequeView[] }> {
  const { disbursements } = desk.house.queries;
  const run = await disbursements.run(runId, {});
  if (run === undefined) return desk.unknown('run', 'Correct the id; a run has no label.');
  if (run.status !== 'completed')
    throw new Failure(
      'conflict',
      `Run ${runId} is ${run.status}: what of it is paid is not decided.`,
      'Have it approved and release it first (`restitution disburse`); then write the file.',
    );
  const payments: ChequeView[] = [];
  for await (const each of all((page) => disbursements.cheques({ runId }, {}, page))) payments.push(each);
  if (totalOf(payments) !== run.made)
    throw new Failure('conflict', 'The run changed while it was read.', 'Ask again; nothing was written.');
  if (payments.length === 0)
    throw new Failure('notFound', `Nothing was paid by run ${runId}.`, 'There is nothing to send.');
  return { run, payments };
}

/** What a file is made of. */
interface Making {
  readonly desk: Desk;
  readonly wanted: RunFileAsked;
  readonly payeeOf: PayeeOf;
  readonly written: WrittenFiles;
  readonly before: readonly WrittenFile[];
}

/** A file of a run, with the traces of its payments where it is of credits. */
export type Made = RunFile & {
  readonly traces?: ReadonlyMap<string, string>;
  readonly companyId?: string;
  readonly firstTrace?: WrittenFile['firstTrace'];
};

async function fileOf(payments: readonly ChequeView[], making: Making): Promise<Made> {
  const { desk, wanted, payeeOf } = making;
  const { isPart, format, schedule = '' } = wanted;
  if (format === 'nacha') return creditsOf(payments, making);
  const sender = await senderIn(desk.options, 'spr');
  const kind = format === 'spr-ach' ? 'ACH' : 'CHECK';
  return treasuryFile(payments, { sender, kind, payeeOf, isPart, scheduleNumber: schedule });
}

async function creditsOf(payments: readonly ChequeView[], making: Making): Promise<Made> {
  const { desk, wanted, payeeOf } = making;
  const sender = await senderIn(desk.options, 'nacha');
  const { on: createdOn, effectiveOn = createdOn, modifier, isPart } = wanted;
  const bank = sender.destination.slice(0, 8);
  const trace = await firstTraceOf(bank, making);
  // No hour: the same run, written again on the same day, is the same file.
  const origin = { ...sender, createdOn, createdAt: '', modifier, effectiveOn };
  const made = creditsFile(payments, { origin, payeeOf, isPart, firstTrace: trace });
  if ('obstacles' in made) return made;
  await expectFree(desk, made.traces);
  await expectProof(made);
  return { ...made, companyId: sender.companyId, firstTrace: { bank, trace } };
}

/** Written again, a run keeps the traces that it had; another takes the next ones. */
async function firstTraceOf(bank: string, { wanted, written, before }: Making): Promise<number> {
  if (wanted.firstTrace !== undefined) return wanted.firstTrace;
  const earlier = before.find(({ firstTrace }) => firstTrace?.bank === bank)?.firstTrace;
  return earlier?.trace ?? written.nextTrace(bank);
}

/** @throws Failure where a payment of another run has one of the traces: a return would be taken for that of the other */
async function expectFree(desk: Desk, traces: ReadonlyMap<string, string>): Promise<void> {
  const numbers = [...traces.values()] as readonly string[] as readonly InstrumentNumber[];
  const taken = await desk.house.queries.disbursements.numbersTaken('ACH', numbers);
  const other = taken.find(({ paymentId, number }) => traces.get(paymentId) !== number);
  if (other === undefined) return;
  throw new Failure(
    'conflict',
    `Payment ${other.paymentId} has the trace ${other.number} already.`,
    'Write --first-trace and a number behind all that were used with this bank; nothing was written.',
  );
}

/** What goes to a bank is read back first, by the reader that takes its files in: all of it proves, and comes to what is paid. */
async function expectProof({ file, sent }: Extract<Made, { file: unknown }>): Promise<void> {
  const read = await readBankFile(() => bytesOf(file), { format: 'ach' });
  const amount = totalOf(sent.map(({ payment }) => payment));
  const isProved = read.isGood && read.proof.verdict === 'PROVED';
  invariant(
    isProved && read.proof.lines === sent.length && read.proof.credits === amount,
    'a file of credits does not say what is paid',
  );
}

function* bytesOf({ lines }: Extract<Made, { file: unknown }>['file']): Generator<Uint8Array> {
  for (const line of lines()) yield Buffer.from(line);
}

interface Giving extends Omit<Making, 'payeeOf'> {
  readonly run: RunView;
  readonly made: Extract<Made, { file: unknown }>;
}

async function give({ desk, wanted, run, made, written, before }: Giving): Promise<Exit> {
  const { runId, format, on, file } = wanted;
  const { firstTrace, companyId, traces } = made;
  const aside = traces && { ...file, path: `${file.path}.numbers.csv` };
  if (aside) await expectRoom(aside);
  if (firstTrace !== undefined) await keepTraces(written, firstTrace, made.sent.length);
  if (companyId !== undefined) await written.keepOriginator(companyId);
  const { digest, ...where } = await makeWritten(file, made.file);
  if (traces && aside) await makeWritten(aside, tracesFile(traces));
  const payments = made.sent.map(({ payment }) => payment);
  const sum = { payments: payments.length, amount: totalOf(payments) };
  await written.keepBytes(digest);
  await written.add(runId, { format, digest, on, ...sum, ...(firstTrace && { firstTrace }) });
  const told = { ...where, digest, format, ...sum, sent: made.sent, leftOut: made.leftOut, before, run };
  await tellRunFile(desk, { ...told, ...(aside && { numbers: aside.path }) });
  return made.leftOut.length === 0 ? 'fine' : 'someBad';
}

async function keepTraces(
  written: WrittenFiles,
  { bank, trace }: NonNullable<WrittenFile['firstTrace']>,
  count: number,
): Promise<void> {
  const next = trace + count;
  if (next > (await written.nextTrace(bank))) await written.takeTraces(bank, next);
}
