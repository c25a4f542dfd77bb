/**
 * Two programs that keep books and know nothing of us read the journal as plain text, and must come to the balances that
 * the ledger gives. They are Debian's packages `hledger` and `ledger`; where both are not installed, the suite is not
 * among the projects of Jest (jest.config.js).
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { chartOfAccounts } from '../../src/domain/chart-of-accounts.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { beginning, histories } from '../projections/random-ledger.ts';
import { smallWorld, temporaryFolder, type SmallWorld } from '../cli/small-world.ts';

/** Balances in cents by account, without those that are nothing. */
type Balances = Readonly<Record<string, bigint>>;

const folder = temporaryFolder();
const journal = join(folder.path, 'books.journal');
afterAll(() => {
  folder.remove();
});

/** The last days of the months of these years. */
function monthEnds(first: number, last: number): readonly string[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) =>
      new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10),
    ),
  );
}

/** `1234.5 USD`, as either of them writes it, without a float. */
function centsOf(amount: string): bigint {
  const [, sign = '', dollars = '0', cents = ''] =
    /^(-?)(\d+)(?:\.(\d{1,2}))?(?: USD)?$/.exec(amount.trim()) ?? [];
  const total = BigInt(dollars) * 100n + BigInt(cents.padEnd(2, '0'));
  return sign === '-' ? -total : total;
}

function withoutNothing(all: readonly (readonly [string, bigint])[]): Balances {
  return Object.fromEntries(all.filter(([, amount]) => amount !== 0n).toSorted());
}

/** What hledger makes of the journal, by month end. */
function byHledger(first: number, last: number): ReadonlyMap<string, Balances> {
  const period = ['-M', '-H', '-b', `${String(first)}-01-01`, '-e', `${String(last + 1)}-01-01`];
  const csv = execFileSync('hledger', ['-f', journal, 'bal', '--flat', '-N', '-E', '-O', 'csv', ...period], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const rows = csv.trim().split('\n').slice(1);
  const cells = rows.map((row) => row.slice(1, -1).split('","'));
  return new Map(
    monthEnds(first, last).map((day, at) => [
      day,
      withoutNothing(cells.map(([account = '', ...amounts]) => [account, centsOf(amounts[at] ?? '0')])),
    ]),
  );
}

/** What ledger makes of it at the end of a day. */
function byLedger(day: string): Balances {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const format = '%(account)\t%(quantity(scrub(display_total)))\n';
  const words = ['-f', journal, 'bal', '--flat', '--no-total', '-E', '-e', next, '--balance-format', format];
  const lines = execFileSync('ledger', words, { encoding: 'utf8' }).split('\n').filter(Boolean);
  return withoutNothing(
    lines.map((line) => {
      const [account = '', amount = '0'] = line.split('\t');
      return [account, centsOf(amount)];
    }),
  );
}

/** What the ledger itself answers as of a day, and as known at an instant where one is given. */
async function byUs({ house }: SmallWorld, day: string, knownAt?: string): Promise<Balances> {
  const clocks = { asOf: calendarDate(day), ...(knownAt !== undefined && { knownAt }) };
  const { accounts } = await house.queries.trialBalance(clocks);
  const families = new Map<string, string>(chartOfAccounts.map(({ account, family }) => [account, family]));
  return withoutNothing(
    accounts.map(({ account, balance }) => [`${families.get(account) ?? ''}:${account}`, centsOf(balance)]),
  );
}

async function writeJournal(world: SmallWorld, knownAt?: string): Promise<void> {
  const known = knownAt === undefined ? [] : ['--known-at', knownAt];
  const { stdout, exitCode } = await world.restitution(['journal', '--plain-text', ...known]);
  expect(exitCode).toBe(0);
  writeFileSync(journal, stdout);
}

test('hledger and ledger come to our balances at sixty month ends of the demonstration, as known now and earlier', async () => {
  const world = await smallWorld();
  await world.restitution('demo --no-serve --json --data somewhere');
  await writeJournal(world);
  const theirs = byHledger(2021, 2025);
  expect(theirs.size).toBe(60);
  for (const [day, balances] of theirs) {
    const ours = await byUs(world, day);
    expect([day, balances]).toEqual([day, ours]);
    expect([day, byLedger(day)]).toEqual([day, ours]);
  }
  expect(Object.keys(theirs.get('2025-12-31') ?? {}).length).toBeGreaterThan(8);

  const { position } = await world.house.store.head();
  const knownAt = await recordedAt(world, Math.round(position / 2));
  await writeJournal(world, knownAt);
  for (const [day, balances] of byHledger(2021, 2025))
    expect([day, balances]).toEqual([day, await byUs(world, day, knownAt)]);
  await world.close();
}, 300_000);

/** When the event of this position was recorded. */
async function recordedAt({ house }: SmallWorld, position: number): Promise<string> {
  for await (const [event] of house.store.readAll({ after: position - 1, upTo: position }))
    if (event) return event.recordedAt;
  throw new Error('there is no such event');
}

test('and at sixty of any ledger, whatever happened to it', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const world = await smallWorld();
      for (const [at, command] of [...beginning, ...history].entries()) {
        await world.house.ledger
          .handle(command, { commandId: `b-${String(at)}`, actor: 'test' })
          .catch((error: unknown) => {
            if (!(error instanceof Rejection)) throw error;
          });
      }
      await world.house.catchUp();
      await writeJournal(world);
      for (const [day, balances] of byHledger(2024, 2028)) {
        const ours = await byUs(world, day);
        expect([day, balances]).toEqual([day, ours]);
        expect([day, byLedger(day)]).toEqual([day, ours]);
        for (const account of Object.keys(ours)) seen.add(account);
      }
      await world.close();
    }),
    { numRuns: 10 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['claims:receivable', 'money:cash', 'debts:due']));
}, 300_000);
