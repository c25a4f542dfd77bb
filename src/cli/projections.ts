import type { Rebuilt } from '../application/house.ts';
import type { ProjectionFile, ProjectionsView } from '../application/views/projections.ts';
import { counted } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { Style } from './style.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution projections`: how the read models stand to the log; or those of before, put back in force. */
export async function showProjections(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, (desk) => (isSet(asked.options, 'rollback') ? rollBack(desk) : show(desk)));
}

async function show(desk: Desk): Promise<Exit> {
  const found = await desk.house.projections();
  await desk.answer(found as object, () => inWords(found, desk.style));
  return found.state === 'stopped' ? 'integrity' : 'fine';
}

async function rollBack(desk: Desk): Promise<Exit> {
  const back = await desk.house.rollBack();
  if (back === undefined)
    throw new Failure(
      'notFound',
      'No read models of this version were kept.',
      'Those of before are kept by `restitution rebuild`; `restitution projections` lists what there is.',
    );
  await desk.answer(back as object, () => backInWords(back, desk.style));
  return 'fine';
}

function backInWords({ position, stateHash }: Rebuilt, style: Style): string {
  return (
    `${style.bold(`The read models of before are in force again, and tell the log up to position ${String(position)}.`)}\n` +
    `Their contents have the hash ${stateHash}.\n`
  );
}

function inWords({ version, state, position, head, lag, stopped, files }: ProjectionsView, style: Style) {
  const [is, why] = [states[state], stopped === null ? '' : `\n${stopped.why}\n`];
  return [
    `${style.bold(`The read models of version ${version} ${is}.`)}\n${why}\n`,
    `They tell it up to position ${String(position)} of ${String(head)}: `,
    `${counted(lag, 'event')} behind.\n\n`,
    tableOf(files, columns, style.dim),
  ].join('');
}

const states: Readonly<Record<ProjectionsView['state'], string>> = {
  live: 'tell all of the log',
  behind: 'are behind the log, and will tell the rest with the next question',
  rebuilding: 'are being made anew; those in force go on answering',
  stopped: 'stand still',
};

const columns: readonly Column<ProjectionFile>[] = [
  { title: 'file', text: ({ name }) => name || 'in memory' },
  { title: 'version', text: ({ version }) => version },
  {
    title: 'position',
    isNumber: true,
    text: ({ position }) => (position === null ? 'damaged' : String(position)),
  },
  { title: 'bytes', isNumber: true, text: ({ bytes }) => String(bytes) },
  { title: '', text: ({ isInForce }) => (isInForce ? 'in force' : 'kept') },
];
