import { createHash } from 'node:crypto';
import { readAch } from './ach/read-ach.ts';
import { readBai2 } from './bai2/read-bai2.ts';
import { readCamt } from './camt/read-camt.ts';
import { readCir } from './cir/read-cir.ts';
import { faultAt, type Fault } from './fault.ts';
import { ProofBook, type FileProof } from './file-proof.ts';
import { isFault, type Bytes, type Encoding } from './lines.ts';
import { peek } from './peek.ts';
import type { Profile } from './profiles/profile.ts';
import { readTable } from './profiles/read-table.ts';
import type { Reader, Reading } from './reader.ts';
import { bytesToKnowBy, whichFormat, type BankFormat } from './which-format.ts';

/** What whoever reads a file knows of it beforehand; nothing is needed but the profile of a table. */
export interface BankFileOptions {
  /** The format; by its first bytes unless told. */
  readonly format?: BankFormat | undefined;
  /** How the columns of a table are to be understood; makes the file a table. */
  readonly profile?: Profile | undefined;
  /** How the letters of a file that is not XML are written; UTF-8 unless told, or as the profile says. */
  readonly encoding?: Encoding | undefined;
}

/** A file that has been read to its end. */
export type BankFile = ProvedFile | RefusedFile;

/** A file in which nothing is wrong: its lines may be had. */
export interface ProvedFile extends FileAsRead {
  readonly isGood: true;
  readonly format: BankFormat;
  readonly proof: FileProof;
  /** Reads the file again, and gives its lines; a fault comes last where it is no longer the file that was proved. */
  readonly lines: () => Reading;
}

/** A file of which nothing may be taken in, and why: the first thousand faults. */
export interface RefusedFile extends FileAsRead {
  readonly isGood: false;
  readonly format?: BankFormat | undefined;
  readonly proof?: FileProof | undefined;
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

interface FileAsRead {
  /** SHA-256 over all bytes of the file, as hexadecimal digits. */
  readonly digest: string;
  readonly byteCount: number;
}

const mostFaults = 1_000;

/**
 * Reads a file of a bank, a court or the Treasury twice. The first reading keeps nothing but sums: it proves every total that
 * the file declares and finds every fault. Only of a file in which nothing is wrong can lines be had, by the second. A
 * control stands at the end of what it controls, so one reading would either hand over lines that may turn out to be of
 * a broken file, or hold all of them in memory; reading twice does neither, and costs a second where it matters.
 *
 * @param open gives the bytes from the beginning, each time it is asked
 */
export async function readBankFile(open: () => Bytes, options: BankFileOptions = {}): Promise<BankFile> {
  const format = await formatOf(open, options);
  const digest = new Digest();
  if (typeof format !== 'string') {
    for await (const chunk of open()) digest.add(chunk);
    return { isGood: false, ...digest.asRead(), faults: [format], faultCount: 1 };
  }
  const [reader, encoding] = [readerOf(format, options), options.encoding ?? 'UTF-8'];
  const book = new ProofBook();
  const { faults, faultCount } = await faultsIn(reader(digest.over(open()), { book, encoding }));
  const asRead = await digest.toItsEnd();
  const proof = book.close();
  if (faultCount > 0) return { isGood: false, format, ...asRead, proof, faults, faultCount };
  const lines = (): Reading => readAgain(open(), reader, { encoding, digest: asRead.digest });
  return { isGood: true, format, ...asRead, proof, lines };
}

async function formatOf(
  open: () => Bytes,
  { format, profile }: BankFileOptions,
): Promise<BankFormat | Fault> {
  const { head, bytes } = await peek(open(), bytesToKnowBy);
  await bytes.return(undefined);
  const found = whichFormat(head);
  const named = profile === undefined ? format : 'table';
  if (named === undefined || named === found) return found;
  if (typeof found === 'string' || found.rule === 'message-unknown') return faultAt(0, 'format-other');
  return found.rule === 'format-unknown' ? named : found;
}

function readerOf(format: BankFormat, { profile }: BankFileOptions): Reader {
  if (format === 'ach') return readAch;
  if (format === 'bai2') return readBai2;
  if (format === 'camt') return readCamt;
  if (format === 'cir') return readCir;
  return (bytes, given) => readTable(bytes, given, profile);
}

async function faultsIn(reading: Reading): Promise<{ faults: readonly Fault[]; faultCount: number }> {
  const faults: Fault[] = [];
  let faultCount = 0;
  for await (const read of reading) {
    if (!isFault(read)) continue;
    faultCount += 1;
    if (faults.length < mostFaults) faults.push(read);
  }
  return { faults, faultCount };
}

async function* readAgain(
  bytes: Bytes,
  reader: Reader,
  proved: { readonly encoding: Encoding; readonly digest: string },
): Reading {
  const digest = new Digest();
  try {
    yield* reader(digest.over(bytes), { book: new ProofBook(), encoding: proved.encoding });
    const { digest: found } = await digest.toItsEnd();
    if (found !== proved.digest) yield faultAt(0, 'file-changed');
  } finally {
    await digest.close();
  }
}

/** Hashes bytes on their way to a reader, and those that the reader had no use for. */
class Digest {
  readonly #hash = createHash('sha256');
  #byteCount = 0;
  #left: AsyncIterator<Uint8Array> | Iterator<Uint8Array> | undefined;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#byteCount += chunk.length;
  }

  /** The bytes, each hashed as it passes. A reader that stops early does not end the file: `toItsEnd` reads on. */
  over(bytes: Bytes): AsyncIterable<Uint8Array> {
    const source = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]();
    this.#left = source;
    return { [Symbol.asyncIterator]: () => ({ next: () => this.#next(source) }) };
  }

  async toItsEnd(): Promise<FileAsRead> {
    const source = this.#left;
    while (source !== undefined && (await this.#next(source)).done !== true);
    return this.asRead();
  }

  /** Lets go of the bytes, for whoever wants no more lines. */
  async close(): Promise<void> {
    await this.#left?.return?.();
  }

  asRead(): FileAsRead {
    return { digest: this.#hash.digest('hex'), byteCount: this.#byteCount };
  }

  async #next(source: AsyncIterator<Uint8Array> | Iterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    const next = await source.next();
    if (next.done !== true) this.add(next.value);
    return next;
  }
}
