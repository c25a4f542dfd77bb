import type { Database, Statement } from 'better-sqlite3';
import { ReadModelsDamaged } from '../read-model-store.ts';
import { Recent } from '../recent.ts';

/** How many terms are remembered: more than the victims of the largest case, for a payment goes through all of them in turn. */
const remembered = 220_000;

/** The text that recurs in a read model, each with its number: rows hold the numbers, which are short and quick to compare. */
export class Terms {
  readonly #find: Statement;
  readonly #insert: Statement;
  readonly #read: Statement;
  readonly #file: string;
  readonly #numbers = new Recent<string, number>(remembered);
  readonly #texts = new Recent<number, string>(remembered);
  #firstNew = Infinity;

  constructor(db: Database) {
    this.#file = db.name;
    this.#find = db.prepare('SELECT number FROM term WHERE text = ?').pluck();
    this.#insert = db.prepare('INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING');
    this.#read = db.prepare('SELECT text FROM term WHERE number = ?').pluck();
  }

  /** The number of the term; undefined where it has none. */
  find(text: string): number | undefined {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const stored = this.#find.get(text) as number | undefined;
    if (stored !== undefined) this.#numbers.set(text, stored);
    return stored;
  }

  /** The number of the term, which is given one where it has none; only in a transaction. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#inserted(text);
    this.#numbers.set(text, number);
    return number;
  }

  /** The term with this number. @throws ReadModelsDamaged where there is none, which no row that was written can bring about */
  text(number: number): string {
    const known = this.#texts.get(number);
    if (known !== undefined) return known;
    const stored = this.#read.get(number) as string | undefined;
    if (stored === undefined)
      throw new ReadModelsDamaged(this.#file, `no term has the number ${String(number)}`);
    this.#texts.set(number, stored);
    return stored;
  }

  /** Terms that are given a number from here on are new. */
  begin(): void {
    this.#firstNew = Infinity;
  }

  /** Whether this transaction has given the number, so that no row stored before can hold it. */
  isNew(number: number): boolean {
    return number >= this.#firstNew;
  }

  /** Forgets what a transaction that was rolled back may have taught. */
  forget(): void {
    this.#numbers.clear();
    this.#texts.clear();
  }

  /** Most terms that are not remembered are new, so that they are inserted first, and looked for where they are not. */
  #inserted(text: string): number {
    const { changes, lastInsertRowid } = this.#insert.run(text);
    if (changes === 0) return this.#find.get(text) as number;
    const number = Number(lastInsertRowid);
    this.#firstNew = Math.min(this.#firstNew, number);
    return number;
  }
}
