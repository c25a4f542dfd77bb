import { types } from 'node:util';
import type { LogPlace, Moved, Movers, MoveTold } from '../application/moving.ts';
import { counted } from './amounts.ts';
import type { Exit } from './exit-codes.ts';
import { Failure, failureOf } from './failure.ts';
import { writtenHead } from './keep.ts';
import { logPlaceOf } from './log-places.ts';
import { Progress } from './progress.ts';
import { styleFor } from './style.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution copy`: moves a ledger to another place, or goes on with a move that was cut short; or gives one up. */
export async function copyLedger(asked: Asked, world: World): Promise<Exit> {
  const from = placeIn('--from', asked, world);
  const to = placeIn('--to', asked, world);
  if (from === undefined) throw missing('--from');
  if (from.kind === 'folder' && !world.hasLedger(from.folder))
    throw new Failure(
      'notFound',
      `There is no ledger in ${from.folder}.`,
      'Correct the folder after --from.',
    );
  const movers = await world.movers();
  if (isSet(asked.options, 'reopen')) return reopen(movers, { from, to }, { asked, world });
  if (to === undefined) throw missing('--to');
  const moved = await withProgress(world, (told) => movers.move(from, to, told)).catch((error: unknown) => {
    throw howToReopen(error);
  });
  const { bold } = styleFor(world.stdout, world);
  const said = isSet(asked.options, 'json') ? inJson(moved) : inWords(moved, { from, to, bold });
  await world.stdout.write(said);
  return moved.labels === undefined || moved.labels.refused.length === 0 ? 'fine' : 'someBad';
}

/** A log that is found damaged while it is closed for the move stays closed until its owner has decided. */
function howToReopen(error: unknown): unknown {
  if (!types.isNativeError(error) || error.name !== 'LogDamaged') return error;
  const { exit, message, advice } = failureOf(error);
  const reopening =
    'Where the old log is closed already, the same command with --reopen lets it take events again.';
  return new Failure(exit, message, `${advice} ${reopening}`);
}

async function reopen(
  movers: Movers,
  { from, to }: { readonly from: LogPlace; readonly to: LogPlace | undefined },
  { asked, world }: { readonly asked: Asked; readonly world: World },
): Promise<Exit> {
  const reopened = await movers.reopen(from, to);
  const said = reopened.wasClosed
    ? `${reopened.from} takes events again; the move was given up.\n`
    : `${reopened.from} takes events; there was no move to give up.\n`;
  await world.stdout.write(isSet(asked.options, 'json') ? `${JSON.stringify(reopened, null, 2)}\n` : said);
  return 'fine';
}

const doings = {
  heard: 'Events heard from the server:',
  copied: 'Events copied:',
  verified: 'Events verified:',
  labelled: 'Labels brought:',
} as const;

/** Tells how far it has come, and ends it between two pages where somebody asks for that. */
async function withProgress<Result>(world: World, act: (told: MoveTold) => Promise<Result>): Promise<Result> {
  let now: { readonly step: string; readonly progress: Progress } | undefined;
  try {
    return await act((step, done, of) => {
      if (world.interrupted.aborted) throw interruptedMove();
      if (now?.step !== step) {
        now?.progress.finish();
        now = { step, progress: new Progress(world, doings[step]) };
      }
      now.progress.tell(done, of > 0 ? done / of : undefined);
    });
  } finally {
    now?.progress.finish();
  }
}

function inJson({ from, to, closing, copied, head, labels }: Moved): string {
  const { head: oldHead, at } = closing;
  return `${JSON.stringify({ from, to, closedAt: at, oldHead, newHead: head, copied, labels: labels ?? null }, null, 2)}\n`;
}

interface Manner {
  readonly from: LogPlace;
  readonly to: LogPlace;
  readonly bold: (text: string) => string;
}

function inWords(moved: Moved, { from, to, bold }: Manner): string {
  const { position } = moved.closing.head;
  return [
    `${bold(`The ledger moved to ${moved.to}: ${counted(position, 'event')}, each byte as it was.`)}\n`,
    `Old head ${writtenHead(moved.closing.head)}, at ${moved.from}\n`,
    `New head ${writtenHead(moved.head)}, read back from ${moved.to}\n`,
    `Copied this time: ${counted(moved.copied, 'event')}. The old log is closed since ${moved.closing.at}; it answers and verifies as before.\n`,
    ...saidOfLabels(moved),
    '\n',
    ...nextSteps(moved, from, to).map((step, at) => `${String(at + 1)}. ${step}\n`),
  ].join('');
}

/** Ids and rules, and never a label: what stands on a screen is copied into letters. */
function saidOfLabels({ labels }: Moved): readonly string[] {
  if (labels === undefined) return ['Labels: as they were brought when the move was done.\n'];
  const { entered, known, forgotten, refused } = labels;
  const tally = `Labels: ${entered} brought, ${known} there before, ${counted(forgotten, 'id')} forgotten, ${refused.length} refused.\n`;
  return [tally, ...refused.map(({ id, rule }) => `  ${id} ${rule}\n`)];
}

function nextSteps({ labels }: Moved, from: LogPlace, to: LogPlace): readonly string[] {
  const setting =
    to.kind === 'folder'
      ? `Leave RESTITUTION_EVENTSTORE_URL empty, and start everything with --data ${to.folder}.`
      : `Set RESTITUTION_EVENTSTORE_URL to ${withoutSecrets(to.connectionString)}, and start every node with a --data folder of its own and this RESTITUTION_DIRECTORY_KEY_FILE.`;
  const refusals =
    labels === undefined || labels.refused.length === 0
      ? []
      : ['See to the labels that were refused, each at its id above (docs/operating.md).'];
  const forgetting = 'What is to be forgotten from now on is to be forgotten in the old place as well.';
  const old =
    from.kind === 'folder'
      ? `Keep ${from.folder} as a backup; it takes no more events.`
      : 'Stop the nodes that still run, and keep a backup of the server; it takes no more events.';
  return [
    setting,
    ...refusals,
    forgetting,
    old,
    'Read models are made anew by themselves. Write the new head down elsewhere.',
  ];
}

/** As it is to be set again, options and all; a password may hold anything, and stands before the last @. */
function withoutSecrets(connectionString: string): string {
  return connectionString.trim().replace(/^([a-z+]+:\/\/).*@/s, '$1USER:PASSWORD@');
}

function placeIn(option: '--from' | '--to', { options }: Asked, world: World): LogPlace | undefined {
  const text = textOf(options, option.slice(2));
  return text === undefined ? undefined : logPlaceOf(option, text, world);
}

function missing(option: string): Failure {
  return new Failure(
    'usage',
    `${option} is missing.`,
    'Write `--from sqlite:FOLDER --to eventstore`, or the other way round.',
  );
}

function interruptedMove(): Failure {
  return new Failure(
    'interrupted',
    'The move was stopped on its way; what was copied stays.',
    'Give the same command again to go on; with --reopen the old log takes events again.',
  );
}
