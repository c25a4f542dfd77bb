import type { AccountKind, AccountPurpose } from '../../domain/account/events.ts';
import type { AccountId, StatementId } from '../../domain/ids.ts';
import { formatMoney, money, parseBalance, subtract, type MoneyText } from '../../domain/money.ts';
import { linesSql, statusOf } from './lines.ts';
import { signaturesOf, textOrNull } from './statements.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { AccountView, StatementPlace } from '../views/statements.ts';

interface AccountCells {
  readonly accountId: bigint;
  readonly kind: bigint;
  readonly purpose: bigint;
  readonly opening: bigint;
  readonly writeOffLimit: bigint;
  readonly source: bigint | null;
  readonly effectiveOn: bigint;
}

interface PlaceCells {
  readonly statementId: bigint;
  readonly fromOn: bigint;
  readonly toOn: bigint;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly lines: bigint;
  readonly sumIn: bigint;
  readonly sumOut: bigint;
}

/** All accounts, in the order in which they were opened. */
export function accountsOf(frame: Frame): { readonly accounts: readonly AccountView[] } {
  const found = frame.all(
    'SELECT * FROM bankAccounts WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly AccountCells[];
  return { accounts: found.map((cells) => accountView(frame, cells)) };
}

function accountView(frame: Frame, cells: AccountCells): AccountView {
  const opening = amountOf(cells.opening);
  const places = placesOf(frame, cells);
  return {
    accountId: frame.term(cells.accountId) as AccountId,
    kind: frame.term(cells.kind) as AccountKind,
    purpose: frame.term(cells.purpose) as AccountPurpose,
    openedOn: dayOf(cells.effectiveOn),
    opening,
    writeOffLimit: amountOf(cells.writeOffLimit),
    source: frame.termOrNull(cells.source),
    statements: places.map(({ held: _, ...place }) => place),
    balance: places.at(-1)?.held ?? opening,
  };
}

type PlaceHeld = StatementPlace & { readonly held: MoneyText };

/** The statements of an account by the days that they cover, and what it held after each. */
function placesOf(frame: Frame, { accountId, opening }: AccountCells): readonly PlaceHeld[] {
  const found = frame.all(
    `SELECT s.* FROM statements s WHERE s.accountId = :account AND s.toOn <= :day AND EXISTS (
       SELECT 1 FROM statementMarks p
         WHERE p.statementId = s.statementId AND p.mark = :proved AND p.position <= :position)
       ORDER BY s.fromOn, s.toOn, s.position`,
    { account: Number(accountId), proved: frame.numberOf('PROVED') },
  ) as readonly PlaceCells[];
  let before = amountOf(opening);
  return found.map((cells) => {
    const place = placeView(frame, cells, before);
    before = place.held;
    return place;
  });
}

function placeView(frame: Frame, cells: PlaceCells, before: MoneyText): PlaceHeld {
  const opening = textOrNull(cells.opening);
  const difference = opening === null ? null : subtract(parseBalance(opening), parseBalance(before));
  const moved = money(parseBalance(opening ?? before) + cells.sumIn - cells.sumOut);
  const counts = countsOf(frame, Number(cells.statementId));
  return {
    statementId: frame.term(cells.statementId) as StatementId,
    ...{ from: dayOf(cells.fromOn), to: dayOf(cells.toOn) },
    ...{ opening, closing: textOrNull(cells.closing) },
    gap: difference === null || difference === 0n ? null : formatMoney(difference),
    ...{ lines: Number(cells.lines), ...counts },
    signedAs: signaturesOf(frame, Number(cells.statementId)).map(({ as }) => as),
    held: textOrNull(cells.closing) ?? formatMoney(moved),
  };
}

/** Lines of which nothing is said yet, and those that wait. */
function countsOf(frame: Frame, statement: number): { readonly open: number; readonly suspended: number } {
  const sql = `SELECT repeatsStatementId, status, count(*) AS lines FROM (${linesSql('AND l.statementId = :statement')})
    GROUP BY repeatsStatementId IS NULL, status`;
  const found = frame.all(sql, { statement, proved: frame.numberOf('PROVED') }) as readonly {
    readonly repeatsStatementId: bigint | null;
    readonly status: bigint | null;
    readonly lines: bigint;
  }[];
  const count = (status: string): number =>
    found.reduce((total, each) => total + (statusOf(frame, each) === status ? Number(each.lines) : 0), 0);
  return { open: count('open'), suspended: count('suspended') };
}
