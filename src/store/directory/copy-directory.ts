/** Brings what one directory holds into another, which may hold some of it already. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  LabelRefused,
  type CopiedDirectory,
  type Directory,
  type DirectoryEntry,
  type Held,
  type LabelRule,
} from '../directory.ts';

/**
 * What was cut short is copied by doing it again: what is there already is passed over. A label that the other directory
 * refuses is left out and told; what is forgotten in one is forgotten in the other.
 *
 * @param onProgress is told how many ids have been dealt with
 * @throws StoreUnavailable where one of the two is away
 */
export async function copyDirectory(
  from: Pick<Directory, 'contents'>,
  to: Directory,
  onProgress?: (done: number) => void,
): Promise<CopiedDirectory> {
  const tally = { entered: 0, known: 0, forgotten: 0 };
  const refused: { id: string; rule: LabelRule }[] = [];
  let done = 0;
  for await (const page of from.contents()) {
    for (let at = 0; at < page.length; at += mostAtOnce) {
      const some = page.slice(at, at + mostAtOnce);
      const results = await Promise.all(some.map(async (held) => ({ held, became: await copied(held, to) })));
      for (const { held, became } of results) {
        if (became in tally) tally[became as keyof typeof tally] += 1;
        else refused.push({ id: held.id, rule: became as LabelRule });
      }
      done += some.length;
      onProgress?.(done);
      // Where both are at hand nothing here ever waits, and whoever wants to end it would not be heard.
      await nextTurn();
    }
  }
  return { ...tally, refused };
}

async function copied(held: Held, to: Directory): Promise<LabelRule | 'entered' | 'known' | 'forgotten'> {
  if ('isForgotten' in held) {
    await to.bar(held.id);
    return 'forgotten';
  }
  return copiedEntry(held, to);
}

async function copiedEntry(entry: DirectoryEntry, to: Directory): Promise<LabelRule | 'entered' | 'known'> {
  if ((await to.idOf(entry.kind, entry.label)) === entry.id) return 'known';
  try {
    await to.put(entry);
    return 'entered';
  } catch (error) {
    if (error instanceof LabelRefused) return error.rule;
    throw error;
  }
}

/** Enough that they share the way to the server; of one directory, no two have anything in common. */
const mostAtOnce = 16;
