/** What one line and one item have to do with each other, before anybody decides on it. */
import { dayNumber } from '../calendar-arithmetic.ts';
import type { Evidence } from './evidence.ts';
import type { Item, ItemKind } from './item.ts';
import type { Line } from './line.ts';
import { likeness, nameParts, type NameLikeness } from './names.ts';
import {
  isNumberedBySource,
  keysOf,
  referenceRoles,
  slipBetween,
  type Keys,
  type ReferenceRole,
  type Slip,
} from './references.ts';

/** A line, made comparable. */
export interface ReadLine {
  readonly line: Line;
  readonly day: number;
  readonly keys: Keys;
  readonly party: readonly string[];
}

/** An item, made comparable. */
export interface ReadItem {
  readonly item: Item;
  readonly day: number;
  readonly keys: Keys;
  readonly names: readonly (readonly string[])[];
}

/** A line, made comparable. */
export function readLine(line: Line): ReadLine {
  const party = line.party === undefined ? [] : nameParts(line.party);
  return { line, day: dayNumber(line.bookedOn), keys: keysOf(line.references), party };
}

/** An item, made comparable. */
export function readItem(item: Item): ReadItem {
  const names = (item.names ?? []).map(nameParts).filter((parts) => parts.length > 0);
  return { item, day: dayNumber(item.effectiveOn), keys: keysOf(item.references), names };
}

/** What they have in common, and in what they differ. Undefined where one of the two says nothing about it. */
export interface Bond {
  /** Days from the item to the line. */
  readonly days: number;
  readonly equal: readonly ReferenceRole[];
  readonly slipped: readonly (readonly [role: ReferenceRole, slip: Slip])[];
  readonly differing: readonly ReferenceRole[];
  readonly name: NameLikeness | undefined;
  readonly party: boolean | undefined;
  readonly ofCase: boolean | undefined;
}

/** Holds a line against an item. */
export function bondOf(line: ReadLine, item: ReadItem): Bond {
  const equal: ReferenceRole[] = [];
  const slipped: [ReferenceRole, Slip][] = [];
  const differing: ReferenceRole[] = [];
  for (const role of referenceRoles) {
    const [one, other] = [line.keys[role], item.keys[role]];
    if (one === undefined || other === undefined) continue;
    if (isNumberedBySource(role) && line.line.source !== item.item.source) continue;
    const slip = slipBetween(one, other);
    if (one === other) equal.push(role);
    else if (slip) slipped.push([role, slip]);
    else differing.push(role);
  }
  const { partyId, caseId, kind } = item.item;
  const name = nearestName(line, item);
  const party = isAmong(line.line.defendantIds, ofDefendants.has(kind) ? partyId : undefined);
  const ofCase = isAmong(line.line.caseIds, caseId);
  return { days: line.day - item.day, equal, slipped, differing, name, party, ofCase };
}

/** Kinds of items whose people are defendants, whom the ids that a line names can be held against. */
const ofDefendants: ReadonlySet<ItemKind> = new Set(['RECEIPT', 'PAYMENT_RETURN', 'REFUND', 'REPORTED_LINE']);

/** Whether the line says whose it is, and that is the item's person, or its case where the line says no more than that. */
export function isNamed({ party, name, ofCase, slipped }: Bond): boolean {
  if (party === true || name === 'EQUAL' || name === 'CONTAINED') return true;
  if (ofCase === true && name === undefined && party === undefined) return true;
  return name === 'INITIALS' && (ofCase === true || slipped.length > 0);
}

/** Whether something on the line says that it is not the item. */
export function isContradicted(bond: Bond): boolean {
  return bond.differing.length > 0 || isOfAnother(bond);
}

/** Whether the line says that it is somebody else's, or of another case. A name counts where nothing surer says who it is. */
export function isOfAnother({ party, ofCase, name }: Bond): boolean {
  return party === false || ofCase === false || (name === 'DIFFERENT' && party !== true);
}

/** The bond, as findings. */
export function evidenceOf(bond: Bond, line: ReadLine, item: ReadItem): readonly Evidence[] {
  const found: Evidence[] = [];
  found.push(...numberFindings(bond, line, item), ...ownerFindings(bond));
  found.push(bond.days === 0 ? { code: 'DAY_EQUAL' } : { code: 'DAY_DIFFERS', by: bond.days });
  return found;
}

function numberFindings(bond: Bond, line: ReadLine, item: ReadItem): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const role of bond.equal) {
    const isAsWritten = line.line.references[role] === item.item.references[role];
    found.push({ code: 'REFERENCE_EQUAL', role, as: isAsWritten ? 'WRITTEN' : 'NORMALIZED' });
  }
  for (const [role, slip] of bond.slipped) found.push({ code: 'REFERENCE_SLIPPED', role, slip });
  for (const role of bond.differing) found.push({ code: 'REFERENCE_DIFFERS', role });
  return found;
}

function ownerFindings({ name, party, ofCase }: Bond): readonly Evidence[] {
  const found: Evidence[] = name === undefined ? [] : [...nameFindings[name]];
  if (party !== undefined) found.push({ code: party ? 'PARTY_NAMED' : 'PARTY_DIFFERS' });
  if (ofCase !== undefined) found.push({ code: ofCase ? 'CASE_NAMED' : 'CASE_DIFFERS' });
  return found;
}

const nameFindings: Readonly<Record<NameLikeness, readonly Evidence[]>> = {
  EQUAL: [{ code: 'NAME_EQUAL' }],
  CONTAINED: [{ code: 'NAME_CONTAINED' }],
  INITIALS: [{ code: 'NAME_BY_INITIALS' }],
  PARTLY: [],
  DIFFERENT: [{ code: 'NAME_DIFFERS' }],
};

const nearness: readonly NameLikeness[] = ['EQUAL', 'CONTAINED', 'INITIALS', 'PARTLY', 'DIFFERENT'];

/** The likest of the names that the person has. */
function nearestName({ party }: ReadLine, { names }: ReadItem): NameLikeness | undefined {
  if (party.length === 0 || names.length === 0) return undefined;
  const like = new Set(names.map((parts) => likeness(party, parts)));
  return nearness.find((each) => like.has(each));
}

function isAmong(ids: readonly string[] | undefined, id: string | undefined): boolean | undefined {
  if (ids === undefined || ids.length === 0 || id === undefined) return undefined;
  return ids.includes(id);
}
