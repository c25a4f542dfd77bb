/**
 * What is told of money at banks in a small world, beside all the rest: payors who paid too much and have it back, statements
 * and what their lines confirm, runs, and months that are closed. Each list is told in its order; what it finds there, chance says.
 */
import type { Command } from '../../src/domain/commands.ts';
import type { Listed } from '../../src/domain/disbursement/events.ts';
import type {
  CaseId,
  DefendantId,
  Digest,
  DisbursementId,
  InstrumentNumber,
  ReceiptId,
  RefundId,
  RunId,
  SignatoryId,
  VictimId,
} from '../../src/domain/ids.ts';
import type { Month } from '../../src/domain/period/month.ts';
import { issue } from '../support/instrument-words.ts';
import {
  digest,
  matchLines,
  openAccount,
  reopenStatement,
  suspendLine,
  takeIn,
  unmatchLines,
  writeOffLine,
} from '../support/reconciliation-words.ts';
import {
  claimRefund,
  issueRefund,
  refundAgain,
  refundBack,
  setRefundAside,
} from '../support/refund-words.ts';
import { day, disburse, recordPayment, returnDisbursement, returnPayment, text } from '../support/words.ts';
import type { Chance } from './chance.ts';

const first = day('2026-01-01');
const [early, on, later] = [day('2025-12-30'), day('2026-01-05'), day('2026-01-06')];
const december = '2025-12' as Month;
const receipts = ['dcd.951', 'dcd.952'];
const runs = ['n-1', 'n-2'];
const refundOf = (run: string, receipt: string): string => `f-${run.slice(2)}${receipt.slice(-1)}`;

/** An account, and what is there before anything goes wrong: payments of more than is owed to anybody. */
export const bankOpening: readonly Command[] = [
  openAccount('k-1', { on: first }),
  overpayment('dcd.951', '300.00'),
  overpayment('dcd.952', '450.00'),
];

function overpayment(id: string, amount: string, when = on): Command {
  return recordPayment(id, amount, { caseId: 'c-1', defendantId: 'd-1', to: null, on: when });
}

/** What is told afterwards, each list by somebody who goes on whatever the others do. */
export function bankStories(chance: Chance): readonly (readonly Command[])[] {
  const all = [
    ...runs.map((id) => runOfRefunds(id, chance)),
    refundByHand(chance),
    victimsMoney(chance),
    statement('s-1', chance),
    statement('s-2', chance),
    monthEnd(chance),
  ];
  return all.filter(() => chance.is(0.6));
}

/** A run of refunds, planned on a guess: what is held is decided with each receipt. Then what becomes of its cheques. */
function runOfRefunds(id: string, chance: Chance): readonly Command[] {
  const planned = receipts.map((receipt): Listed => ({
    ...{ refundId: refundOf(id, receipt) as RefundId, receiptId: receipt as ReceiptId },
    ...{ caseId: 'c-1' as CaseId, defendantId: 'd-1' as DefendantId },
    amount: text(chance.oneOf([receipt === 'dcd.951' ? '50.00' : '120.00', '200.00'])),
  }));
  const receipt = chance.oneOf(receipts);
  const one = `${receipt}.${refundOf(id, receipt)}`;
  return [...twoPeopleRelease(id, planned, 'REFUNDS'), ...lifeOf(one, chance)];
}

function twoPeopleRelease(
  id: string,
  payments: readonly Listed[],
  purpose: 'REFUNDS' | 'VICTIMS',
): readonly Command[] {
  const [runId, contentHash] = [id as RunId, hashOf(id)];
  const plan = { payments, contentHash, plannedAt: 1, policyVersion: 0 };
  const [proposedBy, approvedBy] = ['w-1' as SignatoryId, 'w-2' as SignatoryId];
  const numbered = { instrument: 'CHEQUE', firstNumber: '0100' as InstrumentNumber } as const;
  return [
    { type: 'ProposeDisbursementRun', runId, caseId: null, purpose, proposedBy, plan, on },
    { type: 'ApproveDisbursementRun', runId, contentHash, approvedBy, on },
    { type: 'ReleaseDisbursementRun', runId, on, ...(purpose === 'REFUNDS' && { numbered }) },
  ];
}

const hashOf = (id: string): Digest => digest(id === 'n-1' ? '1' : '2');

/** What becomes of a refund: it comes back, waits, is claimed, and goes out again; more or less of that. */
function lifeOf(name: string, chance: Chance): readonly Command[] {
  const again = `${name.slice(0, name.lastIndexOf('.'))}.f-9${name.slice(-2)}`;
  const replaces = name.slice(name.lastIndexOf('.') + 1);
  const when = { on: later };
  const whole = [
    issueRefund(name, chance.oneOf(['0100', '0777']), { on }),
    refundBack(name, chance.oneOf(['STOPPED', 'UNDELIVERABLE']), when),
    ...(chance.is(0.7) ? [setRefundAside(name, chance.oneOf(['REGISTRY', 'TREASURY']), when)] : []),
    ...(chance.is(0.7) ? [claimRefund(name, when)] : []),
    refundAgain(again, chance.oneOf(['50.00', '120.00', '200.00']), { replaces, ...when }),
    ...(chance.is(0.3) ? [returnPayment(name.slice(0, name.lastIndexOf('.')), when)] : []),
  ];
  return whole.slice(0, chance.below(whole.length + 1));
}

function refundByHand(chance: Chance): readonly Command[] {
  const receipt = chance.oneOf(receipts);
  const amount = chance.oneOf(['50.00', '200.00']);
  const made = { ...refundAgain(`${receipt}.f-5`, amount, { replaces: '', on }), replaces: undefined };
  const { replaces: _, ...refund } = made;
  return [refund, ...lifeOf(`${receipt}.f-5`, chance)];
}

/** A payment to a victim comes back, and waits unclaimed; and a run pays what is credited, or is too late. */
function victimsMoney(chance: Chance): readonly Command[] {
  const of = { victimId: 'v-1' as VictimId, disbursementId: 'p-51' as DisbursementId, on: later };
  const planned: readonly Listed[] = ['v-1', 'v-2'].map((id) => ({
    ...{ disbursementId: `p-6${id.slice(2)}` as DisbursementId, victimId: id as VictimId },
    ...{ caseId: 'c-1' as CaseId, amount: text(chance.oneOf(['5.00', '33.33'])) },
  }));
  const place = chance.oneOf(['REGISTRY', 'TREASURY'] as const);
  return [
    disburse('p-51', '20.00', { on }),
    issue('p-51', '0200', { on }),
    returnDisbursement('p-51', { on: later }),
    { type: 'DepositUnclaimed', ...of, place },
    ...(chance.is(0.5) ? [{ type: 'WithdrawUnclaimed', ...of } as const] : []),
    ...twoPeopleRelease('n-3', planned, 'VICTIMS').map((each) => ({ ...each, ...inThird(each) })),
  ];
}

/** The run to victims has a plan of its own. */
function inThird(command: Command): object {
  const contentHash = digest('3');
  if (command.type === 'ProposeDisbursementRun' && command.plan)
    return { plan: { ...command.plan, contentHash } };
  return command.type === 'ApproveDisbursementRun' ? { contentHash } : {};
}

/** Lines of a bank: both statements have one of each receipt, so that two matches want the same item. */
function statement(id: string, chance: Chance): readonly Command[] {
  const amounts = ['+300.00', '+450.00', '-50.00', '-120.00', '-3.00', '+2.00'];
  const match = (name: string, lines: readonly number[], item: Parameters<typeof matchLines>[2][number]) => {
    const residualReason = lines.length > 1 ? ({ residualReason: 'BANK_FEE' } as const) : {};
    return matchLines(`${id}-${name}`, [id, ...lines], [item], { on, ...residualReason });
  };
  const refund = chance.oneOf(['f-11', 'f-21', 'f-5'] as const);
  const other = chance.oneOf(['f-12', 'f-22', 'f-5'] as const);
  const told: readonly Command[] = [
    match('m-1', [1], 'RECEIPT dcd.951'),
    match('m-2', [2], 'RECEIPT dcd.952'),
    match('m-3', chance.oneOf([[3], [3, 5]]), `REFUND dcd.951.${refund}`),
    match('m-4', [4], `REFUND dcd.952.${other}`),
    suspendLine(id, chance.oneOf([1, 5])),
    suspendLine(id, 6),
    writeOffLine(id, chance.oneOf([5, 6])),
    unmatchLines(`${id}-${chance.oneOf(['m-1', 'm-2', 'm-3', 'm-4'])}`, id, { on }),
    match('m-6', [1], 'RECEIPT dcd.951'),
    match('m-7', [4], `REFUND dcd.952.${other}`),
    reopenStatement(id),
  ];
  return [takeIn(id, amounts, { on }), ...told.filter(() => chance.is(0.8))];
}

/** December is closed, something of December is told, and it is opened again: more or less of that. */
function monthEnd(chance: Chance): readonly Command[] {
  const found = { contentHash: digest('5'), position: 1, balances: [], obstacles: [] };
  const sign = (as: 'PREPARED' | 'APPROVED', by: string): Command => ({
    ...{ type: 'SignMonth', month: december, as, signatoryId: by as SignatoryId },
    ...{ contentHash: digest('5'), on, found },
  });
  const reopened: Command = {
    ...{ type: 'ReopenMonth', month: december, reason: 'LATE_FACT' },
    ...{ signatoryId: 'w-1' as SignatoryId, on, changes: [] },
  };
  const late = (id: string): Command => overpayment(id, '20.00', early);
  return [
    ...(chance.is(0.5) ? [late('dcd.961')] : []),
    sign('PREPARED', 'w-1'),
    sign('APPROVED', chance.oneOf(['w-1', 'w-2', 'w-2'])),
    late('dcd.962'),
    ...(chance.is(0.6) ? [reopened, late('dcd.963')] : []),
    ...(chance.is(0.5) ? [sign('PREPARED', 'w-2'), sign('APPROVED', 'w-1')] : []),
  ];
}
