/** What the API answers of the order of the story when it is asked why; a test asks, and compares. */
import { policyCatalogue } from '../../domain/policy/catalogue.ts';
import { relativeRole } from '../../domain/statutes/18-usc-2259-b-2-b-relative-role.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { finalJudgment } from '../../domain/statutes/18-usc-3664-o-final-judgment.ts';
import type { Statute } from '../../domain/statutes/statute.ts';

const [victimId, caseId, defendantId, orderId] = ['v-7k2m9q', 'c-s4t8', 'd-4x8t', 'o-5h3w'];
const receiptId = 'dcd.2026-00017';
const recordedAt = '2026-03-02T15:04:05.678Z';

const says = ({ citation, words }: Statute) => ({ citation, words });

const nothingElse = { facts: [], factsLeftOut: 0, law: [], policies: [], arithmetic: [] };

const fact = {
  recordedAt,
  amount: null,
  ...{ caseId, victimId, defendantId, orderId },
  receiptId: null,
};

/** Why nothing is owed any more under the order. */
export const exampleExplanation = {
  subject: { kind: 'liability', id: orderId, victimId },
  title: 'Why 0.00 is owed to v-7k2m9q under order o-5h3w',
  steps: [
    {
      ...nothingElse,
      number: 1,
      says: 'The court orders d-4x8t to pay 12,000.00, after 1 amendment. The order is final.',
      facts: [
        {
          ...fact,
          position: 9,
          type: 'LiabilityImposed',
          effectiveOn: '2026-01-05',
          says: 'd-4x8t was ordered to pay v-7k2m9q 3,000.00 under order o-5h3w',
          amount: '3000.00',
        },
        {
          ...fact,
          position: 14,
          type: 'LiabilityAmended',
          effectiveOn: '2026-02-02',
          says: 'what order o-5h3w awards was changed from 3,000.00 to 12,000.00',
          amount: '12000.00',
        },
        {
          ...fact,
          position: 11,
          type: 'LiabilityBecameFinal',
          effectiveOn: '2026-01-20',
          says: 'order o-5h3w became final (DIRECT_REVIEW_DONE)',
        },
      ],
      law: [says(relativeRole), says(finalJudgment)],
    },
    {
      ...nothingElse,
      number: 2,
      says: '10,000.00 has been paid under it.',
      facts: [
        {
          ...fact,
          position: 21,
          type: 'RecoveryCredited',
          effectiveOn: '2026-03-02',
          says: 'of 12,000.00 of receipt dcd.2026-00017 offered under order o-5h3w, 10,000.00 was credited',
          amount: '10000.00',
          receiptId,
        },
      ],
      arithmetic: [
        {
          text: '10,000.00 = 10,000.00',
          result: '10000.00',
          note: 'paid, less what came back',
          isAsRecorded: true,
        },
      ],
    },
    {
      ...nothingElse,
      number: 3,
      says: 'On 2026-03-02, 2,000.00 that was still owed ended by law, with full recovery 1 of the victim. The payment behind it is receipt dcd.2026-00017.',
      facts: [
        {
          ...fact,
          position: 23,
          type: 'LiabilitiesTerminated',
          effectiveOn: '2026-03-02',
          says: '1 liability ended by full recovery 1',
          amount: '2000.00',
          ...{ caseId: null, defendantId: null, orderId: null },
        },
      ],
      law: [says(fullRecovery)],
      policies: [
        {
          policy: 'P-14',
          question: policyCatalogue['P-14'].question,
          value: 'TERMINATE',
          version: 1,
        },
        {
          policy: 'P-22',
          question: policyCatalogue['P-22'].question,
          value: 'EFFECTIVE_DATE',
          version: 1,
        },
      ],
    },
    {
      ...nothingElse,
      number: 4,
      says: '2,000.00 of it stands ended by law.',
      arithmetic: [
        {
          text: '2,000.00 = 2,000.00',
          result: '2000.00',
          note: 'ended, less what came back or gave way',
          isAsRecorded: true,
        },
      ],
    },
    {
      ...nothingElse,
      number: 5,
      says: '0.00 is owed.',
      arithmetic: [
        {
          text: 'greatest(12,000.00 - 10,000.00 - 2,000.00, 0.00) = 0.00',
          result: '0.00',
          note: 'ordered, less paid, less ended',
          isAsRecorded: true,
        },
      ],
    },
  ],
  figure: { name: 'outstanding', amount: '0.00' },
};
