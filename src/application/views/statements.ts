import type { AccountKind, AccountPurpose } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Direction, ItemKind } from '../../domain/claim/items.ts';
import type {
  AccountId,
  CaseId,
  DefendantId,
  Digest,
  ItemId,
  MatchId,
  SignatoryId,
  StatementId,
  VictimId,
} from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { SignatureRole } from '../../domain/statement/events.ts';
import type { FileProof } from '../../formats/file-proof.ts';
import type { BankFormat } from '../../formats/which-format.ts';
import type { LineStatus } from '../reconciliation/statement-content.ts';
import type { Clocks, Page, Paged, Stamped } from './ledger.ts';

/** One account that statements come for. */
export interface AccountView {
  readonly accountId: AccountId;
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly openedOn: CalendarDate;
  readonly opening: MoneyText;
  readonly writeOffLimit: MoneyText;
  readonly source: string | null;
  /** Its statements, the earliest first; those that cover no day after `asOf`. */
  readonly statements: readonly StatementPlace[];
  /** What the account holds by the last of them. */
  readonly balance: MoneyText;
}

/** A statement in its place among those of the account. */
export interface StatementPlace {
  readonly statementId: StatementId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: MoneyText | null;
  readonly closing: MoneyText | null;
  /** Its opening balance less the closing one before it; null where there is none of the two, or they agree. */
  readonly gap: MoneyText | null;
  readonly lines: number;
  /** Lines of which nothing is said yet. */
  readonly open: number;
  readonly suspended: number;
  readonly signedAs: readonly SignatureRole[];
}

/** What became of a file that was taken in. The numbers of accounts and the names that it holds are not said again. */
export interface FileTaken {
  readonly statementId: StatementId;
  /** No where the file was taken in before; then nothing was changed. */
  readonly isNew: boolean;
  readonly isRehearsal: boolean;
  readonly lines: number;
  /** Lines that another statement had first, which count once. */
  readonly repeated: number;
  /** Lines that tell of no money. */
  readonly passedOver: number;
  readonly format: BankFormat;
  /** SHA-256 of the bytes of the file. */
  readonly digest: string;
  readonly byteCount: number;
  /** Whether the totals that the file declares held, how many there were, and what its lines come to. */
  readonly proof: Pick<FileProof, 'verdict' | 'checked' | 'credits' | 'debits'>;
}

/** What one file said of one account, and what its lines confirm. */
export interface StatementView {
  readonly statementId: StatementId;
  readonly accountId: AccountId;
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly format: string;
  readonly fileHash: Digest;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: MoneyText | null;
  readonly closing: MoneyText | null;
  readonly sumIn: MoneyText;
  readonly sumOut: MoneyText;
  readonly lines: number;
  /** How many lines are what, and what they come to: in less out. */
  readonly byStatus: readonly {
    readonly status: LineStatus;
    readonly lines: number;
    readonly net: MoneyText;
  }[];
  /** What whoever signs answers for. */
  readonly contentHash: Digest;
  readonly signatures: readonly SignatureView[];
  /** What was recorded since it was approved, for a day that it covers or one before; nothing may be here. */
  readonly disturbedBy: readonly DisturbanceView[];
}

/** Who answers for a statement. */
export interface SignatureView {
  readonly as: SignatureRole;
  readonly signatoryId: SignatoryId;
  readonly contentHash: Digest;
  readonly on: CalendarDate;
  readonly position: number;
}

/** An event that moved cash on a day for which somebody had answered already. */
export interface DisturbanceView {
  readonly position: number;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  /** By how much it changed what the books held. */
  readonly amount: MoneyText;
}

/** One line, and what became of it. */
export interface LineView {
  readonly statementId: StatementId;
  readonly line: number;
  readonly on: CalendarDate;
  readonly direction: Direction;
  readonly amount: MoneyText;
  readonly kind: string;
  readonly status: LineStatus;
  /** Why it is suspended or given up, or how its match was found; null of an open line. */
  readonly reason: string | null;
  readonly match: MatchView | null;
  readonly repeats: { readonly statementId: StatementId; readonly line: number } | null;
  /** How many days it has waited by the day that was asked of. */
  readonly age: number;
}

/** What lines confirm. */
export interface MatchView {
  readonly matchId: MatchId;
  readonly rule: string;
  readonly evidence: readonly string[];
  readonly items: readonly ItemInMatch[];
  readonly residual: MoneyText | null;
  readonly residualReason: string | null;
}

/** One item that a match confirms. */
export interface ItemInMatch {
  readonly kind: ItemKind;
  readonly id: ItemId;
  readonly direction: Direction;
  readonly amount: MoneyText;
}

/** `expected`: it has its time still. `missing`: it should have come. */
export type ItemStatus = 'confirmed' | 'expected' | 'missing';

/** Something that the books expect a bank to confirm. */
export interface BookItemView extends ItemInMatch {
  readonly purpose: AccountPurpose;
  readonly effectiveOn: CalendarDate;
  readonly caseId: CaseId | null;
  readonly defendantId: DefendantId | null;
  readonly victimId: VictimId | null;
  readonly status: ItemStatus;
  /** The match of a bank’s statement that has it. */
  readonly confirmedBy: { readonly statementId: StatementId; readonly matchId: MatchId } | null;
  readonly age: number;
}

/** Which lines are listed. */
export interface LineFilter {
  readonly statementId?: StatementId;
  readonly status?: LineStatus;
}

/** Which items are listed. */
export interface ItemFilter {
  /** Whether a bank is to confirm them, or a report; a bank unless told. */
  readonly side?: AccountKind;
  readonly status?: ItemStatus;
  readonly caseId?: CaseId;
}

/** That the bank, the books, and the sum of what they are owed to, say the same. */
export interface ThreeWayProof {
  readonly purpose: AccountPurpose;
  readonly on: CalendarDate;
  /** What the banks hold by their last statements. */
  readonly bank: MoneyText;
  readonly accounts: readonly {
    readonly accountId: AccountId;
    readonly balance: MoneyText;
    /** The last day that a statement covers; null where there is none. */
    readonly upTo: CalendarDate | null;
  }[];
  /** In the books, and not at the bank yet. */
  readonly inTransit: MoneyText;
  /** Paid out by the books, and not by the bank yet. */
  readonly outstanding: MoneyText;
  /** At the bank, and not in the books. */
  readonly notBooked: MoneyText;
  /** What was in the books before the first account was opened and no bank has shown since, less what the accounts were opened with. */
  readonly before: MoneyText;
  readonly book: MoneyText;
  /** What the books come to by account of the journal: whom the cash is owed to. */
  readonly owedTo: readonly { readonly account: string; readonly amount: MoneyText }[];
  /** The book less what the bank and the items between make of it; nothing, or something is wrong. */
  readonly difference: MoneyText;
}

/** What reconciling can be asked. */
export interface ReconciliationQueries {
  accounts(clocks: Clocks): Promise<Stamped<{ readonly accounts: readonly AccountView[] }>>;
  statement(id: StatementId, clocks: Clocks): Promise<Stamped<StatementView> | undefined>;
  lines(filter: LineFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<LineView>>>;
  items(filter: ItemFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<BookItemView>>>;
  /** For the money of restitution, or that of the Reserve, on the day of `asOf` or the present one. */
  proof(purpose: AccountPurpose, clocks: Clocks): Promise<Stamped<ThreeWayProof>>;
}
