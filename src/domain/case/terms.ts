import type { CalendarDate } from '../calendar-date.ts';
import type { Debt } from '../debt/debt.ts';
import type { Policies } from '../policy/catalogue.ts';
import {
  isEndKnown,
  liabilityEndsOn,
  type Life,
  type TermAnswers,
} from '../statutes/18-usc-3613-b-termination.ts';
import { obligationOf } from '../statutes/obligations.ts';
import { livedOf, termsOfLife } from './lives.ts';
import type { CaseState, Order } from './state.ts';

/** A case, as far as it knows of lives. */
type OfCase = Pick<CaseState, 'lives'>;

/** What the term of the order depends on. */
export function lifeOfOrder(state: OfCase, order: Order): Life {
  const { defendantId, statute, offenceOn, enteredOn: judgmentOn } = order;
  const { ground, on: finalDay } = order.final ?? {};
  const finalOn = ground === 'ENTRY_OF_JUDGMENT' ? undefined : finalDay;
  const obligation = obligationOf(statute);
  return { obligation, offenceOn, judgmentOn, finalOn, ...termsOfLife(livedOf(state, defendantId)) };
}

/** What the term of the debt depends on. */
export function lifeOfDebt(state: OfCase, debt: Debt): Life {
  const { kind: obligation, offenceOn, imposedOn: judgmentOn, defendantId } = debt;
  const lived = termsOfLife(livedOf(state, defendantId));
  return { obligation, offenceOn, judgmentOn, finalOn: undefined, ...lived };
}

/** What the words leave open of the end of liability, as it was answered. */
export function termAnswers(policies: Policies): TermAnswers {
  return { term: policies['P-34'], death: policies['P-35'] };
}

/** On which day, and by which answers. */
interface Asked {
  readonly on: CalendarDate;
  readonly policies: Policies;
}

/**
 * Whether the term of the order is known to be over on the day, whether or not anybody has recorded its end: the law ends it,
 * and no record does. An end that was recorded in error is none, and is not found again by itself.
 */
export function isOrderOver(state: OfCase, order: Order, asked: Asked): boolean {
  if (order.expiredOn !== undefined) return true;
  return order.termChanges === 0 && isOver(lifeOfOrder(state, order), asked);
}

/** The same of a debt. */
export function isDebtOver(state: OfCase, debt: Debt, asked: Asked): boolean {
  if (debt.expiredOn !== undefined) return true;
  return !debt.isExpiryUndone && isOver(lifeOfDebt(state, debt), asked);
}

function isOver(life: Life, { on, policies }: Asked): boolean {
  const answers = termAnswers(policies);
  const endsOn = liabilityEndsOn(life, answers);
  return endsOn !== undefined && endsOn <= on && isEndKnown(life, answers);
}
