import { payeeOn, type NoPayee } from '../disbursement/payee.ts';
import { add, atLeastNothing, formatMoney, least, noMoney, subtract, sum, type Money } from '../money.ts';
import type { WithheldReason } from '../payment/events.ts';
import { successionOn } from '../people/people.ts';
import { tracks } from '../statutes/restitution-statutes.ts';
import { assignedCredits } from './assigned.ts';
import type { MakeDisbursement } from './commands-of-payment.ts';
import type { RestitutionDisbursed, VictimEvent } from './events.ts';
import { paymentKey } from './keys.ts';
import { emptyAccount } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/**
 * One payment of a run that was released: it is made, or withheld, and that is decided once. Whatever two runs were
 * planned on, no more goes out than there is.
 */
export function makeDisbursement(command: MakeDisbursement, state: VictimState): readonly VictimEvent[] {
  const { victimId, caseId, disbursementId, runId, on, paidTo, representativeId } = command;
  const key = paymentKey(command);
  if (state.disbursements.get(key) !== undefined || state.withheld.get(key) !== undefined) return [];
  const data = { victimId, caseId, disbursementId, amount: formatMoney(command.amount), runId };
  const reason = whyWithheld(command, state);
  if (reason !== undefined)
    return [{ type: 'DisbursementWithheld', effectiveOn: on, data: { ...data, reason } }];
  const payee = {
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== undefined && { representativeId }),
  };
  return [
    {
      type: 'RestitutionDisbursed',
      effectiveOn: on,
      data: { ...data, ...payee, ...besideIn(command, state) },
    },
  ];
}

/** What the case itself has credited the victim with, and what of that is interest on orders under section 2259. */
interface BesideHere {
  readonly creditedInCase?: Money;
  readonly interestInCase?: Money;
}

/**
 * What of a payment had come in beside what this stream credits. A payment does not say what it is for: it is taken first to
 * be such money, so that nothing ends too early. What goes to the Crime Victims Fund is what was credited here.
 */
export function besideIn(
  {
    caseId,
    amount,
    paidTo,
    creditedInCase = noMoney,
    interestInCase = noMoney,
  }: Pick<MakeDisbursement, 'caseId' | 'amount' | 'paidTo'> & BesideHere,
  { accounts }: VictimState,
): Partial<Pick<RestitutionDisbursed['data'], 'beside'>> {
  if (paidTo === 'CRIME_VICTIMS_FUND' || creditedInCase === noMoney) return {};
  const { paidBeside, interest } = accounts.get(caseId) ?? emptyAccount;
  // What this stream was told of is none of it; what is on its way to the case has not come in there yet.
  const told = least(interestInCase, sum(tracks.map((track) => interest.credited[track])));
  const beside = least(amount, atLeastNothing(subtract(creditedInCase, add(told, paidBeside))));
  return beside === noMoney ? {} : { beside: formatMoney(beside) };
}

/** What has changed since the payment was planned, so that it is not made; undefined where nothing has. */
function whyWithheld(command: MakeDisbursement, state: VictimState): WithheldReason | undefined {
  const { amount, paidTo, isAppealed } = command;
  if (isAppealed) return 'APPEAL_TAKEN';
  if (paidTo === 'CRIME_VICTIMS_FUND') {
    const payable = sum([forFund(command, state)]);
    return amount > payable || amount > heldFor(command, state) ? 'NOT_PAYABLE' : undefined;
  }
  const doubt = whyNotPayee(command, state);
  if (doubt !== undefined) return doubt;
  const own = subtract(heldFor(command, state), atLeastNothing(forFund(command, state)));
  return amount > own ? 'NOT_PAYABLE' : undefined;
}

function whyNotPayee(
  { representativeId, on }: MakeDisbursement,
  { people }: VictimState,
): NoPayee | 'PAYEE_CHANGED' | undefined {
  const { diedOn, held, representations: representatives } = people;
  const heirs = (successionOn(people, on)?.heirs ?? []).map((heir) => heir.representativeId);
  const payee = payeeOn({ diedOn, heldOn: held?.on, representatives, heirs }, on);
  if (typeof payee === 'string') return payee;
  return payee.representativeId === representativeId ? undefined : 'PAYEE_CHANGED';
}

/** What the court holds of the case's money: what this stream and the case have credited, less what went out, or waits where nobody claims it. */
function heldFor({ caseId, creditedInCase }: MakeDisbursement, { accounts }: VictimState): Money {
  const { credited, disbursed, unclaimed } = accounts.get(caseId) ?? emptyAccount;
  const gone = add(disbursed, unclaimed);
  return subtract(add(sum(tracks.map((track) => credited[track])), creditedInCase), gone);
}

/** What of it was assigned to the Crime Victims Fund, and has not gone there. */
function forFund({ caseId }: MakeDisbursement, state: VictimState): Money {
  const assigned = assignedCredits(state).filter((each) => each.caseId === caseId);
  const { toFund } = state.accounts.get(caseId) ?? emptyAccount;
  return subtract(assigned.length === 0 ? noMoney : sum(assigned.map(({ amount }) => amount)), toFund);
}
