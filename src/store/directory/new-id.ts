import { randomInt } from 'node:crypto';
import type { NamedKind } from '../directory.ts';

/** Of the letters that ids are made of, none spells a name: digits, and consonants without `l`. */
const letters = '0123456789bcdfghjkmnpqrstvwxyz';
const initials: Readonly<Record<NamedKind, string>> = {
  victim: 'v',
  case: 'c',
  defendant: 'd',
  order: 'o',
  representative: 'h',
  account: 'k',
  signatory: 'w',
};

/** An id made at random: of 30 letters to the 16th, no two are the same. */
export function newId(kind: NamedKind): string {
  const drawn = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]);
  return `${initials[kind]}-${drawn.join('')}`;
}
