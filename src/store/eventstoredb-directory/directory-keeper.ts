import { LogDamaged } from '../event-store.ts';
import type { Keeper } from '../eventstoredb/keeper.ts';
import type { Arrived, ServerPosition } from '../eventstoredb/server.ts';
import type { DirectoryIndex, HeardRecord } from './directory-index.ts';
import { DirectoryKeyRefused } from './key-file.ts';
import { SealBroken, keyMissing, keyNumberOf, type KeyRing } from './key-ring.ts';
import { namingStream } from './names.ts';
import type { Naming } from './naming.ts';
import { recordIn } from './records.ts';

/** Keeps the index of this node: each record is opened as it comes. */
export class DirectoryKeeper implements Keeper {
  /** A directory takes in whatever comes. */
  readonly end = undefined;
  readonly #index: DirectoryIndex;
  readonly #keys: KeyRing;
  readonly #naming: Naming;
  readonly #deadline: number;

  /** @param deadline for learning the names, in milliseconds */
  constructor(
    index: DirectoryIndex,
    keys: KeyRing,
    of: { readonly naming: Naming; readonly deadline: number },
  ) {
    this.#index = index;
    this.#keys = keys;
    this.#naming = of.naming;
    this.#deadline = of.deadline;
  }

  get after(): ServerPosition | undefined {
    return this.#index.after;
  }

  async prepare(): Promise<void> {
    const { identity } = await this.#naming.names(Date.now() + this.#deadline);
    this.#index.belongTo(identity, (key) => this.#keys.has(key));
  }

  take(arrived: readonly Arrived[]): void {
    const last = arrived.at(-1);
    if (last === undefined) return;
    const ofLabels = arrived.filter(({ stream }) => stream !== namingStream);
    this.#index.take(
      ofLabels.map((each) => this.#opened(each)),
      last.at,
    );
  }

  /** Servers before 24.10.5 say of a directory in which nothing stands yet that it was heard to the end of all time. */
  reach(at: ServerPosition): void {
    if (at.commit < endOfAllTime) this.#index.take([], at);
  }

  expectWhole(): void {
    const [key] = this.#index.unreadKeys();
    if (key !== undefined) throw keyMissing(key);
  }

  has(stream: string, revision: number): boolean {
    return this.#index.revisionOf(stream) >= revision;
  }

  isForGood(error: unknown): boolean {
    return [DirectoryKeyRefused, SealBroken, LogDamaged, TypeError].some((known) => error instanceof known);
  }

  warnOf(): void {
    const said = 'this node takes in no more labels from the server; whoever starts it anew is told why';
    process.emitWarning(said, 'DirectoryStopped');
  }

  save(): void {
    // The index has it already: the place is written down with what stands before it.
  }

  /** A record that no key is there for is passed over, for the next of its stream may be sealed with another. */
  #opened({ stream, revision, bytes }: Arrived): HeardRecord {
    const place = { purpose: 'record', stream, revision } as const;
    const key = keyNumberOf(bytes, place);
    const record = this.#keys.has(key) ? recordIn(this.#keys.open(bytes, place)) : undefined;
    return { stream, revision, key, record };
  }
}

const endOfAllTime = 2n ** 63n - 1n;
