import type { BankFile } from '../formats/bank-file.ts';
import type { BankLine } from '../formats/bank-line.ts';
import type { Fault } from '../formats/fault.ts';
import type { AccountProof, FileProof, Total } from '../formats/file-proof.ts';
import { counted } from './amounts.ts';
import { styleFor, type Style } from './style.ts';
import { tableOf, type Column } from './table.ts';
import type { World } from './world.ts';

/** More than a person reads at once. */
const mostShown = 1_000;

/** A file that was inspected, for people: what it is, what proves, its accounts, and its lines or what is wrong with it. */
export async function* fileInWords(
  file: BankFile,
  lines: AsyncIterable<BankLine>,
  world: World,
): AsyncGenerator<string> {
  const style = styleFor(world.stdout, world);
  yield `${style.bold(headOf(file))}\nsha256 ${file.digest}, ${counted(file.byteCount, 'byte')}\n`;
  if (file.proof !== undefined) yield* proofInWords(file.proof, style);
  if (file.isGood) yield* linesInWords(lines, file.proof, style);
  else {
    yield `\n${tableOf(file.faults, faultColumns, style.dim)}`;
    const more = file.faultCount - file.faults.length;
    if (more > 0) yield `and ${counted(more, 'more', 'more')}\n`;
  }
}

const names: Readonly<Record<string, string>> = {
  ach: 'NACHA file',
  bai2: 'BAI2 file',
  camt: 'ISO 20022 statement or notification',
  cir: 'collections report of the Treasury',
  table: 'table',
};

function headOf({ format, isGood, proof }: BankFile): string {
  const what = names[format ?? ''] ?? 'file';
  if (!isGood) return `This ${what} cannot be taken in.`;
  if (proof.verdict === 'PROVED') return `This ${what} proves: ${counted(proof.checked, 'total')} held.`;
  return `This ${what} declares no totals: nothing is wrong with it, and nobody can tell whether it is whole.`;
}

function* proofInWords(proof: FileProof, style: Style): Generator<string> {
  yield `${counted(proof.lines, 'line')}, ${proof.credits} credited, ${proof.debits} debited\n`;
  if (proof.totals.length > 0) yield `\n${tableOf(proof.totals, totalColumns, style.dim)}`;
  if (proof.accounts.length > 0) yield `\n${tableOf(proof.accounts, accountColumns, style.dim)}`;
}

async function* linesInWords(
  lines: AsyncIterable<BankLine>,
  proof: FileProof,
  style: Style,
): AsyncGenerator<string> {
  const shown: BankLine[] = [];
  for await (const line of lines) {
    shown.push(line);
    if (shown.length === mostShown) break;
  }
  if (shown.length > 0) yield `\n${tableOf(shown, lineColumns, style.dim)}`;
  const more = proof.lines - shown.length;
  if (more > 0) yield `and ${counted(more, 'more', 'more')}; --json gives all of them\n`;
}

const totalColumns: readonly Column<Total>[] = [
  { title: 'line', isNumber: true, text: ({ line }) => String(line) },
  {
    title: 'of',
    text: ({ of, number }) => (of === 'FILE' ? 'file' : `${of.toLowerCase()} ${String(number)}`),
  },
  { title: 'total', text: ({ total }) => total },
  { title: 'declared', isNumber: true, text: ({ declared }) => declared },
  { title: 'found', isNumber: true, text: ({ found }) => found },
  {
    title: 'difference',
    isNumber: true,
    text: ({ difference }) => (/[1-9]/.test(difference) ? difference : ''),
  },
];

const accountColumns: readonly Column<AccountProof>[] = [
  { title: 'account', text: ({ account }) => account },
  { title: 'currency', text: ({ currency }) => currency },
  { title: 'opening', isNumber: true, text: ({ opening = '' }) => opening },
  { title: 'credits', isNumber: true, text: ({ credits }) => credits },
  { title: 'debits', isNumber: true, text: ({ debits }) => debits },
  { title: 'closing', isNumber: true, text: ({ closing = '' }) => closing },
  { title: 'unexplained', isNumber: true, text: ({ unexplained = '' }) => unexplained },
];

const faultColumns: readonly Column<Fault>[] = [
  { title: 'line', isNumber: true, text: ({ line }) => String(line) },
  { title: 'field', text: ({ column = '' }) => column },
  { title: 'rule', text: ({ rule }) => rule },
  { title: 'what to do', text: ({ message }) => message },
];

const lineColumns: readonly Column<BankLine>[] = [
  { title: 'line', isNumber: true, text: ({ evidence }) => String(evidence.line) },
  { title: 'kind', text: ({ kind }) => kind },
  { title: 'booked', text: ({ bookedOn = '' }) => bookedOn },
  { title: 'credit', isNumber: true, text: (line) => (line.direction === 'CREDIT' ? line.amount : '') },
  { title: 'debit', isNumber: true, text: (line) => (line.direction === 'DEBIT' ? line.amount : '') },
  { title: 'currency', text: ({ currency }) => (currency === 'USD' ? '' : currency) },
  { title: 'reason', text: ({ reason = '' }) => reason },
  { title: 'references', text: referencesInWords },
  { title: 'who', text: ({ party }) => party?.name ?? '' },
  { title: 'what they wrote', text: ({ remittance = '' }) => remittance.slice(0, 60) },
];

function referencesInWords({ references }: BankLine): string {
  return Object.entries(references)
    .flatMap(([role, text]) => (text === undefined ? [] : [`${role} ${String(text)}`]))
    .join(', ');
}
