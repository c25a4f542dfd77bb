import { numberRun, type Numbered, type NumberRefused } from '../application/run-files/number-run.ts';
import { readNumbers } from '../formats/instrument-numbers/read-numbers.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { idPattern, type RunId } from '../domain/ids.ts';
import { remedies } from '../requests/remedies.ts';
import { counted } from './amounts.ts';
import { dayOf } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { openInput } from './input.ts';
import { tellFaults } from './payees-file.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution number`: by which cheques, or transfers, the payments of a run went out; all of them at once, or none. */
export async function numberPayments(asked: Asked, world: World): Promise<Exit> {
  const [id = '', name = '-'] = asked.args;
  if (!new RegExp(idPattern('run')).test(id))
    throw new Failure('usage', 'This is not the id of a run.', 'Write it as n-20261130.');
  const runId = id as RunId;
  const given = textOf(asked.options, 'on');
  const on = given === undefined ? undefined : dayOf('--on', given);
  const { rows, faults } = await readNumbers((await openInput(name, world)).bytes);
  if (faults.length > 0) return tellFaults(faults, { options: asked.options, world });
  return atDesk(asked, world, async (desk) => {
    const isRehearsal = isSet(asked.options, 'dryRun');
    const mayReachClosedMonths = isSet(asked.options, 'reachClosedMonths');
    const issuedOn = on ?? (await releasedOn(desk, runId));
    const became = await numberRun(desk.house, {
      ...{ runId, rows, on: issuedOn, actor: 'cli', isRehearsal, mayReachClosedMonths },
    });
    if (!isRehearsal) await desk.house.catchUp();
    await tell(desk, became, isRehearsal);
    return 'refused' in became ? 'rejected' : 'fine';
  });
}

/** A cheque is of the day on which its run was released, unless told. @throws Failure where it never was */
async function releasedOn(desk: Desk, runId: RunId): Promise<CalendarDate> {
  const run = await desk.house.queries.disbursements.run(runId, {});
  if (run === undefined) return desk.unknown('run', 'Correct the id; a run has no label.');
  if (run.releasedOn !== null) return run.releasedOn;
  throw new Failure(
    'conflict',
    `Run ${runId} is ${run.status}: nothing of it went out.`,
    'Release it first.',
  );
}

async function tell(desk: Desk, became: Numbered, isRehearsal: boolean): Promise<void> {
  if (desk.isJson) {
    await desk.print(
      `${JSON.stringify({ isRecorded: !('refused' in became) && !isRehearsal, ...became }, null, 2)}\n`,
    );
    return;
  }
  if ('refused' in became) {
    await desk.print(
      `${tableOf(became.refused, columns, desk.style.dim)}Nothing was recorded: ${counted(became.refused.length, 'row')} to be put right.\n`,
    );
    return;
  }
  const { recorded, known, unnumbered } = became;
  const open = unnumbered === 0 ? '' : ` ${counted(unnumbered, 'payment')} of the run have no number still.`;
  const said = isRehearsal
    ? `${counted(known, 'number')} would be recorded.`
    : `${counted(recorded, 'number')} recorded, ${String(known)} known already.`;
  await desk.print(`${said}${open}\n`);
}

const columns: readonly Column<NumberRefused>[] = [
  { title: 'line', isNumber: true, text: ({ line }) => String(line) },
  { title: 'payment', text: ({ paymentId }) => paymentId },
  { title: 'rule', text: ({ rule }) => rule },
  { title: 'what to do', text: adviceOn },
];

function adviceOn({ rule, takenBy = '' }: NumberRefused): string {
  if (rule === 'payment-not-of-run') return 'The run has paid nothing of this id. Correct it, or the run.';
  if (rule === 'number-taken')
    return `Payment ${takenBy} has this number. Find out which of the two is right.`;
  return `${remedies[rule].what} ${remedies[rule].advice}`;
}
