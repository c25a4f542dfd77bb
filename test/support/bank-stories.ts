/**
 * What goes through several streams of money at banks and of money that goes back to payors: for the tests that cut a command
 * short, at every append and at every call.
 */
import type { Command } from '../../src/domain/commands.ts';
import type { EventType } from '../../src/domain/events.ts';
import type { ProposeDisbursementRun } from '../../src/domain/disbursement/commands.ts';
import type { ListedPayment, ListedRefund } from '../../src/domain/disbursement/events.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  InstrumentNumber,
  ReceiptId,
  RefundId,
  RunId,
  SignatoryId,
} from '../../src/domain/ids.ts';
import {
  digest,
  matchLines,
  openAccount,
  suspendLine,
  takeIn,
  unmatchLines,
} from './reconciliation-words.ts';
import { presentsRefund } from './refund-words.ts';
import {
  enterOrder,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  text,
  today,
  victimId,
} from './words.ts';

/** What it is, what was before, the command, and the last thing that it brings about. */
export type BankStory = readonly [string, readonly Command[], Command, EventType];

const runId = 'n-1' as RunId;
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1' } as const;
const on = today;

/** Two payors of 100.00, who paid 130.00 and 150.00. */
const overpaid: readonly Command[] = [
  registerCase('c-1'),
  ...['1', '2'].flatMap((n) => [
    registerDefendant(`d-${n}`, { caseId: 'c-1' }),
    registerVictim(`v-${n}`),
    enterOrder(`o-${n}`, { [`v-${n}`]: '100.00' }, { ...fraud, defendantId: `d-${n}` }),
  ]),
  recordPayment('dcd.1', '130.00', { to: null, defendantId: 'd-1' }),
  recordPayment('dcd.2', '150.00', { to: null, caseId: 'c-1', defendantId: 'd-2' }),
];

const inCase = { caseId: 'c-1' as CaseId } as const;
/** The second asks for more than is held of its receipt. */
const refunds: readonly ListedRefund[] = [
  ['f-1', 'dcd.1', 'd-1', '30.00'] as const,
  ['f-2', 'dcd.2', 'd-2', '50.01'] as const,
].map(([refundId, receiptId, defendantId, amount]) => ({
  ...{ ...inCase, refundId: refundId as RefundId, receiptId: receiptId as ReceiptId },
  ...{ defendantId: defendantId as DefendantId, amount: text(amount) },
}));
const payments: readonly ListedPayment[] = ['1', '2'].map((n) => ({
  ...{ ...inCase, disbursementId: `p-${n}` as DisbursementId, victimId: victimId(`v-${n}`) },
  amount: text('100.00'),
}));

const proposal: ProposeDisbursementRun = {
  ...{ type: 'ProposeDisbursementRun', runId, caseId: null, on, proposedBy: 'w-1' as SignatoryId },
  plan: { payments: refunds, contentHash: digest('1'), plannedAt: 1, policyVersion: 0 },
  purpose: 'REFUNDS',
};
const approval: Command = {
  ...{ type: 'ApproveDisbursementRun', runId, contentHash: digest('1'), on },
  approvedBy: 'w-2' as SignatoryId,
};
const release: Command = {
  ...{ type: 'ReleaseDisbursementRun', runId, on },
  numbered: { instrument: 'CHEQUE', firstNumber: '0300' as InstrumentNumber },
};
const toVictims: Command = {
  ...proposal,
  plan: { payments, contentHash: digest('1'), plannedAt: 1, policyVersion: 0 },
  purpose: 'VICTIMS',
};

const account: readonly Command[] = [...overpaid, openAccount('k-1', { on })];
const lines = takeIn('s-1', ['+130.00', '+150.00', '-30.00', '-100.00']);
const released: readonly Command[] = [...account, proposal, approval, release];
const taken: readonly Command[] = [...released, lines, suspendLine('s-1', 1), suspendLine('s-1', 3)];
const matched = matchLines('m-1', ['s-1', 1, 2, 3], ['RECEIPT dcd.1', 'RECEIPT dcd.2', 'REFUND dcd.1.f-1']);

/** Runs of refunds and of payments, statements, and what their lines confirm. */
export const bankStories: readonly BankStory[] = [
  ['a run of refunds that goes out', [...overpaid, proposal, approval], release, 'DisbursementRunCompleted'],
  ['a run to victims that goes out', [...overpaid, toVictims, approval], release, 'DisbursementRunCompleted'],
  ['a statement that is taken in', account, lines, 'StatementRegistered'],
  ['lines that are matched with two receipts and a refund', taken, matched, 'RefundPresented'],
  ['a match that is undone', [...taken, matched], unmatchLines('m-1', 's-1'), 'RefundPresentationWithdrawn'],
];

/** The same of what one stream alone decides. */
export const bankStoriesOfOneStream: readonly BankStory[] = [
  ['a line that is said to show a refund', taken, presentsRefund('dcd.1.f-1', ['s-1', 3]), 'RefundPresented'],
];
