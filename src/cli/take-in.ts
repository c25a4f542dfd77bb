import { takeIn, type TakenIn } from '../application/reconciliation/take-in.ts';
import type { EntrySide } from '../application/reconciliation/entry-sides.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { AccountId } from '../domain/ids.ts';
import { counted } from './amounts.ts';
import { dayOf } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { openerOf, optionsIn } from './inspect.ts';
import { fileInWords } from './inspected-in-words.ts';
import { Progress } from './progress.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution take-in`: a file becomes a statement, or is refused with every line and rule. */
export async function takeInFile(asked: Asked, world: World): Promise<Exit> {
  const named = textOf(asked.options, 'account');
  if (named === undefined)
    throw new Failure(
      'usage',
      'No account is named.',
      'Say of which account with --account, by id or label.',
    );
  const reading = await optionsIn(asked.options);
  const entries = entriesIn(asked);
  const through = throughIn(asked);
  const open = await openerOf(asked.args[0] ?? '', world);
  return atDesk(asked, world, async (desk) => {
    const accountId = (await desk.names.idOf('account', named)) as AccountId;
    const isRehearsal = isSet(asked.options, 'dryRun');
    const progress = new Progress(world, 'Lines:');
    const taken = await takeIn(desk.house, {
      ...{ accountId, open, reading, entries, through, isRehearsal, actor: 'cli' },
      onProgress: (lines) => {
        progress.tell(lines);
      },
    }).finally(() => {
      progress.finish();
    });
    await tell(taken, desk, isRehearsal);
    return taken.isTaken ? 'fine' : 'rejected';
  });
}

/** @throws Failure where the option says neither */
function entriesIn({ options }: Asked): EntrySide | undefined {
  const text = textOf(options, 'entries');
  if (text === undefined) return undefined;
  if (text === 'received') return 'RECEIVED';
  if (text === 'sent') return 'SENT';
  throw new Failure('usage', '--entries says neither received nor sent.', 'Write one of the two.');
}

/** @throws Failure where the option is no day */
function throughIn({ options }: Asked): CalendarDate | undefined {
  const text = textOf(options, 'through');
  return text === undefined ? undefined : dayOf('--through', text);
}

async function tell(taken: TakenIn, desk: Desk, isRehearsal: boolean): Promise<void> {
  if (desk.isJson) {
    const { file, ...rest } = taken;
    const { digest, byteCount, proof = null } = file;
    const faults = file.isGood ? [] : file.faults;
    await desk.print(`${JSON.stringify({ ...rest, isRehearsal, digest, byteCount, proof, faults })}\n`);
    return;
  }
  if (!taken.isTaken) {
    for await (const text of fileInWords(taken.file, noLines(), desk.world)) await desk.print(text);
    await desk.print('Nothing of it was taken in.\n');
    return;
  }
  await desk.print(inWords(taken, isRehearsal));
}

function inWords(taken: Extract<TakenIn, { isTaken: true }>, isRehearsal: boolean): string {
  const { statementId, lines, repeated, passedOver, isNew, file } = taken;
  if (!isNew) return `This file was taken in before, as ${statementId}; nothing was changed.\n`;
  const proved =
    file.proof.verdict === 'PROVED'
      ? `It proves: ${counted(file.proof.checked, 'total')} held.`
      : 'It declares no totals, so nobody can tell whether it is whole.';
  const rest = [
    ...(repeated > 0 ? [`${counted(repeated, 'line')} repeat another file and count once`] : []),
    ...(passedOver > 0 ? [`${counted(passedOver, 'line')} tell of no money`] : []),
  ];
  const said = `${counted(lines, 'line')}${rest.length === 0 ? '' : `; ${rest.join('; ')}`}.`;
  const would = isRehearsal ? 'It would be' : 'It is';
  const next = isRehearsal ? '' : 'Go on with `restitution reconcile`.\n';
  return `${would} ${statementId}: ${said} ${proved}\n${next}`;
}

async function* noLines(): AsyncGenerator<never> {
  // A file that is refused has none.
}
