/** What the ledger answers about collection, as JSON Schema. The types of the views hold these to every field. */
import type { ArrearsView, InterestView } from '../../application/views/collection.ts';
import {
  dayOf,
  idOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  textOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

const noticeStandings = ['NOT_YET', 'DUE', 'OVERDUE', 'GIVEN', 'GIVEN_LATE'] as const;

/** Components of answers about interest, and about what is late. */
export const collectionSchemas: Readonly<Record<string, Schema>> = {
  Interest: objectOf<InterestView>('Interest on one obligation, and when its liability ends.', {
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    orderId: orNull(idOf('order'), 'The order, where it is restitution.'),
    debtId: orNull(idOf('debt'), 'The debt, where it is a fine or the like.'),
    obligation: textOf('What is owed.'),
    judgmentOn: dayOf('The day of the judgment.'),
    ordered: moneyOf('What was ordered, or imposed.'),
    outstanding: moneyOf('The principal that is still owed.'),
    noInterest: orNull(
      oneOf(
        ...['NOT_OF_THIS_KIND', 'EARLIER_LAW', 'NOT_ABOVE_2500', 'WAIVED', 'NOT_YET_LIABLE'],
        ...['NOTHING_OWED', 'YIELD_MISSING'],
      ),
      'Why it bears none, or why that cannot be said; null where interest accrues. `NOTHING_OWED`: on no day from the first that bears interest; no yield is needed.',
    ),
    liableFrom: orNull(dayOf('The first day that bears interest.')),
    weekEndingOn: orNull(dayOf('The Friday of the week whose yield is the rate.')),
    rate: orNull(textOf('Percent for a year.')),
    until: orNull(dayOf('Up to this day, which does not count itself.')),
    days: orNull(numberOf('The days between the two.')),
    accrued: orNull(moneyOf('The interest; null where it cannot be said.')),
    paid: moneyOf('What was paid of it.'),
    owed: orNull(moneyOf('What is left of it after waivers and payments; null where it cannot be said.')),
    penalties: moneyOf('Penalties that were incurred by a schedule of the court; nothing where it set none.'),
    penaltiesPaid: moneyOf('What was paid of them.'),
    penaltiesOwed: moneyOf('What is left of them after waivers and payments.'),
    liabilityEndsOn: orNull(
      dayOf(
        'The day before which liability does not end, as far as is known of release and death; null where no section sets an end.',
      ),
    ),
    isEndKnown: {
      ...yesOrNo,
      description:
        'Whether that day is certain: no, where nobody recorded a release, nor that the judgment imposed no imprisonment.',
    },
    isExpired: { ...yesOrNo, description: 'Whether the end was recorded, so that nothing is owed any more.' },
  }),
  Arrears: objectOf<ArrearsView>('A fine or restitution of which a payment is late.', {
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    orderId: orNull(idOf('order'), 'The order, where it is restitution.'),
    debtId: orNull(idOf('debt'), 'The debt, where it is a fine.'),
    obligation: textOf('What is owed.'),
    manner: orNull(
      oneOf('LUMP_SUM', 'INSTALMENTS', 'NOMINAL'),
      'How it is to be paid; null where the court set no schedule, and all was due with the judgment.',
    ),
    outstanding: moneyOf('The principal that is still owed.'),
    standing: oneOf('OVERDUE', 'DELINQUENT', 'DEFAULT'),
    overdue: moneyOf(
      'What was due before the day, and is unpaid: all of it, once all is due after notice of the default.',
    ),
    dueOn: dayOf('The day on which the oldest unpaid cent was due.'),
    delinquentOn: dayOf('The first day of delinquency.'),
    delinquencyNoticeDueOn: dayOf('The last day on which notice of it is in time.'),
    delinquencyNotice: oneOf(...noticeStandings),
    delinquencyNoticeGivenOn: orNull(dayOf('The day on which it was given.')),
    defaultOn: dayOf('The first day of default.'),
    defaultNoticeDueOn: dayOf('The last day on which notice of it is in time.'),
    defaultNotice: oneOf(...noticeStandings),
    defaultNoticeGivenOn: orNull(dayOf('The day on which it was given.')),
    balanceDueOn: orNull(
      dayOf('The day by which all is due, thirty days after that notice; null where it was not given.'),
    ),
    delinquencyPenalty: moneyOf('10 percent of what is delinquent; not charged where `manner` is null.'),
    defaultPenalty: moneyOf('15 percent of what is in default; not charged where `manner` is null.'),
  }),
};
