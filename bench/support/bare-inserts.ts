import Database from 'better-sqlite3';

/** What the driver does by itself: rows of the size of our events, in a table of the plainest kind, as durable as ours. */
export class BareInserts {
  readonly #database: Database.Database;
  readonly #insert: (events: number) => void;

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    this.#database.exec('CREATE TABLE event (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
    const statement = this.#database.prepare('INSERT INTO event (bytes) VALUES (?)');
    const bytes = Buffer.alloc(700, 'x');
    this.#insert = this.#database.transaction((events: number) => {
      for (let i = 0; i < events; i += 1) statement.run(bytes);
    });
  }

  insert(events: number): void {
    this.#insert(events);
  }

  close(): void {
    this.#database.close();
  }
}
