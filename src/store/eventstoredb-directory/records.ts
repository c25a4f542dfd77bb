/** What stands in the streams of the directory, as bytes before they are sealed: each record is all there is to know. */
import type { DirectoryEntry, DirectoryKind, Held } from '../directory.ts';

/** In the stream of a label: which id has claimed it, to be called so from that revision of its own stream on. */
export interface Claim {
  readonly owner: string;
  readonly at: number;
}

/** That nobody claims the label any more. */
export interface Released {
  readonly isFree: true;
}

/** In the stream of an id its label, or that it is forgotten; in the stream of a label its claim. */
export type DirectoryRecord = Held | Claim | Released;

/** All records of labels that the doors let in have the same length, so that it says nothing of them. */
export function bytesOf(record: DirectoryRecord): Buffer {
  const text = Buffer.from(JSON.stringify(record));
  const length = Math.ceil((text.length + lengthOfLength) / block) * block;
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(text.length, 0);
  text.copy(bytes, lengthOfLength);
  return bytes;
}

/** Whoever opened the bytes knows that this program wrote them. @throws TypeError where a newer version did */
export function recordIn(bytes: Buffer): DirectoryRecord {
  const length = bytes.readUInt32BE(0);
  const text = bytes.subarray(lengthOfLength, lengthOfLength + length).toString();
  const { kind, id, label, isForgotten, owner, at, isFree } = JSON.parse(text) as Partial<Fields>;
  if (id !== undefined && isForgotten === true) return { id, isForgotten };
  if (id !== undefined && kind !== undefined && label !== undefined) return { kind, id, label };
  if (owner !== undefined && at !== undefined) return { owner, at };
  if (isFree === true) return { isFree };
  throw new TypeError('a record of the directory is of a kind that a newer version of this program wrote');
}

/** Whether the record is of a stream of a label. */
export function isOfLabel(record: DirectoryRecord): record is Claim | Released {
  return 'owner' in record || 'isFree' in record;
}

/** Whether the record gives an id its label. */
export function isEntry(record: DirectoryRecord): record is DirectoryEntry {
  return 'label' in record;
}

interface Fields {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly label: string;
  readonly isForgotten: boolean;
  readonly owner: string;
  readonly at: number;
  readonly isFree: boolean;
}

/** The longest label has 120 characters of four bytes; with its id and kind it fits into one block. */
const block = 640;
const lengthOfLength = 4;

/** The type under which each of them stands on the server: it says nothing. */
export const recordType = 'DirectoryRecord';
