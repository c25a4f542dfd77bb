import type { House, Verified } from '../application/house.ts';
import type { RebuildProof } from '../application/rebuild-proof.ts';
import { atDesk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { counted } from './amounts.ts';
import { Progress } from './progress.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

type Head = Awaited<ReturnType<House['verify']>>['head'];

/** `restitution verify`: reads the whole log back, and proves that it is as it was written. */
export async function verifyLog(asked: Asked, world: World): Promise<Exit> {
  const expected = headOf(textOf(asked.options, 'head'));
  return atDesk(asked, world, async (desk) => {
    const progress = new Progress(world, 'Events verified:');
    const of = (await desk.house.store.head()).position;
    const { events, head, seals } = await desk.house
      .verify(expected, (done) => progress.tell(done, done / of))
      .finally(() => progress.finish());
    await desk.answer({ events, head, ...(seals && { seals }) } as object, () =>
      [
        `${desk.style.bold(`Every byte, link and hash of ${counted(events, 'event')} is as it was written.`)}\n`,
        expected === undefined ? '' : 'The head that was written down is on this log.\n',
        seals === undefined ? '' : sealsInWords(seals),
        `Head ${writtenHead(head)}; write it down elsewhere, and give it back with --head.\n`,
      ].join(''),
    );
    return 'fine';
  });
}

function sealsInWords({ count, first }: NonNullable<Verified['seals']>): string {
  if (count === 0) return 'No hash of it has been published on the server yet.\n';
  const lost =
    first > 1 ? ` Number ${String(first)} is the first of them: those before it were taken away.` : '';
  const are = count === 1 ? 'is' : 'are';
  return `${counted(count, 'published hash', 'published hashes')} of the server ${are} on this log.${lost}\n`;
}

/** `restitution head`: where the log ends now, in one line that proves all before it. */
export async function showHead(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const head = await desk.house.store.head();
    await desk.answer(head as object, () => `${writtenHead(head)}\n`);
    return 'fine';
  });
}

/** `restitution rebuild`: makes all read models anew from the log. */
export async function rebuildReadModels(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const progress = new Progress(world, 'Events read:');
    const built = await desk.house
      .rebuild((done, of) => progress.tell(done, done / of))
      .finally(() => progress.finish());
    await desk.answer(built as object, () =>
      [
        `${desk.style.bold(`All read models are built anew, up to position ${built.position}.`)}\n`,
        `Their contents have the hash ${built.stateHash}.\n`,
        built.proof === undefined ? '' : proofInWords(built.proof),
      ].join(''),
    );
    return built.proof?.isCompared === true && built.proof.differing.length > 0 ? 'someBad' : 'fine';
  });
}

function proofInWords(proof: RebuildProof): string {
  if (!proof.isCompared) return notCompared[proof.why];
  const { by, position, tables, differing, version } = proof;
  const where = `at position ${String(position)}`;
  const what =
    by === 'CONTENTS' ? 'row by row' : `in the number of rows and the trial balance, of version ${version}`;
  if (differing.length === 0)
    return `${counted(tables, 'table')} ${where} are the same as those that were in use, ${what}.\n`;
  return (
    `Those that were in use said otherwise ${where}, in ${differing.join(', ')}: they were not what the log tells, ` +
    'and are kept (`restitution projections`). Look after the disk.\n'
  );
}

const notCompared = {
  'nothing-there': 'There were none before to compare them with.\n',
  damaged: 'Those that were in use were damaged, and could not be compared with them.\n',
  'another-log': 'Those that were in use told another log.\n',
} as const;

/** A head as people copy it: `9f3c…e1@18403`. */
export function writtenHead({ hash, position }: Head): string {
  return `${hash}@${position}`;
}

function headOf(text: string | undefined): Head | undefined {
  if (text === undefined) return undefined;
  const [, hash, position] = /^([0-9a-f]{64})@(\d{1,15})$/.exec(text) ?? [];
  if (hash !== undefined && position !== undefined) return { hash, position: Number(position) };
  throw new Failure(
    'usage',
    '--head is no head of a log.',
    'Write 64 hexadecimal digits, an @ and a position, as `restitution head` prints them.',
  );
}
