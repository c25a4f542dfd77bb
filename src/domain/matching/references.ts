/**
 * References: numbers by which a line and an item may name the same thing. They are compared role by role, and a number
 * that somebody gives out (of a receipt, a deposit, an entry of a case) only within the source that gives it out.
 */

/** What a number is of. An entry is a report's own count of the payments of one case, which is used again after deletions. */
export type ReferenceRole =
  'RECEIPT' | 'TRACE' | 'ORIGINAL_TRACE' | 'CHEQUE_SERIAL' | 'DEPOSIT' | 'END_TO_END' | 'ENTRY';

/** The references of a line or an item, as they are written. */
export type References = { readonly [Role in ReferenceRole]?: string };

/** References made comparable; what says nothing is left out. */
export type Keys = { readonly [Role in ReferenceRole]?: string };

/** All roles, in the order in which they are looked at. */
export const referenceRoles: readonly ReferenceRole[] = [
  'TRACE',
  'ORIGINAL_TRACE',
  'END_TO_END',
  'CHEQUE_SERIAL',
  'RECEIPT',
  'DEPOSIT',
  'ENTRY',
];

const numberedBySource: ReadonlySet<ReferenceRole> = new Set(['RECEIPT', 'DEPOSIT', 'ENTRY']);

/** Whether numbers of this role mean something only within the source that gives them out. */
export function isNumberedBySource(role: ReferenceRole): boolean {
  return numberedBySource.has(role);
}

/** What stands where nothing is known. */
const saysNothing = new Set(['', 'NOTPROVIDED', 'NONE', 'NA', 'UNKNOWN']);

/** A reference in capital letters and digits, without leading zeros; undefined where it says nothing. */
function normalized(reference: string): string | undefined {
  const bare = reference
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/^0+/, '');
  return saysNothing.has(bare) ? undefined : bare;
}

/** The references of one thing, made comparable. */
export function keysOf(references: References): Keys {
  const keys: { [Role in ReferenceRole]?: string } = {};
  for (const role of referenceRoles) {
    const written = references[role];
    const key = written === undefined ? undefined : normalized(written);
    if (key !== undefined) keys[role] = key;
  }
  return keys;
}

/** How a number went wrong: two neighbours changed places, or one character is another. */
export type Slip = 'TRANSPOSED' | 'ONE_CHARACTER';

/** The one slip of the hand that makes one number the other; undefined where none does, or where the number is short. */
export function slipBetween(one: string, other: string): Slip | undefined {
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > 1) return undefined;
  // Leading zeros were taken away: where one of them has changed its place, the lengths differ.
  const length = Math.max(one.length, other.length);
  return slipOfEqual(one.padStart(length, '0'), other.padStart(length, '0'));
}

function slipOfEqual(one: string, other: string): Slip | undefined {
  const [first = 0, second = 0, ...more] = differing(one, other);
  if (more.length > 0) return undefined;
  if (second === 0) return 'ONE_CHARACTER';
  const isSwapped = second === first + 1 && one[first] === other[second] && one[second] === other[first];
  return isSwapped ? 'TRANSPOSED' : undefined;
}

/** The places at which two numbers of one length differ. */
function differing(one: string, other: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) places.push(at);
  return places;
}
