import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Rejection } from '../domain/rejection.ts';
import { disbursementRemedies } from './disbursement-remedies.ts';
import { debtRemedies } from './debt-remedies.ts';
import { remediesOfLaw } from './remedies-of-law.ts';
import { recoveryRemedies } from './recovery-remedies.ts';
import { receiptRemedies } from './receipt-remedies.ts';
import type { Remedy } from './remedy.ts';
import { peopleRemedies } from './people-remedies.ts';
import { monthRemedies } from './month-remedies.ts';
import { reconciliationRemedies } from './reconciliation-remedies.ts';
import { reserveRemedies } from './reserve-remedies.ts';

/** In the words of docs/rejections.md; a test holds the two together. */
export const remedies: Readonly<Record<RejectionCode, Remedy>> = {
  ...remediesOfLaw,
  ...receiptRemedies,
  'command-id-reused': {
    what: 'The command id stands for another command already.',
    advice: 'Give the new command an id of its own. To repeat a command, send it in the same words.',
  },
  'victim-not-registered': {
    what: 'The ledger knows no victim of this id.',
    advice: 'Register the victim, or correct the id.',
  },
  'case-not-registered': {
    what: 'The ledger knows no case of this id.',
    advice: 'Register the case, or correct the id.',
  },
  'defendant-not-registered': {
    what: 'The case knows no defendant of this id.',
    advice: 'Register the defendant in the case, or correct one of the two ids.',
  },
  'order-not-found': {
    what: 'The case knows no such order, or it is not an order on the defendant named.',
    advice:
      'Correct the id of the order, or of its case. Only a payment may leave its order out: it is then divided over all that its payor owes in the case.',
  },
  'receipt-not-found': {
    what: 'No receipt of this source and number was recorded.',
    advice: 'Correct the number, or record the payment first.',
  },
  'disbursement-not-found': {
    what: 'No such payment out to this victim was recorded.',
    advice: 'Correct the id, or record the disbursement first.',
  },
  'order-vacated': {
    what: 'The order was set aside; it can be neither amended nor made final any more.',
    advice: 'If the court has entered a new order, enter it under an id of its own.',
  },
  'order-entered-differently': {
    what: 'An order of this id stands, with another defendant, statute, day, offence or share; or an amendment names a share on another track than the one it was ordered on.',
    advice: 'Compare the two. What the court changed is an amendment; another order needs another id.',
  },
  'order-final-differently': {
    what: 'The order became final on this ground on another day.',
    advice: 'Compare with the docket. A ground is reached once.',
  },
  'order-vacated-differently': {
    what: 'The order was vacated on another day.',
    advice: 'Compare with the docket.',
  },
  'return-recorded-differently': {
    what: 'The receipt, or the disbursement, was returned already, on another day or for another reason.',
    advice: 'Compare with the bank’s notice. A thing is returned once.',
  },
  'disbursement-recorded-differently': {
    what: 'The disbursement stands with another case, amount or day.',
    advice: 'Compare with the payment run. Another payment needs another id.',
  },
  'refund-recorded-differently': {
    what: 'The refund stands with another amount or day.',
    advice: 'Compare with the payment run. Another refund needs another id.',
  },
  'amount-not-positive': {
    what: 'An amount of nothing was given where money must move or be owed.',
    advice: 'Give the amount. To end an order, vacate it.',
  },
  'heads-do-not-add-up': {
    what: 'The heads of loss do not add up to the full amount.',
    advice: 'Correct the heads or the amount, or leave the heads out: the amount alone is a finding.',
  },
  'track-not-in-statute': {
    what: 'The statute does not know this track: only 18 U.S.C. 2259 orders a trafficker’s share.',
    advice: 'Correct the statute or the track of the line.',
  },
  'order-without-lines': {
    what: 'The order, or the amendment, names no victim.',
    advice: 'Give at least one line.',
  },
  'victim-twice-in-order': {
    what: 'Two lines of the order name the same victim.',
    advice: 'Make one line of them. Where one defendant owes one victim on two tracks, enter two orders.',
  },
  'entered-before-offence': {
    what: 'The order was entered before the day of the offence.',
    advice: 'One of the two days is wrong.',
  },
  'final-before-entry': {
    what: 'The order became final before it was entered.',
    advice: 'One of the two days is wrong.',
  },
  'amended-before-entry': {
    what: 'The order was amended before it was entered.',
    advice: 'One of the two days is wrong.',
  },
  'vacated-before-entry': {
    what: 'The order was vacated before it was entered.',
    advice: 'One of the two days is wrong.',
  },
  'returned-before-paid': {
    what: 'The disbursement came back before it went out.',
    advice: 'One of the two days is wrong.',
  },
  'changed-before-imposed': {
    what: 'The debt was remitted or set aside before it was imposed.',
    advice: 'Correct one of the two days.',
  },
  'below-trafficking-floor': {
    what: 'The share is below the floor of 18 U.S.C. 2259(b)(2)(B): 3,000.00 for offences from 7 December 2018.',
    advice:
      'Compare with the judgment. If the court did order less, say in `override` on whose word, or set policy P-42 to `RECORD`.',
  },
  'share-exceeds-losses': {
    what: 'The share is more than the losses found in the case; or, where even these are below the floor for a trafficker’s share, more than the floor.',
    advice: 'Compare with the judgment. If the court did order more, set policy P-42 to `RECORD`.',
  },
  'obligation-named-twice': {
    what: 'The order of payment names an obligation twice.',
    advice: 'Name each once, in the place in which it is paid.',
  },
  'joint-orders-too-few': {
    what: 'Fewer than two orders are named to be owed jointly.',
    advice: 'Name the order on each defendant who owes jointly.',
  },
  'joint-orders-of-one-defendant': {
    what: 'Two of the orders are on the same defendant.',
    advice: 'Name one order for each defendant: one person does not owe jointly with himself.',
  },
  'joint-orders-of-different-statutes': {
    what: 'Some of the orders are under 18 U.S.C. 2259 and some are not; their losses are others.',
    advice: 'Name orders under 18 U.S.C. 2259 apart from those under other statutes.',
  },
  'joint-orders-incomplete': {
    what: 'One of the orders is owed jointly with an order that is not named.',
    advice: 'Name all of them: whoever is joined later is joined to all the others.',
  },
  'obligation-not-one': {
    what: 'What is said is said of one order or of one debt; this names both, or neither.',
    advice: 'Give the id of the order or the id of the debt.',
  },
  'schedule-incomplete': {
    what: 'Instalments and nominal payments have an amount and an interval; a lump sum has neither.',
    advice: 'Add what is missing, or leave out what is too much.',
  },
  'week-not-ending-on-friday': {
    what: 'Weekly yields are published for weeks that end on a Friday; this day is none.',
    advice:
      'Write the Friday of the week. The answer to a question about interest names the one that is missing.',
  },
  'order-of-another-case': {
    what: 'The id stands for an order of another case.',
    advice:
      'Give the order an id of its own: every docket has an entry 41. In a table, write its label instead.',
  },
  'policy-value-unknown': {
    what: 'The policy has no such value.',
    advice: 'Choose one of those that docs/policies.md lists.',
  },
  ...debtRemedies,
  ...disbursementRemedies,
  ...reserveRemedies,
  ...reconciliationRemedies,
  ...monthRemedies,
  ...peopleRemedies,
  ...recoveryRemedies,
};

/** What is to be done, with the figure that the law makes where the refusal names one. */
export function adviceOn(rejection: Pick<Rejection, 'code' | 'figure' | 'day'>): string {
  return `${foundInWords(rejection)} ${remedies[rejection.code].advice}`.trimStart();
}

/** The figure or the day that the law makes of what was sent, where it makes another one; else nothing. */
export function foundInWords({ code, figure, day }: Pick<Rejection, 'code' | 'figure' | 'day'>): string {
  if (figure !== undefined) return `They come to ${figure}.`;
  if (day === undefined) return '';
  return code === 'statute-not-in-force' ? `It applies to offences from ${day} on.` : `It is over on ${day}.`;
}
