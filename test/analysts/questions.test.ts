/** Every question of docs/analysts.md is asked as it stands there, and answered once more by the program itself. */
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../../src/application/house.ts';
import type { LiabilityView, Page } from '../../src/application/views/ledger.ts';
import { run } from '../../src/cli/program.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import { formatMoney, money, parseBalance, subtract, sum, type MoneyText } from '../../src/domain/money.ts';
import { openHouse } from '../../src/open-house.ts';
import { temporaryFolder } from '../cli/small-world.ts';
import { textOf } from '../house/source.ts';
import { duckIn, filesOfExamples, verbFor, type Found } from './ledger-of-examples.ts';

const document = textOf('docs/analysts.md');
const questions = [
  ...document.matchAll(/^## (\d+)\. (.*?)\n[\s\S]*?(DuckDB|SQLite):\n\n```sql\n([\s\S]*?)```/gm),
].map(([, number = '', title = '', tool = '', sql = '']) => ({ number, title, tool, sql }));

const folder = temporaryFolder();
const page: Page = { limit: 1_000 };
let house: House;
let duck: Awaited<ReturnType<typeof duckIn>>;
let sqlite: Database.Database;

beforeAll(async () => {
  const ask = (words: readonly string[]) => run([...words, '--data', folder.path], { openHouse });
  for (const file of filesOfExamples) expect((await ask([verbFor(file), file])).exitCode).toBe(0);
  const files = [...document.matchAll(/^restitution (.* --out \S+\.parquet)$/gm)];
  for (const [, words = ''] of files) {
    const placed = words.replace(/\S+$/, (name) => join(folder.path, name));
    expect((await ask([...placed.split(' '), '--force'])).exitCode).toBe(0);
  }
  house = await openHouse({ folder: folder.path });
  await house.catchUp();
  duck = await duckIn(folder.path);
  const models = join(folder.path, 'read-models');
  const [name = ''] = readdirSync(models).filter((each) => each.endsWith('.sqlite'));
  sqlite = new Database(join(models, name), { readonly: true });
});

afterAll(async () => {
  duck.close();
  sqlite.close();
  await house.close();
  folder.remove();
});

const totalOf = (amounts: readonly MoneyText[]): bigint => sum(amounts.map(parseBalance));
const textOfTotal = (amounts: readonly MoneyText[]): MoneyText => formatMoney(money(totalOf(amounts)));

function grouped<Row>(
  rows: readonly Row[],
  by: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const liabilities = async (asOf?: string): Promise<readonly LiabilityView[]> =>
  (await house.queries.liabilities({}, asOf === undefined ? {} : { asOf: calendarDate(asOf) }, page)).rows;

/** The rows in the order of cents, the most first, and then by id. */
const byMost = <Row extends Found>(rows: readonly Row[], amount: keyof Row, id: keyof Row): readonly Row[] =>
  rows.toSorted((a, b) => {
    const more = parseBalance(String(b[amount])) - parseBalance(String(a[amount]));
    return more === 0n ? (String(a[id]) < String(b[id]) ? -1 : 1) : more > 0n ? 1 : -1;
  });

/** What the program answers to each, in the columns of the question. */
const answers: Readonly<Record<string, () => Promise<readonly Found[]>>> = {
  1: async () => {
    const { rows } = await house.queries.victims({}, page);
    const capped = rows.flatMap(({ victimId, received, greatestLoss, headroom }) => {
      if (greatestLoss === null || greatestLoss === '0.00' || headroom === null) return [];
      // Rounded half up, in whole tenths of a percent.
      const tenths =
        (parseBalance(received) * 2_000n + parseBalance(greatestLoss)) / (parseBalance(greatestLoss) * 2n);
      const percent = `${String(tenths / 10n)}.${String(tenths % 10n)}`;
      return [{ victimId, received, greatestLoss, headroom, percent }];
    });
    return byMost(capped, 'headroom', 'victimId');
  },
  2: async () => {
    const ended = (await liabilities()).filter(({ status }) => status === 'terminated');
    return grouped(ended, ({ victimId }) => victimId).map(([victimId, rows]) => ({
      victimId,
      byReceipt: rows[0]?.ending?.byReceipt,
      liabilities: String(rows.length),
      ended: textOfTotal(rows.map(({ terminated }) => terminated)),
    }));
  },
  3: async () => {
    const [april, may] = [await liabilities('2024-04-30'), await liabilities('2024-05-31')];
    const before = new Map(april.map((each) => [`${each.orderId} ${each.victimId}`, each.outstanding]));
    return may
      .map(({ orderId, victimId, outstanding, status }) => ({
        ...{ orderId, victimId, before: before.get(`${orderId} ${victimId}`), after: outstanding, status },
      }))
      .filter((each) => each.before !== each.after)
      .map((each) => ({ ...each, before: each.before ?? '0.00' }))
      .toSorted((a, b) => (a.orderId + a.victimId < b.orderId + b.victimId ? -1 : 1));
  },
  4: async () => {
    const { rows } = await house.queries.journal({}, {}, page);
    const months = [...new Set(rows.map(({ effectiveOn }) => effectiveOn.slice(0, 7)))].toSorted();
    const found: Found[] = [];
    let [debitBefore, creditBefore] = [0n, 0n];
    for (const month of months) {
      const [year = 0, number = 0] = month.split('-').map(Number);
      const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
      const { accounts } = await house.queries.trialBalance({ asOf: calendarDate(last) });
      const cash = accounts.find(({ account }) => account === 'cash');
      const [debit, credit] = [parseBalance(cash?.debit ?? ''), parseBalance(cash?.credit ?? '')];
      const [came, went] = [debit - debitBefore, credit - creditBefore];
      [debitBefore, creditBefore] = [debit, credit];
      if (came !== 0n || went !== 0n) {
        found.push({ month, came_in: formatMoney(money(came)), went_out: formatMoney(money(went)) });
      }
    }
    return found;
  },
  5: async () =>
    byMost(
      grouped(await liabilities(), ({ defendantId }) => defendantId).map(([defendantId, rows]) => ({
        defendantId,
        ordered: textOfTotal(rows.map(({ ordered }) => ordered)),
        paid: textOfTotal(rows.map(({ paid }) => paid)),
        outstanding: textOfTotal(rows.map(({ outstanding }) => outstanding)),
      })),
      'outstanding',
      'defendantId',
    ),
  6: async () => {
    const { accounts } = await house.queries.trialBalance({ asOf: calendarDate('2024-04-30') });
    return accounts
      .map(({ account, balance }) => ({ account, cents: parseBalance(balance) }))
      .filter(({ cents }) => cents !== 0n)
      .toSorted((a, b) => (a.account < b.account ? -1 : 1));
  },
  7: async () => {
    const rows = await liabilities();
    const statutes = new Map<string, string>();
    for (const { orderId } of rows) {
      statutes.set(orderId, (await house.queries.order(orderId, {}))?.statute ?? '');
    }
    return grouped(rows, ({ orderId }) => statutes.get(orderId) ?? '').map(([statute, of]) => ({
      statute,
      liabilities: BigInt(of.length),
      ordered: totalOf(of.map(({ ordered }) => ordered)),
      paid: totalOf(of.map(({ paid }) => paid)),
      outstanding: totalOf(of.map(({ outstanding }) => outstanding)),
    }));
  },
  8: async () => {
    const { rows } = await house.queries.timeline({}, {}, page);
    const ids = [...new Set(rows.flatMap(({ receiptId }) => receiptId ?? []))].toSorted();
    const found: Found[] = [];
    for (const receiptId of ids) {
      const receipt = await house.queries.receipt(receiptId, {});
      if (receipt === undefined) continue;
      const { amount, excess: held, refunded } = receipt;
      if (held !== '0.00' || refunded !== '0.00') found.push({ receiptId, amount, held, refunded });
    }
    return found;
  },
  9: async () => {
    const open = (await liabilities()).filter(({ status }) => status === 'open');
    const aged: { days: string; age: number; outstanding: MoneyText }[] = [];
    for (const { orderId, outstanding } of open) {
      const entered = (await house.queries.order(orderId, {}))?.enteredOn ?? '';
      const age = (Date.parse('2024-12-31') - Date.parse(entered)) / 86_400_000;
      const days = [30, 90, 365].findIndex((most) => age <= most);
      if (age >= 0) aged.push({ days: ['0-30', '31-90', '91-365'][days] ?? '366-', age, outstanding });
    }
    return ['0-30', '31-90', '91-365', '366-'].flatMap((days) => {
      const of = aged.filter((each) => each.days === days);
      const cents = totalOf(of.map(({ outstanding }) => outstanding));
      return of.length === 0 ? [] : [{ days, liabilities: BigInt(of.length), cents }];
    });
  },
  10: async () => {
    const { rows } = await house.queries.timeline({}, {}, page);
    const late = rows.filter(
      ({ recordedAt, effectiveOn }) => recordedAt.slice(0, 7) > effectiveOn.slice(0, 7),
    );
    return grouped(late, ({ effectiveOn }) => effectiveOn.slice(0, 7)).map(([month, of]) => ({
      month,
      happenings: BigInt(of.length),
      latest: BigInt(Math.max(...of.map(({ position }) => position))),
    }));
  },
};

test('ten questions are answered there', () => {
  expect(questions.map(({ number }) => number)).toEqual(
    Array.from({ length: 10 }, (_, at) => String(at + 1)),
  );
});

test.each(questions)('$number. $title', async ({ number, tool, sql }) => {
  const expected = await answers[number]?.();
  expect(expected?.length).toBeGreaterThan(0);
  const found: unknown = tool === 'DuckDB' ? await duck.ask(sql) : sqlite.prepare(sql).safeIntegers().all();
  expect(found).toEqual(expected);
});

describe('the views', () => {
  test('are documented, each with its columns, and every column is there', () => {
    const rows = [...document.matchAll(/^\| `(\w+)`\s+\|[^|]*\|([^|]*)\|$/gm)].map(
      ([, view = '', columns = '']) => {
        return [view, [...columns.matchAll(/`(\w+)`/g)].map(([, column]) => column)] as const;
      },
    );
    const views = sqlite
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name`)
      .pluck()
      .all();
    expect(rows.map(([view]) => view).toSorted()).toEqual([...views].toSorted());
    for (const [view, documented] of rows) {
      const columns = sqlite.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(view) as string[];
      const kept = columns.filter((column) => !/Id$|Text$/.test(column));
      expect([view, kept.toSorted()]).toEqual([view, [...documented].toSorted()]);
    }
  });

  test('say of victims and payments out what the program says of them', async () => {
    const { rows } = await house.queries.victims({}, page);
    const inSums = sqlite.prepare(
      'SELECT victimId, greatestLossText, creditedText, disbursedText FROM victim ORDER BY victimId',
    );
    expect(inSums.all()).toEqual(
      rows.map(({ victimId, greatestLoss, credited, disbursed }) => ({
        ...{ victimId, greatestLossText: greatestLoss, creditedText: credited, disbursedText: disbursed },
      })),
    );
    const out = sqlite.prepare('SELECT sum(amount) FROM disbursement').pluck().safeIntegers().get();
    expect(out).toBe(totalOf(rows.map(({ disbursed }) => disbursed)));
  });

  test('write what is below nothing with its sign, and instants to the millisecond', () => {
    const [below] = sqlite
      .prepare('SELECT amount, amountText, recordedAt FROM posting WHERE amount < 0 LIMIT 1')
      .all() as Found[];
    expect(below?.['amountText']).toBe(
      formatMoney(subtract(money(0n), money(-BigInt(String(below?.['amount']))))),
    );
    expect(below?.['recordedAt']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  });
});
