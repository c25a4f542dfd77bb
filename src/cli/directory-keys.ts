import { counted } from './amounts.ts';
import { atDesk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { Progress } from './progress.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution directory-key`: makes a key file, which nothing else ever does. */
export async function makeKey({ options }: Asked, world: World): Promise<Exit> {
  const file = textOf(options, 'to');
  if (file === undefined) {
    const advice = 'Write --to and the name of a file that is not there yet.';
    throw new Failure('usage', 'It was not said where the key is to go.', advice);
  }
  await world.makeDirectoryKey(file, textOf(options, 'from'));
  const said =
    `${file} holds a new key; it can be read by you alone.\n` +
    'Give every node this file, by RESTITUTION_DIRECTORY_KEY_FILE, and keep a copy where the server is not:\n' +
    'without it nobody can say any more who is who.\n';
  await world.stdout.write(isSet(options, 'json') ? `${JSON.stringify({ file })}\n` : said);
  return 'fine';
}

/** `restitution directory-reseal`: what the first key of the file has not sealed is sealed with it. */
export async function resealDirectory(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const progress = new Progress(world, 'Records sealed:');
    const sealed = await desk.house
      .resealDirectory((done) => progress.tell(done))
      .finally(() => progress.finish());
    if (sealed === undefined) {
      const advice = 'Only labels on EventStoreDB are sealed; keep the folder on an encrypted volume.';
      throw new Failure('notFound', 'The directory of one machine has no keys.', advice);
    }
    const said =
      `${counted(sealed, 'record')} sealed with the first key of the key file; the others open nothing that is needed.\n` +
      'Take them out of the key file of every node, and destroy the copies, where what was forgotten is to be lost for good.\n';
    await desk.print(desk.isJson ? `${JSON.stringify({ sealed })}\n` : said);
    return 'fine';
  });
}
