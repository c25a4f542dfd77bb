import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { StatementId, VictimId } from '../../domain/ids.ts';
import { monthOf } from '../../domain/period/month.ts';
import { closedMonths } from './months.ts';
import { signaturesOf } from './statements.ts';
import { type Frame, dayInRow, dayOf } from './frame.ts';
import type { BackDating } from '../views/months.ts';

/** What a fact that takes effect on this day would reach: closed months, signed statements, full recoveries of a later day. */
export function backDatingOf(frame: Frame, on: CalendarDate, victimId: VictimId | undefined): BackDating {
  return {
    on,
    months: closedMonths(frame).filter((month) => month >= monthOf(on)),
    statements: signedFrom(frame, on),
    fullRecoveries: recoveriesFrom(frame, on, victimId),
  };
}

function signedFrom(frame: Frame, on: CalendarDate): readonly StatementId[] {
  const found = frame.all(
    'SELECT statementId FROM statements WHERE position <= :position AND toOn >= :from ORDER BY toOn, position',
    { from: dayInRow(on) },
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
      ...{ from: dayInRow(on), ...(victimId !== undefined && { victim: frame.numberOf(victimId) }) },
    },
  ) as readonly { readonly victimId: bigint; readonly effectiveOn: bigint; readonly epoch: bigint }[];
  return found.map((cells) => ({
    victimId: frame.term(cells.victimId) as VictimId,
    on: dayOf(cells.effectiveOn),
    epoch: Number(cells.epoch),
  }));
}
