import { isCalendarDate } from '../../domain/calendar-date.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { Clocks, Standpoint } from '../views/ledger.ts';

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const place = /^@(0|[1-9]\d{0,14})$/;

/**
 * What somebody wrote for the recorded clock, as `Clocks` has it: an instant in UTC; a day, for its last millisecond, as the
 * log counts them; or `@` and a position. Undefined where it is none of these.
 */
export function knownAtIn(text: string): string | undefined {
  if (isCalendarDate(text)) return `${text}T23:59:59.999Z`;
  return place.test(text) || isCalendarDate(instant.exec(text)?.[1] ?? '') ? text : undefined;
}

/** The last position that counts; undefined where all do. One that the log has not reached is where it ends. */
export async function positionKnownAt(
  log: Pick<EventStore, 'head' | 'positionAt'>,
  { knownAt }: Clocks,
): Promise<number | undefined> {
  if (knownAt === undefined) return undefined;
  const named = place.exec(knownAt)?.[1];
  if (named === undefined) return log.positionAt(knownAt);
  return Math.min(Number(named), (await log.head()).position);
}

/** Where an answer stands that is made from the log itself. */
export async function standpointOn(
  log: Pick<EventStore, 'head' | 'positionAt'>,
  clocks: Clocks,
): Promise<Standpoint> {
  const position = (await positionKnownAt(log, clocks)) ?? (await log.head()).position;
  return { position, asOf: clocks.asOf ?? null, knownAt: clocks.knownAt ?? null };
}
