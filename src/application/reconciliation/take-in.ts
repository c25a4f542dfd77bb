import { expectSinceOpening } from '../../domain/account/decide.ts';
import { calendarDate, isCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts';
import type { AccountId, Digest, StatementId } from '../../domain/ids.ts';
import { isMoneyText, parseBalance, type Money } from '../../domain/money.ts';
import { reject } from '../../domain/rejection.ts';
import type { TakeInStatement } from '../../domain/statement/commands.ts';
import type { LineKind, StatementFormat, StatementLine } from '../../domain/statement/events.ts';
import {
  readBankFile,
  type BankFileOptions,
  type ProvedFile,
  type RefusedFile,
} from '../../formats/bank-file.ts';
import type { BankLine, BankLineKind } from '../../formats/bank-line.ts';
import type { Fault } from '../../formats/fault.ts';
import { whichCamt } from '../../formats/camt/which-message.ts';
import { isFault, type Bytes } from '../../formats/lines.ts';
import type { BankFormat } from '../../formats/which-format.ts';
import { commandIdOf, fingerprintOf } from '../event-ids.ts';
import type { House } from '../house.ts';
import type { AccountView } from '../views/statements.ts';
import { asOfSender, sideFaults, type EntrySide } from './entry-sides.ts';
import { Fingerprints, LinePapers, type KnownLine } from './line-papers.ts';
import { statementIdOf } from './statement-id.ts';

/** What is to be taken in, and for which account. */
export interface Intake {
  readonly accountId: AccountId;
  /** Gives the bytes from the beginning, each time it is asked. */
  readonly open: () => Bytes;
  readonly reading: BankFileOptions;
  /** Of NACHA, which way its entries went; only what came back goes without it. */
  readonly entries?: EntrySide | undefined;
  /** The last day that the file covers, where its last line is of an earlier one, or there is none. */
  readonly through?: CalendarDate | undefined;
  readonly isRehearsal: boolean;
  readonly actor: string;
  /** Told how many lines have been read. */
  readonly onProgress?: (lines: number) => void;
}

/** What became of a file: it is refused, with every fault; or it is a statement, now or before. */
export type TakenIn =
  | { readonly isTaken: false; readonly file: RefusedFile }
  | {
      readonly isTaken: true;
      readonly file: ProvedFile;
      readonly statementId: StatementId;
      readonly lines: number;
      /** Lines that another statement had first. */
      readonly repeated: number;
      /** Lines that tell of no money: notices and the like. */
      readonly passedOver: number;
      readonly isNew: boolean;
    };

/**
 * Takes a file in, through three gates: its bytes (a file that is there already changes nothing), its structure and its
 * totals (a file that does not prove posts nothing), and its lines (what another file said first counts once).
 *
 * @throws Rejection where the account is not open, or the file has nothing that a statement needs
 */
export async function takeIn(house: House, intake: Intake): Promise<TakenIn> {
  const { accountId, open, reading, isRehearsal, actor } = intake;
  const account = await accountOf(house, accountId);
  const file = await readBankFile(open, reading);
  if (!file.isGood) return { isTaken: false, file };
  const faults = await sideFaults(file, { directory: house.directory, entries: intake.entries });
  if (faults.length > 0) return { isTaken: false, file: refusedFor(file, faults) };
  const statementId = statementIdOf(accountId, file.digest as Digest);
  const read = await linesOf(house, file, { ...intake, statementId });
  const format = await formatOf(open, file);
  const command = commandFor(intake, file, { statementId, lines: read.lines, format });
  expectSince(account, command);
  const ledger = isRehearsal ? house.rehearse() : house.ledger;
  const commandId = commandIdOf(fingerprintOf(command));
  if (!isRehearsal) await new LinePapers(house.directory).keep(statementId, read.known);
  const { events } = await ledger.handle(command, { commandId, actor });
  const { repeated, passedOver } = read;
  const counts = { lines: read.lines.length, repeated, passedOver };
  return { isTaken: true, file, statementId, ...counts, isNew: events.length > 0 };
}

/** Asked before anything of the file is kept. @throws Rejection where the account was never opened */
async function accountOf({ queries }: House, accountId: AccountId): Promise<AccountView> {
  const { accounts } = await queries.reconciliation.accounts({});
  const account = accounts.find((each) => each.accountId === accountId);
  return account ?? reject('account-not-found', '/accountId');
}

/** @throws Rejection where a statement that is not there yet begins before the account */
function expectSince(
  { kind, openedOn, statements }: AccountView,
  { statementId, from }: TakeInStatement,
): void {
  const isThere = statements.some((each) => each.statementId === statementId);
  if (!isThere) expectSinceOpening({ kind, on: openedOn }, from);
}

function refusedFor({ format, digest, byteCount, proof }: ProvedFile, faults: readonly Fault[]): RefusedFile {
  return { isGood: false, format, digest, byteCount, proof, faults, faultCount: faults.length };
}

interface Read {
  readonly lines: readonly StatementLine[];
  readonly known: readonly KnownLine[];
  readonly repeated: number;
  readonly passedOver: number;
}

async function linesOf(
  { directory, queries }: House,
  file: ProvedFile,
  { accountId, statementId, entries, onProgress }: Intake & { readonly statementId: StatementId },
): Promise<Read> {
  const papers = new LinePapers(directory);
  const { accounts } = await queries.reconciliation.accounts({});
  const there = new Set(accounts.flatMap(({ statements }) => statements.map((each) => each.statementId)));
  const fingerprints = new Fingerprints(accountId);
  const [lines, known]: [StatementLine[], KnownLine[]] = [[], []];
  let [passedOver, repeated] = [0, 0];
  for await (const read of file.lines()) {
    if (isFault(read)) reject('statement-does-not-prove', '/file');
    const said = entries === 'SENT' ? asOfSender(read) : read;
    const money = moneyOf(said);
    if (money === undefined) {
      passedOver += 1;
      continue;
    }
    const line = lines.length + 1;
    const fingerprint = fingerprints.of(money, said);
    const before = await papers.saidBefore(statementId, fingerprint);
    const repeats = before && there.has(before.statementId) ? before : undefined;
    if (repeats) repeated += 1;
    lines.push({ line, ...money, ...(repeats && { repeats }) });
    known.push({ line, fingerprint, paper: paperOf(said) });
    onProgress?.(line);
  }
  return { lines, known, repeated, passedOver };
}

const kinds: Readonly<Record<BankLineKind, LineKind | undefined>> = {
  DEPOSIT: 'DEPOSIT',
  WITHDRAWAL: 'TRANSFER',
  RETURN: 'RETURN',
  REVERSAL: 'REVERSAL',
  VOID: 'CORRECTION',
  CHECK_PRESENTED: 'CHEQUE',
  ADJUSTMENT: 'CORRECTION',
  FEE: 'FEE',
  OFFSET: 'OFFSET',
  DISBURSEMENT: 'TRANSFER',
  NOTICE_OF_CHANGE: undefined,
  PRENOTE: undefined,
  INFORMATION: undefined,
  NOT_BOOKED: undefined,
};

/** The money of a line; undefined where it tells of none. */
function moneyOf({
  kind,
  amount,
  direction,
  bookedOn,
  valuedOn,
}: BankLine): Omit<StatementLine, 'line'> | undefined {
  const known = kinds[kind];
  const on = bookedOn ?? valuedOn;
  if (known === undefined || amount === '0.00' || !isMoneyText(amount)) return undefined;
  if (on === undefined || !isCalendarDate(on)) reject('line-not-found', '/file');
  return { on: calendarDate(on), direction: direction === 'CREDIT' ? 'IN' : 'OUT', amount, kind: known };
}

function paperOf({ references, party, remittance, reason, code, evidence }: BankLine): KnownLine['paper'] {
  return { references, party, remittance, reason, code, fileLine: evidence.line };
}

const formats: Readonly<Record<Exclude<BankFormat, 'camt'>, StatementFormat>> = {
  ach: 'NACHA',
  bai2: 'BAI2',
  cir: 'CIR',
  table: 'CSV',
};

/** A notification is no statement, though it is read as one. What was taken in as a statement before stays one. */
async function formatOf(open: () => Bytes, { format }: ProvedFile): Promise<StatementFormat> {
  if (format !== 'camt') return formats[format];
  return (await whichCamt(open())) === '054' ? 'CAMT_054' : 'CAMT_053';
}

interface Taken {
  readonly statementId: StatementId;
  readonly lines: readonly StatementLine[];
  readonly format: StatementFormat;
}

function commandFor(
  { accountId, through }: Intake,
  { digest, proof }: ProvedFile,
  { statementId, lines, format }: Taken,
): TakeInStatement {
  const days = lines.map(({ on }) => on).sort();
  const from = days[0] ?? through;
  const to = [...days.slice(-1), ...(through === undefined ? [] : [through])].sort().at(-1);
  if (from === undefined || to === undefined) reject('statement-without-lines', '/through');
  const [account, ...others] = proof.accounts;
  const isOne = others.length === 0;
  return {
    ...{ type: 'TakeInStatement', statementId, accountId, format },
    ...{ fileHash: digest as Digest, from, to, on: to satisfies CalendarDate, lines },
    opening: isOne ? balanceOf(account?.opening) : null,
    closing: isOne ? balanceOf(account?.closing) : null,
  };
}

function balanceOf(text: string | undefined): Money | null {
  return text === undefined ? null : parseBalance(text);
}
