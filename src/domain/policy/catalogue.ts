/** One open question of the law, the answers that the ledger knows, and the one that holds until another is set. */
export interface PolicyQuestion {
  readonly question: string;
  /** The answers; the first is the default. */
  readonly values: readonly [string, ...string[]];
  readonly reason: string;
}

/** The policies of this version, under the numbers of docs/law.md. A value that nobody honours is not offered. */
export const policyCatalogue = {
  'P-01': {
    question: 'When is an order final, so that the losses found in its case count for the cap?',
    values: ['DIRECT_REVIEW_DONE', 'ENTRY_OF_JUDGMENT', 'CERT_EXHAUSTED', 'MANUAL'],
    reason: 'The cap decides when others go free; an order that may still fall should not set it.',
  },
  'P-02': {
    question: 'What if a final case states no full loss?',
    values: ['UNKNOWN_SETS_NO_CAP', 'ORDERED_AS_LOWER_BOUND'],
    reason:
      'An ordered share is less than the full loss by design; using it would end liabilities far too early.',
  },
  'P-03': {
    question: 'Whose losses set the cap, and whose recoveries count toward it?',
    values: ['TRAFFICKING', 'ANY_2259'],
    reason: 'The statute says "such losses"; losses from the production of images are others.',
  },
  'P-04': {
    question:
      'Do orders for offences before the Act of 7 December 2018 set the cap, and does reaching it end what is owed under them?',
    values: ['COUNT', 'DO_NOT_COUNT'],
    reason:
      'The words are "any case", and "is or has been ordered"; that liability ends offends against no rule on retroactive punishment.',
  },
  'P-05': {
    question: 'When has the victim received?',
    values: ['PAID_THROUGH_COURT', 'DISBURSED'],
    reason: 'Good funds applied to the victim’s order are the victim’s; payment out may lag for months.',
  },
  'P-06': {
    question:
      'What is held for the victim would reach the cap, and is not received yet (P-05): does collection go on until it is?',
    values: ['FREEZE', 'KEEP_COLLECTING'],
    reason:
      'It takes no money that would have to be given back, and ties the end of liability to the receipt.',
  },
  'P-07': {
    question: 'What becomes of a payment that crosses the cap?',
    values: ['SPLIT', 'ACCEPT_WHOLE', 'REJECT_WHOLE'],
    reason: 'The limit is hard; splitting loses nothing.',
  },
  'P-09': {
    question: 'What becomes of money that the debt it came in for cannot take?',
    values: ['OTHER_DEBTS_THEN_REFUND', 'REFUND_AT_ONCE', 'SUSPENSE'],
    reason: 'The orders of payment govern any money received from a defendant.',
  },
  'P-11': {
    question: 'Are attorneys’ fees losses under a statute that does not name them?',
    values: ['ONLY_WHERE_NAMED', 'ALSO_WHERE_NOT_NAMED'],
    reason:
      'Sections 2259, 2248 and 2264 name them; where a statute does not, Lagos reads its words narrowly.',
  },
  'P-12': {
    question: 'Does assistance from the Reserve count toward the cap, and which findings measure it?',
    values: ['COUNT_AGAINST_GROSS', 'NET_FINDINGS_ONLY', 'IGNORE'],
    reason:
      'Assistance is recovery under the same section; earlier findings, from which it was not deducted, would otherwise allow too much.',
  },
  'P-13': {
    question:
      'Do civil damages, compensation and insurance count toward the full amount of the losses under 18 U.S.C. 2259?',
    values: ['NOT_IN_TOTAL', 'COUNT'],
    reason:
      'The words say "pursuant to this section"; damages fixed by statute are not always for the same loss, and a court credits what is on the order (18 U.S.C. 3664(j)(2)).',
  },
  'P-14': {
    question:
      'The cap is reached while an order that is not final has a larger finding behind it: does liability end?',
    values: ['TERMINATE', 'HOLD'],
    reason: 'The words look at final orders alone.',
  },
  'P-15': {
    question: 'A later final order finds a larger loss after liability ended: does ended liability revive?',
    values: ['NO_REVIVAL', 'REVIVE_ALL'],
    reason: '"Shall be terminated" has no clause of revival; new orders are live up to the new headroom.',
  },
  'P-16': {
    question: 'What of an order entered or enlarged after full recovery, with no larger loss behind it?',
    values: ['TERMINATED_AT_ONCE', 'OPEN_UNTIL_COURT_ACTS'],
    reason: 'There is no headroom, though the court had to order the floor.',
  },
  'P-17': {
    question: 'The order that set the cap is vacated or its finding reduced: is full recovery measured anew?',
    values: ['RECOMPUTE_FORWARD', 'KEEP_UNTIL_COURT_ACTS'],
    reason: 'The words look at final orders; receipts before stay as they are.',
  },
  'P-18': {
    question: 'Do payments under a vacated order still count as received?',
    values: ['COUNT', 'DO_NOT_COUNT'],
    reason: 'The victim did recover; a double recovery is barred.',
  },
  'P-19': {
    question: 'A payment that brought full recovery is returned: are the liabilities it ended owed again?',
    values: ['REINSTATE', 'NO_REINSTATEMENT'],
    reason: 'The condition of the statute, that the victim received, was never truly met.',
  },
  'P-20': {
    question: 'The victim has received more than the cap: what follows?',
    values: ['NOTE_ONLY'],
    reason: 'No statute orders repayment.',
  },
  'P-21': {
    question: 'What becomes of interest that accrued on a liability that ended by law or was set aside?',
    values: ['ENDS_WITH_PRINCIPAL', 'STAYS_OWED'],
    reason: 'Interest is accessory to the liability that is ended.',
  },
  'P-23': {
    question:
      'Defendants owe one loss jointly, in unequal amounts: what does a payment by one do to the balance of another?',
    values: ['OWN_AMOUNT_OR_VICTIM_WHOLE', 'PER_JUDGMENT', 'PRO_RATA', 'NON_OVERLAP_FIRST'],
    reason: 'It recovers most for the victim, and two circuits have so held.',
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
} as const satisfies Record<string, PolicyQuestion>;

export type PolicyId = keyof typeof policyCatalogue;
export type PolicyValue<Id extends PolicyId> = (typeof policyCatalogue)[Id]['values'][number];

/** The answers that hold on a day, and the number that stands for them: the version that every law-made event names. */
export type Policies = { readonly version: number } & { readonly [Id in PolicyId]: PolicyValue<Id> };
