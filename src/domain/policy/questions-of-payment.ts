import type { PolicyQuestion } from './question.ts';

/** What the law leaves open of how payments are divided, of interest and terms, of people, and of the Reserve; from P-23. */
export const questionsOfPayment = {
  'P-23': {
    question:
      'Defendants owe one loss jointly, in unequal amounts: what does a payment by one do to the balance of another?',
    values: ['OWN_AMOUNT_OR_VICTIM_WHOLE', 'PER_JUDGMENT', 'PRO_RATA', 'NON_OVERLAP_FIRST'],
    reason: 'It recovers most for the victim, and two circuits have so held.',
  },
  'P-24': {
    question:
      'One of several who owe a loss jointly has paid more than the others: do these owe that one a part of it?',
    values: ['NONE', 'TRACK_CONTRIBUTION'],
    reason: 'There is no general federal right of contribution among such defendants (Paroline).',
  },
  'P-25': {
    question:
      'Of those who are not victims: who is paid first, providers of compensation or the United States?',
    values: ['VICTIMS_PROVIDERS_UNITED_STATES', 'VICTIMS_UNITED_STATES_PROVIDERS'],
    reason:
      'Section 3664(i) puts the United States behind all other victims, and the judgment form puts it last.',
  },
  'P-26': {
    question: 'In proportion to what is a payment divided, and where do cents go that are left over?',
    values: ['OUTSTANDING', 'ORDERED', 'OUTSTANDING_CUT'],
    reason:
      'Whatever the proportion, the shares must sum to the payment; by largest remainder each is within a cent.',
  },
  'P-27': {
    question: 'A payee’s share is smaller than what is worth a payment: is it paid out all the same?',
    values: ['MINIMUM_WITH_EARMARK', 'NO_MINIMUM'],
    reason: 'Courts that publish their practice pay no less than 25.00, save as the last payment.',
  },
  'P-28': {
    question: 'A payment came back: is the money paid out again with the next run?',
    values: ['EARMARK', 'PAY_AGAIN'],
    reason:
      'What could not be delivered once will come back again; it stays the victim’s, and waits for an address or a claim.',
  },
  'P-29': {
    question:
      'The victim assigned the interest to the Crime Victims Fund: has the victim received what goes there?',
    values: ['ASSIGNED_COUNTS_AS_RECEIVED', 'ASSIGNED_DOES_NOT_COUNT'],
    reason: 'The interest is the victim’s, and was given away by the victim; the defendant has paid.',
  },
  'P-30': {
    question: 'An heir of the victim is somebody who owes the victim, or abused the victim: who is paid?',
    values: ['BLOCK_AND_ASK_COURT', 'PAY_ESTATE'],
    reason:
      'In no event is the defendant the victim’s representative; and no payee is put in another’s place without a court (O’Hara).',
  },
  'P-31': {
    question: 'Two ids turn out to be one victim: from when on is one cap measured over both?',
    values: ['PROSPECTIVE', 'RETROACTIVE'],
    reason: 'What was paid before was owed as the ledger knew it, and no statute asks it back.',
  },
  'P-32': {
    question: 'By how many days is a year divided when interest is computed daily?',
    values: ['ACTUAL_365', 'ACTUAL_366_IN_LEAP_YEARS'],
    reason: 'Section 3612(f) says daily, and no more.',
  },
  'P-33': {
    question: 'On which principal are penalties for delinquency and default computed?',
    values: ['OVERDUE_THEN_BALANCE', 'WHOLE_BALANCE'],
    reason: 'Section 3612(g) speaks of the principal amount that is delinquent, or in default.',
  },
  'P-34': {
    question: 'Which day decides whether the twenty years of liability also run from release?',
    values: ['BY_OFFENCE_DATE', 'BY_JUDGMENT_DATE'],
    reason:
      'To let them run from release for an earlier offence would make the punishment greater after the fact.',
  },
  'P-35': {
    question: 'A defendant dies before the judgment is final: does restitution end, as a fine does?',
    values: ['ESTATE_LIABLE', 'ABATES_BEFORE_FINALITY'],
    reason: 'Section 3613(b) holds the estate responsible, and makes no exception; courts are divided.',
  },
  'P-36': {
    question:
      'With which figure of the Consumer Price Index is assistance of a year reckoned, and to what is it rounded?',
    values: ['ANNUAL_AVERAGE_TO_CENT', 'ANNUAL_AVERAGE_TO_DOLLAR', 'DECEMBER_INDEX_TO_CENT'],
    reason: 'The words say "for the calendar year", and name no rounding.',
  },
  'P-37': {
    question: 'When has a victim collected restitution, so that too much of it bars assistance?',
    values: ['WHEN_DISBURSED', 'WHEN_CREDITED'],
    reason: 'Collected is what the victim holds; money that the court has not paid out is not yet that.',
  },
  'P-38': {
    question: 'Who is paid first where the Reserve is short, and what becomes of money above its ceiling?',
    values: ['STRICT_ORDER', 'SKIP_AHEAD', 'ABOVE_CEILING'],
    reason:
      'The earliest-ordered payments are made first; and the total of the Reserve shall not exceed its ceiling.',
  },
  'P-39': {
    question: 'In which order are the obligations of a defendant paid?',
    values: ['STATUTE', 'AO_245B', 'COURT_SPECIFIED'],
    reason:
      'Section 2259A(d)(2) applies in lieu of any contrary provisions where such an assessment was imposed.',
  },
  'P-40': {
    question: 'Property of a defendant was forfeited: when is the defendant credited for it?',
    values: ['CREDIT_WHEN_VICTIM_IS_PAID'],
    reason: 'A court may not order less for what was forfeited (Alalade); and no loss is recovered twice.',
  },
  'P-41': {
    question:
      'An assessment under 18 U.S.C. 2259A says for which offence it is: to which ceiling is it held?',
    values: ['TABLE_AS_DATA', 'AS_ENACTED'],
    reason:
      'Section 2259A(b) adjusts the ceilings by the price index, and names neither a base nor a rounding.',
  },
  'P-42': {
    question: 'An order below the trafficking floor, or above the losses found: is its entry refused?',
    values: ['REFUSE', 'RECORD'],
    reason: 'It is more likely a slip of the pen than a court’s order; the other value records it.',
  },
  'P-43': {
    question: 'A victim, or another, reports what was recovered elsewhere: from when does it count?',
    values: ['VERIFIED_ONLY', 'ALL_REPORTED'],
    reason: 'A liability that others owe should not end by what nobody has held against a record.',
  },
  'P-44': {
    question:
      'Does restitution that a state, another country or a court-martial ordered for the same losses count?',
    values: ['RECORD_ONLY', 'COUNT'],
    reason: 'It was not paid pursuant to this section.',
  },
  'P-45': {
    question:
      'A payment becomes known after payments of later days have reached the cap: which of them has the room?',
    values: ['EXCESS_FOLLOWS_CASH', 'STRICT_EFFECTIVE_DATE'],
    reason:
      'What was credited and paid out is not pulled back; the money that is still in hand becomes the excess.',
  },
  'P-46': {
    question: 'A court lowers what is ordered below what was paid: what becomes of the money above it?',
    values: ['KEEP', 'EXCESS'],
    reason:
      'Section 3664(o) says how an order is changed, and nothing of money that was paid; no decision that was made before this question was asked becomes another.',
  },
} as const satisfies Readonly<Record<string, PolicyQuestion>>;
