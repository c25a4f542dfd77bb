import { Injectable } from '@nestjs/common';
import { reject } from '../domain/rejection.ts';

/** So many keys are remembered; the oldest are forgotten first. */
const mostKeys = 50_000;

/**
 * What each Idempotency-Key of late was used for. A stream refuses a key that it has heard with other words; this sees
 * to it that a key is refused as well where the other words are about another stream.
 */
@Injectable()
export class KeysUsed {
  readonly #fingerprints = new Map<string, string>();

  /** @throws Rejection `command-id-reused` where the key stands for something else */
  check(key: string, fingerprint: string): void {
    const known = this.#fingerprints.get(key);
    if (known !== undefined && known !== fingerprint) reject('command-id-reused');
  }

  /** Claims the key for what is about to be sent. Gives whether nobody had claimed it. @throws Rejection as `check` */
  claim(key: string, fingerprint: string): boolean {
    this.check(key, fingerprint);
    if (this.#fingerprints.has(key)) return false;
    this.#fingerprints.set(key, fingerprint);
    if (this.#fingerprints.size > mostKeys) this.#forgetOldest();
    return true;
  }

  /** Gives a key back: what it was claimed for was refused, so that nothing stands under it. */
  release(key: string): void {
    this.#fingerprints.delete(key);
  }

  #forgetOldest(): void {
    for (const oldest of this.#fingerprints.keys()) {
      this.#fingerprints.delete(oldest);
      return;
    }
  }
}
