import type {
  Directory,
  DirectoryEntry,
  DirectoryKind,
  Forgotten,
  Held,
  LabelRule,
  NamedKind,
  Put,
  Relabelled,
} from '../directory.ts';
import { toldOfFile } from '../sqlite-fault.ts';

/** The file of the directory is not as it was written: it cannot be worked out from the log, only be put back. */
class DirectoryDamaged extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'DirectoryDamaged';
  }
}

/** A directory in a file that is opened when it is first asked: who asks for no label needs none. */
export class DirectoryOnDemand implements Directory {
  readonly standing = 'live';
  readonly #file: string;
  readonly #open: (file: string) => Directory;
  #directory: Directory | undefined;

  constructor(file: string, open: (file: string) => Directory) {
    this.#file = file;
    this.#open = open;
  }

  labelOf(id: string): Promise<string | undefined> {
    return this.#asked((directory) => directory.labelOf(id));
  }

  idOf(kind: DirectoryKind, label: string): Promise<string | undefined> {
    return this.#asked((directory) => directory.idOf(kind, label));
  }

  newId(kind: NamedKind): string {
    try {
      return this.#opened().newId(kind);
    } catch (error) {
      throw this.#told(error);
    }
  }

  refusalOf(entry: DirectoryEntry): Promise<LabelRule | undefined> {
    return this.#asked((directory) => directory.refusalOf(entry));
  }

  put(entry: DirectoryEntry): Promise<Put> {
    return this.#asked((directory) => directory.put(entry));
  }

  putAll(entries: readonly DirectoryEntry[]): Promise<void> {
    return this.#asked((directory) => directory.putAll(entries));
  }

  withdraw(entry: DirectoryEntry): Promise<void> {
    return this.#asked((directory) => directory.withdraw(entry));
  }

  relabel(entry: DirectoryEntry): Promise<Relabelled> {
    return this.#asked((directory) => directory.relabel(entry));
  }

  forget(id: string): Promise<Forgotten> {
    return this.#asked((directory) => directory.forget(id));
  }

  bar(id: string): Promise<void> {
    return this.#asked((directory) => directory.bar(id));
  }

  async *contents(): AsyncGenerator<readonly Held[]> {
    try {
      yield* this.#opened().contents();
    } catch (error) {
      throw this.#told(error);
    }
  }

  async close(): Promise<void> {
    await this.#directory?.close();
  }

  /** @throws DirectoryDamaged NoRightToWrite StoreUnavailable */
  async #asked<Answer>(ask: (directory: Directory) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask(this.#opened());
    } catch (error) {
      throw this.#told(error);
    }
  }

  #opened(): Directory {
    this.#directory ??= this.#open(this.#file);
    return this.#directory;
  }

  #told(error: unknown): unknown {
    const path = this.#file;
    return toldOfFile(error, { path, damaged: (said) => new DirectoryDamaged(path, said) });
  }
}
