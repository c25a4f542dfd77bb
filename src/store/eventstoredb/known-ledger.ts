/**
 * Which ledger the folder of a node was made for: its name, and the event that it begins with. A node that met another in
 * its place would answer from the old one, and begin an empty one on the server.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogDamaged } from '../event-store.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import { readConnectionString } from './connection-string.ts';
import type { Server } from './server.ts';

/** The folder is that of another ledger than the connection string names. */
export class WrongLedger extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WrongLedger';
  }
}

/** Looks at the names alone, before anything is asked. @throws WrongLedger, WrongConnectionString */
export function expectLedgerOf(folder: string, connectionString: string): void {
  const { ledger } = readConnectionString(connectionString);
  const known = nameIn(fileIn(folder));
  if (known === undefined || known === ledger) return;
  throw new WrongLedger(
    `${folder} is that of a node of ${named(known)}, and the connection string names ${named(ledger)}`,
  );
}

/** What a node remembers of its ledger, once it has any event of it. */
export class KnownLedger {
  readonly #copy: LogCopy;
  readonly #file: string;
  readonly #server: Server;
  #isExpected = false;
  #isRemembered = false;

  constructor(copy: LogCopy, { folder, server }: { readonly folder: string; readonly server: Server }) {
    this.#copy = copy;
    this.#file = fileIn(folder);
    this.#server = server;
  }

  /**
   * Sees that the log on the server is the one that was copied, once.
   *
   * @throws WrongLedger where the server has nothing of it, LogDamaged where it begins otherwise, and StoreUnavailable
   */
  async expectSame(): Promise<void> {
    if (this.#isExpected || this.#copy.head().position === 0) return;
    const { stream, id } = this.#copy.reader.at(1);
    const first = await this.#firstOf(stream);
    if (first === undefined) throw this.#nothingThere();
    if (first !== id)
      throw new LogDamaged(1, 'the log on the server begins with another event than its copy');
    this.#isExpected = true;
    this.remember();
  }

  /** Writes the name down, where there is an event to which it belongs. */
  remember(): void {
    if (this.#isRemembered || this.#copy.head().position === 0) return;
    if (nameIn(this.#file) === undefined)
      writeFileSync(this.#file, `${this.#server.ledger}\n`, { mode: 0o600 });
    this.#isRemembered = true;
    this.#isExpected = true;
  }

  /** An answer that was cut off looks like that of a stream that is not there: it is asked more than once. */
  async #firstOf(stream: string): Promise<string | undefined> {
    for (let left = looks; left > 0; left -= 1) {
      const first = await this.#server.first(stream, patience);
      if (first !== undefined) return first.id;
    }
    return undefined;
  }

  #nothingThere(): WrongLedger {
    const { hosts, ledger } = this.#server;
    return new WrongLedger(
      `EventStoreDB at ${hosts} has nothing of the log that this folder holds a copy of, in ${named(ledger)}`,
    );
  }
}

function fileIn(folder: string): string {
  return join(folder, 'log-copy.ledger');
}

/** Undefined where none was written down that can be read. */
function nameIn(file: string): string | undefined {
  try {
    return /^([a-z0-9]{0,31})\n$/.exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function named(ledger: string): string {
  return ledger === '' ? 'the ledger without a name' : `the ledger ${ledger}`;
}

const looks = 3;
/** In milliseconds: how long the server may take for one answer. */
const patience = 5_000;
