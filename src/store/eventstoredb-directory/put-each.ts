import { LabelRefused, type Directory, type DirectoryEntry } from '../directory.ts';

/** So many at once share the way to the server. */
const mostAtOnce = 16;

/** Enters many labels, each sealed and stored by itself; those that are refused are passed over. @throws StoreUnavailable */
export async function putEach(
  directory: Pick<Directory, 'put'>,
  entries: readonly DirectoryEntry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += mostAtOnce) {
    const some = entries.slice(at, at + mostAtOnce);
    await Promise.all(some.map((entry) => directory.put(entry).catch(passedOver)));
  }
}

/** A label that is refused is passed over; anything else is not. */
function passedOver(error: unknown): void {
  if (!(error instanceof LabelRefused)) throw error;
}
