import type { PaymentAllocated } from '../../domain/case/allocation-events.ts';
import type { StoredEvent } from '../../domain/events.ts';
import { isMoneyText } from '../../domain/money.ts';
import type { RecoveryCredited } from '../../domain/liability/events.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import { storedEventOf } from '../reading.ts';
import { groupedAmount, type Line } from './arithmetic.ts';
import { policiesNamed, type Asking } from './asking.ts';
import { causesOf, effectsOf, recordedBeside } from './chain.ts';
import { countOf } from './consequences.ts';
import { creditShown } from './credit-shown.ts';
import { capital, eventInWords, eventWords, provisionsOf } from './event-words.ts';
import { numbered, type Explanation, type StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import { lawMadeStep } from './law-made.ts';
import { placed, type Recorded } from './log-facts.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';
import { allocatedStep, debtsByRound } from './receipt-in-cases.ts';

/** What an event is, what it came of, by which words of the law and answers, and what came of it. */
export async function explainEvent(asking: Asking, recorded: RecordedEvent): Promise<Explanation> {
  const event = storedEventOf(recorded);
  const itself = placed(recorded, event);
  const position = String(recorded.position);
  const fact = factOf(itself);
  return {
    subject: { kind: 'event', id: position, victimId: null },
    title: `What ${event.type} at position ${position} is, and why`,
    steps: numbered([
      whatItIs(asking, recorded, event),
      ...(await howItWasWorkedOut(asking, itself)),
      await whyItCame(asking, recorded),
      await whatItCaused(asking, recorded),
    ]),
    figure: fact.amount === null ? null : { name: 'amount', amount: fact.amount },
  };
}

function whatItIs({ book }: Asking, recorded: RecordedEvent, event: StoredEvent): StepDraft {
  const words = eventWords(event);
  const data = event.data as Readonly<Record<string, unknown>>;
  const { citation, policyVersion } = data;
  const answers = typeof policyVersion === 'number' ? book.version(policyVersion) : undefined;
  const named = typeof citation === 'string' ? [citation] : [];
  const fields = `It says: ${fieldsInWords(data)}.`;
  const where = `It stands in ${recorded.stream}, in effect on ${recorded.effectiveOn}, recorded at ${recorded.recordedAt}.`;
  return {
    says: `${capital(eventInWords(event))}. ${where} ${fields}`,
    facts: [factOf(placed(recorded, event))],
    law: quoted(...named, ...provisionsOf(event, recorded.stream), ...statuteIn(data)),
    policies: answers && words?.policies ? applied(answers, ...words.policies) : [],
  };
}

function statuteIn({ statute }: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof statute === 'string' ? [statute] : [];
}

/** Every field by its name; of what is a list, how long it is. */
function fieldsInWords(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([name, value]) => `${nameInWords(name)} ${valueInWords(value)}`)
    .join('; ');
}

function valueInWords(value: unknown): string {
  if (value === null) return 'none';
  if (Array.isArray(value)) {
    const isShort = value.length <= 10 && value.every((each) => typeof each === 'string');
    if (isShort) return value.join(', ');
    const entries = value.length <= 10 ? value.map(entryInWords) : [];
    const isPlain = entries.length > 0 && !entries.includes(undefined);
    const count = countOf(value.length, 'entry', 'entries');
    return isPlain ? `${count} (${entries.join(', ')})` : count;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `v-1 FULL_AMOUNT 5,000.00`; undefined where the entry holds more than texts. */
function entryInWords(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const values: readonly unknown[] = Object.values(entry);
  const texts = values.flatMap((each) => (typeof each === 'string' ? [each] : []));
  if (texts.length < values.length) return undefined;
  return texts.map((each) => (isMoneyText(each) ? groupedAmount(each) : each)).join(' ');
}

/** `policyVersion`, as people say it: `policy version`. */
function nameInWords(name: string): string {
  return name.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase();
}

/** The sums behind an event that the law or a division made, by the state that it was decided on. */
async function howItWasWorkedOut(
  asking: Asking,
  itself: Recorded<StoredEvent>,
): Promise<readonly StepDraft[]> {
  const { event } = itself;
  if (event.type === 'PaymentAllocated') return divided(asking, { ...itself, event });
  if (!('victimId' in event.data) || event.data.victimId === null) return [];
  const { victimId } = event.data;
  const steps: StepDraft[] = [];
  await asking.facts.walkVictim(victimId, (recorded, victim) => {
    if (recorded.id !== itself.id) return;
    const policies = policiesNamed(asking, recorded.event);
    const step = policies && lawMadeStep(recorded, { victim, policies });
    if (step) steps.push({ ...step, facts: [], law: [] });
  });
  if (event.type === 'RecoveryCredited') steps.push(...(await letIn(asking, { ...itself, event })));
  return steps;
}

/** What was let in of a tender; a credit that the case decides by itself has no such question. */
async function letIn(asking: Asking, itself: Recorded<RecoveryCredited>): Promise<readonly StepDraft[]> {
  const { victimId, receiptId } = itself.event.data;
  const { received } = await asking.facts.walk({ kind: 'Receipt', id: receiptId }, () => undefined);
  const policies = asking.book.onDay(received?.on ?? itself.event.effectiveOn, itself.position);
  const lines: Line[] = [];
  await asking.facts.walkVictim(victimId, (recorded, before) => {
    if (recorded.id === itself.id) lines.push(...creditShown(itself.event, before, policies).lines);
  });
  if (lines.length === 0) return [];
  const says = `${groupedAmount(itself.event.data.accepted)} was let in.`;
  return [{ says, policies: applied(policies, 'P-06', 'P-07'), arithmetic: lines }];
}

async function divided(asking: Asking, itself: Recorded<PaymentAllocated>): Promise<readonly StepDraft[]> {
  const { caseId, receiptId } = itself.event.data;
  const receipt = await asking.facts.walk({ kind: 'Receipt', id: receiptId }, () => undefined);
  const debts = await debtsByRound(asking, caseId, receiptId);
  const steps: StepDraft[] = [];
  await asking.facts.walk({ kind: 'Case', id: caseId }, (recorded, state) => {
    if (recorded.id !== itself.id) return;
    const step = allocatedStep(itself, state, { asking, receipt, debts });
    if (step) steps.push({ ...step, facts: [] });
  });
  return steps;
}

async function whyItCame({ log }: Asking, recorded: RecordedEvent): Promise<StepDraft> {
  const causes = await causesOf(log, recorded);
  const facts = causes.map((cause) => factOf(placed(cause, storedEventOf(cause))));
  const { commandId } = recorded;
  if (facts.length === 0)
    return { says: `A command brought it about (${commandId}): it is the first that was recorded of it.` };
  return {
    says: `It came of ${countOf(facts.length, 'event')} before it, the nearest first; the last is what a command brought about (${causes.at(-1)?.commandId ?? commandId}).`,
    facts,
  };
}

async function whatItCaused({ log, standpoint }: Asking, recorded: RecordedEvent): Promise<StepDraft> {
  const { effects, isAll } = await effectsOf(log, recorded, standpoint.position);
  const facts = effects.map((effect) => factOf(placed(effect, storedEventOf(effect))));
  const within = isAll ? '' : ' among the next 10,000 events';
  const beside = (await recordedBeside(log, recorded)).map((each) =>
    factOf(placed(each, storedEventOf(each))),
  );
  const together =
    beside.length === 0 ? '' : `${countOf(beside.length, 'event')} came with it, by the same command`;
  if (facts.length === 0 && beside.length > 0) return { says: `${together}.`, facts: beside };
  const what = facts.length === 0 ? 'Nothing' : countOf(facts.length, 'event');
  const more = beside.length === 0 ? '' : ` ${together}.`;
  return { says: `${what} came of it${within}.${more}`, facts: [...facts, ...beside] };
}
