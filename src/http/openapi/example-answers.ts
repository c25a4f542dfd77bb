/** What the API answers once the example of `RecordPayment` has been sent; a test asks, and compares. */
import { exampleChanges, exampleReplay } from './example-history.ts';
import { projections } from './example-projections.ts';
import { trialBalance } from './example-trial-balance.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';

const [victimId, caseId, defendantId, orderId] = ['v-7k2m9q', 'c-s4t8', 'd-4x8t', 'o-5h3w'];
const debtId = 'b-6j2r';
const receiptId = 'dcd.2026-00017';
const recordedAt = '2026-03-02T15:04:05.678Z';
const nobody = { caseId: null, victimId: null, defendantId: null, orderId: null, receiptId: null };

const cause = { type: 'RecoveryCredited', position: 21, id: receiptId };

const liability = {
  orderId,
  victimId,
  caseId,
  defendantId,
  track: 'TRAFFICKING',
  imposedOn: '2026-01-05',
  ordered: '12000.00',
  paid: '10000.00',
  reduced: '0.00',
  terminated: '2000.00',
  vacated: '0.00',
  overpaid: '0.00',
  relieved: '0.00',
  outstanding: '0.00',
  isFinal: true,
  status: 'terminated',
  ending: {
    ...{ on: '2026-03-02', citation: fullRecovery.citation, epoch: 1, position: 23, byReceipt: receiptId },
    cause,
  },
};

const summary = {
  victimId,
  greatestLoss: '10000.00',
  received: '10000.00',
  recovered: '10000.00',
  headroom: '0.00',
  credited: '10000.00',
  interest: '0.00',
  disbursed: '0.00',
  held: '10000.00',
  paidBeyondHeld: '0.00',
  assisted: '0.00',
  elsewhere: '0.00',
  interestCounted: '0.00',
  madeWhole: { on: '2026-03-02', epoch: 1, byReceipt: receiptId, cause },
  overRecovery: '0.00',
  overRecoveryClaimed: '0.00',
  isReviewDue: false,
};

const ordered = {
  recordedAt,
  debit: 'receivable',
  credit: 'ordered',
  caseId,
  victimId,
  defendantId,
  orderId,
  receiptId: null,
};

const registered = { effectiveOn: '2026-01-02', recordedAt, ...nobody, amount: null };

const receiptRow = {
  ...{ receiptId, caseId, defendantId, orderId, method: 'CHECK', origin: null },
  ...{ receivedOn: '2026-03-02', amount: '12500.00', applied: '10040.00', excess: '2460.00' },
  ...{ refunded: '0.00', settling: '0.00', returnedOn: null, clearedOn: null, status: 'excess held' },
};

/** An example for each question; those of lists are of a page of two rows. */
export const exampleAnswers = {
  victims: { items: [summary], nextCursor: null },
  victim: {
    ...summary,
    people: {
      ...{
        diedOn: null,
        representatives: [],
        heirs: [],
        payoutHeld: null,
        assignments: [],
        survivorId: null,
        absorbedIds: [],
        oneWith: [],
        payees: [],
      },
    },
    findings: [
      {
        caseId,
        category: 'TRAFFICKING',
        statute: null,
        amount: '10000.00',
        assistanceDeducted: '0.00',
        determinedOn: '2026-01-05',
      },
    ],
    recoveries: [],
    liabilities: [liability],
    underOtherStatutes: [],
  },
  order: {
    orderId,
    caseId,
    defendantId,
    statute: '18 U.S.C. 2259',
    offenceOn: '2019-06-30',
    enteredOn: '2026-01-05',
    offences: [],
    override: null,
    final: { on: '2026-01-20', ground: 'DIRECT_REVIEW_DONE' },
    ...{ vacatedOn: null, defendantDiedOn: null, jointlyWith: [] },
    liabilities: [liability],
    contributions: [],
  },
  receipt: {
    ...receiptRow,
    ...{
      interest: '0.00',
      penalties: '0.00',
      awaitsCourt: false,
      noticeDueOn: '2026-03-17',
      noticeGivenOn: null,
    },
    parts: [{ orderId, victimId, amount: '10000.00' }],
    accessories: [],
    ...{ otherCases: [], refunds: [] },
    debts: [{ debtId, kind: 'ASSESSMENT_3013', amount: '40.00' }],
  },
  receipts: { items: [receiptRow], nextCursor: null },
  liabilities: { items: [liability], nextCursor: null },
  debts: {
    items: [
      {
        ...{
          debtId,
          caseId,
          defendantId,
          kind: 'ASSESSMENT_3013',
          imposedOn: '2026-01-05',
          imposed: '100.00',
        },
        ...{ paid: '40.00', remitted: '60.00', vacated: '0.00', lapsed: '0.00', outstanding: '0.00' },
        ending: null,
        paidTo: null,
      },
    ],
    nextCursor: null,
  },
  interest: {
    items: [
      {
        ...{ caseId, defendantId, orderId: null, debtId, obligation: 'ASSESSMENT_3013' },
        ...{ judgmentOn: '2026-01-05', ordered: '100.00', outstanding: '0.00' },
        ...{ noInterest: 'NOT_OF_THIS_KIND', liableFrom: null, weekEndingOn: null, rate: null },
        ...{ until: null, days: null, accrued: '0.00', paid: '0.00', owed: '0.00' },
        ...{ penalties: '0.00', penaltiesPaid: '0.00', penaltiesOwed: '0.00' },
        ...{ liabilityEndsOn: '2031-01-05', isEndKnown: true, isExpired: false },
      },
    ],
    nextCursor: null,
  },
  // All that the example of the payment leaves unpaid has ended by law.
  arrears: { items: [], nextCursor: null },
  journal: {
    items: [
      { position: 9, effectiveOn: '2026-01-05', ...ordered, amount: '3000.00' },
      { position: 14, effectiveOn: '2026-02-02', ...ordered, amount: '9000.00' },
    ],
    nextCursor: 'WyJqb3VybmFsIiwyNiwxNCwwLDBd',
  },
  timeline: {
    items: [
      { position: 1, type: 'PolicySet', ...registered },
      { position: 2, type: 'VictimRegistered', ...registered, victimId },
    ],
    nextCursor: 'WyJ0aW1lbGluZSIsMjYsMiwwXQ',
  },
  replay: exampleReplay,
  changes: exampleChanges,
  reviews: { items: [], nextCursor: null },
  deadlines: { items: [], nextCursor: null },
  trialBalance,
  policies: {
    items: [
      {
        policy: 'P-42',
        question: 'An order below the trafficking floor, or above the losses found: is its entry refused?',
        value: 'RECORD',
        values: ['REFUSE', 'RECORD'],
        reason: 'It is more likely a slip of the pen than a court’s order; the other value records it.',
        setOn: '2026-01-02',
        position: 1,
      },
    ],
  },
  statutes: { items: [fullRecovery] },
  projections,
  head: { position: 26, hash: 'e07e566fe17acadf677a0f6da9b8302c354a57ac586266f08eb9ca021fc45b2b' },
  health: { status: 'live' },
  ready: { status: 'ready', position: 26, head: 26 },
} as const;
