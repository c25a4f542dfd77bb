import { plusDays } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CommandType } from '../../domain/commands.ts';
import { closedFrom } from '../../domain/period/decide.ts';
import { lastDayOf, monthOf } from '../../domain/period/month.ts';
import { reject } from '../../domain/rejection.ts';
import type { Session } from '../session.ts';
import { periods } from '../streams.ts';

/** What is no fact of the books: it moves nothing there, whatever its day is. `ReadStatement` is what `TakeInStatement` is entered as. */
const movesNothing: ReadonlySet<string> = new Set<CommandType | 'ReadStatement'>([
  ...([
    'OpenAccount',
    'ReadStatement',
    'SignStatement',
    'ReopenStatement',
    'SignMonth',
    'ReopenMonth',
  ] as const),
  ...(['RecordTreasuryYield', 'RecordConsumerPriceIndex', 'RecordAssessmentCeiling'] as const),
]);

/**
 * A fact that reaches months which are closed is recorded as any other, if whoever sends it knows that it does. What it
 * changes there is told by the month from then on.
 *
 * @throws Rejection `month-closed`, with the first day that reaches none
 */
export async function expectOpenMonths(
  session: Session,
  command: { readonly type: string; readonly on?: CalendarDate },
): Promise<void> {
  const { type, on } = command;
  if (on === undefined || movesNothing.has(type) || session.asking.mayReachClosedMonths) return;
  // A month that is not over by the clock is not closed, and most facts are of the present one.
  if (monthOf(on) >= monthOf(session.recordedOn)) return;
  // What stands in another stream, no append would tell of: a month may have been closed at another machine.
  const last = closedFrom(await session.read(periods, true), on).at(-1);
  if (last !== undefined) reject('month-closed', '/on', { day: plusDays(lastDayOf(last), 1) });
}
