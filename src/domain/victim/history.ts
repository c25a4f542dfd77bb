import type { RecoveryElsewhere } from '../elsewhere/recovery.ts';
import type { RecoveryId, VictimId } from '../ids.ts';
import { liabilityOf } from '../liability/liability-index.ts';
import { formatMoney, noMoney } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { HistoryLine, LineOf } from './history-events.ts';
import { disbursementLine, instrumentLine } from './payment-lines.ts';
import { interestLines } from './interest-lines.ts';
import { jointLine, liabilityLine } from './liability-lines.ts';
import { peopleLines } from './people-lines.ts';
import {
  creditedUnder,
  foundFor,
  receiptOf,
  type CreditKey,
  type FindingsKey,
  type PaymentKey,
} from './keys.ts';
import type { Assistance, Credit } from './parts-of-state.ts';
import type { Findings, VictimState } from './state.ts';

/** A part has no more lines than so many, and no more characters, give or take a line: well below what a store takes. */
const mostLines = 1_000;
const mostCharacters = 400_000;

/** All that decisions about the victim rest on, in parts; the same state gives the same parts. */
export function historyInParts(state: VictimState): readonly (readonly HistoryLine[])[] {
  const parts: HistoryLine[][] = [];
  let characters = 0;
  for (const line of historyOf(state)) {
    const last = parts.at(-1);
    if (last === undefined || last.length === mostLines || characters > mostCharacters) {
      parts.push([line]);
      characters = 0;
    } else {
      last.push(line);
    }
    characters += JSON.stringify(line).length;
  }
  return parts;
}

function* historyOf(state: VictimState): Generator<HistoryLine> {
  yield* peopleLines(state.people);
  for (const [key, findings] of state.findings.entries()) yield* findingLines(key, findings);
  for (const liability of state.liabilities.values()) yield liabilityLine(state, liability);
  for (const [orderId, group] of state.joint.entries()) yield jointLine(orderId, group);
  for (const [key, credit] of state.credits.entries()) yield creditLine(key, credit);
  yield* interestLines(state);
  yield* receivedLines(state);
  for (const [key, ordered] of state.courtOrders.entries()) {
    const isWaiting = state.waitingForRevival.has(key);
    yield { kind: 'REINSTATEMENT', ...liabilityOf(key), ordered, ...(isWaiting && { isWaiting }) };
  }
  const { overRecoveryClaimed: claimed } = state;
  if (claimed !== noMoney) yield { kind: 'CLAIMED', amount: formatMoney(claimed) };
}

/** What was paid out, from the Reserve, and elsewhere; and what was not, or was questioned. */
function* receivedLines(state: VictimState): Generator<HistoryLine> {
  for (const each of state.disbursements.values()) yield disbursementLine(each);
  for (const [key, life] of state.instruments.entries()) {
    const paid = state.disbursements.get(key);
    invariant(paid !== undefined, 'a payment has a life that was never made');
    yield* instrumentLine(paid, life);
  }
  for (const [requestId, each] of state.assistance.entries()) yield assistanceLine(requestId, each);
  for (const [key, each] of state.elsewhere.recoveries.entries()) {
    const [recoveryId, victimId] = key.split('/') as [RecoveryId, VictimId];
    yield recoveryLine({ recoveryId, victimId }, each);
  }
  for (const [key, reason] of state.questioned.entries()) {
    const [disbursementId, victimId] = partsOf(key);
    yield { kind: 'QUESTIONED', disbursementId, victimId, reason };
  }
  for (const [key, reason] of state.withheld.entries()) {
    const [disbursementId, victimId] = partsOf(key);
    yield { kind: 'WITHHELD', disbursementId, victimId, reason };
  }
}

function* findingLines(key: FindingsKey, findings: Findings): Generator<LineOf<'FINDING'>> {
  const { caseId, victimId } = foundFor(key);
  for (const category of ['TRAFFICKING', 'PRODUCTION', 'OTHER'] as const) {
    for (const { on, amount, deducted, heads, statute, projected } of findings[category] ?? []) {
      yield {
        ...{ kind: 'FINDING', victimId, caseId, category, on, amount: formatMoney(amount), heads },
        ...(statute !== undefined && { statute }),
        ...(projected !== undefined && { projected }),
        ...(deducted !== noMoney && { assistanceDeducted: formatMoney(deducted) }),
      };
    }
  }
}

function creditLine(key: CreditKey, credit: Credit): LineOf<'CREDIT'> {
  const { round, acceptedInRound, hadEndedInRound, asked, total, isReversed, isCleared } = credit;
  const { on, paidOn, movedOn } = credit;
  return {
    ...{ kind: 'CREDIT', receiptId: receiptOf(key), ...liabilityOf(creditedUnder(key)), round, on },
    ...{ acceptedInRound: formatMoney(acceptedInRound), total: formatMoney(total) },
    ...(hadEndedInRound !== noMoney && { hadEndedInRound: formatMoney(hadEndedInRound) }),
    ...(isReversed && { isReversed }),
    ...(isCleared && { isCleared }),
    ...(asked !== total && { asked: formatMoney(asked) }),
    ...(paidOn !== on && { paidOn }),
    ...(movedOn !== on && { movedOn }),
  };
}

function assistanceLine(
  requestId: LineOf<'ASSISTANCE'>['requestId'],
  { victimId, caseId, orderedOn, amount, isVacated, payments }: Assistance,
): LineOf<'ASSISTANCE'> {
  return {
    ...{ kind: 'ASSISTANCE', victimId, requestId, caseId, orderedOn, amount: formatMoney(amount) },
    ...(isVacated && { isVacated }),
    payments: payments.map(({ disbursementId, on, representativeId, isReturned }) => ({
      ...{ disbursementId, on },
      ...(representativeId !== undefined && { representativeId }),
      ...(isReturned && { isReturned }),
    })),
  };
}

function recoveryLine(
  of: Pick<LineOf<'RECOVERY'>, 'recoveryId' | 'victimId'>,
  {
    source,
    category,
    amount,
    receivedOn,
    reportedOn,
    rejected,
    verified,
    withdrawn,
    lastOn,
  }: RecoveryElsewhere,
): LineOf<'RECOVERY'> {
  return {
    ...{
      kind: 'RECOVERY',
      ...of,
      source,
      category,
      amount: formatMoney(amount),
      receivedOn,
      reportedOn,
      lastOn,
    },
    ...(rejected && { rejected }),
    ...(verified && { verified: { on: verified.on, amount: formatMoney(verified.amount) } }),
    ...(withdrawn && { withdrawn }),
  };
}

function partsOf(key: PaymentKey): [LineOf<'QUESTIONED'>['disbursementId'], VictimId] {
  return key.split('/') as [LineOf<'QUESTIONED'>['disbursementId'], VictimId];
}
