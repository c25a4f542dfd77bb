/** What SQLite says when it fails, in the words of the port. */
import { LogDamaged, NoRightToWrite, StoreUnavailable } from '../event-store.ts';
import { isOfSqlite } from '../sqlite-fault.ts';

/** The deed, and what it gives; an error of SQLite becomes one of the port's. `position` is where it may be damaged. */
export function translated<Result>(deed: () => Result, position = 0): Result {
  try {
    return deed();
  } catch (error) {
    throw translatedError(error, position);
  }
}

/** LogDamaged where the file is at fault, NoRightToWrite or StoreUnavailable where the machine is; any other error as it is. */
export function translatedError(error: unknown, position = 0): unknown {
  if (!isOfSqlite(error)) return error;
  const said = `${error.message} (${error.code})`;
  if (forbidden.test(error.code)) return new NoRightToWrite('the log', { cause: error });
  return damage.test(error.code)
    ? new LogDamaged(position, said)
    : new StoreUnavailable(said, { cause: error });
}

/** Whether a write failed in the middle: what the operating system still holds of it is then unknown. */
export function leavesDoubt(error: unknown): boolean {
  return isOfSqlite(error) && error.code.startsWith('SQLITE_IOERR');
}

// The statements are fixed and the schema is checked, so an error in SQL, a broken constraint or a file that ends too
// soon all say the same: the file is not what was written.
const damage =
  /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|SCHEMA|ERROR$|CONSTRAINT|MISMATCH|RANGE|TOOBIG|IOERR_SHORT_READ)/;

const forbidden = /^SQLITE_(?:READONLY|PERM|AUTH)/;
