import { balanceTable } from '../application/tables/ledger.ts';
import type { TrialBalanceView } from '../application/views/ledger.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { exportTo } from './export.ts';
import { Failure } from './failure.ts';
import { outFileOf, type OutFile } from './out-file.ts';
import { Progress } from './progress.ts';
import type { Style } from './style.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution trial-balance`: what stands in every account, and that debits and credits are the same. */
export async function showTrialBalance(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const file = outFileOf(desk.options);
    if (isSet(desk.options, 'fromLog')) {
      if (file !== undefined) throw new Failure('usage', '--from-log writes no file.', withoutFile);
      return giveFromLog(desk, world);
    }
    return file === undefined ? giveTrialBalance(desk) : exportBalance(desk, file);
  });
}

const withoutFile =
  'Leave out --out: where the read models agree, as it tells, a file made of them has the same figures.';

/** Out of the log alone, and held against what the read models say: they are either the same, or not to be trusted. */
async function giveFromLog(desk: Desk, world: World): Promise<Exit> {
  const { stamp, ...told } = await desk.house.queries.trialBalance(desk.clocks);
  const progress = new Progress(world, 'Events read:');
  const found = await desk.house
    .trialBalanceFromLog(stamp, (done) => progress.tell(done, done / stamp.position))
    .finally(() => progress.finish());
  const differing = found.accounts
    .filter(({ balance, debit }, at) => {
      const said = told.accounts[at];
      return balance !== said?.balance || debit !== said.debit;
    })
    .map(({ account }) => account);
  await desk.answer({ ...found, fromLog: true, differing, stamp } as object, () =>
    [
      balanceInWords(found, desk.style),
      `\nWorked out from the log alone: ${counted(stamp.position, 'event')}, each held against its hashes.\n`,
      differing.length === 0
        ? 'The read models say the same of every account.\n'
        : `The read models say otherwise of ${differing.join(', ')}. Run \`restitution rebuild\`.\n`,
    ].join(''),
  );
  if (stamp.position === 0) await desk.remarkNothing();
  return found.difference === '0.00' && differing.length === 0 ? 'fine' : 'integrity';
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
