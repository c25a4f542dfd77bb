import { dayNumber, plusDays } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { VictimId } from '../../domain/ids.ts';
import {
  add,
  formatMoney,
  noMoney,
  parseBalance,
  subtract,
  sum,
  type Money,
  type MoneyText,
} from '../../domain/money.ts';
import { readable, type Chart, type Point, type Steps } from '../../formats/charts/chart.ts';
import { asAsked, clocksOfOneState, idsIn, type OfVictim, type Sources } from '../papers/one-state.ts';
import { recoveryInWords } from '../papers/recovery-in-words.ts';
import type { Clocks, TimelineView, VictimView } from '../views/ledger.ts';
import type { Queries } from '../views/all-queries.ts';
import { isUnderOthersOnly } from '../queries/under-other-statutes.ts';
import { clocksInWords } from './clocks-in-words.ts';

/**
 * What a victim has received, day by day, toward the greatest loss found, with each day on which anything was credited.
 * Every height is the ledger's own answer as of its day. `unknown` where it does not know the victim, `nothing yet` where nothing
 * had happened to the victim by the day that is asked for.
 */
export async function recoveryChart(
  { queries, store }: Sources,
  { victimId, shown, learn }: OfVictim,
  asked: Clocks,
): Promise<Chart | 'unknown' | 'nothing yet'> {
  const clocks = await clocksOfOneState(store, asked, await store.head());
  const last = await queries.victim(victimId, clocks);
  if (last === undefined) return 'unknown';
  const { days, credits } = await daysOf(queries, idsIn(last), clocks);
  if (days.length === 0) return 'nothing yet';
  await learn(last);
  const drawn = thinned(days);
  const reached = isUnderOthersOnly(last) ? 'credited' : 'received';
  const heights: Height[] = [];
  for (const day of drawn) {
    const view = await queries.victim(victimId, { ...clocks, asOf: day });
    if (view !== undefined) heights.push(heightIn(view, day, { reached, credited: credits.get(day) }));
  }
  const drawing = stepsOf(heights, {
    ...{ day: clocks.asOf ?? somewhatAfter(days), view: last, reached },
  });
  const [says, foot] = [recoveryInWords(last, shown), clocksInWords(asAsked(last.stamp, asked))];
  return {
    title: `Recovery of ${shown(victimId)}`,
    subtitle: says,
    foot,
    description: descriptionOf({ says, foot, ...drawing, left: days.length - drawn.length }),
    drawing,
  };
}

/** The heights, and the answer of the day of the question at their end. */
function stepsOf(
  heights: readonly Height[],
  end: { readonly day: string; readonly view: VictimView; readonly reached: Reached },
): Steps {
  const { day: until, view, reached } = end;
  const caps = heights.flatMap(({ day, cap }) => (cap === null ? [] : [{ day, amount: cap }]));
  return {
    kind: 'steps',
    reached: {
      name: reached,
      points: upTo(heights.map(pointOf), { day: until, amount: view[reached] }),
    },
    limit:
      caps.length === 0
        ? null
        : { name: 'cap: greatest loss found', points: upTo(caps, { day: until, amount: view.greatestLoss }) },
    marks: heights.flatMap(({ day, amount, came }) =>
      came === noMoney ? [] : [{ day, amount, came: formatMoney(came) }],
    ),
  };
}

/** What the ledger answers as of a day. */
interface Height extends Point {
  readonly cap: MoneyText | null;
  /** What was credited on it, less what was reversed on it. */
  readonly came: Money;
}

/** What the steps climb to: what counts toward the cap; where nothing can, what was credited under other statutes. */
type Reached = 'received' | 'credited';

interface HowReached {
  readonly reached: Reached;
  readonly credited: OfDay | undefined;
}

function heightIn(
  view: VictimView,
  day: CalendarDate,
  { reached, credited = new Map() }: HowReached,
): Height {
  // Until two ids are known to be one victim, the answer of either does not hold what came under the other.
  const came = sum(idsIn(view).map((id) => credited.get(id) ?? noMoney));
  return { day, amount: view[reached], cap: view.greatestLoss, came };
}

function pointOf({ day, amount }: Height): Point {
  return { day, amount };
}

/** What was credited on a day under each id, less what was reversed, or taken back. */
type OfDay = ReadonlyMap<VictimId, Money>;

interface Days {
  readonly days: readonly CalendarDate[];
  readonly credits: ReadonlyMap<CalendarDate, OfDay>;
}

/** The days on which anything happened to the victim, under any of the ids, and what came on them. */
async function daysOf(queries: Queries, ids: readonly VictimId[], clocks: Clocks): Promise<Days> {
  const days = new Set<CalendarDate>();
  const credits = new Map<CalendarDate, Map<VictimId, Money>>();
  for (const victimId of ids) {
    for await (const row of momentsOf(queries, victimId, clocks)) {
      days.add(row.effectiveOn);
      const came = creditedBy(row);
      if (came === noMoney) continue;
      const ofDay = credits.get(row.effectiveOn) ?? new Map<VictimId, Money>();
      credits.set(row.effectiveOn, ofDay.set(victimId, add(ofDay.get(victimId) ?? noMoney, came)));
    }
  }
  return { days: [...days].sort(), credits };
}

async function* momentsOf(
  queries: Queries,
  victimId: VictimId,
  clocks: Clocks,
): AsyncGenerator<TimelineView> {
  let cursor: string | undefined;
  do {
    const page = await queries.timeline({ victimId }, clocks, {
      limit: 1_000,
      ...(cursor !== undefined && { cursor }),
    });
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** What of a credit went again. */
const takings: ReadonlySet<string> = new Set([
  'RecoveryReversed',
  'OverpaymentTakenBack',
  'RecoveryTakenBack',
]);

/** Below nothing where a credit was reversed. */
function creditedBy({ type, amount }: TimelineView): Money {
  if (amount === null) return noMoney;
  if (type === 'RecoveryCredited') return parseBalance(amount);
  return takings.has(type) ? subtract(noMoney, parseBalance(amount)) : noMoney;
}

/** More days than these are closer together than a picture shows: of more, some are asked, evenly, with the first and the last. */
const mostDays = 500;

function thinned(days: readonly CalendarDate[]): readonly CalendarDate[] {
  if (days.length <= mostDays) return days;
  const step = (days.length - 1) / (mostDays - 1);
  const places = new Set(Array.from({ length: mostDays }, (_, at) => Math.round(at * step)));
  return days.filter((_, at) => places.has(at));
}

/** Of every day: somewhat after the last on which anything happened, so that it can be seen. */
function somewhatAfter(days: readonly CalendarDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return plusDays(last, Math.ceil((dayNumber(last) - dayNumber(first)) / 25) + 1);
}

/** To the day of the question, with its answer: a policy may have been answered anew since anything happened to the victim. */
function upTo(
  points: readonly Point[],
  { day, amount }: { readonly day: string; readonly amount: MoneyText | null },
): readonly Point[] {
  const last = points.at(-1);
  return last === undefined || last.day >= day || amount === null ? points : [...points, { day, amount }];
}

interface Described extends Pick<Steps, 'marks' | 'reached'> {
  readonly says: string;
  readonly foot: string;
  /** How many days are not drawn. */
  readonly left: number;
}

function descriptionOf({ says, foot, marks, reached, left }: Described): string {
  const shown = marks.map(({ day, came, amount }) => {
    const moved = came.startsWith('-')
      ? `${readable(came.slice(1))} taken back`
      : `${readable(came)} credited`;
    return `${day}: ${moved}, ${readable(amount)} ${reached.name} in all.`;
  });
  const thin = left > 0 ? [`${String(left)} days between these are not drawn.`] : [];
  return [says, ...shown, ...thin, `It is ${foot}.`].join(' ');
}
