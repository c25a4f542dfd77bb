/** How what a victim had received, in the sense of the statute, was summed up (P-03, P-05, P-10, P-12, P-13, P-18, P-29, P-43, P-44). */
import type { CaseId } from '../../domain/ids.ts';
import { add, noMoney, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { assignedAway, assignedCredits, assignedIn, ownOf } from '../../domain/victim/assigned.ts';
import { countedElsewhere } from '../../domain/victim/count-elsewhere.ts';
import {
  clearedOf,
  creditedIn,
  ofCleared,
  received,
  recovered,
  recoveredAsInterest,
  type CreditedIn,
} from '../../domain/victim/recovery.ts';
import type { CaseAccount } from '../../domain/victim/parts-of-state.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { amount, least, line, minus, orNothing, total, type Line } from './arithmetic.ts';
import { countOf } from './consequences.ts';
import { amountsShown } from './explanation.ts';

/** What was received, case by case, and beside the receipts of courts. */
export function receivedLines(state: VictimState, policies: Policies, recorded: Money): readonly Line[] {
  const accounts = [...state.accounts.entries()].map(([caseId, account]) =>
    partOf(state, policies, { caseId, account }),
  );
  const beside = [
    policies['P-12'] === 'COUNT_AGAINST_GROSS' ? state.assisted : noMoney,
    countedElsewhere(state.elsewhere.sums, policies),
  ].filter((each) => each !== noMoney);
  const some = accounts.filter(({ amount: part }) => part !== noMoney);
  const isShort = some.length <= amountsShown;
  const lines = isShort ? accounts.flatMap((each) => each.line ?? []) : [];
  const inCases = isShort
    ? some.map((each) => each.amount)
    : [subtract(received(state, policies), sum(beside))];
  const of = isShort ? 'by cases' : `in ${countOf(some.length, 'case')} together`;
  const rest = beside.length === 0 ? '' : ', and from the Reserve or elsewhere';
  return [...lines, line(total([...inCases, ...beside]), { note: `received, ${of}${rest}`, recorded })];
}

interface InCase {
  readonly caseId: CaseId;
  readonly account: CaseAccount;
}

interface Part {
  readonly amount: Money;
  readonly line?: Line;
}

/** What counts of one case: what was credited there or has cleared, less what was assigned away (P-29), or was paid out (P-05). */
function partOf(state: VictimState, policies: Policies, { caseId, account }: InCase): Part {
  const assigned = assignedCredits(state).filter((each) => each.caseId === caseId);
  const away = assignedAway(assigned, policies);
  const counted = subtract(recovered(account, policies), away);
  if (policies['P-05'] === 'PAID_THROUGH_COURT')
    return lessAssigned(account, { away, policies, note: `case ${caseId}` });
  if (policies['P-05'] === 'CLEARED') {
    const good = clearedOf(account);
    const note = `cleared in case ${caseId}`;
    const gone = assignedAway(assigned.map(ofCleared), policies);
    const part = lessAssigned(good, { away: gone, policies, note });
    return { line: line(total([recovered(good, policies)]), { note }), ...part };
  }
  const all = subtract(creditedIn(account), assignedIn(assigned, policies));
  const paidOut = minus(amount(ownOf(account, policies)), amount(subtract(all, counted)));
  const part = line(least(amount(counted), orNothing(paidOut)), {
    note: `paid out in case ${caseId}, of what counts`,
  });
  return { amount: parseMoney(part.result), line: part };
}

interface Less {
  readonly away: Money;
  readonly policies: Policies;
  readonly note: string;
}

/** Principal and interest as far as they count, less what was assigned; told only where it is not one amount alone. */
function lessAssigned(account: CreditedIn, { away, policies, note }: Less): Part {
  const interest = recoveredAsInterest(account, policies);
  const principal = subtract(recovered(account, policies), interest);
  const part = subtract(add(principal, interest), away);
  if (away === noMoney && interest === noMoney) return { amount: part };
  const borne = interest === noMoney ? '' : ', with interest that counts';
  const gone = away === noMoney ? '' : ', less what was assigned';
  const parts = [principal, interest, subtract(noMoney, away)].filter((each) => each !== noMoney);
  return { amount: part, line: line(total(parts), { note: `${note}${borne}${gone}` }) };
}
