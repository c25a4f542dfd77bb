import type { Cause, LiabilityView, VictimSummary } from '../application/views/ledger.ts';
import type { DebtView } from '../application/views/debts.ts';
import type { ArrearsView, InterestView } from '../application/views/collection.ts';
import { causeInWords } from '../application/queries/causes.ts';
import { grouped, isSome, someOf } from './amounts.ts';
import type { Names } from './names.ts';
import type { Column } from './table.ts';

/** The columns of victims in sums. */
export function victimColumns(names: Names): readonly Column<VictimSummary>[] {
  return [
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    {
      title: 'greatest loss',
      isNumber: true,
      text: ({ greatestLoss }) => (greatestLoss === null ? '' : grouped(greatestLoss)),
    },
    {
      title: 'received',
      isNumber: true,
      // Without a cap and anything toward it, nothing says that nothing came in: other statutes have no cap.
      text: ({ greatestLoss, received }) => (greatestLoss === null ? someOf(received) : grouped(received)),
    },
    {
      title: 'may be recovered',
      isNumber: true,
      text: ({ headroom }) => (headroom === null ? '' : grouped(headroom)),
    },
    { title: 'credited', isNumber: true, text: ({ credited }) => grouped(credited) },
    { title: 'paid out', isNumber: true, text: ({ disbursed }) => grouped(disbursed) },
    { title: 'held', isNumber: true, text: ({ held }) => someOf(held) },
    { title: 'from the Reserve', isNumber: true, text: ({ assisted }) => someOf(assisted) },
    { title: 'made whole', text: ({ madeWhole }) => madeWhole?.on ?? '' },
    { title: 'review', text: ({ isReviewDue }) => (isReviewDue ? 'due' : '') },
  ];
}

/** The columns of liabilities; the why of each that has ended stands beside it. */
export function liabilityColumns(
  names: Names,
  without: readonly ('victimId' | 'caseId' | 'defendantId' | 'orderId')[] = [],
): readonly Column<LiabilityView>[] {
  const ids = (['victimId', 'orderId', 'caseId', 'defendantId'] as const).filter(
    (id) => !without.includes(id),
  );
  return [
    ...ids.map((id) => ({
      title: titles[id],
      text: (liability: LiabilityView) => names.shown(liability[id]),
    })),
    { title: 'ordered', isNumber: true, text: ({ ordered }) => grouped(ordered) },
    { title: 'paid', isNumber: true, text: ({ paid }) => grouped(paid) },
    { title: 'reduced', isNumber: true, text: ({ reduced }) => someOf(reduced) },
    { title: 'ended', isNumber: true, text: ({ terminated }) => someOf(terminated) },
    { title: 'vacated', isNumber: true, text: ({ vacated }) => someOf(vacated) },
    { title: 'overpaid', isNumber: true, text: ({ overpaid }) => someOf(overpaid) },
    { title: 'relieved', isNumber: true, text: ({ relieved }) => someOf(relieved) },
    { title: 'owed', isNumber: true, text: ({ outstanding }) => grouped(outstanding) },
    { title: 'status', text: ({ status }) => status },
    { title: 'why', text: (liability: LiabilityView) => whyEnded(liability, names) },
  ];
}

/** Why a liability is open no more: the words of law, the day, and what brought it about. */
export function whyEnded(
  { ending, status, isFinal, relieved, reduced }: LiabilityView,
  names: Names,
): string {
  if (ending !== null && status === 'terminated') {
    const by = ending.cause === null ? '' : ` by ${causeShown(ending.cause, names)}`;
    return `${ending.citation} on ${ending.on}${by}${ending.epoch === null ? ': its term is over' : ''}`;
  }
  if (status === 'satisfied') {
    if (isSome(relieved)) return 'the loss is paid by those jointly liable';
    return isSome(reduced) ? 'paid, or credited under 18 U.S.C. 3664(j)(2)' : 'paid in full';
  }
  if (status === 'vacated') return 'set aside by the court';
  return isFinal ? '' : 'order not final yet';
}

/** What brought something about, with the label of what it is about; nothing where nothing did. */
export function causeShown(cause: Cause | null, names: Names): string {
  return cause === null ? '' : causeInWords(cause, (id) => names.shown(id));
}

/** The columns of debts beside restitution. */
export function debtColumns(names: Names): readonly Column<DebtView>[] {
  return [
    { title: 'debt', text: ({ debtId }) => debtId },
    { title: 'what', text: ({ kind }) => kind },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'on', text: ({ imposedOn }) => imposedOn },
    { title: 'imposed', isNumber: true, text: ({ imposed }) => grouped(imposed) },
    { title: 'paid', isNumber: true, text: ({ paid }) => grouped(paid) },
    { title: 'remitted', isNumber: true, text: ({ remitted }) => someOf(remitted) },
    { title: 'vacated', isNumber: true, text: ({ vacated }) => someOf(vacated) },
    { title: 'owed', isNumber: true, text: ({ outstanding }) => grouped(outstanding) },
    { title: 'why', text: whyNothingOwed },
  ];
}

/** Why a debt is owed no more. */
function whyNothingOwed({ outstanding, vacated, ending, remitted }: DebtView): string {
  if (isSome(outstanding)) return '';
  if (isSome(vacated)) return 'set aside by the court';
  if (ending !== null) return `${ending.citation} on ${ending.on}: its term is over`;
  return isSome(remitted) ? 'paid, or remitted under 18 U.S.C. 3573' : 'paid in full';
}

/** The columns of interest; why there is none stands in the place of the rate. */
export function interestColumns(names: Names): readonly Column<InterestView>[] {
  return [
    {
      title: 'for',
      text: ({ orderId, debtId }) => (orderId === null ? (debtId ?? '') : names.shown(orderId)),
    },
    { title: 'what', text: ({ obligation }) => obligation },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'judgment', text: ({ judgmentOn }) => judgmentOn },
    { title: 'owed', isNumber: true, text: ({ outstanding }) => grouped(outstanding) },
    { title: 'liable from', text: ({ liableFrom }) => liableFrom ?? '' },
    { title: 'rate', text: rateOrWhyNone },
    { title: 'days', isNumber: true, text: ({ days }) => (days === null ? '' : String(days)) },
    { title: 'interest', isNumber: true, text: ({ accrued }) => (accrued === null ? '?' : grouped(accrued)) },
    { title: 'unpaid', isNumber: true, text: ({ owed }) => (owed === null ? '?' : grouped(owed)) },
    { title: 'penalties', isNumber: true, text: ({ penaltiesOwed }) => someOf(penaltiesOwed) },
    { title: 'liability ends', text: liabilityEnd },
  ];
}

function liabilityEnd({ liabilityEndsOn, isEndKnown, isExpired }: InterestView): string {
  if (isExpired) return `${liabilityEndsOn ?? ''} recorded`;
  return isEndKnown ? (liabilityEndsOn ?? '') : `${liabilityEndsOn ?? ''} or later`;
}

const whyNone: Readonly<Record<NonNullable<InterestView['noInterest']>, string>> = {
  NOT_OF_THIS_KIND: 'bears none',
  EARLIER_LAW: 'under earlier law',
  NOT_ABOVE_2500: 'not above 2,500.00',
  WAIVED: 'waived',
  NOT_YET_LIABLE: 'not liable yet',
  NOTHING_OWED: 'nothing owed that bears any',
  YIELD_MISSING: 'no yield recorded of the week ending on',
};

function rateOrWhyNone({ noInterest, rate, weekEndingOn }: InterestView): string {
  if (noInterest === 'YIELD_MISSING') return `${whyNone[noInterest]} ${weekEndingOn ?? ''}`;
  if (noInterest !== null) return whyNone[noInterest];
  return `${rate ?? ''}% of ${weekEndingOn ?? ''}`;
}

/** The columns of what is late: how late it is, the notice that is due, and the penalties. */
export function arrearsColumns(names: Names): readonly Column<ArrearsView>[] {
  return [
    {
      title: 'for',
      text: ({ orderId, debtId }) => (orderId === null ? (debtId ?? '') : names.shown(orderId)),
    },
    { title: 'what', text: ({ obligation }) => obligation },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'owed', isNumber: true, text: ({ outstanding }) => grouped(outstanding) },
    { title: 'overdue', isNumber: true, text: ({ overdue }) => grouped(overdue) },
    { title: 'since', text: ({ dueOn }) => dueOn },
    { title: 'standing', text: ({ standing }) => standing.toLowerCase() },
    { title: 'notice by', text: noticeBy },
    {
      title: 'all due by',
      text: ({ standing, balanceDueOn }) => (standing === 'DEFAULT' ? (balanceDueOn ?? '') : ''),
    },
    { title: '10 %', isNumber: true, text: ({ delinquencyPenalty }) => someOf(delinquencyPenalty) },
    { title: '15 %', isNumber: true, text: ({ defaultPenalty }) => someOf(defaultPenalty) },
    { title: '', text: whetherCharged },
  ];
}

/** Without a schedule of the court the penalties are shown, and not charged. */
function whetherCharged({ manner, delinquencyPenalty, defaultPenalty }: ArrearsView): string {
  const isAny = isSome(delinquencyPenalty) || isSome(defaultPenalty);
  return isAny && manner === null ? 'not charged: no schedule' : '';
}

function noticeBy(row: ArrearsView): string {
  if (row.standing === 'OVERDUE') return '';
  const [dueOn, givenOn, notice] =
    row.standing === 'DEFAULT'
      ? [row.defaultNoticeDueOn, row.defaultNoticeGivenOn, row.defaultNotice]
      : [row.delinquencyNoticeDueOn, row.delinquencyNoticeGivenOn, row.delinquencyNotice];
  if (givenOn !== null) return `given ${givenOn}${notice === 'GIVEN_LATE' ? ', late' : ''}`;
  return notice === 'OVERDUE' ? `${dueOn}, overdue` : dueOn;
}

/** What the columns of subjects are called. */
export const titles = {
  victimId: 'victim',
  caseId: 'case',
  defendantId: 'defendant',
  orderId: 'order',
} as const;
