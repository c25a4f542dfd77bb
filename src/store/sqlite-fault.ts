/** What SQLite says when it fails, for files that are damaged, and for machines that do not let it work. */
import { NoRightToWrite, StoreUnavailable } from './event-store.ts';

/** An error of SQLite, as far as it tells anything. */
export interface SqliteFault {
  readonly code: string;
  readonly message: string;
}

/** Whether SQLite said it. Known by its code, not by its class: the driver, being native, may have been given another realm's class. */
export function isOfSqlite(error: unknown): error is SqliteFault {
  if (typeof error !== 'object' || error === null || !('code' in error && 'message' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_');
}

/** A file of SQLite, and the error by which its damage is told. */
export interface GuardedFile {
  readonly path: string;
  readonly damaged: (said: string) => Error;
}

/** What was thrown while the file was in use, in the words of the ports; whatever SQLite did not say stays as it is. */
export function toldOfFile(thrown: unknown, { path, damaged }: GuardedFile): unknown {
  const fault = faultBehind(thrown);
  if (fault === undefined) return thrown;
  const said = `${fault.message} (${fault.code})`;
  if (damage.test(fault.code)) return damaged(said);
  if (forbidden.test(fault.code)) return new NoRightToWrite(path, { cause: thrown });
  return machine.test(fault.code) ? new StoreUnavailable(`${path}: ${said}`, { cause: thrown }) : thrown;
}

/** What SQLite said, however often it was wrapped since. */
function faultBehind(thrown: unknown): SqliteFault | undefined {
  if (isOfSqlite(thrown)) return thrown;
  if (typeof thrown !== 'object' || thrown === null || !('cause' in thrown)) return undefined;
  return faultBehind(thrown.cause);
}

const damage = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|IOERR_SHORT_READ)/;
const forbidden = /^SQLITE_(?:READONLY|PERM|AUTH)/;
const machine = /^SQLITE_(?:IOERR|FULL|CANTOPEN|BUSY|LOCKED|PROTOCOL|NOMEM)/;
