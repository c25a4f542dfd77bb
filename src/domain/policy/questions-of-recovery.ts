import type { PolicyQuestion } from './question.ts';

/** What 18 U.S.C. 2259 leaves open: the cap, what counts toward it, and what reaching it ends; P-01 to P-22. */
export const questionsOfRecovery = {
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
    values: ['PAID_THROUGH_COURT', 'DISBURSED', 'CLEARED'],
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
  'P-08': {
    question: 'Several payments of one day cross the cap: which of them has the room?',
    values: ['SEQUENCE', 'PRO_RATA'],
    reason: 'What was credited stands, and whoever replays the log finds the same.',
  },
  'P-09': {
    question: 'What becomes of money that the debt it came in for cannot take?',
    values: ['OTHER_DEBTS_THEN_REFUND', 'REFUND_AT_ONCE', 'SUSPENSE'],
    reason: 'The orders of payment govern any money received from a defendant.',
  },
  'P-10': {
    question: 'Does interest that was paid on restitution count as recovery?',
    values: ['DOES_NOT_COUNT', 'COUNTS'],
    reason: 'The cap measures losses, and interest is none of them: it compensates for delay.',
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
    values: ['NO_REVIVAL', 'REVIVE_ALL', 'COURT_ONLY'],
    reason: '"Shall be terminated" has no clause of revival; new orders are live up to the new headroom.',
  },
  'P-16': {
    question: 'What of an order entered or enlarged after full recovery, with no larger loss behind it?',
    values: ['TERMINATED_AT_ONCE', 'OPEN_UNTIL_COURT_ACTS'],
    reason: 'There is no headroom, though the court had to order the floor.',
  },
  'P-17': {
    question: 'The order that set the cap is vacated or its finding reduced: is full recovery measured anew?',
    values: ['RECOMPUTE_FORWARD', 'KEEP_UNTIL_COURT_ACTS', 'RECOMPUTE_RETROACTIVELY'],
    reason: 'The words look at final orders; receipts before stay as they are.',
  },
  'P-18': {
    question: 'Do payments under a vacated order still count as received?',
    values: ['COUNT', 'DO_NOT_COUNT'],
    reason: 'The victim did recover; a double recovery is barred.',
  },
  'P-19': {
    question: 'A payment that brought full recovery is returned: are the liabilities it ended owed again?',
    values: ['REINSTATE', 'NO_REINSTATEMENT', 'COURT_ONLY'],
    reason: 'The condition of the statute, that the victim received, was never truly met.',
  },
  'P-20': {
    question: 'The victim has received more than the cap: what follows?',
    values: ['NOTE_ONLY', 'CREATE_RECEIVABLE'],
    reason: 'No statute orders repayment.',
  },
  'P-21': {
    question: 'What becomes of interest that accrued on a liability that ended by law or was set aside?',
    values: ['ENDS_WITH_PRINCIPAL', 'STAYS_OWED'],
    reason: 'Interest is accessory to the liability that is ended.',
  },
  'P-22': {
    question: 'On which day does liability end: that of the fact that ended it, or that of its recording?',
    values: ['EFFECTIVE_DATE', 'RECORDED_TIME'],
    reason:
      'It ends after the victim has received, whenever somebody came to write that down; the instant of recording is kept beside it.',
  },
} as const satisfies Readonly<Record<string, PolicyQuestion>>;
