/** Names as files write them: in any order, with or without what stands between, sometimes by initials. */

/**
 * How like two names are. One contains the other where all its parts are there, the middle ones perhaps as initials. Sharing
 * no more than one part of several is not being alike.
 */
export type NameLikeness = 'EQUAL' | 'CONTAINED' | 'INITIALS' | 'PARTLY' | 'DIFFERENT';

const besideTheName = new Set(['MR', 'MRS', 'MS', 'DR', 'JR', 'SR', 'II', 'III', 'IV']);
const isPlain = /^[A-Za-z ,.-]*$/;
const marks = /[\u0300-\u036f]/g;

/** The parts of a name, in capital letters and in the order of the alphabet, so that `Smith, John` is `John Smith`. */
export function nameParts(name: string): readonly string[] {
  const plain = isPlain.test(name)
    ? name
    : name.normalize('NFD').replaceAll(marks, '').replaceAll(/['’]/g, '');
  const parts = plain
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((part) => part !== '' && !besideTheName.has(part));
  return [...new Set(parts)].sort();
}

/** How like two names are, by their parts. */
export function likeness(one: readonly string[], other: readonly string[]): NameLikeness {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const inBoth = fewer.filter((part) => part.length > 1 && more.includes(part));
  if (inBoth.length === 0) return 'DIFFERENT';
  const left = fewer.filter((part) => !inBoth.includes(part));
  const leftOfMore = more.filter((part) => !inBoth.includes(part));
  if (left.length === 0 && fewer.length > 1) return leftOfMore.length === 0 ? 'EQUAL' : 'CONTAINED';
  if (left.length === 0 || !initialsAgree(left, leftOfMore)) return 'PARTLY';
  return inBoth.length > 1 ? 'CONTAINED' : 'INITIALS';
}

/** Whether every part on one side begins with a part on the other, one of the two being no more than a letter. */
function initialsAgree(one: readonly string[], other: readonly string[]): boolean {
  const agree = (a: string, b: string): boolean =>
    (a.length === 1 || b.length === 1) && a.slice(0, 1) === b.slice(0, 1);
  return one.every((part) => other.some((its) => agree(part, its)));
}
