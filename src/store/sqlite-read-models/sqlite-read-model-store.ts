import type {
  Fresh,
  Mark,
  ReadModelSchema,
  ReadModelStore,
  Seen,
  Snapshot,
  StandingFiles,
  WritableRows,
} from '../read-model-store.ts';
import { ReadModelFile } from './file.ts';
import { Generations, isInForce } from './generations.ts';
import { SeenFile, seenAfter } from './seen-file.ts';
import { copyWhole, standingIn } from './standing-files.ts';

/** Read models in one SQLite file, which any number of processes may share and each of them may replace. */
export class SqliteReadModelStore implements ReadModelStore {
  readonly #schema: ReadModelSchema;
  /** Undefined where the tables live in memory, and only there. */
  readonly #generations: Generations | undefined;
  #open: OpenFile | undefined;

  private constructor(schema: ReadModelSchema, generations: Generations | undefined) {
    this.#schema = schema;
    this.#generations = generations;
  }

  /**
   * The read models in this folder, which is made where it does not exist and belongs to them alone. Where there are
   * none of the schema's version, they begin empty. Nothing is opened before it is needed, and a rebuild needs nothing
   * of what it replaces: so damage stands in nobody's way who does not look at it.
   */
  static open(folder: string, schema: ReadModelSchema): SqliteReadModelStore {
    return new SqliteReadModelStore(schema, new Generations(folder, schema.version));
  }

  /** Opens read models that live as long as the process, for tests and trials. */
  static inMemory(schema: ReadModelSchema): SqliteReadModelStore {
    return new SqliteReadModelStore(schema, undefined);
  }

  checkpoint(): Mark {
    return this.#current().checkpoint();
  }

  read<Answer>(ask: (snapshot: Snapshot) => Answer): Answer {
    return this.#current().read(ask);
  }

  write(work: (rows: WritableRows) => void): void {
    this.#current().write(work);
  }

  async rebuild(fill: (fresh: Fresh) => Promise<void>): Promise<void> {
    const before = this.#before();
    try {
      await this.#rebuild(fill, before);
    } finally {
      before?.close();
    }
  }

  async rollBack(): Promise<Mark | undefined> {
    const kept = this.#generations?.kept();
    if (this.#generations === undefined || kept === undefined) return undefined;
    const draft = this.#generations.draft();
    const mark = await copyWhole(kept, draft, this.#schema);
    this.close();
    this.#generations.publish(draft);
    return mark;
  }

  standing(): StandingFiles {
    if (this.#generations !== undefined) return standingIn(this.#generations);
    const mark = this.checkpoint();
    const inMemory = { name: '', version: this.#schema.version, isInForce: true, mark, bytes: 0 };
    return { files: [inMemory], isBeingRebuilt: false };
  }

  stateHash(): string {
    return this.#current().stateHash();
  }

  close(): void {
    this.#open?.file.close();
    this.#open = undefined;
  }

  /** The file in force: another process may have put a new one in the place of ours. */
  #current(): ReadModelFile {
    const isOurs =
      this.#generations === undefined || (this.#open !== undefined && isInForce(this.#open.path));
    if (this.#open !== undefined && isOurs) return this.#open.file;
    this.close();
    this.#open = openNewest(this.#schema, this.#generations);
    return this.#open.file;
  }

  #before(): SeenFile | undefined {
    const before = this.#generations?.predecessor();
    return before && SeenFile.open(before.path, before.version);
  }

  async #rebuild(fill: (fresh: Fresh) => Promise<void>, before: SeenFile | undefined): Promise<void> {
    const path = this.#generations?.draft() ?? ':memory:';
    const fresh = ReadModelFile.make(path, this.#schema);
    // What is told stays in memory for long, and to compare is to write nothing for minutes: another rebuild would take
    // the draft for one that was left behind.
    const keep = (): void => this.#generations?.keep(path);
    const kept = (seen: Seen): Seen => seenAfter(seen, keep);
    try {
      const seen = before?.look(this.#schema);
      await fill({
        before: seen && kept(seen),
        letGo: () => before?.close(),
        write: (work) => {
          keep();
          fresh.write(work);
        },
        seen: () => kept(fresh.seen()),
        settle: () => fresh.finish(),
      });
      fresh.finish();
    } catch (error) {
      fresh.close();
      this.#generations?.draft();
      throw error;
    }
    this.#switchTo(fresh, path);
    // What is damaged is nothing to go back to.
    if (before?.isDamaged === true) this.#generations?.remove(before.path);
  }

  #switchTo(fresh: ReadModelFile, path: string): void {
    this.close();
    if (this.#generations === undefined) {
      this.#open = { path, file: fresh };
      return;
    }
    fresh.close();
    this.#generations.publish(path);
  }
}

interface OpenFile {
  readonly path: string;
  readonly file: ReadModelFile;
}

function openNewest(schema: ReadModelSchema, generations: Generations | undefined): OpenFile {
  if (!generations) return { path: ':memory:', file: ReadModelFile.open(':memory:', schema) };
  for (;;) {
    const path = generations.newest();
    const file = openUnlessReplaced(path, { schema, generations });
    // Before it was open, another process may have put the next file in force.
    if (file && generations.newest() === path) return { path, file };
    file?.close();
    // To open is to make, also where it had just been removed; and under its name it would seem to be in force.
    generations.remove(path);
  }
}

/** Undefined where another process took the file away while it was being opened. */
function openUnlessReplaced(
  path: string,
  { schema, generations }: { schema: ReadModelSchema; generations: Generations },
): ReadModelFile | undefined {
  try {
    return ReadModelFile.open(path, schema);
  } catch (error) {
    if (generations.newest() === path) throw error;
    return undefined;
  }
}
