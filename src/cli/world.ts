import type { House, OpenHouse } from '../application/house.ts';
import type { Movers } from '../application/moving.ts';

/** What the program is given of everything outside it; tests give it a small world of their own. */
export interface World {
  readonly openHouse: OpenHouse;
  readonly serve: Serve;
  /** Those who move ledgers. */
  readonly movers: () => Promise<Movers>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** For data. */
  readonly stdout: Output;
  /** For talk. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when somebody wants the program to stop. */
  readonly interrupted: AbortSignal;
  /** Rejects, with the code of the system, where nothing can listen there. */
  expectFree(at: Address): Promise<void>;
  /**
   * Makes a file with a new key for the directory of labels, behind the keys of another file where one is named.
   *
   * @throws DirectoryKeyRefused where there is a file already, or the other cannot be used
   */
  makeDirectoryKey(file: string, before?: string): Promise<void>;
  /** Whether there is a ledger in the folder, so that a question does not make one. */
  hasLedger(folder: string): boolean;
}

/** Where text goes. */
export interface Output {
  /** Resolves once there is room for more; text for somebody who has left is dropped in silence. */
  write(text: string): Promise<void>;
  /** Whether the reader has left. */
  readonly isClosed: boolean;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
}

/** Serves the house over HTTP until it is closed. */
export type Serve = (house: House, at: Address) => Promise<Served>;

/** Where to listen. */
export interface Address {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A door that stands open. */
export interface Served {
  /** Where it can be reached. */
  readonly url: string;
  close(): Promise<void>;
}
