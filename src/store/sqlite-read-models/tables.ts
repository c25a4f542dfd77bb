import type { Database } from 'better-sqlite3';
import type { ColumnKind, ReadModelSchema, Table } from '../read-model-store.ts';

/** The type that SQLite keeps each kind of column as. */
const sqlTypes: Readonly<Record<ColumnKind, 'INTEGER' | 'TEXT'>> = {
  integer: 'INTEGER',
  amount: 'INTEGER',
  day: 'INTEGER',
  instant: 'INTEGER',
  term: 'INTEGER',
  word: 'INTEGER',
  text: 'TEXT',
};

/** Creates the tables, empty, at position 0, without the further indexes: those are made quicker once rows are there. */
export function createTables(db: Database, { tables }: ReadModelSchema): void {
  db.exec('CREATE TABLE term (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT');
  db.exec('CREATE TABLE checkpoint (position INTEGER NOT NULL, eventId TEXT NOT NULL) STRICT');
  db.exec(`INSERT INTO checkpoint VALUES (0, '')`);
  for (const { name, columns, key } of tables) {
    const fields = Object.entries(columns).map(([column, kind]) => `${column} ${sqlTypes[kind]}`);
    db.exec(
      `CREATE TABLE ${name} (${fields.join(', ')}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`,
    );
  }
}

/** Creates the further indexes and the views, as the last step of making a file. */
export function createIndexes(db: Database, { tables, views }: ReadModelSchema): void {
  for (const table of tables) {
    for (const columns of table.indexes) {
      const [first = ''] = columns;
      const name = `${table.name}_by_${columns.join('_')}`;
      db.exec(`CREATE INDEX ${name} ON ${table.name} (${columns.join(', ')}) WHERE ${first} IS NOT NULL`);
    }
  }
  for (const view of views) db.exec(view);
}

/** The first table or column that should be there and is not; undefined where all are. */
export function missingIn(db: Database, { tables }: ReadModelSchema): string | undefined {
  const sql = `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'`;
  const there = new Set(db.prepare(sql).pluck().all());
  return tables
    .flatMap(({ name, columns }) => Object.keys(columns).map((column) => `${name}.${column}`))
    .find((column) => !there.has(column));
}

/** The columns that may change while a row stands: those that neither its key nor an index looks at. */
export function changingColumns({ columns, key, indexes }: Table): readonly string[] {
  const fixed = new Set([...key, ...indexes.flat()]);
  return Object.keys(columns).filter((column) => !fixed.has(column));
}
