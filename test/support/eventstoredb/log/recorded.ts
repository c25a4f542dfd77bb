/** An event as a client proposes it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands in the log. */
export interface Recorded extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  /** Where it begins, which is its commit position and its prepare position. */
  readonly position: bigint;
  /** Where the next begins. */
  readonly end: bigint;
  /** When it was written, in ticks: tenths of a microsecond since 1970. */
  readonly created: bigint;
}

/** The revision of the tombstone, and the value of `$tb` on a stream that was deleted softly. */
export const lastOfAll = 2n ** 63n - 1n;

const bytesAroundAnEvent = 90;

/** How far an event moves the end of the log: about what a real server writes for it. */
export function sizeOnDisk(stream: string, event: Proposed): bigint {
  return BigInt(bytesAroundAnEvent + 2 * (stream.length + event.type.length) + contentOf(event));
}

/** What the server holds against the largest append. */
export function sizeOfProposal(event: Proposed): number {
  return contentOf(event) + 2 * event.type.length;
}

const contentOf = ({ data, metadata }: Proposed): number => data.length + metadata.length;
