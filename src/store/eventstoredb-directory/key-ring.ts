/** Sealing and opening: AES-256-GCM, with what the sealed bytes are for bound to them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { DirectoryKeyRefused, type DirectoryKey } from './key-file.ts';

/** What is sealed: each purpose has a key of its own, derived from those in the file. */
export type Purpose = 'record' | 'naming';

/** Where sealed bytes stand; at another place they cannot be opened. */
export interface SealedPlace {
  readonly purpose: Purpose;
  readonly stream: string;
  readonly revision: number;
}

/** Sealed bytes that the key of their number does not open: they were changed, moved, or sealed with another key. */
export class SealBroken extends Error {
  constructor({ stream, revision }: SealedPlace, why: string) {
    super(`${stream} at ${revision} ${why}`);
    this.name = 'SealBroken';
  }
}

export class KeyRing {
  readonly #keys: ReadonlyMap<number, DirectoryKey>;
  /** The number of the key that seals. */
  readonly sealing: number;

  /** @param keys at least one; the first seals */
  constructor(keys: readonly DirectoryKey[]) {
    this.#keys = new Map(keys.map((key) => [key.number, key]));
    this.sealing = keys[0]?.number ?? 0;
  }

  has(number: number): boolean {
    return this.#keys.has(number);
  }

  seal(plain: Buffer, place: SealedPlace): Buffer {
    const head = Buffer.alloc(headLength);
    head.writeUInt8(format, 0);
    head.writeUInt16BE(this.sealing, 1);
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#keyOf(this.sealing, place), nonce);
    cipher.setAAD(boundTo(head, place));
    return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /**
   * @throws DirectoryKeyRefused where there is no key of its number
   * @throws SealBroken where the key does not open it
   */
  open(sealed: Buffer, place: SealedPlace): Buffer {
    const number = keyNumberOf(sealed, place);
    const key = this.#keyOf(number, place);
    const head = sealed.subarray(0, headLength);
    const nonce = sealed.subarray(headLength, headLength + nonceLength);
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
    decipher.setAAD(boundTo(head, place));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    try {
      const plain = decipher.update(sealed.subarray(headLength + nonceLength, -tagLength));
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw new SealBroken(
        place,
        `is not as key ${number} sealed it, or is sealed with another key of that number`,
      );
    }
  }

  #keyOf(number: number, { purpose }: SealedPlace): Buffer {
    const key = this.#keys.get(number);
    if (key === undefined) throw keyMissing(number);
    return Buffer.from(hkdfSync('sha256', key.bytes, '', `restitution directory ${purpose}`, 32));
  }
}

/** That what is on the server cannot be opened without a key of this number. */
export function keyMissing(number: number): DirectoryKeyRefused {
  return new DirectoryKeyRefused(
    `the directory on the server is sealed with key ${number}, which the key file does not hold; add it, and start again`,
  );
}

/** The number of the key that opens it. @throws SealBroken where it is nothing sealed */
export function keyNumberOf(sealed: Buffer, place: SealedPlace): number {
  if (sealed.length < headLength + nonceLength + tagLength || sealed.readUInt8(0) !== format)
    throw new SealBroken(place, 'was not sealed by this program, or by a newer version of it');
  return sealed.readUInt16BE(1);
}

/** Texts of names hold no NUL, so no two places are bound alike. */
function boundTo(head: Buffer, { purpose, stream, revision }: SealedPlace): Buffer {
  return Buffer.concat([head, Buffer.from(`${purpose}\0${stream}\0${revision}`)]);
}

const algorithm = 'aes-256-gcm';
/** Of the whole layout: this byte, two of the key's number, nonce, sealed text, tag. */
const format = 1;
const headLength = 3;
const nonceLength = 12;
const tagLength = 16;
