/** The names of the streams of the directory: from them nobody can tell a label who has not the naming key. */
import { createHmac } from 'node:crypto';
import type { DirectoryKind } from '../directory.ts';

/** The category of all its streams. */
export const directoryCategory = 'Directory';
/** The stream that holds the naming key, sealed. */
export const namingStream = `${directoryCategory}-naming`;

export class StreamNames {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The stream in which it is decided what an id is called. */
  ofId(id: string): string {
    return `${directoryCategory}-i.${this.#digest('id', id)}`;
  }

  /** The stream in which it is decided whose a label is. */
  ofLabel(kind: DirectoryKind, label: string): string {
    return `${directoryCategory}-l.${this.#digest('label', kind, label)}`;
  }

  /** By which one directory is told from another. */
  get identity(): string {
    return this.#digest('identity');
  }

  /** The length of each part goes before it, so that no two lists of parts are one text. */
  #digest(...parts: readonly string[]): string {
    const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}
