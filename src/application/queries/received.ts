import type { CaseId } from '../../domain/ids.ts';
import { add, atLeastNothing, least, money, noMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { isFullyRecovered } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { countedElsewhere } from '../../domain/victim/count-elsewhere.ts';
import {
  receivedInAll,
  recoveredAsInterest,
  recoveredInAll,
  type CreditedIn,
} from '../../domain/victim/recovery.ts';
import { emptyAccount, type CaseAccount } from '../../domain/victim/parts-of-state.ts';
import { clearedOf, creditsOf } from './credits.ts';
import {
  interestReceived,
  isInterestUntold,
  paidOutBeforeTold,
  type InterestReceived,
} from './interest-received.ts';
import { assignedCreditsOf } from './payees.ts';
import { assignmentsOf } from './people.ts';
import { recoveredFrom } from './recoveries.ts';
import type { Frame } from './frame.ts';
import type { OfStatute } from './liability-history.ts';

/** What came in for a victim, as the open questions of the law have it counted. */
export interface CountedIn {
  /** Credited on every track, under every statute. */
  readonly credited: Money;
  /** What counts toward the cap as soon as it is credited. */
  readonly recovered: Money;
  /** What the victim has received in the sense of the statute (P-05). */
  readonly received: Money;
  /** What the Reserve paid. */
  readonly assisted: Money;
  /** What was recovered elsewhere, as far as it counts. */
  readonly elsewhere: Money;
  /** What was credited as interest, as far as it counts (P-10): part of what was recovered. */
  readonly interest: Money;
  /** Whether interest was credited that counts, and is not told to the victim’s stream yet. */
  readonly isInterestUntold: boolean;
}

/** A person, and what is owed to it under all its ids. */
interface Whose {
  readonly victims: readonly number[];
  readonly owed: readonly OfStatute[];
}

/** What came in for a victim, under any of these ids, counted by these answers. */
export function countedIn(frame: Frame, { victims, owed }: Whose, policies: Policies): CountedIn {
  const { all, under2259, byCase } = creditsOf(frame, owed);
  const interest = interestReceived(frame, victims);
  const counts = policies['P-10'] === 'COUNTS';
  const assisted = sum(victims.map((id) => assistedOf(frame, id)));
  const assigned = victims.flatMap((id) => assignedCreditsOf(frame, id, assignmentsOf(frame, id)));
  const elsewhere = { sums: victims.flatMap((id) => recoveredFrom(frame, id)) };
  const beside = { total: { ...under2259, interest: interest.total }, assisted, assigned, elsewhere };
  const recovered = recoveredInAll(beside, policies);
  return {
    ...{ credited: all, recovered, assisted },
    received: receivedBy(policies, {
      PAID_THROUGH_COURT: () => recovered,
      CLEARED: () =>
        receivedInAll({ ...beside, accounts: [], cleared: clearedIn(frame, victims, interest) }, policies),
      DISBURSED: () =>
        receivedInAll(
          { ...beside, accounts: accountsOf(frame, victims, { byCase, interest }), cleared: emptyAccount },
          policies,
        ),
    }),
    elsewhere: countedElsewhere(elsewhere.sums, policies),
    interest: counts ? recoveredAsInterest(beside.total, policies) : noMoney,
    isInterestUntold: counts && isInterestUntold(frame, victims, interest),
  };
}

/** What has cleared, of principal and of interest. */
function clearedIn(
  frame: Frame,
  victims: readonly number[],
  { total: { cleared, clearedUnderVacated } }: InterestReceived,
): CreditedIn {
  const interest = { credited: cleared, underVacated: clearedUnderVacated };
  return { ...clearedOf(frame, victims).under2259, interest };
}

/** What has cleared, and what was paid out, is looked for only where it counts (P-05). */
function receivedBy(policies: Policies, ways: { readonly [Answer in Policies['P-05']]: () => Money }): Money {
  return ways[policies['P-05']]();
}

/** What the Reserve has paid the victim, less what came back. */
function assistedOf(frame: Frame, victim: number): Money {
  const cells = frame.first(
    `SELECT sum(amount) AS total FROM assistance WHERE victimId = :victim AND +type IN (:received, :returned)
       AND position <= :position AND effectiveOn <= :day`,
    {
      victim,
      received: frame.numberOf('AssistanceReceived'),
      returned: frame.numberOf('AssistanceReturned'),
    },
  ) as { readonly total: bigint | null } | undefined;
  return money(cells?.total ?? 0n);
}

interface PaidCells {
  readonly caseId: bigint;
  readonly disbursed: bigint;
  readonly toFund: bigint;
  readonly paidBeside: bigint;
}

/** What comes back is taken from whom it had been paid to: the row of the payment says who that was. */
const paidOut = `SELECT d.caseId, sum(d.amount) AS disbursed,
    coalesce(sum(CASE WHEN p.paidTo = :fund THEN d.amount END), 0) AS toFund,
    sum(CASE WHEN d.amount < 0 THEN -p.beside ELSE p.beside END) AS paidBeside
  FROM disbursements d JOIN disbursements p ON p.disbursementId = d.disbursementId AND p.victimId = d.victimId
    AND p.amount > 0
  WHERE d.victimId = :victim AND d.position <= :position AND d.effectiveOn <= :day
  GROUP BY d.caseId`;

/** What came in and went out, by case. */
function accountsOf(
  frame: Frame,
  victims: readonly number[],
  {
    byCase,
    interest,
  }: Pick<ReturnType<typeof creditsOf>, 'byCase'> & { readonly interest: InterestReceived },
): ReadonlyMap<CaseId, CaseAccount> {
  const accounts = new Map<CaseId, CaseAccount>();
  for (const [caseId, credited] of byCase) accounts.set(caseId, { ...emptyAccount, ...credited });
  for (const [caseId, ofCase] of interest.byCase)
    accounts.set(caseId, { ...(accounts.get(caseId) ?? emptyAccount), interest: ofCase });
  const told = paidOutBeforeTold(frame, victims);
  const fund = frame.numberOf('CRIME_VICTIMS_FUND');
  const out = victims.flatMap((victim) => frame.all(paidOut, { victim, fund })) as readonly PaidCells[];
  for (const cells of out) {
    const caseId = frame.term(cells.caseId) as CaseId;
    const account = accounts.get(caseId) ?? emptyAccount;
    const disbursed = add(account.disbursed, money(cells.disbursed));
    const paid = {
      disbursed,
      toFund: add(account.toFund, money(cells.toFund)),
      paidBeside: add(account.paidBeside, money(cells.paidBeside)),
    };
    accounts.set(caseId, { ...account, ...paid });
  }
  for (const [caseId, toldPaidOut] of told) {
    const account = accounts.get(caseId) ?? emptyAccount;
    // Of a day before the payment, it is told to be interest and has not gone out yet.
    const paidBeside = atLeastNothing(subtract(account.paidBeside, toldPaidOut));
    accounts.set(caseId, { ...account, paidBeside });
  }
  return accounts;
}

/** How recovery was decided to stand. */
export interface DecidedOn {
  readonly cap: Money | undefined;
  readonly overRecovery: Money;
  /** The greatest loss at which the last full recovery stands; undefined where none does. */
  readonly reachedAt: Money | undefined;
}

/**
 * Whether what was decided agrees no more with what is counted now, as an answer to an open question was changed since (where none
 * ever was set, it always agrees): `ReviewLiabilities` would end or bring back liabilities, or note something else as received above the cap.
 */
export function isReviewDue(received: Money, decided: DecidedOn, policies: Policies): boolean {
  if (policies.version === 0) return false;
  const { cap, overRecovery } = decided;
  const above = cap === undefined ? noMoney : atLeastNothing(subtract(received, cap));
  return above !== overRecovery || isUndone(received, decided) || isReached(received, decided, policies);
}

/** Whether a full recovery that stands would be undone. */
function isUndone(received: Money, { cap, reachedAt }: DecidedOn): boolean {
  return reachedAt !== undefined && received < least(cap ?? reachedAt, reachedAt);
}

/** Whether full recovery would be reached that was not. */
function isReached(received: Money, { cap, reachedAt }: DecidedOn, policies: Policies): boolean {
  if (cap === undefined || (reachedAt !== undefined && cap <= reachedAt)) return false;
  return policies['P-14'] !== 'HOLD' && received > noMoney && isFullyRecovered(cap, received);
}
