import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { formatMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import type {
  ApproveDisbursementRun,
  CompleteDisbursementRun,
  DisbursementCommand,
  ListDisbursements,
  NoteDisbursements,
  ProposeDisbursementRun,
  ReleaseDisbursementRun,
} from './commands.ts';
import type { DisbursementEvent, Listed, ListedPayment, ListedRefund, Numbered } from './events.ts';
import { emptyRun, evolveRun, idOf, paymentsOf, type RunState } from './run.ts';

type Events = readonly DisbursementEvent[];

function decide(command: DisbursementCommand, state: RunState): Decision<DisbursementEvent> {
  const happened = whatHappened(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(command: DisbursementCommand, state: RunState): Events {
  switch (command.type) {
    case 'ListDisbursements':
      return list(command, state);
    case 'ProposeDisbursementRun':
      return propose(command, state);
    case 'ApproveDisbursementRun':
      return approve(command, state);
    case 'ReleaseDisbursementRun':
      return release(command, state);
    case 'NoteDisbursements':
      return note(command, state);
    case 'CompleteDisbursementRun':
      return complete(command, state);
  }
}

function list({ runId, contentHash, from, payments, on }: ListDisbursements, state: RunState): Events {
  const before = state.listed.get(contentHash)?.length ?? 0;
  if (state.proposed !== undefined || from < before) return [];
  invariant(from === before, 'payments of a run are listed out of their order');
  const refunds = payments.filter(isRefund);
  const listed = {
    payments: payments.filter((each): each is ListedPayment => !isRefund(each)),
    ...(refunds.length > 0 && { refunds }),
  };
  return [{ type: 'DisbursementsListed', effectiveOn: on, data: { runId, contentHash, from, ...listed } }];
}

function isRefund(each: Listed): each is ListedRefund {
  return 'refundId' in each;
}

/** A run is proposed once; what would be paid on another day, for another case, or to others, is another run. */
function propose(command: ProposeDisbursementRun, state: RunState): Events {
  const { runId, caseId, purpose = 'VICTIMS', proposedBy, plan, on } = command;
  if (isProposedSo(command, state)) return [];
  if (state.proposed) reject('run-proposed-differently', '/runId');
  invariant(plan !== undefined, 'a run is proposed without a plan');
  if (plan.payments.length === 0) reject('nothing-to-pay', '/on');
  const { contentHash, plannedAt, policyVersion, payments } = plan;
  const whole = { payments: payments.length, amount: formatMoney(totalOf(payments)) };
  const data = {
    ...{ runId, caseId, contentHash, plannedAt, ...whole, proposedBy, policyVersion },
    ...(purpose !== 'VICTIMS' && { purpose }),
  };
  return [{ type: 'DisbursementRunProposed', effectiveOn: on, data }];
}

function isProposedSo(
  { caseId, purpose = 'VICTIMS', proposedBy, plan, on }: ProposeDisbursementRun,
  { proposed }: RunState,
): boolean {
  if (proposed === undefined) return false;
  const isSameMoney = proposed.caseId === caseId && (proposed.purpose ?? 'VICTIMS') === purpose;
  const isSameContent = plan === undefined || proposed.contentHash === plan.contentHash;
  return isSameMoney && isSameContent && proposed.proposedBy === proposedBy && proposed.on === on;
}

/** Whoever approves is another than proposed, and approves these payments and no others. */
function approve({ runId, contentHash, approvedBy, on }: ApproveDisbursementRun, state: RunState): Events {
  const { proposed, approved } = state;
  if (proposed === undefined) reject('run-not-found', '/runId');
  if (proposed.contentHash !== contentHash) reject('run-content-differs', '/contentHash');
  if (approved?.by === approvedBy && approved.on === on) return [];
  if (approved) reject('run-approved-differently', '/runId');
  if (approvedBy === proposed.proposedBy) reject('approver-is-proposer', '/approvedBy');
  if (on < proposed.on) reject('approved-before-proposed', '/on');
  return [{ type: 'DisbursementRunApproved', effectiveOn: on, data: { runId, contentHash, approvedBy } }];
}

function release({ runId, on, numbered }: ReleaseDisbursementRun, state: RunState): Events {
  const { proposed, approved, releasedOn } = state;
  if (proposed === undefined) reject('run-not-found', '/runId');
  if (approved === undefined) reject('run-not-approved', '/runId');
  if (releasedOn === on && isSameNumbering(numbered, state.numbered)) return [];
  if (releasedOn !== undefined) reject('run-released-differently', '/on');
  if (on < approved.on) reject('released-before-approved', '/on');
  const data = { runId, payments: proposed.payments, ...(numbered !== undefined && { numbered }) };
  return [{ type: 'DisbursementRunReleased', effectiveOn: on, data }];
}

function isSameNumbering(one: Numbered | undefined, other: Numbered | undefined): boolean {
  return one?.instrument === other?.instrument && one?.firstNumber === other?.firstNumber;
}

function note({ runId, from, payments, withheld, on }: NoteDisbursements, state: RunState): Events {
  if (state.made.has(from)) return [];
  const kept = new Set(withheld);
  const part = paymentsOf(state).slice(from, from + payments);
  const made = part.filter((each) => !kept.has(idOf(each)));
  const sums = { payments, made: made.length, amount: formatMoney(totalOf(made)) };
  return [{ type: 'DisbursementsMade', effectiveOn: on, data: { runId, from, ...sums, withheld } }];
}

function complete({ runId, on }: CompleteDisbursementRun, state: RunState): Events {
  const parts = [...state.made.values()];
  const noted = parts.reduce((count, { payments }) => count + payments, 0);
  if (state.isCompleted || state.proposed === undefined || noted < state.proposed.payments) return [];
  const amount = sum(parts.map((part) => parseMoney(part.amount)));
  const made = parts.reduce((count, part) => count + part.made, 0);
  const data = {
    ...{ runId, made, amount: formatMoney(amount), withheld: state.proposed.payments - made },
    withheldAmount: formatMoney(subtract(parseMoney(state.proposed.amount), amount)),
  };
  return [{ type: 'DisbursementRunCompleted', effectiveOn: on, data }];
}

function totalOf(payments: readonly Listed[]): Money {
  return sum(payments.map(({ amount }) => parseMoney(amount)));
}

/** The stream `Disbursement-<id>`: a run of payments, who answers for it, and what became of it. */
export const disbursementDecider: Decider<RunState, DisbursementCommand, DisbursementEvent> = {
  empty: emptyRun,
  evolve: evolveRun,
  decide,
};
