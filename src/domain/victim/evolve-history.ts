import { laterOf } from '../calendar-date.ts';
import { sumsWith, recoveryKey, statusOf, type RecoveryElsewhere } from '../elsewhere/recovery.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { add, noMoney, parseMoney, sum } from '../money.ts';
import { move } from './accounts.ts';
import { paidOut, replace } from './evolve-disbursements.ts';
import type { PaidTo } from './found-and-paid.ts';
import type { Frontier } from './latest-days.ts';
import type { HistoriesJoined, HistoryLine, HistoryTakenOver, LineOf } from './history-events.ts';
import { unseen } from '../payment/instrument.ts';
import { withPeople } from './people-lines.ts';
import { takeInterestLine } from './interest-lines.ts';
import { takeLiability } from './take-liability.ts';
import { creditKey, findingsKey, paymentKey } from './keys.ts';
import type { FullRecovery, VictimState } from './state.ts';

/** Carries what another id hands over into the state of its victim. */
export function evolveHistory(state: VictimState, event: HistoryTakenOver | HistoriesJoined): void {
  if (event.type === 'HistoryTakenOver') keepPart(state, event);
  else join(state, event);
}

/** Keeps a part, until it counts. */
function keepPart(state: VictimState, { data: { absorbedId, lines } }: HistoryTakenOver): void {
  state.incoming = new Map(state.incoming).set(absorbedId, [
    ...(state.incoming.get(absorbedId) ?? []),
    lines,
  ]);
}

/**
 * Lets what was taken over count. Full recoveries that the other id had counted are counted on from those of this one, and
 * the joining takes a number itself: none of before is the last any more, for the cap is measured anew over both.
 */
function join(state: VictimState, { data }: HistoriesJoined): void {
  const { absorbedId, joinedBefore = [], standing, epochs, days } = data;
  const base = state.epoch;
  for (const lines of state.incoming.get(absorbedId) ?? []) {
    for (const line of lines) take(state, line, base);
  }
  const left = new Map(state.incoming);
  left.delete(absorbedId);
  state.incoming = left;
  state.joined = [...state.joined, ...joinedBefore, absorbedId];
  state.standing = [...state.standing, ...standing.map((each) => stands(each, base))];
  state.epoch = base + epochs + 1;
  state.frontier = latestOf(state.frontier, days);
}

function stands(
  { epoch, greatestLoss }: HistoriesJoined['data']['standing'][number],
  base: number,
): FullRecovery {
  return { epoch: base + epoch, at: parseMoney(greatestLoss) };
}

function latestOf(one: Frontier, other: HistoriesJoined['data']['days']): Frontier {
  return {
    cap: laterOf(one.cap, other.cap),
    ordered: laterOf(one.ordered, other.ordered),
    recovery: laterOf(one.recovery, other.recovery),
    disbursed: laterOf(one.disbursed, other.disbursed),
    cleared: other.cleared === undefined ? one.cleared : laterOf(one.cleared, other.cleared),
    assigned: laterOf(one.assigned, other.assigned),
    claimed: laterOf(one.claimed, other.claimed),
  };
}

function take(state: VictimState, line: HistoryLine, base: number): void {
  switch (line.kind) {
    case 'FINDING':
      return takeFinding(state, line);
    case 'LIABILITY':
      return takeLiability(state, line, base);
    case 'JOINT':
      return takeJoint(state, line);
    case 'CREDIT':
      return takeCredit(state, line);
    case 'INTEREST':
    case 'INTEREST_PAID_OUT':
      return takeInterestLine(state, line);
    case 'DISBURSEMENT':
      return takeDisbursement(state, line);
    case 'INSTRUMENT':
      return takeInstrument(state, line);
    case 'ASSISTANCE':
      return takeAssistance(state, line);
    case 'RECOVERY':
      return takeRecovery(state, line);
    case 'QUESTIONED':
      return state.questioned.set(paymentKey(line), line.reason);
    case 'WITHHELD':
      return state.withheld.set(paymentKey(line), line.reason);
    case 'REINSTATEMENT':
      return takeReinstatement(state, line);
    case 'CLAIMED':
      state.overRecoveryClaimed = add(state.overRecoveryClaimed, parseMoney(line.amount));
      return;
    default:
      state.people = withPeople(state.people, line);
  }
}

function takeCredit({ credits }: VictimState, line: LineOf<'CREDIT'>): void {
  credits.set(creditKey(line), {
    ...{ round: line.round, acceptedInRound: parseMoney(line.acceptedInRound) },
    ...{ asked: parseMoney(line.asked ?? line.total), total: parseMoney(line.total) },
    hadEndedInRound: parseMoney(line.hadEndedInRound ?? '0.00'),
    isReversed: line.isReversed ?? false,
    isCleared: line.isCleared ?? false,
    ...{ on: line.on, paidOn: line.paidOn ?? line.on, movedOn: line.movedOn ?? line.on },
  });
}

function takeFinding({ findings }: VictimState, line: LineOf<'FINDING'>): void {
  const { category, on, heads, statute, projected, assistanceDeducted } = line;
  const deducted = assistanceDeducted === undefined ? noMoney : parseMoney(assistanceDeducted);
  const key = findingsKey(line);
  const before = findings.get(key);
  const found = { on, amount: parseMoney(line.amount), deducted, heads, statute, projected };
  findings.set(key, { ...before, [category]: [...(before?.[category] ?? []), found] });
}

function takeReinstatement(state: VictimState, line: LineOf<'REINSTATEMENT'>): void {
  const key = liabilityKey(line);
  state.courtOrders.set(key, line.ordered);
  if (line.isWaiting) state.waitingForRevival = new Set([...state.waitingForRevival, key]);
}

/** One order may name both ids: what was declared last of it holds, whichever of them heard it. */
function takeJoint(
  { joint }: VictimState,
  { orderId, orderIds, crediting, declaration }: LineOf<'JOINT'>,
): void {
  if ((joint.get(orderId)?.declaration ?? 0) >= declaration) return;
  joint.set(orderId, { orderIds, crediting, declaration });
}

function takeDisbursement(state: VictimState, line: LineOf<'DISBURSEMENT'>): void {
  const { disbursementId, victimId, caseId, on, representativeId, returned, replaces } = line;
  const paidTo: PaidTo = line.paidTo ?? 'VICTIM';
  const amount = parseMoney(line.amount);
  const beside = line.beside === undefined ? noMoney : parseMoney(line.beside);
  const payee = { paidTo, representativeId, beside };
  const paid = { disbursementId, victimId, caseId, amount, on, ...payee, replaces, returned };
  state.disbursements.set(paymentKey(line), paid);
  if (replaces !== undefined) replace(state, { replaces, paid });
  if (returned === undefined) move(state, caseId, paidOut(paid));
}

function takeInstrument(state: VictimState, line: LineOf<'INSTRUMENT'>): void {
  const { instruments } = state;
  const key = paymentKey(line);
  const presented = (line.presented ?? []).map((each) => ({ ...each, amount: parseMoney(each.amount) }));
  const life = { ...(instruments.get(key) ?? unseen), issued: line.issued, presented };
  if (line.unclaimed === undefined) return instruments.set(key, life);
  const { caseId, amount, ...unclaimed } = line.unclaimed;
  instruments.set(key, { ...life, unclaimed });
  if (unclaimed.withdrawnOn === undefined) move(state, caseId, { unclaimed: parseMoney(amount) });
}

function takeAssistance(state: VictimState, line: LineOf<'ASSISTANCE'>): void {
  const { victimId, requestId, caseId, orderedOn, isVacated = false } = line;
  const amount = parseMoney(line.amount);
  const payments = line.payments.map(({ disbursementId, on, representativeId, isReturned = false }) => {
    return { disbursementId, on, representativeId, isReturned };
  });
  state.assistance.set(requestId, { victimId, caseId, orderedOn, amount, isVacated, payments });
  const kept = payments.filter(({ isReturned }) => !isReturned);
  state.assisted = add(state.assisted, sum(kept.map(() => amount)));
}

function takeRecovery({ elsewhere }: VictimState, line: LineOf<'RECOVERY'>): void {
  const { source, category, receivedOn, reportedOn, lastOn, rejected, withdrawn } = line;
  const verified = line.verified && { on: line.verified.on, amount: parseMoney(line.verified.amount) };
  const recovery: RecoveryElsewhere = {
    ...{ source, category, amount: parseMoney(line.amount), receivedOn, reportedOn, lastOn },
    ...{ rejected, verified, withdrawn },
  };
  const status = statusOf(recovery);
  const claimed = status === 'CLAIMED' ? recovery.amount : noMoney;
  const received = status === 'VERIFIED' ? (verified?.amount ?? noMoney) : noMoney;
  elsewhere.recoveries.set(recoveryKey(line), recovery);
  elsewhere.sums = sumsWith(elsewhere.sums, { source, category, claimed, verified: received });
}
