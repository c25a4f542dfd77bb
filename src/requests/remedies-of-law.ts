import type { RejectionCode } from '../domain/rejection-codes.ts';

/** What findings, orders and decisions are refused for that a statute of restitution cannot mean. */
export const remediesOfLaw = {
  'category-not-in-statute': {
    what: 'The statute that the finding names has no losses of this category.',
    advice:
      'Losses under 18 U.S.C. 2259 are `TRAFFICKING` or `PRODUCTION`; those under any other statute are `OTHER`.',
  },
  'head-not-in-statute': {
    what: 'The statute does not know this head of loss; without a statute, the heads are those of 18 U.S.C. 2259(c)(2).',
    advice:
      'Compare with the judgment: correct the statute or the head. docs/law.md lists the heads of each.',
  },
  'fees-not-in-statute': {
    what: 'The statute does not name attorneys’ fees, and policy P-11 takes them for losses only where one does.',
    advice:
      'Correct the statute or the head. If the court did find them to be losses, set policy P-11 to `ALSO_WHERE_NOT_NAMED`.',
  },
  'head-values-unfit': {
    what: 'The values do not measure this head, or one that its formula needs is missing.',
    advice:
      'Property takes its value at loss and at sentencing, and that of the part returned; labor or services the gross value and the minimum-wage value. Complete them, or leave them out.',
  },
  'head-amount-differs': {
    what: 'The amount of the head is not what its own values come to.',
    advice:
      'Property is the greater of its two values less what was returned; labor or services the greater of theirs. Correct the amount or the values, or leave the values out.',
  },
  'projected-not-in-statute': {
    what: 'The statute knows only losses that were incurred, and none that are projected.',
    advice: 'Leave out what is still to come, or correct the statute.',
  },
  'projected-exceeds-amount': {
    what: 'More is said to be still to come than was found in all.',
    advice: 'Correct one of the two amounts.',
  },
  'order-mandatory': {
    what: 'The statute makes the order mandatory: neither the defendant’s means nor other compensation is a ground to decline.',
    advice: 'Compare with the judgment: correct the statute or the ground.',
  },
  'complexity-no-ground': {
    what: 'The statute does not let a court decline because victims are too many or issues too complex; only 18 U.S.C. 3663(a)(1)(B)(ii) and 3663A(c)(3) do.',
    advice: 'Compare with the judgment: correct the statute or the ground.',
  },
  'statute-not-in-force': {
    what: 'The statute did not apply yet to an offence of that day.',
    advice:
      'Correct the statute or the day of the offence. If the court did order it so, say in `override` on whose word.',
  },
  'offence-not-of-statute': {
    what: 'None of the offences of conviction brings this statute into play.',
    advice:
      'Correct the statute or the offences. If the court did order it so, say in `override` on whose word.',
  },
  'track-without-offence': {
    what: 'No offence of conviction bears this track: a trafficker’s share needs an offence of trafficking, the full amount another offence of chapter 110.',
    advice:
      'Correct the track or the offences. If the court did order it so, say in `override` on whose word.',
  },
  'notice-incomplete': {
    what: 'A notice of a receipt names the receipt, and nothing else; any other notice names an order or a debt, and no receipt.',
    advice: 'Leave out what the notice is not about.',
  },
  'liability-without-term': {
    what: 'No section that the ledger knows sets an end to this obligation.',
    advice:
      'It is owed until it is paid, remitted or set aside. Restitution, fines and special assessments have a term.',
  },
  'hold-not-over': {
    what: 'The days for which money of this kind is held are not over on that day.',
    advice: 'Wait for the day; or, where its bank has said that it paid, record that (BANK_CONFIRMED).',
  },
  'liability-not-over': {
    what: 'The term of this liability is not over on that day, by what is recorded of judgment, release and death.',
    advice: 'Wait for the day, or record the death of the defendant first.',
  },
  'release-not-recorded': {
    what: 'Liability ends at the later of twenty years from judgment and twenty years from release, and no release is on record.',
    advice:
      'Record the release (`RecordRelease`), or that the judgment imposed no imprisonment (`RecordNoImprisonment`).',
  },
  'expiry-not-recorded': {
    what: 'It is not on record that the term of this obligation is over.',
    advice: 'Nothing is to be undone; correct the id if another was meant.',
  },
  'liability-not-ended': {
    what: 'Nothing that this order awards to the victim has ended by law.',
    advice: 'Compare with the court’s order. What was set aside or amended is entered or amended again.',
  },
  'determined-before-sentencing': {
    what: 'The day set for the final determination is before sentencing.',
    advice: 'One of the two days is wrong.',
  },
  'petitioned-before-discovery': {
    what: 'The petition was made before the losses were discovered.',
    advice: 'One of the two days is wrong.',
  },
} as const satisfies Partial<Record<RejectionCode, { readonly what: string; readonly advice: string }>>;
