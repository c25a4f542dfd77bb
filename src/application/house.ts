import type { Branch } from './branching/branch.ts';
import type { Directory } from '../store/directory.ts';
import type { EventStore, LogHead } from '../store/event-store.ts';
import type { Ledger } from './ledger.ts';
import type { RebuildProof } from './rebuild-proof.ts';
import type { ProjectionsView } from './views/projections.ts';
import type { PoliciesView } from './policies-in-force.ts';
import type { AllQueries } from './views/all-queries.ts';
import type { Clocks, Stamped, Standpoint, TrialBalanceView } from './views/ledger.ts';

/** The ledger with all that belongs to it, opened on one place; what the doors are given, and all they are given. */
export interface House {
  readonly ledger: Ledger;
  readonly queries: AllQueries;
  readonly store: EventStore;
  readonly directory: Directory;

  /** How each question that the law leaves open is answered. */
  policies(clocks: Clocks): Promise<Stamped<PoliciesView>>;

  /** A ledger over this one that decides and answers as if it recorded, and records nothing. */
  rehearse(): Ledger;

  /** A ledger that goes on by itself from where this one ends, or from an earlier position, for as long as it is needed. */
  branch(position?: number): Promise<Branch>;

  /** Finishes what is under way: notices to cases, commands that a crash cut short, read models behind the log. */
  catchUp(): Promise<void>;

  /**
   * Builds all read models anew from the log, beside those in use, and compares both before they change places.
   *
   * @throws RebuildDiffers
   */
  rebuild(onProgress?: (done: number, of: number) => void): Promise<Rebuilt>;

  /** Puts the read models of before the last rebuild back; undefined where none were kept. */
  rollBack(): Promise<Rebuilt | undefined>;

  /**
   * The trial balance out of the log alone, each event of it held against its hashes: no read model is asked.
   *
   * @throws LogDamaged
   */
  trialBalanceFromLog(at: Standpoint, onProgress?: (done: number) => void): Promise<TrialBalanceView>;

  /** How the read models stand to the log. */
  projections(): Promise<ProjectionsView>;

  /**
   * Reads the whole log back and proves it: every byte, link and hash, against the head kept beside it and, where
   * given, against a head that was written down elsewhere.
   *
   * On a cluster, also against the hashes that were published there.
   *
   * @throws LogDamaged naming the first position that is not as it was written
   */
  verify(expected?: LogHead, onProgress?: (done: number) => void): Promise<Verified>;

  /**
   * Seals every label on the server with the key that comes first in the key file, so that the others are needed no more.
   * Gives how many records were sealed; undefined on one machine, where the directory is not sealed.
   */
  resealDirectory(onProgress?: (done: number) => void): Promise<number | undefined>;

  /** The hash of the contents of the read models, which two ledgers of the same events share. */
  stateHash(): Promise<string>;

  close(): Promise<void>;
}

/** Read models that came into force. */
export interface Rebuilt {
  /** Up to where they tell the log. */
  readonly position: number;
  /** The hash of their contents. */
  readonly stateHash: string;
  /** How they were held against those whose place they took; absent where they were only put back. */
  readonly proof?: RebuildProof;
}

/** A log that was read back and proven. */
export interface Verified {
  readonly events: number;
  readonly head: LogHead;
  /**
   * On a cluster, how many published hashes were found on the log, and the number of the first of them: above 1 where
   * earlier ones were taken away.
   */
  readonly seals?: { readonly count: number; readonly first: number };
}

/** Where a ledger stands: a folder, made if need be, or nowhere but in memory. */
export type Place = FolderPlace | 'memory';

/** A folder, and what is wanted of it. */
export interface FolderPlace {
  readonly folder: string;
  /** Whether it is asked and told nothing: then there need be no right to write there. */
  readonly isAsked?: boolean;
  /** Where the log is kept, if not in the folder: a connection string of EventStoreDB. It may hold a password. */
  readonly eventStore?: string;
  /** What tells the instant at which an event is recorded; the clock of the machine unless told. */
  readonly clock?: () => Date;
  /** The path of the file that holds the keys of the directory; needed where the log is not in the folder. */
  readonly directoryKeyFile?: string;
}

/** Opens a ledger; the threshold gives this to the doors, for only it knows the adapters. */
export type OpenHouse = (place: Place) => Promise<House>;
