import { Explainer } from '../application/explain/explainer.ts';
import type { FigureChange, StatusChange, ToldChanges } from '../application/views/changes.ts';
import type { EventNote } from '../application/views/replay.ts';
import type { Clocks } from '../application/views/ledger.ts';
import { counted, grouped, signed } from './amounts.ts';
import { placeInWords, standpointIn } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import type { Names } from './names.ts';
import { anySubjectOf } from './subjects.ts';
import { tableOf, type Column } from './table.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution diff`: what changed between two standpoints, and through which events. */
export async function showChanges(asked: Asked, world: World): Promise<Exit> {
  const standpoint = (name: 'from' | 'to'): Clocks | undefined => {
    const text = textOf(asked.options, name);
    return text === undefined ? undefined : standpointIn(`--${name}`, text);
  };
  const [from, to] = [standpoint('from') ?? beginning, standpoint('to') ?? {}];
  return atDesk(asked, world, async (desk) => {
    const found = await new Explainer(desk.house).changes(await anySubjectOf(desk), from, to);
    await desk.answer(found, () => changesInWords(found, desk));
    return 'fine';
  });
}

/** Before anything was recorded. */
const beginning: Clocks = { knownAt: '@0' };

/** What changed, for people: the figures, how liabilities stand, and what each event did. */
export function changesInWords(changes: ToldChanges, { names, style }: Desk): string {
  const { from, to, figures, statuses, events, eventsLeftOut } = changes;
  const head = `From ${placeInWords(from)},\n  to ${placeInWords(to)}:\n`;
  if (figures.length === 0 && statuses.length === 0) return `${head}\nNo figure is another one.\n`;
  const isCut = figures.some(({ parts }) => parts.some(({ position, upTo }) => upTo > position));
  return [
    style.bold(head),
    tableOf(figures, figureColumns(names), style.dim),
    ...(statuses.length === 0 ? [] : [tableOf(statuses, statusColumns(names), style.dim)]),
    `${counted(events.length + eventsLeftOut, 'event')} did it${isCut ? ', and what is told together with them' : ''}:\n`,
    ...events.map((event) => eventInWords(event, changes, names)),
    ...(eventsLeftOut === 0
      ? []
      : [
          `and ${String(eventsLeftOut)} more, whose parts are in the figures; --json has the parts of all of them\n`,
        ]),
  ].join('\n');
}

function figureColumns(names: Names): readonly Column<FigureChange>[] {
  return [
    { title: 'figure', text: ({ figure }) => figure },
    { title: 'of order', text: ({ orderId }) => (orderId === null ? '' : names.shown(orderId)) },
    { title: 'and victim', text: ({ victimId }) => (victimId === null ? '' : names.shown(victimId)) },
    { title: 'from', isNumber: true, text: ({ from }) => (from === null ? 'none' : grouped(from)) },
    { title: 'to', isNumber: true, text: ({ to }) => (to === null ? 'none' : grouped(to)) },
    { title: 'difference', isNumber: true, text: ({ difference }) => signed(difference) },
  ];
}

function statusColumns(names: Names): readonly Column<StatusChange>[] {
  return [
    { title: 'liability of', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'under', text: ({ orderId }) => names.shown(orderId) },
    { title: 'to', text: ({ victimId }) => names.shown(victimId) },
    { title: 'was', text: ({ from }) => from ?? 'none' },
    { title: 'is', text: ({ to }) => to ?? 'none' },
  ];
}

/** An event, and beneath it what it did to each figure. */
function eventInWords(event: EventNote, { figures }: ToldChanges, names: Names): string {
  const { position, effectiveOn, says, citation, cause } = event;
  const under = citation === null ? '' : `, ${citation}`;
  const through = cause === null ? '' : `, through ${String(cause)}`;
  const did = figures.flatMap(({ figure, orderId, parts }) => {
    const of = orderId === null ? '' : ` of ${names.shown(orderId)}`;
    return parts
      .filter((part) => part.position === position)
      .map(({ upTo, amount }) => {
        const until = upTo === position ? '' : `, with what followed up to position ${String(upTo)}`;
        return `      ${figure}${of} ${signed(amount)}${until}\n`;
      });
  });
  return `${String(position)}  ${effectiveOn}  ${says}${under}${through}.\n${did.join('')}`;
}
