/** One machine of a cluster: a ledger, whoever follows the log for it, and read models of its own. */
import { hash } from 'node:crypto';
import { Ledger } from '../../src/application/ledger.ts';
import { ProcessRunner } from '../../src/application/process-runner.ts';
import { Projector } from '../../src/application/projector.ts';
import { readModels } from '../../src/projections/read-models.ts';
import type { Checkpoint, Place } from '../../src/store/checkpoint.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import type {
  Fresh,
  Mark,
  ReadModelStore,
  Snapshot,
  StandingFiles,
  WritableRows,
} from '../../src/store/read-model-store.ts';
import { MemoryRows } from '../projections/memory-rows.ts';

/** Whoever was waiting for a machine hears that it is gone. */
export class Crashed extends Error {
  constructor() {
    super('the machine has crashed');
    this.name = 'Crashed';
  }
}

/** Read models in memory; they outlive their machine, or do not, as whoever builds the next one pleases. */
export class MemoryReadModel implements ReadModelStore {
  #rows = new MemoryRows();
  #mark: Mark = { position: 0, eventId: '' };

  checkpoint(): Mark {
    return this.#mark;
  }

  read<Answer>(_: (snapshot: Snapshot) => Answer): Answer {
    throw new Error('nobody asks this one');
  }

  write(work: (rows: WritableRows) => void): void {
    const mark = this.#mark;
    const advance = (reached: Mark): void => {
      this.#mark = reached;
    };
    work({ mark, of: (table) => this.#rows.of(table), advance } as WritableRows);
  }

  async rebuild(fill: (fresh: Fresh) => Promise<void>): Promise<void> {
    const fresh = new MemoryReadModel();
    await fill({
      ...{ before: undefined, letGo: () => undefined, settle: () => undefined },
      write: (work) => fresh.write(work),
      seen: () => {
        throw new Error('nothing is compared');
      },
    });
    this.#rows = fresh.#rows;
    this.#mark = fresh.#mark;
  }

  rollBack(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  standing(): StandingFiles {
    return { files: [], isBeingRebuilt: false };
  }

  stateHash(): string {
    return hash('sha256', this.contents());
  }

  /** Every row of every table, as text; in an order of its own, for rows come in that of the batches. */
  contents(): string {
    return readModels.tables
      .map(({ name }) => [name, ...this.#rows.all(name).map(written).sort()].join('\n'))
      .join('\n');
  }

  /** The rows of one table; the compiler takes the word of whoever asks for what they are. */
  all(table: string): readonly never[] {
    return this.#rows.all(table);
  }

  close(): void {
    this.#rows = new MemoryRows();
  }
}

function written(row: object): string {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** A checkpoint that remembers what it was, so that a machine may come back with an old one. */
export class RememberedCheckpoint implements Checkpoint {
  readonly places: Place[] = [{ position: 0, eventId: '' }];

  load(): Promise<Place> {
    return Promise.resolve(this.places.at(-1)!);
  }

  save(place: Place): Promise<void> {
    this.places.push(place);
    return Promise.resolve();
  }
}

/** What outlives a machine, and may be found by the next one. */
export interface Disk {
  readonly checkpoint: RememberedCheckpoint;
  readonly readModel: MemoryReadModel;
}

/** All takes place, and is recorded, on one day between those that are told of (P-22). */
export const simulatedClock = (): Date => new Date('2026-01-07T12:00:00Z');

export class Machine {
  readonly name: string;
  readonly ledger: Ledger;
  readonly disk: Disk;
  /** Rejected when the machine crashes. */
  readonly crashed: Promise<never>;
  isDead = false;
  isFollowing = false;
  readonly #runner: ProcessRunner;
  readonly #projector: Projector;
  #reject: (error: Crashed) => void = () => undefined;

  constructor(name: string, store: EventStore, { disk, mostRows }: { disk: Disk; mostRows?: number }) {
    this.name = name;
    this.disk = disk;
    this.#projector = new Projector({ log: store, readModel: disk.readModel, batchSize: 20 });
    this.ledger = new Ledger(store, {
      expectKnown: () => this.#projector.catchUp(),
      clock: simulatedClock,
      ...(mostRows !== undefined && { mostRows }),
    });
    this.#runner = new ProcessRunner(store, this.ledger, disk.checkpoint);
    this.crashed = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.crashed.catch(() => undefined);
  }

  /** As the house does it: what is under way is finished, and then told to the read models. */
  async follow(): Promise<void> {
    this.isFollowing = true;
    try {
      await this.#runner.run();
      await this.#projector.catchUp();
    } finally {
      this.isFollowing = false;
    }
  }

  crash(): void {
    this.isDead = true;
    this.#reject(new Crashed());
  }
}
