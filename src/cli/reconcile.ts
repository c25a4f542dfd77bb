import type { Reconciled } from '../application/reconciliation/outcome-told.ts';
import { reconcile } from '../application/reconciliation/reconcile.ts';
import { today } from '../application/today.ts';
import { counted } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Progress } from './progress.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution reconcile`: what lies open is matched, or waits with its reason. */
export async function reconcileAll(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const isRehearsal = isSet(asked.options, 'dryRun');
    const progress = new Progress(world, 'Lines:');
    const onProgress = (lines: number): void => {
      progress.tell(lines);
    };
    const told = await reconcile(desk.house, {
      isRehearsal,
      actor: 'cli',
      asOf: today(),
      mayReachClosedMonths: isSet(asked.options, 'reachClosedMonths'),
      onProgress,
    }).finally(() => {
      progress.finish();
    });
    await desk.answer({ isRehearsal, lines: told } as object, () => inWords(told, desk, isRehearsal));
    return told.some(({ became }) => became === 'suspended' || became === 'left open') ? 'someBad' : 'fine';
  });
}

const mostShown = 200;

function inWords(told: readonly Reconciled[], { style }: Desk, isRehearsal: boolean): string {
  if (told.length === 0) return 'Nothing lies open. Take a file in with `restitution take-in`.\n';
  const count = (became: Reconciled['became']): number =>
    told.filter((each) => each.became === became).length;
  const would = isRehearsal ? ' would be' : '';
  const left = count('left open');
  const closed =
    left === 0
      ? ''
      : `, ${String(left)} left open, for their months are closed (--reach-closed-months settles them, too)`;
  const head = `${counted(count('matched'), 'line')}${would} matched, ${String(count('recorded'))} recorded, ${String(count('suspended'))} waiting for a person${closed}.`;
  const table = tableOf(told.slice(0, mostShown), columns, style.dim);
  const more =
    told.length > mostShown
      ? `and ${counted(told.length - mostShown, 'more', 'more')}; --json gives all\n`
      : '';
  return `${style.bold(head)}\n\n${table}${more}`;
}

const columns: readonly Column<Reconciled>[] = [
  { title: 'statement', text: ({ statementId }) => statementId },
  { title: 'line', isNumber: true, text: ({ line }) => String(line) },
  { title: 'became', text: ({ became }) => became },
  {
    title: 'of',
    text: ({ items }) =>
      items.slice(0, 3).join(', ') + (items.length > 3 ? ` and ${String(items.length - 3)} more` : ''),
  },
  { title: 'by', text: ({ why }) => why.toLowerCase().replaceAll('_', ' ') },
  { title: 'because', text: ({ evidence }) => evidence.slice(0, 2).join(' ') },
];
