/**
 * DuckDB knows nothing of us. It reads the Parquet and the CSV that the program writes, adds up, and must come to the
 * totals that the ledger answers: on the books as they are, and as of a day in the middle of them.
 */
import { join } from 'node:path';
import type { House } from '../../src/application/house.ts';
import type { Clocks, Page } from '../../src/application/views/ledger.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import { formatMoney, parseBalance, sum, type MoneyText } from '../../src/domain/money.ts';
import { temporaryFolder, type SmallWorld } from '../cli/small-world.ts';
import { duckIn, ledgerOfExamples } from './ledger-of-examples.ts';

const page: Page = { limit: 1_000 };
const middle: Clocks = { asOf: calendarDate('2024-05-31') };

describe.each([
  ['as they are', {}, []],
  ['as of a day in their middle', middle, ['--as-of', '2024-05-31']],
] as const)('the books %s', (_, clocks: Clocks, words) => {
  const folder = temporaryFolder();
  let world: SmallWorld;
  let house: House;
  let duck: Awaited<ReturnType<typeof duckIn>>;

  beforeAll(async () => {
    world = await ledgerOfExamples();
    ({ house } = world);
    for (const ending of ['parquet', 'csv']) {
      for (const verb of ['journal', 'victims', 'liabilities', 'trial-balance']) {
        const file = join(folder.path, `${verb}.${ending}`);
        expect((await world.restitution([verb, '--out', file, ...words])).exitCode).toBe(0);
      }
    }
    duck = await duckIn(folder.path);
  });

  afterAll(async () => {
    duck.close();
    folder.remove();
    await world.close();
  });

  describe.each(['parquet', 'csv'])('in .%s', (ending) => {
    // CSV says nothing of types; whoever reads money from it says that it is no float.
    const from = (name: string): string =>
      ending === 'parquet'
        ? `'${name}.parquet'`
        : `(SELECT * REPLACE (${(money[name] ?? []).map((each) => `CAST(${each} AS DECIMAL(18,2)) AS ${each}`).join(', ')})
             FROM read_csv('${name}.csv', all_varchar = true))`;
    const money: Readonly<Record<string, readonly string[]>> = {
      journal: ['amount'],
      victims: ['received', 'disbursed', 'held', 'credited', 'interest', 'paidBeyondHeld'],
      liabilities: ['ordered', 'outstanding'],
      'trial-balance': ['debit', 'credit', 'balance'],
    };

    test('have the trial balance that is asked for, account by account', async () => {
      const { accounts } = await house.queries.trialBalance(clocks);
      const expected = accounts.map(({ account, debit, credit, balance }) => ({
        ...{ account, debit, credit, balance },
      }));
      expect(expected.filter(({ balance }) => balance !== '0.00').length).toBeGreaterThan(5);
      expect(await duck.ask(`SELECT account, debit, credit, balance FROM ${from('trial-balance')}`)).toEqual(
        expected,
      );
      const moved = expected.filter(({ debit, credit }) => debit !== '0.00' || credit !== '0.00');
      expect(
        await duck.ask(
          `WITH side AS (
             SELECT debit AS account, amount AS debit, 0.00 AS credit FROM ${from('journal')}
             UNION ALL SELECT credit, 0.00, amount FROM ${from('journal')})
           SELECT account, sum(debit)::DECIMAL(18,2) AS debit, sum(credit)::DECIMAL(18,2) AS credit,
                  (sum(debit) - sum(credit))::DECIMAL(18,2) AS balance
             FROM side GROUP BY account ORDER BY account`,
        ),
      ).toEqual(moved.toSorted((a, b) => (a.account < b.account ? -1 : 1)));
    });

    test('have what each victim has received, and all of them', async () => {
      const { rows, next } = await house.queries.victims(clocks, page);
      expect([next, rows.length > 3]).toEqual([null, true]);
      expect(await duck.ask(`SELECT victimId, received FROM ${from('victims')} ORDER BY victimId`)).toEqual(
        rows.map(({ victimId, received }) => ({ victimId, received })),
      );
      expect(await duck.ask(`SELECT sum(received)::DECIMAL(18,2) AS total FROM ${from('victims')}`)).toEqual([
        { total: totalOf(rows.map(({ received }) => received)) },
      ]);
      // What stands on each liability as paid is moved to `satisfied` in the journal, whichever way it was said.
      for (const { victimId } of rows) {
        const view = await house.queries.victim(victimId, clocks);
        const paid = totalOf(view?.liabilities.map((each) => each.paid) ?? []);
        const [found] = await duck.ask(
          `SELECT coalesce(sum(CASE WHEN credit = 'receivable' THEN amount WHEN debit = 'receivable' THEN -amount END), 0)::DECIMAL(18,2) AS paid
             FROM ${from('journal')} WHERE victimId = '${victimId}' AND 'satisfied' IN (debit, credit)`,
        );
        expect({ victimId, ...found }).toEqual({ victimId, paid });
      }
    });

    test('have what is outstanding on liabilities, and the journal agrees', async () => {
      const { rows } = await house.queries.liabilities({}, clocks, page);
      const outstanding = totalOf(rows.map((each) => each.outstanding));
      const { accounts } = await house.queries.trialBalance(clocks);
      expect(accounts.find(({ account }) => account === 'receivable')?.balance).toBe(outstanding);
      expect(
        await duck.ask(
          `SELECT sum(outstanding)::DECIMAL(18,2) AS total, count(*) FILTER (WHERE status = 'terminated') AS ended FROM ${from('liabilities')}`,
        ),
      ).toEqual([
        { total: outstanding, ended: String(rows.filter(({ status }) => status === 'terminated').length) },
      ]);
      expect(
        await duck.ask(
          `SELECT (sum(amount) FILTER (WHERE debit = 'receivable') - coalesce(sum(amount) FILTER (WHERE credit = 'receivable'), 0))::DECIMAL(18,2) AS total
             FROM ${from('journal')}`,
        ),
      ).toEqual([{ total: outstanding }]);
    });

    test('have what was paid out to victims, and what is held for them', async () => {
      const { rows } = await house.queries.victims(clocks, page);
      const [disbursed, held] = (['disbursed', 'held'] as const).map((field) =>
        totalOf(rows.map((row) => row[field])),
      );
      expect(
        await duck.ask(
          `SELECT sum(disbursed)::DECIMAL(18,2) AS disbursed, sum(held)::DECIMAL(18,2) AS held,
                  (sum(credited) + sum(interest) - sum(disbursed) - sum(held) + sum(paidBeyondHeld))::DECIMAL(18,2) AS difference
             FROM ${from('victims')}`,
        ),
      ).toEqual([{ disbursed, held, difference: '0.00' }]);
      expect(
        await duck.ask(
          `SELECT (coalesce(sum(amount) FILTER (WHERE debit = 'victim-payable' AND credit = 'cash'), 0)
                 - coalesce(sum(amount) FILTER (WHERE credit = 'victim-payable' AND debit = 'cash'), 0))::DECIMAL(18,2) AS disbursed
             FROM ${from('journal')}`,
        ),
      ).toEqual([{ disbursed }]);
    });
  });
});

function totalOf(amounts: readonly MoneyText[]): MoneyText {
  return formatMoney(sum(amounts.map(parseBalance)));
}
