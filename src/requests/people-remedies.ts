import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** Those of the people beside a victim, in the words of docs/rejections.md. */
export const peopleRemedies = {
  'representation-not-found': {
    what: 'The representative does not act for the victim on that day.',
    advice: 'Correct the id or the day. `restitution victim` lists the representatives with their days.',
  },
  'assignment-not-found': {
    what: 'No such assignment holds on that day.',
    advice: 'Name the case and the order as the assignment named them, or correct the day.',
  },
  'death-recorded-differently': {
    what: 'The victim’s death is recorded on another day.',
    advice: 'Compare with the certificate.',
  },
  'representation-recorded-differently': {
    what: 'The representative acts for the victim on some of these days already, in another capacity or with other days.',
    advice:
      'Compare the two. End the one that stands, on its first day where it was recorded wrongly; then send this again.',
  },
  'assignment-recorded-differently': {
    what: 'The same interest is assigned already, from another day on.',
    advice: 'Compare with the paper. Revoke the assignment that stands, if it was taken back.',
  },
  'representative-is-defendant': {
    what: 'The representative is a defendant who is ordered to pay this victim, and 18 U.S.C. 2259(c)(4) names the defendant in no event.',
    advice: 'Ask the court to appoint somebody who is suitable.',
  },
  'representative-convicted': {
    what: 'The person was convicted of having abused this victim: such a person neither assumes the victim’s rights (18 U.S.C. 2259(c)(4)) nor is paid assistance for the victim (28 CFR 81.53(d)(2)).',
    advice: 'Ask the court to appoint somebody who is suitable, or pay the victim.',
  },
  'payout-held': {
    what: 'The money is held: an heir of the victim is somebody who owes the victim, or abused the victim.',
    advice:
      'Ask the court who is to be paid, and record its answer with `RecordSuccession` and the source `DIRECTED_BY_COURT`; or set policy P-30.',
  },
  'victim-died': {
    what: 'The victim died before that day, and assistance cannot be paid to the victim any more.',
    advice:
      'Record who takes what was the victim’s (`RecordSuccession`), and pay an heir by `representativeId`; or correct the death.',
  },
  'victim-not-dead': {
    what: 'The ledger does not know that the victim died, or the succession is of an earlier day.',
    advice: 'Record the death first, or correct the day.',
  },
  'payee-incomplete': {
    what: 'A payment to a representative names the representative, and no other payment names one.',
    advice: 'Add the id, or leave it out; or correct `paidTo`.',
  },
  'capacity-unfit': {
    what: 'Nobody is the guardian of a victim who has died, and there is no estate before the death.',
    advice: 'Correct the capacity or the day, or record the victim’s death first.',
  },
  'ended-before-assumed': {
    what: 'The representation would be over before it began.',
    advice: 'One of the two days is wrong.',
  },
  'succession-without-heirs': {
    what: 'The succession names nobody.',
    advice: 'Name at least one who takes.',
  },
  'victim-absorbed': {
    what: 'The id was found to be one victim with another id, under which assistance is asked for and ordered.',
    advice: 'Name the id that survives; `restitution victim` shows it.',
  },
  'victim-named-twice': {
    what: 'A victim is one person with itself.',
    advice: 'Name the id that survives beside the one that does not.',
  },
  'heir-named-twice': {
    what: 'The succession names somebody twice.',
    advice: 'Name each once.',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
