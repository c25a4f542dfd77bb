import type { CalendarDate } from '../../domain/calendar-date.ts';
import { payeeOn, type PayeeFound } from '../../domain/disbursement/payee.ts';
import type { CaseId } from '../../domain/ids.ts';
import { money, noMoney, subtract, sum, type Money } from '../../domain/money.ts';
import { crossesCases, type RestitutionStatute } from '../../domain/statutes/restitution-statutes.ts';
import { assignedCreditsOf } from './payees.ts';
import { assignmentsOf, peopleOf } from './people.ts';
import { personOf } from './persons.ts';
import type { Frame } from './frame.ts';
import type { AssignmentView } from '../views/people.ts';

/** To whom a victim's money of a case is paid. */
interface Beside {
  readonly payee: PayeeFound;
  readonly forFund: Money;
  readonly isMixed: boolean;
}

const noOne: Beside = { payee: { representativeId: undefined }, forFund: noMoney, isMixed: false };

/** Who is paid for victims on a day: most have nobody beside them, and are not asked about. */
export class PayeesBeside {
  readonly #frame: Frame;
  readonly #on: CalendarDate;
  readonly #victims: ReadonlySet<bigint>;

  constructor(frame: Frame, on: CalendarDate) {
    this.#frame = frame;
    this.#on = on;
    const found = frame.all(
      'SELECT DISTINCT victimId FROM people WHERE position <= :position AND effectiveOn <= :day',
    ) as readonly { victimId: bigint }[];
    this.#victims = new Set(found.map(({ victimId }) => victimId));
  }

  of(victim: bigint, caseNumber: bigint): Beside {
    if (!this.#victims.has(victim)) return noOne;
    const id = Number(victim);
    const people = peopleOf(this.#frame, id, personOf(this.#frame, id));
    const { diedOn, payoutHeld, representatives, heirs } = people;
    const payee = payeeOn(
      {
        ...{ diedOn, heldOn: payoutHeld?.on },
        representatives: representatives.map((each) => ({ ...each, until: each.until ?? undefined })),
        heirs: heirs.map(({ representativeId }) => representativeId),
      },
      this.#on,
    );
    // An assignment is about payments to the id for which it was made.
    return { payee, ...this.#fund(victim, caseNumber, assignmentsOf(this.#frame, id)) };
  }

  #fund(
    victim: bigint,
    caseNumber: bigint,
    assignments: readonly AssignmentView[],
  ): Pick<Beside, 'forFund' | 'isMixed'> {
    const caseId = this.#frame.term(caseNumber) as CaseId;
    const reaching = assignments.filter((each) => each.caseId === null || each.caseId === caseId);
    if (reaching.length === 0) return { forFund: noMoney, isMixed: false };
    const ofCase = assignedCreditsOf(this.#frame, Number(victim), reaching).filter(
      (each) => each.caseId === caseId,
    );
    const given = sum(ofCase.map(({ amount }) => amount));
    const forFund = subtract(given, this.#paidToFund(victim, caseNumber));
    return { forFund, isMixed: this.#hasOtherThan2259(victim, caseNumber) };
  }

  /** What went to the Fund, less what came back from it. */
  #paidToFund(victim: bigint, caseNumber: bigint): Money {
    const cells = this.#frame.first(
      `SELECT coalesce(sum(d.amount), 0) AS total FROM disbursements d
         JOIN disbursements p ON p.disbursementId = d.disbursementId AND p.victimId = d.victimId AND p.amount > 0
         WHERE d.victimId = :victim AND d.caseId = :case AND p.paidTo = :fund
           AND d.position <= :position AND d.effectiveOn <= :day`,
      {
        ...{ victim: Number(victim), case: Number(caseNumber) },
        fund: this.#frame.numberOf('CRIME_VICTIMS_FUND'),
      },
    ) as { readonly total: bigint };
    return money(cells.total);
  }

  /** What an assignment makes of interest, or of restitution under other statutes, is not measured here. */
  #hasOtherThan2259(victim: bigint, caseNumber: bigint): boolean {
    const found = this.#frame.all(
      `SELECT DISTINCT t.type, o.statute FROM timeline t JOIN orders o ON o.orderId = t.orderId
         WHERE t.victimId = :victim AND t.caseId = :case AND +t.type IN (:credited, :interest)
           AND t.position <= :position AND t.effectiveOn <= :day`,
      {
        ...{ victim: Number(victim), case: Number(caseNumber) },
        credited: this.#frame.numberOf('RecoveryCredited'),
        interest: this.#frame.numberOf('InterestCredited'),
      },
    ) as readonly { type: bigint; statute: bigint }[];
    return found.some(({ type, statute }) => {
      const isInterest = this.#frame.term(type) === 'InterestCredited';
      return isInterest || !crossesCases(this.#frame.term(statute) as RestitutionStatute);
    });
  }
}
