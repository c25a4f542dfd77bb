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

/** In the stream of an id: that its label was taken back, so that it has none, and may have one again. */
interface Withdrawn {
  readonly id: string;
  readonly isWithdrawn: true;
}

/** In the stream of an id its label, or that it has none or is forgotten; in the stream of a label its claim. */
export type DirectoryRecord = Held | Withdrawn | Claim | Released;

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
  const record = JSON.parse(text) as Partial<Fields>;
  const read = ofId(record) ?? ofLabel(record);
  if (read !== undefined) return read;
  throw new TypeError('a record of the directory is of a kind that a newer version of this program wrote');
}

function ofId({ kind, id, label, isForgotten, isWithdrawn }: Partial<Fields>): Held | Withdrawn | undefined {
  if (id === undefined) return undefined;
  if (isForgotten === true) return { id, isForgotten };
  if (isWithdrawn === true) return { id, isWithdrawn };
  return kind === undefined || label === undefined ? undefined : { kind, id, label };
}

function ofLabel({ owner, at, isFree }: Partial<Fields>): Claim | Released | undefined {
  if (owner !== undefined && at !== undefined) return { owner, at };
  return isFree === true ? { isFree } : undefined;
}

/** What the record says is held of its id; undefined where that is nothing. */
export function heldBy(record: DirectoryRecord): Held | undefined {
  return isEntry(record) || 'isForgotten' in record ? record : undefined;
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
  readonly isWithdrawn: boolean;
  readonly owner: string;
  readonly at: number;
  readonly isFree: boolean;
}

/** The longest label has 120 characters of four bytes; with its id and kind it fits into one block. */
const block = 640;
const lengthOfLength = 4;

/** The type under which each of them stands on the server: it says nothing. */
export const recordType = 'DirectoryRecord';
