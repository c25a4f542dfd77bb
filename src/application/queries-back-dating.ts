import type { CalendarDate } from '../domain/calendar-date.ts';
import type { StatementId, VictimId } from '../domain/ids.ts';
import { monthOf, type Month } from '../domain/period/month.ts';
import { signaturesOf } from './queries-statements.ts';
import { dayOf, type Frame } from './query-frame.ts';
import type { BackDating } from './views-of-months.ts';

/** What a fact that takes effect on this day would reach: closed months, signed statements, full recoveries of a later day. */
export function backDatingOf(frame: Frame, on: CalendarDate, victimId: VictimId | undefined): BackDating {
  return {
    on,
    months: closedFrom(frame, monthOf(on)),
    statements: signedFrom(frame, on),
    fullRecoveries: recoveriesFrom(frame, on, victimId),
  };
}

function closedFrom(frame: Frame, from: Month): readonly Month[] {
  const found = frame.all(
    `SELECT m.month FROM monthMarks m WHERE m.mark = :approved AND m.position <= :position AND NOT EXISTS (
       SELECT 1 FROM monthMarks r WHERE r.month = m.month AND r.position > m.position AND r.position <= :position)`,
    { approved: frame.numberOf('APPROVED') },
  ) as readonly { readonly month: bigint }[];
  const months = found.map(({ month }) => frame.term(month) as Month);
  return months.filter((month) => month >= from).sort();
}

function signedFrom(frame: Frame, on: CalendarDate): readonly StatementId[] {
  const found = frame.all(
    'SELECT statementId FROM statements WHERE position <= :position AND toOn >= :from ORDER BY toOn, position',
    { from: numberOf(on) },
  ) as readonly { readonly statementId: bigint }[];
  return found
    .filter(({ statementId }) => signaturesOf(frame, Number(statementId)).some(({ as }) => as === 'APPROVED'))
    .map(({ statementId }) => frame.term(statementId) as StatementId);
}

function recoveriesFrom(
  frame: Frame,
  on: CalendarDate,
  victimId: VictimId | undefined,
): BackDating['fullRecoveries'] {
  const found = frame.all(
    `SELECT c.victimId, c.effectiveOn, c.epoch FROM consequences c
       WHERE c.type = :reached AND c.effectiveOn >= :from AND c.position <= :position
         ${victimId === undefined ? '' : 'AND c.victimId = :victim'} AND NOT EXISTS (
           SELECT 1 FROM consequences u WHERE u.victimId = c.victimId AND u.type = :undone AND u.epoch = c.epoch
             AND u.position > c.position AND u.position <= :position)
       ORDER BY c.effectiveOn, c.position LIMIT 1000`,
    {
      ...{ reached: frame.numberOf('FullRecoveryReached'), undone: frame.numberOf('FullRecoveryUndone') },
      ...{ from: numberOf(on), ...(victimId !== undefined && { victim: frame.numberOf(victimId) }) },
    },
  ) as readonly { readonly victimId: bigint; readonly effectiveOn: bigint; readonly epoch: bigint }[];
  return found.map((cells) => ({
    victimId: frame.term(cells.victimId) as VictimId,
    on: dayOf(cells.effectiveOn),
    epoch: Number(cells.epoch),
  }));
}

function numberOf(day: CalendarDate): number {
  return Number(day.replaceAll('-', ''));
}
