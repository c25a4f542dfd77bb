/**
 * A year of an administrator: each month the files of the clerk and of the bank are taken in and reconciled, what waits is
 * resolved, the victim is paid, two people sign, and the month is closed. A cheque is called off and made again; a month is
 * opened again for a late fact. At every step the books balance, and bank, books and what is owed are the same.
 */
import { bankStatement, clerkReport, type BankLine } from './bank-year.ts';
import { smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const year = 2025;
const months = Array.from({ length: 12 }, (_, at) => at + 1);
const two = (number: number): string => String(number).padStart(2, '0');
const dayOf = (month: number, day: number): string => `${String(year)}-${two(month)}-${two(day)}`;
const lastDay = (month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const after = (month: number): string => new Date(Date.UTC(year, month, 4)).toISOString().slice(0, 10);

const court: readonly object[] = [
  { command: 'RegisterVictim', victimId: 'v-y1', on: '2024-12-02' },
  { command: 'RegisterCase', caseId: 'c-y1', on: '2024-12-02', label: '26-CR-00017' },
  { command: 'RegisterDefendant', caseId: 'c-y1', defendantId: 'd-y1', on: '2024-12-02', label: 'D-1' },
  { command: 'RegisterDefendant', caseId: 'c-y1', defendantId: 'd-y2', on: '2024-12-02', label: 'D-2' },
  ...['1', '2'].map((party) => ({
    ...{ command: 'EnterOrder', orderId: `o-y${party}`, caseId: 'c-y1', defendantId: `d-y${party}` },
    ...{ statute: '18 U.S.C. 3663A', offenceOn: '2022-05-04', on: '2024-12-02' },
    lines: [{ victimId: 'v-y1', track: 'FULL_AMOUNT', amount: '20000.00' }],
  })),
  ...['d-y1', 'd-y2'].map((defendantId) => ({
    ...{ command: 'SetInterestTerms', caseId: 'c-y1', on: '2024-12-02' },
    ...{ orderId: `o-${defendantId.slice(2)}`, terms: 'WAIVED' },
  })),
  {
    ...{ command: 'OpenAccount', accountId: 'k-y1', kind: 'BANK', purpose: 'RESTITUTION' },
    ...{ opening: '0.00', writeOffLimit: '5.00', on: '2025-01-01' },
  },
  {
    ...{ command: 'OpenAccount', accountId: 'k-y2', kind: 'REPORT', purpose: 'RESTITUTION' },
    ...{ opening: '0.00', writeOffLimit: '0.00', source: 'wdw', on: '2025-01-01' },
  },
];

interface Cheque {
  readonly victimId: string;
  readonly disbursementId: string;
  readonly number: string | null;
  readonly amount: string;
  readonly status: string;
}

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

let world: SmallWorld;
let balance = 0;

/** Runs a verb; how it ended stands beside its words, so that a failure says which it was. */
async function run(words: string, exits: readonly number[] = [0]): Promise<string> {
  const { exitCode, stdout, stderr } = await world.restitution(words);
  if (!exits.includes(exitCode)) throw new Error(`${words}: ${String(exitCode)}\n${stdout}\n${stderr}`);
  return stdout;
}

async function json<Answer>(words: string): Promise<Answer> {
  return JSON.parse(await run(`${words} --json`)) as Answer;
}

async function apply(...commands: readonly object[]): Promise<void> {
  const { stdout, exitCode } = await world.apply(commands);
  expect([stdout, exitCode]).toEqual([expect.stringContaining(' 0 refused'), 0]);
}

/** What the clerk received: two payments in one deposit. */
async function takeInReceipts(month: number): Promise<BankLine> {
  const receipts = [
    { number: `1047${two(month)}1`, party: 'D-1', day: dayOf(month, 3), amount: '400.00' },
    { number: `1047${two(month)}2`, party: 'D-2', day: dayOf(month, 5), amount: `${String(100 + month)}.50` },
  ];
  const file = folder.write(`receipts-${two(month)}.csv`, clerkReport(receipts, `V${two(month)}`));
  await run(`take-in ${file} --account k-y2 --profile clerk-receipts`);
  await run('reconcile', [0, 6]);
  return { type: '301', cents: 40_000 + (100 + month) * 100 + 50, reference: `V${two(month)}` };
}

/** What the bank saw: the deposit, cheques, and once a fee that is given up. */
async function takeInStatement(month: number, lines: readonly BankLine[]): Promise<void> {
  const { text, closing } = bankStatement(lastDay(month), balance, lines);
  balance = closing;
  await run(`take-in ${folder.write(`bank-${two(month)}.bai`, text)} --account k-y1`);
  await run('reconcile', [0, 6]);
  const { rows } = await json<{ rows: { statementId: string; line: number; kind: string }[] }>(
    'lines --status suspended',
  );
  for (const { statementId, line } of rows) {
    await apply({
      ...{ command: 'WriteOffLine', statementId, line: String(line), reason: 'BANK_FEE' },
      ...{ signatoryId: 'w-1', on: lastDay(month) },
    });
  }
}

/** What can be paid is proposed, approved by another, and released with the numbers of its cheques. */
async function payOut(month: number): Promise<void> {
  const run_ = `n-${String(year)}${two(month)}`;
  const on = lastDay(month);
  await run(`disburse propose ${run_} --by w-1 --on ${on}`);
  const { contentHash } = await json<{ contentHash: string }>(`disburse show ${run_}`);
  await run(`disburse approve ${run_} --by w-2 --hash ${contentHash} --on ${on}`);
  await run(`disburse release ${run_} --on ${on} --first-number ${String(1000 + month)}`);
}

/** By a day on which what it is now may be another thing: a cheque grows stale. */
async function cheques(status: string, on = lastDay(12)): Promise<readonly Cheque[]> {
  return (await json<{ rows: Cheque[] }>(`cheques --status ${status} --as-of ${on}`)).rows;
}

/** Two sign every statement of the month that is not signed yet, and then the month. */
async function close(month: number): Promise<void> {
  const { accounts } = await json<{
    accounts: { statements: { statementId: string; signedAs: string[] }[] }[];
  }>('accounts');
  const unsigned = accounts.flatMap(({ statements }) =>
    statements.filter(({ signedAs }) => signedAs.length < 2),
  );
  const signatures = ['--as prepared --by w-1', '--as approved --by w-2'];
  for (const { statementId } of unsigned)
    for (const each of signatures) await run(`sign ${statementId} ${each} --on ${after(month)}`);
  for (const each of signatures)
    await run(`close ${dayOf(month, 1).slice(0, 7)} ${each} --on ${after(month)}`);
}

/** The books balance; bank, books and what is owed are the same on the last day of the month. */
async function holds(month: number): Promise<void> {
  expect(await run('trial-balance')).toContain('The books balance: debits less credits are 0.00.');
  const { difference, bank } = await json<{ difference: string; bank: string }>(
    `proof --as-of ${lastDay(month)}`,
  );
  expect([month, difference, bank]).toEqual([month, '0.00', (balance / 100).toFixed(2)]);
}

/** The cheque of May is lost: it is called off in July, and made again under another number. */
async function makeAgain(month: number): Promise<void> {
  const [lost] = (await cheques('outstanding', lastDay(month))).filter(({ number }) => number === '1005');
  const { victimId, disbursementId, amount } = lost!;
  const on = dayOf(month, 14);
  const again = { victimId, disbursementId: 'p-2001', on };
  await apply(
    { command: 'RecordDisbursementReturn', victimId, disbursementId, reason: 'STOPPED', on },
    { command: 'RecordDisbursement', ...again, caseId: 'c-y1', amount, replaces: disbursementId },
    { command: 'RecordInstrument', ...again, instrument: 'CHEQUE', number: '2001' },
  );
}

test('a year goes through: import, match, resolve, pay out, make a cheque again, close, open again and close again', async () => {
  world = await smallWorld();
  await apply(...court);
  for (const month of months) {
    const deposit = await takeInReceipts(month);
    if (month === 7) await makeAgain(month);
    const presented = (await cheques('outstanding', lastDay(month)))
      .filter(({ number }) => number !== null && number !== '1005')
      .map(({ number, amount }): BankLine => {
        return { type: '475', cents: Number(amount.replace('.', '')), reference: number ?? '' };
      });
    const fee: readonly BankLine[] = month === 3 ? [{ type: '698', cents: 125, reference: '' }] : [];
    await takeInStatement(month, [deposit, ...presented, ...fee]);
    // What came in waits until it has cleared.
    if (month > 1) await payOut(month);
    await holds(month);
    await close(month);
    await holds(month);
  }
  expect(await cheques('reissued')).toHaveLength(1);
  expect((await cheques('presented')).length).toBeGreaterThan(8);

  const late = {
    command: 'RecordPayment',
    source: 'dcd',
    reference: '2025-7001',
    caseId: 'c-y1',
    defendantId: 'd-y1',
  };
  const fact = { ...late, amount: '60.00', method: 'CASH', on: dayOf(6, 20) };
  expect((await world.apply([fact])).stdout).toContain('month-closed');
  expect((await world.apply([fact], ['--reach-closed-months'])).exitCode).toBe(0);
  expect(await run('month 2025-06', [6])).toContain('by PaymentReceived');
  expect(await run('month 2025-05')).toContain('2025-05 is closed.');
  await run('reopen 2025-06 --reason late-fact --by w-2 --on 2026-01-12');
  await close(6);
  expect(await run('month 2025-06')).toContain('2025-06 is closed.');
  // The months after it have changed with it, and say so until they are signed anew.
  expect(await run('months', [6])).toContain('4 accounts');
  for (const month of months.slice(6)) {
    await run(`reopen ${dayOf(month, 1).slice(0, 7)} --reason late-fact --by w-2 --on 2026-01-12`);
    await close(month);
  }
  const { months: listed } = await json<{ months: { month: string; status: string; reopened: number }[] }>(
    'months',
  );
  expect(listed.map(({ status, reopened }) => [status, reopened])).toEqual(
    months.map((month) => ['CLOSED', month < 6 ? 0 : 1]).toReversed(),
  );
  expect(await run('trial-balance')).toContain('The books balance');
  await world.close();
}, 300_000);
