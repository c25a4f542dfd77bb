import type { BackDating } from '../application/views/months.ts';
import type { VictimId } from '../domain/ids.ts';
import { dayOf } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution back-dating`: what a fact of an earlier day would reach. */
export async function showBackDating(asked: Asked, world: World): Promise<Exit> {
  const given = textOf(asked.options, 'on');
  if (given === undefined)
    throw new Failure('usage', 'No day is given.', 'Say with --on when the fact takes effect.');
  const on = dayOf('--on', given);
  return atDesk(asked, world, async (desk) => {
    const named = textOf(asked.options, 'victim');
    const victimId = named === undefined ? undefined : ((await desk.names.idOf('victim', named)) as VictimId);
    const found = await desk.house.queries.months.backDating(on, victimId);
    await desk.answer(found, () => inWords(found, desk));
    return 'fine';
  });
}

function inWords({ on, months, statements, fullRecoveries }: BackDating, { names, style }: Desk): string {
  const isFree = months.length + statements.length + fullRecoveries.length === 0;
  if (isFree) return `A fact of ${on} reaches no closed month, no signed statement and no full recovery.\n`;
  return [
    style.bold(`A fact of ${on} reaches\n`),
    ...months.map((month) => `  the closed month ${month}\n`),
    ...statements.map((id) => `  the signed statement ${id}\n`),
    ...fullRecoveries.map(
      ({ victimId, on: reached }) => `  the full recovery of ${names.shown(victimId)} on ${reached}\n`,
    ),
  ].join('');
}
