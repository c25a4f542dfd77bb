import { balanceTable } from '../application/tables/ledger.ts';
import type { TrialBalanceView } from '../application/views/ledger.ts';
import { grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { exportTo } from './export.ts';
import { outFileOf, type OutFile } from './out-file.ts';
import type { Style } from './style.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution trial-balance`: what stands in every account, and that debits and credits are the same. */
export async function showTrialBalance(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const file = outFileOf(desk.options);
    return file === undefined ? giveTrialBalance(desk) : exportBalance(desk, file);
  });
}

async function exportBalance(desk: Desk, file: OutFile): Promise<Exit> {
  const { accounts: rows, difference, stamp } = await desk.house.queries.trialBalance(desk.clocks);
  const report = { table: balanceTable, filter: {}, one: 'account', many: 'accounts' };
  const exit = await exportTo(desk, { file, report, portions: [{ rows, stamp }] });
  return difference === '0.00' ? exit : 'integrity';
}

/** Gives the trial balance at this desk; books that do not balance are no answer but an alarm. */
export async function giveTrialBalance(desk: Desk): Promise<Exit> {
  const found = await desk.house.queries.trialBalance(desk.clocks);
  await desk.answer(found, () => balanceInWords(found, desk.style));
  if (found.stamp.position === 0) await desk.remarkNothing();
  return found.difference === '0.00' ? 'fine' : 'integrity';
}

/** The accounts as a table, and what they come to. */
export function balanceInWords({ accounts, difference }: TrialBalanceView, style: Style): string {
  const sentence =
    difference === '0.00'
      ? 'The books balance: debits less credits are 0.00.'
      : `The books do not balance: debits less credits are ${grouped(difference)}. Run \`restitution verify\`, then \`restitution rebuild\`.`;
  return `${style.bold(sentence)}\n\n${tableOf(accounts, columns, style.dim)}`;
}

const columns: readonly Column<TrialBalanceView['accounts'][number]>[] = [
  { title: 'account', text: ({ account }) => account },
  { title: 'debit', isNumber: true, text: ({ debit }) => grouped(debit) },
  { title: 'credit', isNumber: true, text: ({ credit }) => grouped(credit) },
  { title: 'balance', isNumber: true, text: ({ balance }) => grouped(balance) },
];
