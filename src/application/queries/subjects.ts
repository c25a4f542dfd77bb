import type { OrderId, VictimId } from '../../domain/ids.ts';
import type { Params } from '../../store/read-model-store.ts';
import type { SubjectFilter } from '../views/ledger.ts';
import type { Frame } from './frame.ts';

/** In the order in which they tell rows apart: the first one given is looked up, and the others are compared. */
const subjects = ['receiptId', 'orderId', 'victimId', 'defendantId', 'caseId'] as const;

/** A condition on rows `t` of the timeline: that they are about all of these. */
export function subjectsOf(
  frame: Frame,
  filter: SubjectFilter,
): { readonly where: string; readonly params: Params; readonly isEmpty: boolean } {
  const given = subjects.filter((subject) => filter[subject] !== undefined);
  // A plus before a column keeps SQLite from its index: it does not know which one is worth the most.
  const where = given.map((subject, at) => `AND ${at === 0 ? '' : '+'}t.${subject} = :${subject}`).join(' ');
  const ids = given.map((subject): [string, number] => [subject, frame.numberOf(filter[subject] ?? '')]);
  return { where, params: Object.fromEntries(ids), isEmpty: given.length === 0 };
}

/** The victim or the order that a question is about, where it is about that one thing alone: these have figures of their own. */
export function loneSubject(
  filter: SubjectFilter,
): { readonly victimId: VictimId } | { readonly orderId: OrderId } | undefined {
  if (subjects.filter((subject) => filter[subject] !== undefined).length !== 1) return undefined;
  if (filter.victimId !== undefined) return { victimId: filter.victimId };
  return filter.orderId === undefined ? undefined : { orderId: filter.orderId };
}

/** Where entries `j` of the journal are found: with their moments `t`, where they are to be about a subject. */
export function entriesFrom(filter: SubjectFilter): string {
  const isEmpty = subjects.every((subject) => filter[subject] === undefined);
  return isEmpty
    ? 'journal j'
    : 'timeline t CROSS JOIN journal j ON j.position = t.position AND j.item = t.item';
}
