import type { CaseId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { RecoveryCredited } from '../../domain/liability/events.ts';
import { noMoney, parseBalance, parseMoney, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import type { ReceiptEvent } from '../../domain/receipt/events.ts';
import type { ReceiptState } from '../../domain/receipt/state.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { jointAndSeveral } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { ReceiptView } from '../views/receipts.ts';
import { groupedAmount, line, total, type Line } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import { countOf } from './consequences.ts';
import { creditShown, type CreditShown } from './credit-shown.ts';
import { capital, eventInWords } from './event-words.ts';
import { amountsShown, numbered, type Explanation, type Fact, type StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import type { Recorded } from './log-facts.ts';
import { movedLine, paidBy } from './moved.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';
import { receiptInCase, type PlacedStep } from './receipt-in-cases.ts';

/** Where every cent of a receipt went, and why. */
export async function explainReceipt(asking: Asking, view: ReceiptView): Promise<Explanation> {
  const { receiptId } = view;
  const steps: PlacedStep[] = [];
  const receipt = await asking.facts.walk({ kind: 'Receipt', id: receiptId }, (recorded) => {
    const step = asking.facts.isInEffect(recorded.event) ? ownStep(asking, recorded) : undefined;
    if (step) steps.push({ position: recorded.position, step });
  });
  const paid: Money[] = [];
  const victims = new Set<VictimId>();
  for (const caseId of casesOf(receipt)) {
    const inCase = await receiptInCase(asking, caseId, { receiptId, receipt });
    steps.push(...inCase.steps);
    paid.push(...inCase.paid);
    for (const victim of inCase.asked) victims.add(victim);
  }
  const isShort = victims.size <= amountsShown;
  const credited = isShort
    ? await creditsIn(asking, receipt, { receiptId, victims })
    : manyVictims(view, victims);
  steps.push(...credited.steps);
  steps.sort((one, other) => one.position - other.position);
  return {
    subject: { kind: 'receipt', id: receiptId, victimId: null },
    title: `Where ${groupedAmount(view.amount)} of receipt ${receiptId} went`,
    steps: numbered([
      ...steps.map(({ step }) => step),
      standing(view, isShort ? [...paid, ...credited.paid] : credited.paid),
    ]),
    figure: { name: 'applied', amount: view.applied },
  };
}

function casesOf({ received, passes }: ReceiptState): ReadonlySet<CaseId> {
  return new Set([...(received ? [received.caseId] : []), ...passes.map(({ caseId }) => caseId)]);
}

/** What the stream of the receipt itself says, save that it was divided. */
function ownStep({ book }: Asking, recorded: Recorded): StepDraft | undefined {
  const event = recorded.event as ReceiptEvent;
  const says = `${capital(eventInWords(event))}.`;
  const facts = [factOf(recorded)];
  const answers = 'policyVersion' in event.data ? book.version(event.data.policyVersion) : undefined;
  switch (event.type) {
    case 'ReceiptPassedOn': {
      const { citation, isLast = false, reach } = event.data;
      const home = isLast ? ' It comes home, to be held if nothing takes it there.' : '';
      const narrow = reach === undefined ? '' : ` It may reach ${reach.join(', ')} there.`;
      const policies = answers ? applied(answers, 'P-09', 'P-39') : [];
      return { says: `${says}${narrow}${home}`, facts, law: quoted(citation), policies };
    }
    case 'OverpaymentPassedOn':
    case 'RecoveryPassedOn': {
      const { citation, reach } = event.data;
      const narrow = reach === undefined ? '' : ` It may reach ${reach.join(', ')} there.`;
      const policies = answers ? applied(answers, 'P-09', 'P-39') : [];
      return { says: `${says}${narrow}`, facts, law: quoted(citation), policies };
    }
    case 'ExcessHeld':
      return {
        says: `${says} Nothing that the payor owes could take it; interest on what several owe jointly takes no payment.`,
        facts,
        policies: answers ? applied(answers, 'P-09') : [],
      };
    default:
      return { says, facts };
  }
}

interface Credited {
  readonly steps: readonly PlacedStep[];
  readonly paid: readonly Money[];
}

interface OfReceipt {
  readonly receiptId: ReceiptId;
  readonly victims: ReadonlySet<VictimId>;
}

/** What the streams of the victims let in, one step for each round. */
async function creditsIn(asking: Asking, receipt: ReceiptState, of: OfReceipt): Promise<Credited> {
  const rounds = new Map<string, RoundOfCredits>();
  const paid: Money[] = [];
  for (const victimId of of.victims) {
    await asking.facts.walkVictim(victimId, (recorded, before) => {
      const { event, position } = recorded;
      const isOf = 'receiptId' in event.data && event.data.receiptId === of.receiptId;
      const isUnder = 'victimId' in event.data && event.data.victimId === victimId;
      if (!isOf || !isUnder || !asking.facts.isInEffect(event)) return;
      paid.push(paidBy(event) ?? noMoney);
      if (event.type !== 'RecoveryCredited') return;
      const policies = asking.book.onDay(receipt.received?.on ?? event.effectiveOn, position);
      addTo(rounds, { ...recorded, event }, { policies, shown: creditShown(event, before, policies) });
    });
  }
  const steps = [...rounds.values()].map(({ position, ...round }) => ({ position, step: creditStep(round) }));
  return { steps, paid };
}

/** Adds what became of one tender to its round. */
function addTo(
  rounds: Map<string, RoundOfCredits>,
  recorded: Recorded<RecoveryCredited>,
  { policies, shown }: { readonly policies: Policies; readonly shown: CreditShown },
): void {
  const { caseId, round: number } = recorded.event.data;
  const key = `${caseId}/${String(number)}`;
  const { position } = recorded;
  const round = rounds.get(key) ?? { position, policies, facts: [], lines: [], why: [], isJoint: false };
  round.facts.push(factOf(recorded));
  round.lines.push(...shown.lines);
  if (shown.why !== undefined) round.why.push(shown.why);
  round.isJoint ||= shown.isJoint;
  rounds.set(key, round);
}

interface RoundOfCredits {
  readonly position: number;
  readonly policies: Policies;
  readonly facts: Fact[];
  readonly lines: Line[];
  readonly why: string[];
  isJoint: boolean;
}

function creditStep({ policies, facts, lines, why, isJoint }: Omit<RoundOfCredits, 'position'>): StepDraft {
  const whole = `${countOf(facts.length, 'tender was', 'tenders were')} made to the streams of victims, which know of every case.`;
  return {
    says: [whole, ...why].join(' '),
    facts,
    law: quoted(fullRecovery.citation, ...(isJoint ? [jointAndSeveral.citation] : [])),
    policies: applied(policies, 'P-06', 'P-07', ...(isJoint ? (['P-23'] as const) : [])),
    arithmetic: lines,
  };
}

/** Of very many victims, what they took is told by its sum. */
function manyVictims(view: ReceiptView, victims: ReadonlySet<VictimId>): Credited {
  const parts = [...view.parts, ...view.debts].map((part) => part.amount);
  const beyond = [view.interest, view.penalties].map(parseMoney).filter((each) => each !== noMoney);
  const paid = [...parts.map(parseMoney), ...beyond];
  const says = `The streams of ${countOf(victims.size, 'victim')} were asked what they take; they are told by their sum.`;
  return { paid, steps: [{ position: Infinity, step: { says } }] };
}

/** Where the money is now. */
function standing(view: ReceiptView, paid: readonly Money[]): StepDraft {
  const { applied: placed, excess, refunded, settling, returnedOn } = view;
  const parts = [placed, excess, refunded, settling].map(parseBalance);
  const note = 'applied, held for refund, refunded and still settling: all that came in';
  const whole = line(total(parts), { note, recorded: parseMoney(view.amount) });
  return {
    says:
      returnedOn === null
        ? `${groupedAmount(placed)} of it is applied.`
        : `It came back unpaid on ${returnedOn}; ${groupedAmount(placed)} of it stays applied.`,
    arithmetic: [
      ...(returnedOn === null ? [whole] : []),
      movedLine(paid, 'applied: what was credited, less what came back', parseBalance(placed)),
    ],
  };
}
