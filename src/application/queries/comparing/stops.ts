import type { Params } from '../../../store/read-model-store.ts';
import type { SubjectFilter } from '../../views/ledger.ts';
import type { Frame } from '../frame.ts';
import { personOf } from '../persons.ts';

/** The first position of an event about the subject that counts on one of the two frames only; that after both, where none does. */
export function firstApart(from: Frame, to: Frame, filter: SubjectFilter): number {
  const found = to.first(
    `SELECT min(position) AS first FROM (${moments})
       WHERE (effectiveOn <= :fromDay AND position <= :fromPosition) <> (effectiveOn <= :day AND position <= :position)`,
    { ...whom(to, filter), fromDay: from.day, fromPosition: from.position },
  ) as { readonly first: bigint | null };
  return Number(found.first ?? Math.max(from.position, to.position) + 1);
}

/** Positions of events about the subject, and of those about everybody, in order. */
export function stopsBetween(
  frame: Frame,
  filter: SubjectFilter,
  { start, end }: { readonly start: number; readonly end: number },
): readonly number[] {
  const rows = frame.lists(
    `SELECT DISTINCT position FROM (${moments}) WHERE position > :start AND position <= :end ORDER BY position`,
    { ...whom(frame, filter), start, end },
  ) as readonly (readonly [bigint])[];
  return rows.map(([position]) => Number(position));
}

/**
 * What is known to be about a victim or an order: about each id of a person, each order that is owed to one, and each that is
 * owed jointly with the order. That it is everything is not needed: what is missing is searched for.
 */
const moments = `
  SELECT position, effectiveOn FROM timeline WHERE victimId IN (SELECT value FROM json_each(:victims))
  UNION ALL SELECT position, effectiveOn FROM timeline WHERE orderId IN (SELECT value FROM json_each(:orders))
    AND (victimId IS NULL OR :isOfOrder)
  UNION ALL SELECT position, effectiveOn FROM policies`;

function whom(frame: Frame, { victimId, orderId }: SubjectFilter): Params {
  if (orderId !== undefined)
    return { victims: '[]', orders: JSON.stringify(jointWith(frame, frame.numberOf(orderId))), isOfOrder: 1 };
  const { ids } = personOf(frame, frame.numberOf(victimId ?? ''));
  const victims = JSON.stringify(ids);
  const owed = frame.lists(
    'SELECT DISTINCT orderId FROM liabilities WHERE victimId IN (SELECT value FROM json_each(:victims))',
    { victims },
  ) as readonly (readonly [bigint])[];
  return { victims, orders: JSON.stringify(owed.map(([order]) => Number(order))), isOfOrder: 0 };
}

/** The order, and those that were ever owed jointly with it. */
function jointWith(frame: Frame, order: number): readonly number[] {
  const rows = frame.lists(
    `SELECT DISTINCT other.orderId FROM jointOrders own JOIN jointOrders other ON other.position = own.position
       WHERE own.orderId = :order`,
    { order },
  ) as readonly (readonly [bigint])[];
  return [...new Set([order, ...rows.map(([each]) => Number(each))])];
}
