import type { EventType } from '../domain/events.ts';
import type { CaseId, ReceiptId, VictimId } from '../domain/ids.ts';
import { formatMoney, money, noMoney, subtract, type Money } from '../domain/money.ts';
import type { Policies } from '../domain/policy/catalogue.ts';
import { headroom } from '../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { countedElsewhere } from '../domain/victim/count-elsewhere.ts';
import { recoveredInAll } from '../domain/victim/recovery.ts';
import { creditsOf } from './credits.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { liabilityViews } from './queries-liabilities.ts';
import { assignedCreditsOf, disbursedOf } from './queries-payees.ts';
import { assignmentsOf, peopleOf } from './queries-people.ts';
import { recoveredFrom, recoveriesOf } from './queries-recoveries.ts';
import { amountOf, dayOf, type Frame } from './query-frame.ts';
import type { FindingView, VictimSummary, VictimView } from './views.ts';

/** What the ledger knows of a victim; undefined where it had not heard of the victim by then. */
export function victimOf(frame: Frame, id: VictimId): VictimView | undefined {
  const victim = frame.numberOf(id);
  const cells = frame.first(`SELECT ${columns} FROM victims WHERE victimId = :victim AND ${kept}`, {
    victim,
  }) as VictimCells | undefined;
  if (!cells) return undefined;
  const policies = policiesOn(frame);
  return {
    ...summaryOf(frame, cells, policies),
    findings: findingsOf(frame, victim),
    people: peopleOf(frame, victim),
    recoveries: recoveriesOf(frame, victim, policies),
    liabilities: liabilityViews(frame, { where: 'l.victimId = :victim', params: { victim } }),
  };
}

/** Every victim that the ledger had heard of by then, by id. */
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
    return found.map((cells) => ({ row: summaryOf(frame, cells, policies), place: [cells.id] }));
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

function summaryOf(frame: Frame, cells: VictimCells, policies: Policies): VictimSummary {
  const victim = Number(cells.victimId);
  const { all, under2259 } = creditsOf(frame, victim);
  const disbursed = frame.isNow ? money(cells.disbursed) : disbursedOf(frame, victim);
  const assisted = assistedOf(frame, victim);
  const assigned = assignedCreditsOf(frame, victim, assignmentsOf(frame, victim));
  const elsewhere = { sums: recoveredFrom(frame, victim) };
  const toCap = recoveredInAll({ total: under2259, assisted, assigned, elsewhere }, policies);
  const cap = greatestLossOf(frame, victim);
  const room = headroom(cap, toCap);
  return {
    victimId: cells.id as VictimId,
    greatestLoss: cap === undefined ? null : formatMoney(cap),
    recovered: formatMoney(toCap),
    headroom: room === undefined ? null : formatMoney(room),
    credited: formatMoney(all),
    disbursed: formatMoney(disbursed),
    held: formatMoney(subtract(all, disbursed)),
    assisted: formatMoney(assisted),
    elsewhere: formatMoney(countedElsewhere(elsewhere.sums, policies)),
    // A cap that has risen since leaves more to recover, though what an earlier full recovery ended stays ended.
    madeWhole: (room ?? noMoney) > noMoney ? null : madeWholeOf(frame, victim),
    overRecovery: formatMoney(lastAmount(frame, victim, 'OverRecoveryNoted')),
    overRecoveryClaimed: formatMoney(lastAmount(frame, victim, 'OverRecoveryClaimed')),
  };
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

interface ConsequenceCells {
  readonly effectiveOn: bigint;
  readonly epoch: bigint | null;
  readonly amount: bigint | null;
  readonly receiptId: bigint | null;
}

/** The last that the law made of the facts about the victim, of this type; of this full recovery, where one is given. */
function lastConsequence(
  frame: Frame,
  victim: number,
  { type, epoch = null }: { type: EventType; epoch?: bigint | null },
): ConsequenceCells | undefined {
  return frame.first(
    `SELECT effectiveOn, epoch, amount, receiptId FROM consequences
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

/** The last full recovery, where it was not undone. */
function madeWholeOf(frame: Frame, victim: number): VictimSummary['madeWhole'] {
  const last = lastConsequence(frame, victim, { type: 'FullRecoveryReached' });
  if (!last || lastConsequence(frame, victim, { type: 'FullRecoveryUndone', epoch: last.epoch })) return null;
  return {
    on: dayOf(last.effectiveOn),
    epoch: Number(last.epoch),
    byReceipt: frame.termOrNull(last.receiptId) as ReceiptId | null,
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
