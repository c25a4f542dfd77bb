import fc from 'fast-check';
import { whatIf } from '../../../src/application/branching/what-if.ts';
import type { House } from '../../../src/application/house.ts';
import type { WhatIfView } from '../../../src/application/views/what-if.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { add, formatMoney, noMoney, parseBalance } from '../../../src/domain/money.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { openHouse } from '../../../src/open-house.ts';
import { beginning, histories } from '../../projections/random-ledger.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  vacateOrder,
} from '../../support/words.ts';
import { entered, paid } from '../queries/two-orders.ts';

let house: House;
let told = 0;

beforeEach(async () => {
  house = await openHouse('memory');
});

afterEach(() => house.close());

async function tell(...commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    told += 1;
    await house.ledger.handle(command, { commandId: `c-${String(told)}`, actor: 'test' });
  }
}

const supposed = (...commands: readonly Command[]) => whatIf(house, { label: 'test', commands });

function of(view: WhatIfView, order: string) {
  const found = view.liabilities.find(({ orderId }) => orderId === order);
  return found && [found.books?.status, found.branch.status, found.difference];
}

describe('what another answer would have done', () => {
  test('is whose liability would still stand, and how much, if disbursement counted instead of payment', async () => {
    await tell(...entered, ...paid, disburse('p-1', '1,000.00'));
    const view = await supposed(setPolicy('P-05', 'DISBURSED'));
    expect(of(view, 'o-1')).toEqual(['terminated', 'open', '2000.00']);
    expect(of(view, 'o-2')).toEqual(['terminated', 'open', '2000.00']);
    expect(view).toMatchObject({ outstanding: '4000.00', refused: [], liabilitiesLeftOut: 0 });
    expect(view.accounts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ account: 'terminated', difference: '-4000.00' }),
        expect.objectContaining({ account: 'receivable', difference: '4000.00' }),
      ]),
    );
  });

  test('is nothing, where the answer is the one that holds', async () => {
    await tell(...entered, ...paid);
    const view = await supposed(setPolicy('P-05', 'PAID_THROUGH_COURT'));
    expect(view).toMatchObject({ liabilities: [], accounts: [], victims: [], outstanding: '0.00' });
  });
});

describe('what a branch is held against', () => {
  test('is what the books would decide anew already: that is no doing of what is supposed', async () => {
    await tell(...entered, ...paid, setPolicy('P-05', 'DISBURSED'));
    const view = await supposed(recordPayment('dcd.9', '1.00', { to: 'o-1', on: day('2026-03-12') }));
    expect(view.reviewedFirst).toBe(1);
    // P-06 lets nothing more in, so the payment is held for its payor, and nobody owes otherwise.
    expect(view).toMatchObject({ liabilities: [], outstanding: '0.00' });
    expect(view.accounts.map(({ account, difference }) => [account, difference])).toEqual([
      ['cash', '1.00'],
      ['refund-payable', '-1.00'],
    ]);
  });

  test('holds of an answer of a day to come as of one of today', async () => {
    await tell(...entered, ...paid, disburse('p-1', '1,000.00'));
    const view = await supposed(setPolicy('P-05', 'DISBURSED', { on: day('2999-01-01') }));
    expect(view.outstanding).toBe('4000.00');
  });
});

describe('what would be owed beside the principal', () => {
  /** Liable from 17 January of a leap year, at the yield of the week before; paid thirty days later. */
  const bearing: readonly Command[] = [
    ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
    recordYield('2024-01-12', '4.05'),
    enterOrder('o-1', '10,000.00', {
      ...{ statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: day('2024-01-02') },
    }),
    recordPayment('dcd.1', '10,000.00', { to: 'o-1', on: day('2024-02-16') }),
  ];
  const obligation = {
    ...{ caseId: 'c-1', defendantId: 'd-1', orderId: 'o-1', debtId: null, obligation: 'RESTITUTION' },
  };

  test('is other interest, where its days are counted otherwise: 30 of 366 and not of 365', async () => {
    await tell(...bearing);
    const view = await supposed(setPolicy('P-32', 'ACTUAL_366_IN_LEAP_YEARS'));
    const figures = [{ figure: 'interestOwed', books: '33.29', branch: '33.20' }];
    expect(view.charges).toEqual([{ ...obligation, figures }]);
    expect(view).toMatchObject({ interest: '-0.09', penalties: '0.00', chargesLeftOut: 0 });
    expect(view).toMatchObject({ liabilities: [], victims: [], accounts: [] });
  });

  test('is none, where the order is set aside', async () => {
    await tell(...bearing);
    const view = await supposed(vacateOrder('o-1', { on: day('2024-03-01') }));
    expect(view.charges).toEqual([
      { ...obligation, figures: [{ figure: 'interestOwed', books: '33.29', branch: '0.00' }] },
    ]);
    expect(view.interest).toBe('-33.29');
  });
});

describe('what something else would have done', () => {
  test('a payment, an order set aside, another finding: each by the law that holds', async () => {
    await tell(...entered, paid[0]!);
    const payment = await supposed(paid[1]!);
    expect(of(payment, 'o-1')).toEqual(['open', 'terminated', '-2000.00']);
    expect(payment.victims).toEqual([
      {
        victimId: 'v-1',
        figures: [
          { figure: 'received', books: '3000.00', branch: '5000.00' },
          { figure: 'recovered', books: '3000.00', branch: '5000.00' },
          { figure: 'headroom', books: '2000.00', branch: '0.00' },
          { figure: 'credited', books: '3000.00', branch: '5000.00' },
          { figure: 'held', books: '3000.00', branch: '5000.00' },
        ],
      },
    ]);
    const vacated = await supposed(vacateOrder('o-1'));
    expect(of(vacated, 'o-1')).toEqual(['open', 'vacated', '-2000.00']);
    const found = await supposed(determineLoss('c-1', '3,000.00', { on: day('2026-03-11') }));
    expect(of(found, 'o-2')).toEqual(['open', 'terminated', '-4000.00']);
  });

  test('may leave the books at an earlier position, which are then held against it as they were', async () => {
    await tell(...entered);
    const { position } = await house.store.head();
    await tell(...paid);
    const view = await whatIf(house, { label: 'then', commands: [recordPayment('dcd.9', '1.00')], position });
    expect(view.base).toBe(position);
    expect(of(view, 'o-1')).toEqual(['open', 'open', '-1.00']);
    expect(view.liabilities).toHaveLength(1);
  });

  test('is refused as it would be, and said; the rest is supposed all the same', async () => {
    await tell(...entered);
    const view = await supposed(returnPayment('dcd.404'), paid[0]!);
    expect(view.refused).toEqual([
      { number: 1, command: 'RecordPaymentReturn', code: expect.any(String), pointer: expect.any(String) },
    ]);
    expect(of(view, 'o-1')).toEqual(['open', 'open', '-3000.00']);
  });
});

test('nothing of a branch comes into the books, and nothing of two branches into each other', async () => {
  await tell(...entered, paid[0]!);
  const before = [await house.store.head(), await house.stateHash()];
  const one = await supposed(paid[1]!);
  const other = await supposed(paid[1]!);
  expect(other).toEqual(one);
  expect([await house.store.head(), await house.stateHash()]).toEqual(before);
});

test('of any history, a branch comes to what the books come to when the same is recorded in them', async () => {
  const marks = { otherwise: 0 };
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), async (history, pick) => {
      const small = await openHouse('memory');
      const all: readonly Command[] = [...beginning, ...history];
      const at = beginning.length + (pick % (history.length + 1));
      let count = 0;
      const send = async (command: Command): Promise<void> => {
        count += 1;
        try {
          await small.ledger.handle(command, { commandId: `c-${String(count)}`, actor: 'test' });
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
        }
      };
      for (const command of all.slice(0, at)) await send(command);
      const isDueNow = async (): Promise<boolean> =>
        (await small.queries.victims({}, { limit: 9 })).rows.some(({ isReviewDue }) => isReviewDue);
      const wasDue = await isDueNow();
      const view = await whatIf(small, { label: 'rest', commands: all.slice(at) });
      const before = await small.queries.trialBalance({});
      for (const command of all.slice(at)) await send(command);
      const after = await small.queries.trialBalance({});
      if (!wasDue && !(await isDueNow())) {
        const differences = after.accounts.flatMap(({ account, balance }, index) => {
          const books = before.accounts[index]!.balance;
          return books === balance ? [] : [[account, books, balance]];
        });
        expect(view.accounts.map(({ account, books, branch }) => [account, books, branch])).toEqual(
          differences,
        );
        marks.otherwise += differences.length > 0 ? 1 : 0;
      }
      const sum = view.liabilities.map(({ difference }) => parseBalance(difference)).reduce(add, noMoney);
      expect(view.outstanding).toBe(formatMoney(sum));
      await small.close();
    }),
    { numRuns: 40 },
  );
  expect(marks.otherwise).toBeGreaterThan(10);
}, 60_000);
