import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DisbursementId, RepresentativeId, RequestId, VictimId } from '../ids.ts';
import { liabilityOf } from '../liability/liability-index.ts';
import { add, atLeastNothing, noMoney, subtract, sum } from '../money.ts';
import type { PayeeDoubt } from '../people/events.ts';
import { defendantsWhoAre, isConvicted, represents, successionOn, type People } from '../people/people.ts';
import { reject } from '../rejection.ts';
import { victim as victimDefined } from '../statutes/18-usc-2259-c-4-victim.ts';
import { assignment } from '../statutes/18-usc-3664-g-2-assignment.ts';
import { mayBePaidForVictim, offender } from '../statutes/28-cfr-8153-d-2-offender.ts';
import type { VictimEvent } from './events.ts';
import type { PaidTo } from './found-and-paid.ts';
import { hasAny, type Matter } from './matter.ts';
import { isOrderedToPay } from './people-by-law.ts';
import { paymentKey } from './keys.ts';
import { emptyAccount } from './parts-of-state.ts';
import { creditedIn } from './recovery.ts';
import type { VictimState } from './state.ts';

/** A payment out: of restitution of a case, or of assistance under a request. */
interface Payment {
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly caseId?: CaseId;
  readonly requestId?: RequestId;
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | undefined;
  readonly on: CalendarDate;
}

/** What is reported later can put payments into doubt that were made before; without facts, all are looked at again. */
const movers: ReadonlySet<VictimEvent['type']> = new Set([
  'HistoriesJoined',
  'RepresentationEnded',
  'RepresentativeConvicted',
  'VictimDied',
  'SuccessionRecorded',
]);

/** Money that went to somebody whom the law did not know as its payee is recorded, and marked for a person to look at. */
export function payeesAreQuestioned(matter: Matter): readonly VictimEvent[] {
  const { happened, victim, policies } = matter;
  const isWide = hasAny(matter, movers);
  const payments = isWide ? allPayments(victim) : happened.flatMap(paymentOf);
  return payments.flatMap((payment): readonly VictimEvent[] => {
    const reason = doubtOf(payment, victim);
    if (reason === undefined || victim.questioned.get(paymentKey(payment)) === reason) return [];
    const { disbursementId, victimId, caseId, requestId, representativeId, on } = payment;
    const law = { citation: citationOf(reason, payment), policyVersion: policies.version };
    const data = {
      ...{ victimId, disbursementId, reason, ...law },
      ...(caseId !== undefined && { caseId }),
      ...(requestId !== undefined && { requestId }),
      ...(representativeId !== undefined && { representativeId }),
    };
    return [{ type: 'PayeeQuestioned', effectiveOn: on, data }];
  });
}

function paymentOf(event: VictimEvent): readonly Payment[] {
  const { effectiveOn: on } = event;
  if (event.type === 'RestitutionDisbursed') {
    const { disbursementId, victimId, caseId, paidTo = 'VICTIM', representativeId } = event.data;
    return [{ disbursementId, victimId, caseId, paidTo, representativeId, on }];
  }
  if (event.type !== 'AssistanceReceived') return [];
  const { disbursementId, victimId, requestId, representativeId } = event.data;
  return [{ disbursementId, victimId, requestId, ...payeeOf(representativeId), on }];
}

function allPayments({ disbursements, assistance }: VictimState): readonly Payment[] {
  const restitution = [...disbursements.values()].map((paid) => {
    const { disbursementId, victimId, caseId, paidTo, representativeId, on } = paid;
    return { disbursementId, victimId, caseId, paidTo, representativeId, on };
  });
  const fromReserve = [...assistance.entries()].flatMap(([requestId, { victimId, payments }]) => {
    return payments.map(({ disbursementId, representativeId, on }) => {
      return { disbursementId, victimId, requestId, ...payeeOf(representativeId), on };
    });
  });
  return [...restitution, ...fromReserve];
}

function payeeOf(
  representativeId: RepresentativeId | undefined,
): Pick<Payment, 'paidTo' | 'representativeId'> {
  return { paidTo: representativeId === undefined ? 'VICTIM' : 'REPRESENTATIVE', representativeId };
}

function doubtOf(payment: Payment, victim: VictimState): PayeeDoubt | undefined {
  const { people } = victim;
  const { paidTo, representativeId, on } = payment;
  if (paidTo === 'CRIME_VICTIMS_FUND') return wasAssigned(people, payment) ? undefined : 'NOT_ASSIGNED';
  if (people.held !== undefined && on >= people.held.on) return 'PAYOUT_HELD';
  if (representativeId !== undefined) return doubtOfRepresentative(representativeId, on, victim);
  if (people.diedOn !== undefined && on > people.diedOn) return 'VICTIM_DIED';
  return goesBeyondOwn(payment, victim) ? 'ASSIGNED' : undefined;
}

function doubtOfRepresentative(
  id: RepresentativeId,
  on: CalendarDate,
  victim: VictimState,
): PayeeDoubt | undefined {
  const { people } = victim;
  if (isConvictedBy(people, id, on)) return 'OFFENDER';
  if (represents(people, id, on)) return undefined;
  const isHeir =
    successionOn(people, on)?.heirs.some(({ representativeId }) => representativeId === id) ?? false;
  if (isHeir) return undefined;
  return isOffender(victim, id) ? 'OFFENDER' : 'NOT_REPRESENTING';
}

function isConvictedBy({ convictions }: People, id: RepresentativeId, on: CalendarDate): boolean {
  return convictions.some((each) => each.representativeId === id && each.on <= on);
}

/** Whether something of the case had been assigned by then; what came in until it was revoked may be paid later. */
function wasAssigned({ assignments }: People, { victimId, caseId, on }: Payment): boolean {
  return assignments.some((each) => {
    return each.victimId === victimId && each.from <= on && (each.caseId ?? caseId) === caseId;
  });
}

/** Whether more went to the victim in the case than was credited there and not assigned, since an assignment began. */
function goesBeyondOwn(payment: Payment, victim: VictimState): boolean {
  const { caseId } = payment;
  if (caseId === undefined || !wasAssigned(victim.people, payment)) return false;
  const account = victim.accounts.get(caseId) ?? emptyAccount;
  const { disbursed, toFund, paidBeside } = account;
  const gone = [...victim.assigned.entries()].map(([key, { amount }]) => {
    return victim.liabilities.get(liabilityOf(key))?.caseId === caseId ? amount : noMoney;
  });
  if (sum(gone) === noMoney) return false;
  const own = subtract(creditedIn(account), sum(gone));
  return subtract(disbursed, add(toFund, paidBeside)) > atLeastNothing(own);
}

function citationOf(reason: PayeeDoubt, { requestId }: Payment): string {
  if (reason === 'ASSIGNED' || reason === 'NOT_ASSIGNED') return assignment.citation;
  if (reason === 'OFFENDER' && requestId !== undefined) return offender.citation;
  return victimDefined.citation;
}

/** Convicted of having abused the victim: by what was recorded, or by an order under section 2259 that stands. */
function isOffender(victim: VictimState, id: RepresentativeId): boolean {
  const { people } = victim;
  return isConvicted(people, id) || defendantsWhoAre(people, id).some((each) => isOrderedToPay(victim, each));
}

/**
 * Assistance is paid by this ledger's own decision, and so it is not paid where the law forbids its payee.
 *
 * @throws Rejection where the payee abused the victim, or is the victim who has died, or the money is held until a court is asked
 */
export function expectPayableTo(
  victim: VictimState,
  { representativeId, on }: Pick<Payment, 'representativeId' | 'on'>,
): void {
  const { held, diedOn } = victim.people;
  if (held !== undefined) reject('payout-held', '/requestId');
  if (representativeId === undefined) {
    if (diedOn !== undefined && on > diedOn) reject('victim-died', '/representativeId');
    return;
  }
  if (!mayBePaidForVictim({ isOffender: isOffender(victim, representativeId) }))
    reject('representative-convicted', '/representativeId');
}
