import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** Those of debts beside restitution, in the words of docs/rejections.md. */
export const debtRemedies = {
  'debt-not-found': {
    what: 'The case knows no such debt.',
    advice: 'Correct the id, or record what the court imposed first.',
  },
  'debt-imposed-differently': {
    what: 'A debt of this id stands, with another defendant, kind, amount or day.',
    advice: 'Compare with the judgment. Another debt needs another id.',
  },
  'not-an-assessment-of-the-section': {
    what: 'Under 18 U.S.C. 3013 the amount is a sum of fixed sums for each count, and under 18 U.S.C. 3014 a multiple of 5,000.00 for offences since 29 May 2015; this is neither.',
    advice: 'Compare with the judgment. If the court imposed a fine or costs, name them so.',
  },
  'above-greatest-fine': {
    what: 'Community restitution may not exceed the fine that may be ordered for the offence charged: 18 U.S.C. 3663(c)(2)(B).',
    advice:
      'Correct the amount or the greatest fine; without the greatest fine, the amount is recorded as the court wrote it.',
  },
  'above-assessment-ceiling': {
    what: 'More is assessed than 18 U.S.C. 2259A(a) allows for the offence: 17,000.00 for possession, 35,000.00 for other trafficking, 50,000.00 for production, or the ceiling as adjusted that was recorded (`RecordAssessmentCeiling`) or given.',
    advice:
      'Compare with the judgment. Where the ceiling was adjusted for the year, say so in `adjustedCeiling`; without `assessedOffence`, the amount is recorded as the court wrote it.',
  },
  'not-an-assessment': {
    what: 'Only an assessment under 18 U.S.C. 2259A is for one of its offences.',
    advice: 'Leave `assessedOffence` out, or name the debt `ASSESSMENT_2259A`.',
  },
  'ceiling-without-offence': {
    what: 'A ceiling was given, and not for which offence.',
    advice: 'Give `assessedOffence` too, or leave `adjustedCeiling` out.',
  },
  'not-remissible': {
    what: 'Under 18 U.S.C. 3573 only fines and assessments are remitted; costs and community restitution are not.',
    advice: 'If the court set the debt aside, record that instead.',
  },
  'remission-exceeds-debt': {
    what: 'More is remitted than is unpaid.',
    advice: 'Correct the amount. What was paid cannot be remitted.',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
