import { parseAnnualRate, type AnnualRate } from '../../domain/annual-rate.ts';
import { laterOf, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Scheduled } from '../../domain/collection/scheduled.ts';
import type { InterestTerms, Notice, PaymentManner } from '../../domain/collection/events.ts';
import { add, money, noMoney, type Money } from '../../domain/money.ts';
import type { Interval, Schedule } from '../../domain/statutes/18-usc-3572-d-payment.ts';
import type { PrincipalChange } from '../../domain/statutes/18-usc-3612-f-interest.ts';
import { type Frame, dayInRow, dayOf } from './frame.ts';

/** What was paid of interest on a day, and for whom, by the number of the id: nobody of a fine. */
interface InterestPaid extends PrincipalChange {
  readonly victim: bigint | null;
}

/** What was said of the collection of one obligation, as it holds on the clocks of a frame. */
export interface CollectionFacts {
  /** Undefined where the court set none. */
  readonly terms:
    { readonly terms: InterestTerms; readonly limit?: Money; readonly endsOn?: CalendarDate } | undefined;
  /** In the order of their days; the last one holds. */
  readonly schedules: readonly (Scheduled & { readonly manner: PaymentManner })[];
  /** Null where all was waived. */
  readonly interestWaived: readonly (Money | null)[];
  /** What of these was an amount, with the day. */
  readonly interestWaivedOn: readonly PrincipalChange[];
  readonly penaltiesWaived: readonly (Money | null)[];
  /** In any order; below nothing where it came back. */
  readonly interestPaid: readonly InterestPaid[];
  readonly penaltiesPaid: Money;
  /** By the kind of notice, in the order of their days. */
  readonly notices: Readonly<Record<Notice, readonly CalendarDate[]>>;
  readonly isExpired: boolean;
  /** Whether an end that was recorded was an error: then the term is not found to be over by itself. */
  readonly isExpiryUndone: boolean;
}

/** Of an obligation of which nothing was said. */
const nothingSaid: CollectionFacts = {
  terms: undefined,
  schedules: [],
  ...{ interestWaived: [], interestWaivedOn: [], penaltiesWaived: [] },
  ...{ interestPaid: [], penaltiesPaid: noMoney },
  notices: { DELINQUENCY: [], DEFAULT: [], RECEIPT: [] },
  ...{ isExpired: false, isExpiryUndone: false },
};

interface Cells {
  readonly id: bigint;
  readonly victim: bigint | null;
  readonly type: bigint;
  readonly terms: bigint;
  readonly amount: bigint | null;
  readonly day: bigint | null;
  readonly every: bigint | null;
  readonly effectiveOn: bigint;
}

/** What was said of obligations, by the number of the id; of all of them in one question. */
export function factsOf(frame: Frame, numbers: readonly bigint[]): (number: bigint) => CollectionFacts {
  const found = frame.all(
    `SELECT c.obligationId AS id, c.victimId AS victim, c.type AS type, c.terms, c.amount, c.day, c.every, c.effectiveOn
      FROM json_each(:ids) w CROSS JOIN collection_terms c ON c.obligationId = w.value
      WHERE c.position <= :position AND c.effectiveOn <= :day
      ORDER BY c.effectiveOn, c.position, c.item`,
    { ids: JSON.stringify(numbers.map(Number)) },
  ) as readonly Cells[];
  const facts = new Map<bigint, CollectionFacts>();
  const credited = frame.numberOf('InterestCredited');
  const interestPaid = new Map<bigint, InterestPaid[]>();
  for (const cells of found) {
    if (Number(cells.type) === credited) putUnder(interestPaid, cells);
    facts.set(
      cells.id,
      withSaid(facts.get(cells.id) ?? nothingSaid, cells, (word) => frame.term(word)),
    );
  }
  return (number) => {
    const said = facts.get(number) ?? nothingSaid;
    const paid = interestPaid.get(number);
    return paid === undefined ? said : { ...said, interestPaid: paid };
  };
}

function putUnder(interestPaid: Map<bigint, InterestPaid[]>, cells: Cells): void {
  const { id, victim, effectiveOn, amount } = cells;
  const paid = { on: dayOf(effectiveOn), amount: money(amount ?? 0n), victim };
  const known = interestPaid.get(id);
  if (known) known.push(paid);
  else interestPaid.set(id, [paid]);
}

function withSaid(facts: CollectionFacts, cells: Cells, wordOf: (word: bigint) => string): CollectionFacts {
  const amount = cells.amount === null ? null : money(cells.amount);
  const on = dayOf(cells.effectiveOn);
  switch (wordOf(cells.type)) {
    case 'InterestTermsSet': {
      const terms = wordOf(cells.terms) as InterestTerms;
      const endsOn = cells.day === null ? {} : { endsOn: dayOf(cells.day) };
      return { ...facts, terms: { terms, ...(amount !== null && { limit: amount }), ...endsOn } };
    }
    case 'PaymentScheduleSet': {
      const manner = wordOf(cells.terms) as PaymentManner;
      const every = cells.every === null ? null : (wordOf(cells.every) as Interval);
      const schedule = scheduleOf(cells.day === null ? on : dayOf(cells.day), amount, every);
      return { ...facts, schedules: [...facts.schedules, { since: on, manner, schedule }] };
    }
    case 'InterestWaived':
      return {
        ...facts,
        interestWaived: [...facts.interestWaived, amount],
        interestWaivedOn: [...facts.interestWaivedOn, { on, amount: amount ?? noMoney }],
      };
    case 'PenaltyWaived':
      return { ...facts, penaltiesWaived: [...facts.penaltiesWaived, amount] };
    case 'InterestCredited':
      // There may be two hundred thousand of these: they are gathered beside.
      return facts;
    case 'PenaltyCredited':
      return { ...facts, penaltiesPaid: add(facts.penaltiesPaid, amount ?? noMoney) };
    case 'NoticeGiven': {
      const notice = wordOf(cells.terms) as Notice;
      return { ...facts, notices: { ...facts.notices, [notice]: [...facts.notices[notice], on] } };
    }
    default:
      return { ...facts, ...endOfTerm(wordOf(cells.type) === 'OrderExpiryUndone') };
  }
}

function endOfTerm(isExpiryUndone: boolean): Pick<CollectionFacts, 'isExpired' | 'isExpiryUndone'> {
  return { isExpired: !isExpiryUndone, isExpiryUndone };
}

function scheduleOf(firstOn: CalendarDate, amount: Money | null, every: Interval | null): Schedule {
  if (amount === null || every === null) return { manner: 'LUMP_SUM', firstOn };
  return { manner: 'INSTALMENTS', firstOn, amount, every };
}

/** The yields that were recorded, each looked up once. */
export function yieldsOn(frame: Frame): (weekEndingOn: CalendarDate) => AnnualRate | undefined {
  const known = new Map<CalendarDate, AnnualRate | undefined>();
  return (weekEndingOn) => {
    if (!known.has(weekEndingOn)) known.set(weekEndingOn, yieldOf(frame, weekEndingOn));
    return known.get(weekEndingOn);
  };
}

/** A yield counts for its week whenever it was recorded, as far as that was by the position of the frame. */
function yieldOf(frame: Frame, weekEndingOn: CalendarDate): AnnualRate | undefined {
  const found = frame.first(
    `SELECT rate FROM treasury_yields WHERE weekEndingOn = :week AND position <= :position
      ORDER BY position DESC LIMIT 1`,
    { week: dayInRow(weekEndingOn) },
  ) as { readonly rate: bigint } | undefined;
  return found && parseAnnualRate(frame.term(found.rate));
}

/** When a defendant was last released in a case, and when the defendant died, as far as is known. */
export interface LifeFound {
  readonly releasedOn: CalendarDate | undefined;
  /** No, where it is on record that the judgment imposed no imprisonment. */
  readonly wasImprisoned: boolean;
  readonly diedOn: CalendarDate | undefined;
}

/** Of whom, in which case. */
interface Whose {
  readonly caseNumber: bigint;
  readonly defendantNumber: bigint;
}

/** Releases and imprisonment are of a case; a death in one case is a death in all, and the one recorded last counts. */
export function livesOf(frame: Frame, defendants: readonly bigint[]): (whose: Whose) => LifeFound {
  const found = frame.all(
    `SELECT l.caseId, l.defendantId, l.effectiveOn, l.type AS type FROM json_each(:ids) w CROSS JOIN lives l ON l.defendantId = w.value
      WHERE l.position <= :position AND l.effectiveOn <= :day ORDER BY l.position`,
    { ids: JSON.stringify([...new Set(defendants)].map(Number)) },
  ) as readonly { caseId: bigint; defendantId: bigint; effectiveOn: bigint; type: bigint }[];
  const releases = new Map<string, CalendarDate>();
  const neverImprisoned = new Set<string>();
  const deaths = new Map<bigint, CalendarDate>();
  for (const { caseId, defendantId, effectiveOn, type } of found) {
    const on = dayOf(effectiveOn);
    const key = keyOf(caseId, defendantId);
    const what = frame.term(type);
    if (what === 'DefendantDied') deaths.set(defendantId, on);
    else if (what === 'ImprisonmentNotImposed') neverImprisoned.add(key);
    else releases.set(key, laterOf(on, releases.get(key) ?? on));
  }
  return ({ caseNumber, defendantNumber }) => ({
    releasedOn: releases.get(keyOf(caseNumber, defendantNumber)),
    wasImprisoned: !neverImprisoned.has(keyOf(caseNumber, defendantNumber)),
    diedOn: deaths.get(defendantNumber),
  });
}

function keyOf(caseNumber: bigint, defendantNumber: bigint): string {
  return `${String(caseNumber)}/${String(defendantNumber)}`;
}

/** When orders became final upon review, by the number of the id; undefined where one has not. */
export function finalDaysOf(
  frame: Frame,
  numbers: readonly bigint[],
): (number: bigint) => CalendarDate | undefined {
  const found = frame.all(
    `SELECT r.orderId AS id, r.effectiveOn FROM json_each(:ids) w CROSS JOIN rulings r ON r.orderId = w.value
      WHERE r.type = :type AND r.ground <> :entry AND r.position <= :position AND r.effectiveOn <= :day
      ORDER BY r.position`,
    {
      ids: JSON.stringify(numbers.map(Number)),
      type: frame.numberOf('OrderBecameFinal'),
      entry: frame.numberOf('ENTRY_OF_JUDGMENT'),
    },
  ) as readonly { id: bigint; effectiveOn: bigint }[];
  const days = new Map(found.map(({ id, effectiveOn }) => [id, dayOf(effectiveOn)]));
  return (number) => days.get(number);
}
