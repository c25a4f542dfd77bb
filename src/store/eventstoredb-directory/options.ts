/** Where the directory of many machines is, and how long to wait for it. */
export interface EventStoreDbDirectoryOptions {
  readonly connectionString: string;
  /** Where this node keeps its index; in memory alone, unless told. */
  readonly folder?: string;
  /** The path of the file that holds the keys. */
  readonly keyFile: string;
  /** How long to wait for the server, in milliseconds, before saying that it is not known what became of it; 10,000. */
  readonly deadline?: number;
  /** How long to wait at the start for the index to have all there is; 10,000. It goes on hearing afterwards. */
  readonly patience?: number;
  /** How long a subscription may be silent before it is begun again; 30,000. */
  readonly silence?: number;
}
