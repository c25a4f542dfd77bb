import { isLabel, labelKindOf, type LabelKind } from '../requests/label.ts';
import { labelRefusals, labelRuleOf } from '../requests/label-refusals.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { isSet, placeOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution relabel`: another label in the place of the one before, which nothing else ever does. */
export async function relabel(asked: Asked, world: World): Promise<Exit> {
  const [id = '', label = ''] = asked.args;
  const kind = kindOf(id);
  if (!isLabel(label)) {
    const advice =
      'Write 1 to 120 printable characters, no space at either end, and nothing that looks like an id.';
    throw new Failure('usage', 'This cannot be a label.', advice);
  }
  return atDesk(asked, world, async (desk) => {
    const result = await relabelled(desk, { kind, id, label });
    if (result === 'unknown') throw nothingToReplace(kind);
    const said =
      result === 'relabelled'
        ? `${id} is called so from now on; its label before is free for another.`
        : `${id} is called so already; nothing was changed.`;
    await desk.print(desk.isJson ? `${JSON.stringify({ id, result })}\n` : `${said}\n`);
    return 'fine';
  });
}

/** `restitution forget`: removes a label so that nothing of it is left in the directory. */
export async function forget(asked: Asked, world: World): Promise<Exit> {
  const [id = ''] = asked.args;
  const kind = kindOf(id);
  if (!isSet(asked.options, 'yes')) {
    const what = `This destroys for good what the directory knows of ${id}; only the id stays.`;
    throw new Failure('usage', what, 'Where that is meant, write it once more with --yes.');
  }
  return atDesk(asked, world, async (desk) => {
    const result = await desk.house.directory.forget(id);
    if (result === 'unknown') throw nothingToReplace(kind);
    const said =
      (result === 'forgotten' ? '' : `${id} was forgotten already.\n`) +
      `Nothing in the directory says any more who ${id} is. The log is as it was.\n` +
      'Copies that were made before still say it: backups, files that were sent, what was printed.\n' +
      (placeOf(asked.options, world).eventStore === undefined ? '' : onServer);
    await desk.print(desk.isJson ? `${JSON.stringify({ id, result })}\n` : said);
    return 'fine';
  });
}

const onServer =
  'The server keeps it, sealed, until it is scavenged: see docs/operating.md for how it is lost there for good.\n';

function kindOf(id: string): LabelKind {
  const kind = labelKindOf(id);
  if (kind !== undefined) return kind;
  const advice = 'Write the id of a victim, case, defendant, order or representative, such as v-7k2m9q.';
  throw new Failure('usage', 'This is no id that can have a label.', advice);
}

async function relabelled(
  { house: { directory } }: Desk,
  entry: { readonly kind: LabelKind; readonly id: string; readonly label: string },
) {
  try {
    return await directory.relabel(entry);
  } catch (error) {
    const rule = labelRuleOf(error);
    if (rule === undefined) throw error;
    const { what, advice } = labelRefusals[rule];
    throw new Failure('conflict', `Refused (${rule}): ${what}`, advice);
  }
}

function nothingToReplace(kind: LabelKind): Failure {
  const advice = 'Correct the id. What has no label yet is given one by sending its registration with one.';
  return new Failure('notFound', `The directory has no label of a ${kind} of this id.`, advice);
}
