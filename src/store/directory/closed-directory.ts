import type { Directory } from '../directory.ts';
import { LogMoved, NoRightToWrite, type Closing } from '../event-store.ts';

/** A directory that takes no labels once its log is closed, for the ledger goes on elsewhere; it still forgets. */
export function closedWith(closing: () => Closing | undefined, directory: Directory): Directory {
  const expectOpen = (): void => {
    const now = closing();
    if (now !== undefined) throw new LogMoved(now);
  };
  return changedBy(directory, {
    forget: (id) => directory.forget(id),
    bar: (id) => directory.bar(id),
    async put(entry) {
      expectOpen();
      return directory.put(entry);
    },
    async putAll(entries) {
      expectOpen();
      return directory.putAll(entries);
    },
    async withdraw(entry) {
      expectOpen();
      await directory.withdraw(entry);
    },
    async relabel(entry) {
      expectOpen();
      return directory.relabel(entry);
    },
  });
}

/**
 * A copy of the directory of a folder that cannot be written. Nothing is changed in it: what was forgotten in a copy alone
 * would still be known in the folder. Every change is refused with NoRightToWrite.
 */
export function readOnlyDirectory(folder: string, directory: Directory): Directory {
  const refuse = (): Promise<never> => Promise.reject(new NoRightToWrite(folder));
  return changedBy(directory, {
    put: refuse,
    putAll: refuse,
    withdraw: refuse,
    relabel: refuse,
    forget: refuse,
    bar: refuse,
  });
}

type Changes = Pick<Directory, 'put' | 'putAll' | 'withdraw' | 'relabel' | 'forget' | 'bar'>;

/** The directory itself answers what is asked of it; what is to be changed in it goes another way. */
function changedBy(directory: Directory, changes: Changes): Directory {
  return {
    get standing() {
      return directory.standing;
    },
    labelOf: (id) => directory.labelOf(id),
    idOf: (kind, label) => directory.idOf(kind, label),
    newId: (kind) => directory.newId(kind),
    refusalOf: (entry) => directory.refusalOf(entry),
    contents: () => directory.contents(),
    close: () => directory.close(),
    ...changes,
  };
}
