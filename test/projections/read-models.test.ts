import fc from 'fast-check';
import { accounts, type Account, type Family } from '../../src/domain/chart-of-accounts.ts';
import type { EntryRow } from '../../src/projections/journal.ts';
import type { LiabilityRow } from '../../src/projections/liability-row.ts';
import { Telling } from '../../src/projections/read-models.ts';
import type { ReceiptRow } from '../../src/projections/receipts.ts';
import type { MomentRow } from '../../src/projections/timeline.ts';
import { MemoryRows, toldIn } from './memory-rows.ts';
import { histories, ledgerOf } from './random-ledger.ts';

/** The balance of each account over some entries, debits above nothing. */
function balancesOf(entries: readonly EntryRow[]): Readonly<Record<Account, bigint>> {
  const balances = Object.fromEntries(Object.keys(accounts).map((account) => [account, 0n]));
  for (const { debit, credit, amount } of entries) {
    balances[debit] = balances[debit]! + amount;
    balances[credit] = balances[credit]! - amount;
  }
  return balances as Record<Account, bigint>;
}

function familySums(balances: Readonly<Record<Account, bigint>>): Record<Family, bigint> {
  const sums = { money: 0n, claims: 0n, debts: 0n, accessories: 0n, 'over-recovery': 0n, reserve: 0n };
  for (const [account, family] of Object.entries(accounts)) sums[family] += balances[account as Account];
  return sums;
}

/** The entries that concern what `who` says, found through the timeline. */
function entriesAbout(rows: MemoryRows, who: Partial<MomentRow>): readonly EntryRow[] {
  const moments = rows
    .all('timeline')
    .filter((moment) =>
      Object.entries(who).every(([name, value]) => moment[name as keyof MomentRow] === value),
    );
  const places = new Set(moments.map(({ position, item }) => `${String(position)}/${String(item)}`));
  return rows
    .all('journal')
    .filter(({ position, item }) => places.has(`${String(position)}/${String(item)}`));
}

function checkLiability(rows: MemoryRows, row: LiabilityRow): void {
  const { orderId, victimId, ordered, overpaid, paid, reduced, outstanding, terminated, vacated } = row;
  expect(ordered + overpaid).toBe(paid + reduced + outstanding + terminated + vacated);
  expect([overpaid, paid, reduced, outstanding, terminated, vacated].every((amount) => amount >= 0n)).toBe(
    true,
  );
  const balances = balancesOf(entriesAbout(rows, { orderId, victimId }));
  expect({
    ordered: -balances.ordered,
    overpaid: -balances.overpaid,
    paid: balances.satisfied,
    reduced: balances.reduced,
    outstanding: balances.receivable,
    terminated: balances.terminated,
    vacated: balances.vacated,
  }).toEqual({ ordered, overpaid, paid, reduced, outstanding, terminated, vacated });
}

function checkReceipt(rows: MemoryRows, row: ReceiptRow): void {
  const { receiptId, amount, applied, excess, refunded, settling, returnedOn } = row;
  expect(applied + excess + refunded + settling).toBe(returnedOn === null ? amount : 0n);
  const balances = balancesOf(entriesAbout(rows, { receiptId }));
  expect({
    applied:
      balances.satisfied + balances.discharged + balances['interest-paid'] + balances['penalties-paid'],
    excess: -balances['refund-payable'],
    settling: -balances.unapplied,
  }).toEqual({
    applied,
    excess,
    settling,
  });
}

describe('at every position of any history', () => {
  test('the journal balances, and says of every liability and receipt what stands in their rows', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (history, atomicStreams) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const rows = new MemoryRows();
        const telling = new Telling(rows);
        for (const event of await toldIn(log)) {
          telling.tell(event);
          expect(familySums(balancesOf(rows.all('journal')))).toEqual({
            money: 0n,
            claims: 0n,
            debts: 0n,
            accessories: 0n,
            'over-recovery': 0n,
            reserve: 0n,
          });
          for (const row of rows.all('liabilities')) checkLiability(rows, row);
          for (const row of rows.all('receipts')) checkReceipt(rows, row);
        }
        telling.end();
      }),
      { numRuns: 25 },
    );
  });
});
