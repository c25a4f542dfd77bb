import { parseAnnualRate } from '../../domain/annual-rate.ts';
import { plusDays } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { NoInterest } from '../../domain/collection/interest-owed.ts';
import { changesBearing } from '../../domain/collection/principal-bearing.ts';
import { formatMoney, parseMoney, sum, type Money, type MoneyText } from '../../domain/money.ts';
import { interest } from '../../domain/statutes/18-usc-3612-f-interest.ts';
import { civilInterest } from '../../domain/statutes/28-usc-1961-civil-interest.ts';
import { treasuryYields } from '../streams.ts';
import type { InterestBasis } from '../views/collection.ts';
import { amount, groupedAmount, least, line, type Line } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import { capital } from './event-words.ts';
import { numbered, type Explanation, type Fact, type StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import { interestLines } from './interest-shown.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';

/** How much interest has accrued on an order or a debt, and why. */
export async function explainInterest(asking: Asking, basis: InterestBasis): Promise<Explanation> {
  const { view, bearing } = basis;
  const id = view.orderId ?? view.debtId ?? '';
  const steps: StepDraft[] = [await bearingStep(asking, basis)];
  if (view.liableFrom !== null && view.weekEndingOn !== null) steps.push(beginningStep(basis));
  if (isOfRate(view)) steps.push(await rateStep(asking, basis));
  if (view.noInterest === null) steps.push(...sumSteps(asking, basis));
  else steps.push({ says: whyNone[view.noInterest], law: quoted(lawOf(bearing)) });
  const title =
    view.accrued === null
      ? `Why it cannot be said what interest ${id} bears`
      : `Why ${groupedAmount(view.accrued)} of interest has accrued on ${id}`;
  return {
    subject: { kind: 'interest', id, victimId: null },
    title,
    steps: numbered(steps),
    figure: view.accrued === null ? null : { name: 'accrued', amount: view.accrued },
  };
}

/** Whether it is the yield of a week that it depends on. */
function isOfRate({ weekEndingOn, noInterest }: InterestBasis['view']): boolean {
  return weekEndingOn !== null && noInterest !== 'NOTHING_OWED';
}

const whyNone: Readonly<Record<NoInterest, string>> = {
  NOT_OF_THIS_KIND: 'Interest is owed on fines and restitution only; this is neither.',
  EARLIER_LAW: 'It falls under the law of before these words, which the ledger does not carry out.',
  NOT_ABOVE_2500: 'Not more than 2,500.00 was ordered on any day that could bear interest, so it bears none.',
  WAIVED: 'The court waived interest.',
  NOTHING_OWED:
    'From that day on nothing that bears interest was owed: it was paid, or ended by law and its interest with it. No yield is needed.',
  NOT_YET_LIABLE: 'The first day of liability has not come, so nothing has accrued.',
  YIELD_MISSING: 'The yield of that week was not recorded, so nothing can be said; a guess would be worse.',
};

function lawOf({ terms }: InterestBasis['bearing']): string {
  return terms === 'CIVIL' ? civilInterest.citation : interest.citation;
}

/** On what the judgment was, and on which terms interest is borne. */
async function bearingStep(asking: Asking, { view, bearing }: InterestBasis): Promise<StepDraft> {
  const { ordered, judgmentOn } = view;
  const { said, ...awarded } = await saidOf(asking, view);
  const terms = { STATUTE: 'the statute', WAIVED: 'a waiver', CIVIL: 'a civil judgment' }[bearing.terms];
  return {
    says: `${orderedInWords({ ordered, judgmentOn, ...awarded })} (${view.obligation}); interest is on the terms of ${terms}.`,
    facts: said,
    law: quoted(lawOf(bearing)),
  };
}

/** What the case tells of the obligation: how it began, what was awarded at first, and when it was amended. */
async function saidOf(
  { facts }: Asking,
  { caseId, orderId, debtId }: InterestBasis['view'],
): Promise<Pick<Ordered, 'first' | 'amended'> & { readonly said: readonly Fact[] }> {
  const said: Fact[] = [];
  const amended: CalendarDate[] = [];
  let first: Money | undefined;
  for await (const recorded of facts.of({ kind: 'Case', id: caseId })) {
    const { event } = recorded;
    if (!facts.isInEffect(event) || !isAbout(event.data, { orderId, debtId })) continue;
    if (begins.has(event.type)) said.push(factOf(recorded));
    if (event.type === 'OrderEntered') first = awardedIn(event.data.lines);
    if (event.type === 'OrderAmended') amended.push(event.effectiveOn);
  }
  return { said, amended, first };
}

/** Whether it is said of this order, or of this debt; of an order, another id is null. */
function isAbout(
  data: object,
  { orderId, debtId }: Pick<InterestBasis['view'], 'orderId' | 'debtId'>,
): boolean {
  const about = data as { readonly orderId?: unknown; readonly debtId?: unknown };
  return orderId === null ? about.debtId === debtId : about.orderId === orderId;
}

function awardedIn(lines: readonly { readonly amount: MoneyText }[]): Money {
  return sum(lines.map((each) => parseMoney(each.amount)));
}

interface Ordered {
  readonly ordered: MoneyText;
  readonly judgmentOn: CalendarDate;
  /** What the order awarded when it was entered. */
  readonly first: Money | undefined;
  /** The days of the amendments, in the order in which they were recorded. */
  readonly amended: readonly CalendarDate[];
}

/** What was ordered on the day of the judgment, and what is ordered since, where it was amended. */
function orderedInWords({ ordered, judgmentOn, first, amended }: Ordered): string {
  const last = amended.at(-1);
  if (last === undefined || first === undefined)
    return `${groupedAmount(ordered)} was ordered on ${judgmentOn}`;
  const by =
    amended.length === 1 ? 'by the amendment of' : `by ${String(amended.length)} amendments, the last of`;
  return `${groupedAmount(formatMoney(first))} was ordered on ${judgmentOn}, and ${groupedAmount(ordered)} ${by} ${last}`;
}

const begins: ReadonlySet<string> = new Set([
  ...['OrderEntered', 'OrderAmended', 'OrderVacated'],
  ...['DebtImposed', 'DebtRemitted', 'DebtVacated', 'InterestTermsSet'],
]);

function beginningStep({ view, bearing }: InterestBasis): StepDraft {
  const { judgmentOn, liableFrom, weekEndingOn } = view;
  const fifteenth = plusDays(judgmentOn, 15);
  const later = liableFrom === fifteenth ? '' : ', which is no business day, so it is the next one';
  const first =
    bearing.terms === 'CIVIL'
      ? `Interest runs from the day of the judgment, ${judgmentOn}.`
      : `The fifteenth day after the judgment is ${fifteenth}${later}: interest runs from ${liableFrom ?? ''}.`;
  return {
    says: `${first} The calendar week before that day ended on Friday, ${weekEndingOn ?? ''}.`,
    law: quoted(lawOf(bearing), ...(later === '' ? [] : ['5 U.S.C. 6103(a)'])),
  };
}

async function rateStep({ facts }: Asking, { view }: InterestBasis): Promise<StepDraft> {
  let found: Fact | undefined;
  for await (const recorded of facts.of(treasuryYields)) {
    const { event } = recorded;
    if (event.type === 'TreasuryYieldPublished' && event.data.weekEndingOn === view.weekEndingOn)
      found = factOf(recorded);
  }
  const says =
    found === undefined
      ? `The yield of the week that ended on ${view.weekEndingOn ?? ''} was not recorded.`
      : `${capital(found.says)}.`;
  return { says, facts: found ? [found] : [] };
}

function sumSteps({ book, standpoint }: Asking, { view, bearing }: InterestBasis): readonly StepDraft[] {
  const { liableFrom, until, rate, days, accrued } = view;
  if (liableFrom === null || until === null || rate === null || accrued === null) return [];
  const policies = book.onDay(standpoint.asOf);
  const isLimited = bearing.limit !== undefined;
  const changes = changesBearing(bearing);
  const shown = interestLines(
    { ...bearing, changes },
    {
      ...{ from: liableFrom, until, rate: parseAnnualRate(rate), dayCount: policies['P-32'] },
      ...(!isLimited && { recorded: parseMoney(accrued) }),
    },
  );
  const lines: Line[] = [...shown];
  const last = shown.at(-1);
  if (bearing.limit !== undefined && last !== undefined) {
    const limited = least(amount(parseMoney(last.result)), amount(bearing.limit));
    lines.push(line(limited, { note: 'no more than the court allows', recorded: parseMoney(accrued) }));
  }
  const isCut = changes !== bearing.changes;
  const endsOn = `${endWords(bearing.endsOn)}${termWords(view)}${isCut ? notAboveWords : ''}`;
  return [
    {
      says: `From ${liableFrom} up to ${until}, which does not count itself, are ${String(days)} days, at ${rate} percent a year${bearing.terms === 'CIVIL' ? ', compounded annually' : ', simple interest'}.${endsOn} Each principal is taken for the days that it was owed; all is rounded once, half a cent up.`,
      law: quoted(lawOf(bearing)),
      policies: applied(policies, 'P-32', 'P-21'),
      arithmetic: lines,
    },
  ];
}

const notAboveWords = ' A day on which not more than 2,500.00 is ordered bears none.';

function termWords({ isEndKnown, liabilityEndsOn, until }: InterestBasis['view']): string {
  const isOver = isEndKnown && until === liabilityEndsOn;
  return isOver ? ' On that day the liability ends by law, and no more accrues.' : '';
}

function endWords(endsOn: CalendarDate | undefined): string {
  return endsOn === undefined ? '' : ` The court set ${endsOn} as the day on which no more accrues.`;
}
