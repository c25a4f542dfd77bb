import { liabilityKey } from '../../domain/liability/liability-index.ts';
import { accessoryKey } from '../../domain/case/keys.ts';
import { isDecidedByVictim, type CaseState } from '../../domain/case/state.ts';
import type { PaymentAllocated, PaymentApplied } from '../../domain/case/allocation-events.ts';
import type { LedgerEvent } from '../../domain/events.ts';
import type { CaseId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { ReceiptState } from '../../domain/receipt/state.ts';
import { amount, groupedAmount, line, minus, plus } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import { capital, eventInWords } from './event-words.ts';
import type { StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import type { Recorded } from './log-facts.ts';
import { appliedBy, together } from './moved.ts';
import { roundStep } from './rounds.ts';

/** A step with the position that it is told at. */
export interface PlacedStep {
  readonly position: number;
  readonly step: StepDraft;
}

/** What a receipt did in one case. */
export interface InCase {
  readonly steps: readonly PlacedStep[];
  /** The victims whose streams were asked what they take. */
  readonly asked: ReadonlySet<VictimId>;
  /** What the case itself credited, and took back, in effect on the clocks. */
  readonly paid: readonly Money[];
}

type Receipt = Pick<ReceiptState, 'received' | 'passes'>;

/** Goes through a case and tells what a receipt did there. */
export async function receiptInCase(
  asking: Asking,
  caseId: CaseId,
  { receiptId, receipt }: { readonly receiptId: ReceiptId; readonly receipt: Receipt },
): Promise<InCase> {
  const ref = { kind: 'Case', id: caseId } as const;
  const debts = await debtsByRound(asking, caseId, receiptId);
  const told: InCase & { steps: PlacedStep[]; asked: Set<VictimId>; paid: Money[] } = {
    ...{ steps: [], asked: new Set(), paid: [] },
  };
  const rounds = new Map<number, PaymentAllocated>();
  const interest = new Map<number, Tendered>();
  await asking.facts.walk(ref, (recorded, state) => {
    const { event, position } = recorded;
    if (!isOf(event, receiptId) || !asking.facts.isInEffect(event)) return;
    const paid = appliedBy(event);
    if (paid !== undefined) told.paid.push(paid);
    asInterest(event, interest);
    const step = stepOf(recorded, state, { asking, receipt, debts, rounds, interest });
    if (step) told.steps.push({ position, step });
    if (event.type !== 'PaymentAllocated') return;
    for (const part of event.data.parts) if (isDecidedByVictim(state, part)) told.asked.add(part.victimId);
  });
  return told;
}

/** What each round credited to each debt; it stands behind the event of the round. */
export async function debtsByRound(asking: Asking, caseId: CaseId, receiptId: ReceiptId): Promise<Debts> {
  const debts = new Map<number, Map<string, Money>>();
  const tendered = new Set<number>();
  for await (const { event } of asking.facts.of({ kind: 'Case', id: caseId })) {
    const credit = isOf(event, receiptId) ? beyondRestitution(event) : undefined;
    if (credit === undefined) continue;
    // What came of a tender stands behind the event of its answer; the round offered what was tendered.
    if (event.type === 'InterestCredited' && tendered.has(credit.round)) continue;
    if (event.type === 'InterestTendered') tendered.add(credit.round);
    const ofRound = debts.get(credit.round) ?? new Map<string, Money>();
    debts.set(credit.round, ofRound.set(credit.key, add(ofRound.get(credit.key) ?? noMoney, credit.amount)));
  }
  return debts;
}

/** What an event credits to a debt, or to interest or penalties on anything. */
function beyondRestitution({
  type,
  data,
}: LedgerEvent): { readonly round: number; readonly key: string; readonly amount: Money } | undefined {
  if (type === 'DebtCredited')
    return { round: data.round, key: data.debtId, amount: parseMoney(data.amount) };
  if (type !== 'InterestCredited' && type !== 'InterestTendered' && type !== 'PenaltyCredited')
    return undefined;
  const kind = type === 'PenaltyCredited' ? 'PENALTY' : 'INTEREST';
  return { round: data.round, key: accessoryKey(kind, data), amount: parseMoney(data.amount) };
}

/** What each round credited to each debt, and to interest and penalties. */
export type Debts = ReadonlyMap<number, ReadonlyMap<string, Money>>;

interface Telling {
  readonly asking: Asking;
  readonly receipt: Receipt;
  readonly debts: Debts;
  readonly rounds: Map<number, PaymentAllocated>;
  /** What was tendered as interest in each round (P-10), and what of it was credited. */
  readonly interest: ReadonlyMap<number, Tendered>;
}

interface Tendered {
  readonly offered: Money[];
  readonly taken: Money[];
}

function asInterest(event: LedgerEvent, interest: Map<number, Tendered>): void {
  if (event.type === 'InterestTendered') {
    const { round, amount: offered } = event.data;
    const before = interest.get(round) ?? { offered: [], taken: [] };
    before.offered.push(parseMoney(offered));
    interest.set(round, before);
  }
  if (event.type === 'InterestCredited')
    interest.get(event.data.round)?.taken.push(parseMoney(event.data.amount));
}

function stepOf(recorded: Recorded, state: CaseState, telling: Telling): StepDraft | undefined {
  const { event } = recorded;
  switch (event.type) {
    case 'PaymentAllocated':
      telling.rounds.set(event.data.round, event);
      return allocatedStep({ ...recorded, event }, state, telling);
    case 'PaymentApplied':
      return appliedStep({ ...recorded, event }, telling);
    case 'PaymentUnapplied':
      return {
        says: `The receipt came back: all that it paid in case ${event.data.caseId} is owed again.`,
        facts: [factOf(recorded)],
      };
    case 'OverpaymentUnapplied': {
      const { orderId, caseId, parts } = event.data;
      const taken = groupedAmount(formatMoney(sum(parts.map((part) => parseMoney(part.amount)))));
      return {
        says: `Order ${orderId} was amended: ${taken} that the receipt had paid in case ${caseId} above what is ordered, and that was not paid out, was taken back (P-46).`,
        facts: [factOf(recorded)],
      };
    }
    case 'RecoveryUnapplied':
      return { says: `${capital(eventInWords(event))}.`, facts: [factOf(recorded)] };
    default:
      return undefined;
  }
}

/** One round, by the answers that it names; undefined where these are not known, which would be a wrong log. */
export function allocatedStep(
  recorded: Recorded<PaymentAllocated>,
  state: CaseState,
  { asking, receipt, debts }: Pick<Telling, 'asking' | 'receipt' | 'debts'>,
): StepDraft | undefined {
  const { event: allocated } = recorded;
  const { parts, round, policyVersion } = allocated.data;
  const policies = asking.book.version(policyVersion);
  if (policies === undefined) return undefined;
  const shares = parts.map((part) => [liabilityKey(part), parseMoney(part.amount)] as const);
  const shareOf = new Map<string, Money>([...shares, ...(debts.get(round) ?? [])]);
  const step = roundStep({ state, allocated, receipt, recorded: shareOf, policies });
  return { ...step, facts: [factOf(recorded)] };
}

/** What is left of a round: what found nobody, and what was declined. */
function appliedStep(
  recorded: Recorded<PaymentApplied>,
  { rounds, interest }: Pick<Telling, 'rounds' | 'interest'>,
): StepDraft {
  const { parts, excess, caseId, round } = recorded.event.data;
  const allocated = rounds.get(round);
  const asInterest = interest.get(round) ?? { offered: [], taken: [] };
  const principal = (allocated?.data.parts ?? []).map((part) => parseMoney(part.amount));
  const offered = [...principal, ...asInterest.offered];
  const taken = [...parts.map((part) => parseMoney(part.amount)), ...asInterest.taken];
  const declined = subtract(sum(offered), sum(taken));
  const unallocated = amount(parseMoney(allocated?.data.unallocated ?? '0.00'));
  const left = plus(unallocated, minus(together(offered), together(taken)));
  const lost = declined === noMoney ? 'Nothing was declined' : 'A part was declined';
  return {
    says: `${lost}: ${groupedAmount(excess)} is left of the receipt in case ${caseId}.`,
    facts: [factOf(recorded)],
    arithmetic:
      allocated === undefined
        ? []
        : [
            line(left, {
              note: 'what found nobody to take it, and what was offered, less what was taken',
              recorded: parseMoney(excess),
            }),
          ],
  };
}

function isOf(event: LedgerEvent, receiptId: ReceiptId): boolean {
  return 'receiptId' in event.data && event.data.receiptId === receiptId;
}
