/**
 * What people do at banks in a small world, at random: accounts, statements of what the books expect and of what nobody expects,
 * matches right and wrong, runs of payments, months. What a deed comes to depends on what is there when it is done.
 */
import fc from 'fast-check';
import type { AllQueries } from '../../src/application/views/all-queries.ts';
import type { BookItemView, LineView } from '../../src/application/views/statements.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { MatchLines } from '../../src/domain/statement/commands.ts';
import type { Digest, InstrumentNumber, RunId, SignatoryId, StatementId } from '../../src/domain/ids.ts';
import { formatMoney, money } from '../../src/domain/money.ts';
import { lastDayOf, type Month } from '../../src/domain/period/month.ts';
import {
  matchLines,
  openAccount,
  reopenStatement,
  suspendLine,
  takeIn,
  unmatchLines,
  writeOffLine,
} from '../support/reconciliation-words.ts';
import { day, recordPayment, usd } from '../support/words.ts';
import { anyCommand } from '../projections/random-ledger.ts';
import { cents } from './picture.ts';

/** One thing that somebody does: command by command, each worked out from what is there by then. */
export type Deed = (queries: AllQueries, nth: number) => AsyncGenerator<Command>;

const decembers = ['2025-12-29', '2025-12-31'].map(day);
const days = ['2026-01-05', '2026-01-12', '2026-01-31'].map(day);
/** When nothing of January is told any more, unless it is late. */
const afterwards = day('2026-02-10');
const all = { limit: 1_000 };
const months = ['2025-12', '2026-01'] as Month[];

const signed = ({ direction, amount }: Pick<LineView, 'direction' | 'amount'>): bigint =>
  direction === 'IN' ? cents(amount) : -cents(amount);
const written = (amount: bigint): string =>
  `${amount < 0n ? '-' : '+'}${formatMoney(money(amount < 0n ? -amount : amount))}`;
const one = <Each>(from: readonly Each[], pick: number): Each | undefined => from[pick % from.length];

async function expected({ reconciliation }: AllQueries): Promise<readonly BookItemView[]> {
  const { rows } = await reconciliation.items({}, {}, all);
  return rows.filter(({ confirmedBy }) => confirmedBy === null);
}

async function linesOf({ reconciliation }: AllQueries): Promise<readonly LineView[]> {
  return (await reconciliation.lines({}, {}, all)).rows;
}

const isFree = ({ status }: LineView): boolean => status === 'open' || status === 'suspended';

/** A statement of some of what the books expect, of one thing cut in two, and of what nobody expects. */
const statement = fc
  .tuple(fc.nat(255), fc.constantFrom('k-1', 'k-1', 'k-2'), fc.constantFrom(...days), fc.boolean())
  .map(
    ([pick, account, on, isCut]): Deed =>
      async function* (queries, nth) {
        const known = (await expected(queries)).slice(0, 8).filter((_, bit) => (pick >> bit) % 2 === 1);
        const amounts = known.map(signed);
        const [first, ...rest] = amounts;
        const lines = isCut && first !== undefined && first > 100n ? [100n, first - 100n, ...rest] : amounts;
        const others = [-300n, 200n].slice(0, pick % 3);
        yield statementOf(nth, account, { lines: [...lines, ...others], on });
      },
  );

function statementOf(
  nth: number,
  account: string,
  { lines, on }: { readonly lines: readonly bigint[]; readonly on: CalendarDate },
): Command {
  const amounts = (lines.length === 0 ? [100n] : lines).map(written);
  return { ...takeIn(`s-${String(nth)}`, amounts, { on }), accountId: account as never };
}

/** Lines are matched with what they are of, or with something else; within the limit, something may be left over. */
const match = fc.tuple(fc.nat(99), fc.constantFrom('right', 'right', 'right', 'two', 'any')).map(
  ([pick, how]): Deed =>
    async function* (queries, nth) {
      const lines = await linesOf(queries);
      const items = await expected(queries);
      const free = lines.filter(isFree);
      const pairs = free.flatMap((line) =>
        items.filter((item) => signed(item) === signed(line)).map((item) => ({ lines: [line], item })),
      );
      const sums = free.flatMap((line) =>
        free
          .filter((other) => other.statementId === line.statementId && other.line > line.line)
          .flatMap((other) =>
            items
              .filter((item) => nearly(signed(item), signed(line) + signed(other)))
              .map((item) => ({ lines: [line, other], item })),
          ),
      );
      const [anyLine, anyItem] = [one(lines, pick), one(await allItems(queries), pick)];
      const wrong = anyLine && anyItem ? [{ lines: [anyLine], item: anyItem }] : [];
      const found = one({ right: pairs, two: sums, any: wrong }[how], pick) ?? pairs[0] ?? wrong[0];
      if (found === undefined) return;
      const command = matchOf(nth, found.lines, found.item);
      yield how === 'any' && pick % 2 === 0 ? { ...command, residualReason: null } : command;
    },
);

const nearly = (one: bigint, other: bigint): boolean => one - other <= 500n && other - one <= 500n;

async function allItems({ reconciliation }: AllQueries): Promise<readonly BookItemView[]> {
  return (await reconciliation.items({}, {}, all)).rows;
}

function matchOf(nth: number, lines: readonly LineView[], item: BookItemView, name = 'm'): MatchLines {
  const { statementId } = lines[0]!;
  const numbers = lines.map(({ line }) => line);
  const left = lines.reduce((sum, line) => sum + signed(line), 0n) - signed(item);
  const residualReason = left === 0n ? null : 'BANK_FEE';
  const given = { on: afterwards, residualReason } as const;
  return matchLines(`${name}-${String(nth)}`, [statementId, ...numbers], [`${item.kind} ${item.id}`], given);
}

const change = fc.tuple(fc.nat(99), fc.constantFrom('undo', 'wait', 'wait', 'give up', 'open again')).map(
  ([pick, what]): Deed =>
    async function* (queries) {
      const lines = await linesOf(queries);
      const matched = one(
        lines.filter(({ match: has }) => has !== null),
        pick,
      );
      const line = one(lines.filter(isFree), pick) ?? one(lines, pick);
      if (line === undefined) return;
      const { statementId } = line;
      if (what === 'undo' && matched?.match)
        yield unmatchLines(matched.match.matchId, matched.statementId, { on: afterwards });
      if (what === 'wait') yield { ...suspendLine(statementId, line.line), on: line.on };
      if (what === 'give up') yield { ...writeOffLine(statementId, line.line), on: line.on };
      if (what === 'open again') yield { ...reopenStatement(statementId), on: afterwards };
    },
);

/** A run is planned on what is there, approved for what was proposed, and goes out. */
const run = fc.constantFrom('VICTIMS', 'REFUNDS').map(
  (purpose): Deed =>
    async function* (queries, nth) {
      const runId = `n-${String(nth)}` as RunId;
      const [proposedBy, approvedBy] = ['w-1', 'w-2'] as SignatoryId[] as [SignatoryId, SignatoryId];
      const of = { runId, on: days[2]! };
      yield {
        type: 'ProposeDisbursementRun',
        ...of,
        caseId: null,
        purpose: purpose as 'REFUNDS',
        proposedBy,
      };
      const found = await queries.disbursements.run(runId, {});
      if (found === undefined) return;
      yield { type: 'ApproveDisbursementRun', ...of, contentHash: found.contentHash as Digest, approvedBy };
      const numbered = {
        instrument: 'CHEQUE',
        firstNumber: `${String(nth + 1)}00` as InstrumentNumber,
      } as const;
      yield { type: 'ReleaseDisbursementRun', ...of, numbered };
    },
);

/**
 * A month is closed as people close it: every account has a statement up to its end, every line is matched or waits, two sign
 * each statement, and then the month. Late facts and second thoughts come before and after.
 */
const close = fc.tuple(fc.constantFrom(...months, months[1]!), fc.nat(4)).map(
  ([month, care]): Deed =>
    async function* (queries, nth) {
      if (care > 0) yield* settle(queries, lastDayOf(month), nth);
      for (const [as, by] of [['PREPARED', 'w-1'] as const, ['APPROVED', 'w-2'] as const]) {
        const { contentHash } = await queries.months.month(month, {});
        const signatoryId = by as SignatoryId;
        yield { type: 'SignMonth', month, as, signatoryId, contentHash, on: afterwards };
      }
    },
);

async function* settle(queries: AllQueries, to: CalendarDate, nth: number): AsyncGenerator<Command> {
  yield* coverAll(queries, to, nth);
  for (const [at, line] of (await linesOf(queries)).entries()) {
    if (line.on > to || !isFree(line)) continue;
    const item = (await expected(queries)).find((each) => signed(each) === signed(line));
    if (item) yield matchOf(nth * 100 + at, [line], item, 'm-c');
    else if (line.status === 'open') yield { ...suspendLine(line.statementId, line.line), on: line.on };
  }
  for (const { statements } of (await queries.reconciliation.accounts({ asOf: to })).accounts)
    for (const { statementId } of statements) yield* signBoth(queries, statementId);
}

/** The first account has a statement of all that is expected by the day; another has one of something else. */
async function* coverAll(queries: AllQueries, to: CalendarDate, nth: number): AsyncGenerator<Command> {
  const { accounts } = await queries.reconciliation.accounts({ asOf: to });
  for (const [at, { accountId, statements }] of accounts.entries()) {
    if ((statements.at(-1)?.to ?? '') >= to) continue;
    const due = at === 0 ? (await expected(queries)).filter(({ effectiveOn }) => effectiveOn <= to) : [];
    yield statementOf(100 + nth * 10 + at, accountId, { lines: due.map(signed), on: to });
  }
}

async function* signBoth(queries: AllQueries, statementId: StatementId): AsyncGenerator<Command> {
  for (const [as, by] of [['PREPARED', 'w-3'] as const, ['APPROVED', 'w-4'] as const]) {
    const found = await queries.reconciliation.statement(statementId, {});
    const contentHash = found?.contentHash ?? ('' as Digest);
    const signatoryId = by as SignatoryId;
    yield { type: 'SignStatement', statementId, as, signatoryId, contentHash, on: afterwards };
  }
}

const reopen = fc.constantFrom(...months).map(
  (month): Deed =>
    async function* () {
      const signatoryId = 'w-1' as SignatoryId;
      yield { type: 'ReopenMonth', month, reason: 'LATE_FACT', signatoryId, on: afterwards };
    },
);

/** Money of before the first account was opened; some of it reaches the bank after that. */
const early = fc.tuple(fc.constantFrom(...decembers), fc.integer({ min: 1, max: 9_999 }), fc.boolean()).map(
  ([on, amount, isShown]): Deed =>
    async function* (queries, nth) {
      const sum = formatMoney(money(BigInt(amount)));
      const id = `dcd.9${String(nth)}`;
      yield recordPayment(id, sum, { to: null, caseId: 'c-1', defendantId: 'd-1', on });
      const { accounts } = await queries.reconciliation.accounts({});
      if (!isShown || accounts.length === 0) return;
      yield statementOf(nth, accounts[0]!.accountId, { lines: [BigInt(amount)], on: days[1]! });
      yield matchLines(`m-e-${String(nth)}`, [`s-${String(nth)}`, 1], [`RECEIPT ${id}`], { on: afterwards });
    },
);

const told = anyCommand.map(
  (command): Deed =>
    async function* () {
      yield command;
    },
);

/** The second account is opened later, and with something in it. */
const account = fc.constantFrom('k-1', 'k-2').map(
  (id): Deed =>
    async function* () {
      const later = { on: day('2026-01-10'), opening: usd('25.00') };
      yield openAccount(id, id === 'k-1' ? { on: day('2026-01-01') } : later);
    },
);

/** What is done in one world, in its order; most begin with an account. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(
    fc.array(account, { minLength: 0, maxLength: 2 }),
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: told },
        { weight: 2, arbitrary: early },
        { weight: 5, arbitrary: statement },
        { weight: 8, arbitrary: match },
        { weight: 6, arbitrary: change },
        { weight: 3, arbitrary: run },
        { weight: 3, arbitrary: close },
        { weight: 1, arbitrary: reopen },
        { weight: 1, arbitrary: account },
      ),
      { minLength: 6, maxLength: 20 },
    ),
  )
  .map(([first, rest]) => [...first, ...rest]);
