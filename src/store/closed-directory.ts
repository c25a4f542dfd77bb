import type { Directory } from './directory.ts';
import { LogMoved, type Closing } from './event-store.ts';

/** A directory that takes no labels once its log is closed, for the ledger goes on elsewhere; it still forgets. */
export function closedWith(closing: () => Closing | undefined, directory: Directory): Directory {
  const expectOpen = (): void => {
    const now = closing();
    if (now !== undefined) throw new LogMoved(now);
  };
  return {
    get standing() {
      return directory.standing;
    },
    labelOf: (id) => directory.labelOf(id),
    idOf: (kind, label) => directory.idOf(kind, label),
    newId: (kind) => directory.newId(kind),
    refusalOf: (entry) => directory.refusalOf(entry),
    forget: (id) => directory.forget(id),
    bar: (id) => directory.bar(id),
    contents: () => directory.contents(),
    close: () => directory.close(),
    async put(entry) {
      expectOpen();
      await directory.put(entry);
    },
    async relabel(entry) {
      expectOpen();
      return directory.relabel(entry);
    },
  };
}
