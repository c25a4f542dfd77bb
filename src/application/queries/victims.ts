import type { EventType } from '../../domain/events.ts';
import type { CaseId, VictimId } from '../../domain/ids.ts';
import { formatMoney, money, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { headroom } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { causeOf, receiptIn } from './causes.ts';
import { creditsOf } from './credits.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { heldFor } from './held.ts';
import { viewsOf } from './liabilities.ts';
import { owedTo } from './owed-to.ts';
import { disbursedOf } from './payees.ts';
import { peopleOf } from './people.ts';
import { personOf, type Person } from './persons.ts';
import { countedIn, isReviewDue } from './received.ts';
import { recoveriesOf } from './recoveries.ts';
import { underOtherStatutes } from './under-other-statutes.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { OfStatute } from './liability-history.ts';
import type { FindingView, VictimSummary, VictimView } from '../views/ledger.ts';

/** What the ledger knows of a victim; undefined where it had not heard of the victim by then. */
export function victimOf(frame: Frame, id: VictimId): VictimView | undefined {
  const victim = frame.numberOf(id);
  const cells = frame.first(`SELECT ${columns} FROM victims WHERE victimId = :victim AND ${kept}`, {
    victim,
  }) as VictimCells | undefined;
  if (!cells) return undefined;
  const policies = policiesOn(frame);
  const person = personOf(frame, victim);
  const { ids } = person;
  const owed = ids.map((each) => owedTo(frame, each));
  return {
    ...summaryOf(frame, cells, { policies, person, paidUnder: ids, owed }),
    findings: ids.flatMap((each) => findingsOf(frame, each)),
    people: peopleOf(frame, victim, person),
    recoveries: ids.flatMap((each) => recoveriesOf(frame, each, policies)),
    liabilities: owed.flatMap((each) => viewsOf(frame, each)),
    underOtherStatutes: underOtherStatutes(frame, owed.flat()),
  };
}

/**
 * Every victim that the ledger had heard of by then, by id. Where one cap is measured over several ids, each tells what was
 * recovered under all of them; credited, paid out and held is what is so under its own, so that a list may be summed up.
 */
export const victimList: List<VictimSummary> = {
  name: 'victims',
  shape: ['string'],
  start: [''],
  rows: (frame, [after = ''], limit) => {
    const policies = policiesOn(frame);
    const found = frame.all(
      `SELECT ${columns} FROM victims WHERE id > :after AND ${kept} ORDER BY id LIMIT :limit`,
      { after, limit },
    ) as readonly VictimCells[];
    return found.map((cells) => {
      const victim = Number(cells.victimId);
      const person = personOf(frame, victim);
      const owed = person.ids.map((each) => owedTo(frame, each));
      const measured = { policies, person, paidUnder: [victim], owed };
      return { row: summaryOf(frame, cells, measured), place: [cells.id] };
    });
  },
};

const columns = 'victimId, id, disbursed';
// To be registered is no event in the world: the victim of an older order may be registered as of a later day.
const kept = 'position <= :position';

interface VictimCells {
  readonly victimId: bigint;
  readonly id: string;
  readonly disbursed: bigint;
}

/** Over which ids a victim is told of, and under which of them money is counted. */
interface Measured {
  readonly policies: Policies;
  readonly person: Person;
  readonly paidUnder: readonly number[];
  /** What is owed under each of the person’s ids. */
  readonly owed: readonly (readonly OfStatute[])[];
}

function summaryOf(
  frame: Frame,
  cells: VictimCells,
  { policies, person, paidUnder, owed }: Measured,
): VictimSummary {
  const { ids, survivor: victim } = person;
  const counted = countedIn(frame, { victims: ids, owed: owed.flat() }, policies);
  const isOfAll = paidUnder.length === ids.length;
  const owedThere = owed.filter((_, at) => paidUnder.includes(ids[at] ?? 0)).flat();
  const credited = isOfAll ? counted.credited : creditsOf(frame, owedThere).all;
  const { received, recovered } = counted;
  const isKept = ids.length === 1 && frame.isNow;
  const disbursed = isKept ? money(cells.disbursed) : sum(paidUnder.map((id) => disbursedOf(frame, id)));
  const cap = greatestLossOf(frame, victim);
  const room = headroom(cap, policies['P-06'] === 'FREEZE' ? recovered : received);
  const last = lastFullRecovery(frame, victim);
  const overRecovery = lastAmount(frame, victim, 'OverRecoveryNoted');
  return {
    victimId: cells.id as VictimId,
    greatestLoss: cap === undefined ? null : formatMoney(cap),
    received: formatMoney(received),
    recovered: formatMoney(recovered),
    headroom: room === undefined ? null : formatMoney(room),
    credited: formatMoney(credited),
    disbursed: formatMoney(disbursed),
    ...heldFor(frame, paidUnder),
    assisted: formatMoney(counted.assisted),
    elsewhere: formatMoney(counted.elsewhere),
    interestCounted: formatMoney(counted.interest),
    madeWhole: isOutgrown(last, cap) ? null : madeWholeBy(frame, last),
    overRecovery: formatMoney(overRecovery),
    overRecoveryClaimed: formatMoney(lastAmount(frame, victim, 'OverRecoveryClaimed')),
    isReviewDue:
      counted.isInterestUntold || isReviewDue(received, { cap, overRecovery, reachedAt: last?.at }, policies),
  };
}

/** A cap that has risen since leaves more to recover, though what an earlier full recovery ended stays ended. */
function isOutgrown(last: FullRecovery | undefined, cap: Money | undefined): boolean {
  return last !== undefined && cap !== undefined && cap > last.at;
}

interface ConsequenceCells {
  readonly effectiveOn: bigint;
  readonly epoch: bigint | null;
  readonly amount: bigint | null;
  readonly causeType: bigint | null;
  readonly causePosition: bigint | null;
  readonly causeId: bigint | null;
}

/** The last that the law made of the facts about the victim, of this type; of this full recovery, where one is given. */
function lastConsequence(
  frame: Frame,
  victim: number,
  { type, epoch = null }: { type: EventType; epoch?: bigint | null },
): ConsequenceCells | undefined {
  return frame.first(
    `SELECT effectiveOn, epoch, amount, causeType, causePosition, causeId FROM consequences
       WHERE victimId = :victim AND type = :type AND (:epoch IS NULL OR epoch = :epoch)
         AND position <= :position AND effectiveOn <= :day
       ORDER BY position DESC LIMIT 1`,
    { victim, type: frame.numberOf(type), epoch },
  ) as ConsequenceCells | undefined;
}

/** The cap; undefined where there is none. */
function greatestLossOf(frame: Frame, victim: number): Money | undefined {
  const loss = lastConsequence(frame, victim, { type: 'GreatestLossChanged' })?.amount ?? null;
  return loss === null ? undefined : money(loss);
}

/** What the last event of this type says of what was received above the cap. */
function lastAmount(frame: Frame, victim: number, type: 'OverRecoveryNoted' | 'OverRecoveryClaimed'): Money {
  return money(lastConsequence(frame, victim, { type })?.amount ?? 0n);
}

interface FullRecovery {
  readonly cells: ConsequenceCells;
  /** The greatest loss that was reached. */
  readonly at: Money;
}

/** The last full recovery, where it was not undone. */
function lastFullRecovery(frame: Frame, victim: number): FullRecovery | undefined {
  const cells = lastConsequence(frame, victim, { type: 'FullRecoveryReached' });
  if (!cells || lastConsequence(frame, victim, { type: 'FullRecoveryUndone', epoch: cells.epoch }))
    return undefined;
  return { cells, at: money(cells.amount ?? 0n) };
}

function madeWholeBy(frame: Frame, last: FullRecovery | undefined): VictimSummary['madeWhole'] {
  if (last === undefined) return null;
  const { cells } = last;
  const cause = causeOf(frame, cells);
  return {
    on: dayOf(cells.effectiveOn),
    epoch: Number(cells.epoch),
    byReceipt: receiptIn(cause),
    cause,
  };
}

interface FindingCells {
  readonly caseId: bigint;
  readonly category: bigint;
  readonly statute: bigint | null;
  readonly amount: bigint;
  readonly deducted: bigint;
  readonly effectiveOn: bigint;
}

/** The finding of each case, category and statute that counts: of the latest day, and of one day the last recorded. */
function findingsOf(frame: Frame, victim: number): readonly FindingView[] {
  const found = frame.all(
    `SELECT caseId, category, statute, amount, deducted, effectiveOn FROM (
         SELECT *, row_number() OVER (PARTITION BY caseId, category, statute ORDER BY effectiveOn DESC, position DESC) AS place
           FROM findings WHERE victimId = :victim AND position <= :position AND effectiveOn <= :day
       ) WHERE place = 1 ORDER BY position`,
    { victim },
  ) as readonly FindingCells[];
  return found.map((cells) => ({
    caseId: frame.term(cells.caseId) as CaseId,
    category: frame.term(cells.category),
    statute: frame.termOrNull(cells.statute) as FindingView['statute'],
    amount: amountOf(cells.amount),
    assistanceDeducted: amountOf(cells.deducted),
    determinedOn: dayOf(cells.effectiveOn),
  }));
}
