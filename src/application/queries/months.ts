import { hash } from 'node:crypto';
import type { AccountPurpose } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Digest, SignatoryId } from '../../domain/ids.ts';
import { parseBalance, type MoneyText } from '../../domain/money.ts';
import type { BalanceOfAccount } from '../../domain/period/events.ts';
import { firstDayOf, lastDayOf, type Month } from '../../domain/period/month.ts';
import type { SignatureRole } from '../../domain/statement/events.ts';
import { accountsOf } from './accounts.ts';
import { trialBalanceOf } from './trial-balance.ts';
import { openOf } from './open-in-month.ts';
import { changesIn, differingParts, disturbancesSince, type Parts } from './since-signed.ts';
import { cashOf } from './statements.ts';
import { threeWayOf } from './three-way.ts';
import { dayOf, type Frame } from './frame.ts';
import type { TrialBalanceView } from '../views/ledger.ts';
import type {
  AccountInMonth,
  MonthStatus,
  MonthSummary,
  MonthView,
  ObstacleView,
  OpenInMonth,
  UnconfirmedCash,
} from '../views/months.ts';
import type { AccountView, SignatureView, ThreeWayProof } from '../views/statements.ts';

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
  const looked = lookAt(frame);
  const { difference, balances, proofs, inMonth, open, unconfirmed } = looked;
  const marks = marksOf(frame, month);
  return {
    ...{ month, from: firstDayOf(month), to, status: statusOf(marks) },
    signatures: [...marks.values()].map((each) => signatureView(frame, each)),
    contentHash: hashOf([
      ...[month, balances, difference, proofs, inMonth, open],
      // A month that a bank confirms has the hash that it always had.
      ...(unconfirmed.length > 0 ? [unconfirmed] : []),
    ]),
    ...{ balances, difference, proofs, unconfirmed, accounts: inMonth, open },
    obstacles: obstaclesIn(looked, to),
    ...sinceSigned(frame, looked, marks.get('APPROVED')),
  };
}

/** What there is to be signed for, on a frame of the last day. */
function lookAt(frame: Frame): Looked {
  const to = dayOf(BigInt(frame.day));
  const trialBalance = trialBalanceOf(frame);
  const balances = balancesIn(trialBalance);
  const { accounts } = accountsOf(frame);
  const banks = accounts.filter(({ kind }) => kind === 'BANK');
  const purposes = [...new Set(banks.map(({ purpose }) => purpose))].sort();
  return {
    ...{ difference: trialBalance.difference, balances, accounts },
    proofs: purposes.map((purpose) => threeWayOf(frame, purpose, to)),
    inMonth: accounts.map((each) => accountInMonth(each)),
    open: openOf(frame, to),
    unconfirmed: unconfirmedIn(balances, purposes),
  };
}

/** Cash of a purpose that has no account at any bank. */
function unconfirmedIn(
  balances: readonly BalanceOfAccount[],
  confirmed: readonly AccountPurpose[],
): readonly UnconfirmedCash[] {
  return (['RESTITUTION', 'RESERVE'] as const).flatMap((purpose) => {
    const cash = balances.find(({ account }) => account === cashOf(purpose));
    return cash === undefined || confirmed.includes(purpose) ? [] : [{ purpose, amount: cash.balance }];
  });
}

/** What stands otherwise than it was signed for; nothing of a month that is open. */
function sinceSigned(
  frame: Frame,
  now: Looked,
  closed: MarkCells | undefined,
): Pick<MonthView, 'changes' | 'differsIn' | 'disturbedBy'> {
  if (closed === undefined) return { changes: [], differsIn: [], disturbedBy: [] };
  const lookedAt = Number(closed.lookedAt);
  const changes = changesIn(now.balances, amountsIn(closed));
  const signed = lookAt(frame.upTo(lookedAt));
  const differsIn = differingParts(partsOf(now), partsOf(signed));
  const isAsSigned = changes.length === 0 && differsIn.length === 0;
  return { changes, differsIn, disturbedBy: isAsSigned ? [] : disturbancesSince(frame, lookedAt) };
}

function partsOf({ proofs, unconfirmed, inMonth, open }: Looked): Parts {
  return { PROOFS: [proofs, unconfirmed], STATEMENTS: inMonth, OPEN: open };
}

function amountsIn({ amounts }: MarkCells): readonly BalanceOfAccount[] {
  return JSON.parse(amounts) as readonly BalanceOfAccount[];
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
    changed: closed === undefined ? 0 : changesIn(balances, amountsIn(closed)).length,
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
  readonly balances: readonly BalanceOfAccount[];
  readonly proofs: readonly ThreeWayProof[];
  readonly accounts: readonly AccountView[];
  readonly inMonth: readonly AccountInMonth[];
  readonly open: readonly OpenInMonth[];
  readonly unconfirmed: readonly UnconfirmedCash[];
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

function hashOf(content: readonly unknown[]): Digest {
  return hash('sha256', JSON.stringify(content), 'hex') as Digest;
}
