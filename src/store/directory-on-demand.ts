import type { Directory, DirectoryEntry, DirectoryKind } from './directory.ts';
import { toldOfFile } from './sqlite-fault.ts';

/** The file of the directory is not as it was written: it cannot be worked out from the log, only be put back. */
class DirectoryDamaged extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'DirectoryDamaged';
  }
}

/** A directory in a file that is opened when it is first asked: who asks for no label needs none. */
export class DirectoryOnDemand implements Directory {
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

  mint(kind: DirectoryKind, label: string): Promise<string> {
    return this.#asked((directory) => directory.mint(kind, label));
  }

  put(entry: DirectoryEntry): Promise<void> {
    return this.#asked((directory) => directory.put(entry));
  }

  async close(): Promise<void> {
    await this.#directory?.close();
  }

  /** @throws DirectoryDamaged NoRightToWrite StoreUnavailable */
  async #asked<Answer>(ask: (directory: Directory) => Promise<Answer>): Promise<Answer> {
    const path = this.#file;
    try {
      this.#directory ??= this.#open(path);
      return await ask(this.#directory);
    } catch (error) {
      throw toldOfFile(error, { path, damaged: (said) => new DirectoryDamaged(path, said) });
    }
  }
}
