import { hash } from 'node:crypto';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Digest, SignatoryId } from '../../domain/ids.ts';
import { parseBalance, type MoneyText } from '../../domain/money.ts';
import type { BalanceOfAccount, ChangeOfAccount } from '../../domain/period/events.ts';
import { firstDayOf, lastDayOf, type Month } from '../../domain/period/month.ts';
import type { SignatureRole } from '../../domain/statement/events.ts';
import { accountsOf } from './accounts.ts';
import { trialBalanceOf } from './trial-balance.ts';
import { laterEntriesSql, laterParams } from './journal-sums.ts';
import { openOf } from './open-in-month.ts';
import { threeWayOf } from './three-way.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { TrialBalanceView } from '../views/ledger.ts';
import type { AccountInMonth, MonthStatus, MonthSummary, MonthView, ObstacleView } from '../views/months.ts';
import type { AccountView, DisturbanceView, SignatureView, ThreeWayProof } from '../views/statements.ts';

interface MarkCells {
  readonly position: bigint;
  readonly month: bigint;
  readonly mark: bigint;
  readonly signatoryId: bigint;
  readonly contentHash: string | null;
  readonly effectiveOn: bigint;
  readonly lookedAt: bigint;
  readonly amounts: string;
}

/** A month as it stands, on a frame of its last day. */
export function monthViewOf(frame: Frame, month: Month): MonthView {
  const to = lastDayOf(month);
  const trialBalance = trialBalanceOf(frame);
  const balances = balancesIn(trialBalance);
  const { difference } = trialBalance;
  const { accounts } = accountsOf(frame);
  const banks = accounts.filter(({ kind }) => kind === 'BANK');
  const purposes = [...new Set(banks.map(({ purpose }) => purpose))].sort();
  const proofs = purposes.map((purpose) => threeWayOf(frame, purpose, to));
  const inMonth = accounts.map((each) => accountInMonth(each));
  const open = openOf(frame, to);
  const marks = marksOf(frame, month);
  const closed = marks.get('APPROVED');
  return {
    ...{ month, from: firstDayOf(month), to, status: statusOf(marks) },
    signatures: [...marks.values()].map((each) => signatureView(frame, each)),
    contentHash: hashOf([month, balances, difference, proofs, inMonth, open]),
    ...{ balances, difference, proofs, accounts: inMonth, open },
    obstacles: obstaclesIn({ difference, proofs, accounts, inMonth }, to),
    changes: closed === undefined ? [] : changesIn(balances, closed),
    disturbedBy: closed === undefined ? [] : disturbances(frame, closed),
  };
}

/** The months that are closed, in their order. */
export function closedMonths(frame: Frame): readonly Month[] {
  return signedMonths(frame).filter((month) => marksOf(frame, month).has('APPROVED'));
}

/** Those of which anything was signed, the latest first; what has changed since is looked up on a frame of each last day. */
export function monthSummaries(frame: Frame): readonly MonthSummary[] {
  return signedMonths(frame)
    .toReversed()
    .map((month) => summaryOf(frame, month));
}

function signedMonths(frame: Frame): readonly Month[] {
  const found = frame.all('SELECT DISTINCT month FROM monthMarks WHERE position <= :position') as readonly {
    readonly month: bigint;
  }[];
  return found.map((each) => frame.term(each.month) as Month).sort();
}

function summaryOf(frame: Frame, month: Month): MonthSummary {
  const marks = marksOf(frame, month);
  const signatory = (role: SignatureRole): SignatoryId | null => {
    const mark = marks.get(role);
    return mark === undefined ? null : (frame.term(mark.signatoryId) as SignatoryId);
  };
  const closed = marks.get('APPROVED');
  const reopened = frame.first(
    `SELECT count(*) AS times FROM monthMarks WHERE month = :month AND mark = :reopened AND position <= :position`,
    { month: frame.numberOf(month), reopened: frame.numberOf('REOPENED') },
  ) as { readonly times: bigint };
  const balances = closed === undefined ? [] : balancesIn(trialBalanceOf(frame.asOf(lastDayOf(month))));
  return {
    ...{ month, status: statusOf(marks) },
    ...{ preparedBy: signatory('PREPARED'), approvedBy: signatory('APPROVED') },
    closedOn: closed === undefined ? null : dayOf(closed.effectiveOn),
    reopened: Number(reopened.times),
    changed: closed === undefined ? 0 : changesIn(balances, closed).length,
  };
}

/** The signatures that hold: those since it was opened again, and since it was prepared anew. */
function marksOf(frame: Frame, month: Month): ReadonlyMap<SignatureRole, MarkCells> {
  const found = frame.all(
    'SELECT * FROM monthMarks WHERE month = :month AND position <= :position ORDER BY position',
    { month: frame.numberOf(month) },
  ) as readonly MarkCells[];
  const marks = new Map<SignatureRole, MarkCells>();
  for (const cells of found) {
    const mark = frame.term(cells.mark) as SignatureRole | 'REOPENED';
    if (mark !== 'APPROVED') marks.clear();
    if (mark !== 'REOPENED') marks.set(mark, cells);
  }
  return marks;
}

function statusOf(marks: ReadonlyMap<SignatureRole, unknown>): MonthStatus {
  if (marks.has('APPROVED')) return 'CLOSED';
  return marks.has('PREPARED') ? 'PREPARED' : 'OPEN';
}

function signatureView(frame: Frame, cells: MarkCells): SignatureView {
  return {
    as: frame.term(cells.mark) as SignatureRole,
    signatoryId: frame.term(cells.signatoryId) as SignatoryId,
    contentHash: (cells.contentHash ?? '') as Digest,
    on: dayOf(cells.effectiveOn),
    position: Number(cells.position),
  };
}

function balancesIn({ accounts }: TrialBalanceView): readonly BalanceOfAccount[] {
  return accounts.flatMap(({ account, balance }) => (balance === '0.00' ? [] : [{ account, balance }]));
}

/** What stands otherwise now than it was signed. */
function changesIn(now: readonly BalanceOfAccount[], { amounts }: MarkCells): readonly ChangeOfAccount[] {
  const signed = JSON.parse(amounts) as readonly BalanceOfAccount[];
  const of = (balances: readonly BalanceOfAccount[], account: BalanceOfAccount['account']) =>
    balances.find((each) => each.account === account)?.balance ?? amountOf(0n);
  const accounts = new Set([...signed, ...now].map(({ account }) => account));
  return [...accounts].sort().flatMap((account) => {
    const [before, after] = [of(signed, account), of(now, account)];
    return before === after ? [] : [{ account, before, after }];
  });
}

/** Of accounts of banks there is a statement up to the last day; every statement by then is signed by two. */
function accountInMonth({ accountId, statements }: AccountView): AccountInMonth {
  const last = statements.at(-1);
  return {
    accountId,
    statementId: last?.statementId ?? null,
    upTo: last?.to ?? null,
    isApproved: statements.every(({ signedAs }) => signedAs.includes('APPROVED')),
  };
}

interface Looked {
  readonly difference: MoneyText;
  readonly proofs: readonly ThreeWayProof[];
  readonly accounts: readonly AccountView[];
  readonly inMonth: readonly AccountInMonth[];
}

function obstaclesIn(
  { difference, proofs, accounts, inMonth }: Looked,
  to: CalendarDate,
): readonly ObstacleView[] {
  const none = { accountId: null, purpose: null, amount: null };
  return [
    ...(difference === '0.00'
      ? []
      : [{ ...none, code: 'books-do-not-balance' as const, amount: difference }]),
    ...inMonth.flatMap(({ accountId, upTo, isApproved }, at): readonly ObstacleView[] => {
      const { kind, purpose } = accounts[at] ?? { kind: 'REPORT', purpose: null };
      const isCovered = kind === 'REPORT' || (upTo !== null && upTo >= to);
      return isCovered && isApproved ? [] : [{ ...none, code: 'statement-not-signed', accountId, purpose }];
    }),
    ...proofs.flatMap(({ purpose, difference: amount }): readonly ObstacleView[] =>
      parseBalance(amount) === 0n ? [] : [{ ...none, code: 'proof-differs', purpose, amount }],
    ),
  ];
}

/** The first hundred events that changed what stood in an account at the end of the month, since it was looked at. */
function disturbances(frame: Frame, { lookedAt }: MarkCells): readonly DisturbanceView[] {
  const found = frame.all(
    `SELECT j.position, t.type, j.effectiveOn, sum(j.amount) AS moved
       FROM ${laterEntriesSql} JOIN timeline t ON t.position = j.position AND t.item = j.item
       GROUP BY j.position, t.type, j.effectiveOn ORDER BY j.position LIMIT 100`,
    laterParams(Number(lookedAt), frame.day),
  ) as readonly {
    readonly position: bigint;
    readonly type: bigint;
    readonly effectiveOn: bigint;
    readonly moved: bigint;
  }[];
  return found.map((cells) => ({
    position: Number(cells.position),
    type: frame.term(cells.type),
    effectiveOn: dayOf(cells.effectiveOn),
    amount: amountOf(cells.moved),
  }));
}

function hashOf(content: readonly unknown[]): Digest {
  return hash('sha256', JSON.stringify(content), 'hex') as Digest;
}
