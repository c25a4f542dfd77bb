import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DebtId } from '../../domain/ids.ts';
import { noMoney } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { factsOf, livesOf } from './collection-facts.ts';
import { endOfTerm } from './end-of-term.ts';
import type { Frame } from './frame.ts';
import { obligationsFound } from './obligation-rows.ts';

/** On which day, and by which answers. */
interface Asked {
  readonly on: CalendarDate;
  readonly policies: Policies;
}

/** Whether a defendant owes the public anything on the day, in any case: what the law has ended by then is owed no more. */
export function isAnyDebtOpen(frame: Frame, defendant: bigint, { on, policies }: Asked): boolean {
  const open = frame.all(
    `SELECT debtId FROM debts WHERE defendantId = :defendant AND position <= :position AND effectiveOn <= :day
      GROUP BY debtId HAVING sum(CASE WHEN became = :imposed THEN amount ELSE -amount END) > 0`,
    { defendant: Number(defendant), imposed: frame.numberOf('imposed') },
  ) as readonly { readonly debtId: bigint }[];
  const found = open.flatMap(({ debtId }) =>
    obligationsFound(frame, { debtId: frame.term(debtId) as DebtId }, { after: 0, item: 0, limit: 1 }),
  );
  const lives = livesOf(frame, [defendant]);
  const facts = factsOf(
    frame,
    found.map(({ number }) => number),
  );
  return found.some((each) => {
    if (each.principal.outstanding <= noMoney) return false;
    const end = endOfTerm(each, { ...lives(each), finalOn: undefined }, policies);
    const isOver = end.on !== null && end.on <= on && end.isKnown;
    return !isOver || facts(each.number).isExpiryUndone;
  });
}
