import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { PolicyId } from '../../domain/policy/catalogue.ts';
import type { Line } from './arithmetic.ts';

/** Why a figure, an event or an end of liability is what it is, so that a person can redo it by hand. */
export interface Explanation {
  readonly subject: ExplainedSubject;
  readonly title: string;
  /** In the order in which one follows from another. */
  readonly steps: readonly Step[];
  /** What all of it comes to; null where that is no amount, or where none can be said. */
  readonly figure: Figure | null;
}

/** What is explained: which of these, and its id. */
export interface ExplainedSubject {
  readonly kind: 'victim' | 'liability' | 'receipt' | 'event' | 'interest';
  /** Of the victim, order, receipt or debt; the position of an event. */
  readonly id: string;
  /** The victim of a liability; null for anything else. */
  readonly victimId: string | null;
}

/** A figure of the ledger by its name in the answer that has it, such as `headroom`. */
export interface Figure {
  readonly name: string;
  readonly amount: MoneyText;
}

/** One step of an explanation. */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly says: string;
  /** What was recorded and this rests on; of very many, the first. */
  readonly facts: readonly Fact[];
  /** How many facts more there are than are named. */
  readonly factsLeftOut: number;
  readonly law: readonly QuotedLaw[];
  readonly policies: readonly PolicyApplied[];
  readonly arithmetic: readonly Line[];
}

/** One thing that was recorded. */
export interface Fact {
  readonly position: number;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly says: string;
  readonly amount: MoneyText | null;
  readonly caseId: string | null;
  readonly victimId: string | null;
  readonly defendantId: string | null;
  readonly orderId: string | null;
  readonly receiptId: string | null;
}

/** A provision, with its words as the ledger holds them; null where it does not hold them. */
export interface QuotedLaw {
  readonly citation: string;
  readonly words: string | null;
}

/** How a question that the law leaves open was answered when something was decided. */
export interface PolicyApplied {
  readonly policy: PolicyId;
  readonly question: string;
  readonly value: string;
  /** The number that stands for all answers that held then; 0 for the defaults. */
  readonly version: number;
}

/** A step before it has its number. */
export type StepDraft = Partial<Omit<Step, 'number' | 'factsLeftOut' | 'says'>> & {
  readonly says: string;
};

/** So many facts are named in one step. */
const factsNamed = 1_000;

/** The steps, numbered. */
export function numbered(steps: readonly StepDraft[]): readonly Step[] {
  return steps.map(({ says, facts = [], law = [], policies = [], arithmetic = [] }, index) => ({
    number: index + 1,
    says,
    facts: facts.slice(0, factsNamed),
    factsLeftOut: Math.max(0, facts.length - factsNamed),
    ...{ law, policies, arithmetic },
  }));
}

/** More amounts than so many are told by their sum. */
export const amountsShown = 20;
