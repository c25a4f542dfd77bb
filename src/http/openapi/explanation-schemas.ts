/** What the ledger answers when it is asked why, as JSON Schema. */
import type { Line } from '../../application/explain/arithmetic.ts';
import type {
  ExplainedSubject,
  Explanation,
  Fact,
  Figure,
  PolicyApplied,
  QuotedLaw,
  Step,
} from '../../application/explain/explanation.ts';
import {
  dayOf,
  instant,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  ref,
  textOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

/** The components of an explanation. */
export const explanationSchemas: Readonly<Record<string, Schema>> = {
  Explanation: objectOf<Explanation>('Why a figure, an event or an end of liability is what it is.', {
    subject: ref('ExplainedSubject'),
    title: textOf('What is explained, in a sentence.'),
    steps: listOf(ref('ExplainedStep'), 'In the order in which one follows from another.'),
    figure: orNull(ref('ExplainedFigure'), 'What all of it comes to; null where that is no amount.'),
  }),
  ExplainedSubject: objectOf<ExplainedSubject>('What is explained.', {
    kind: oneOf('victim', 'liability', 'receipt', 'event', 'interest'),
    id: textOf('Of the victim, order, receipt or debt; the position of an event.'),
    victimId: orNull(textOf('The victim of a liability; null for anything else.')),
  }),
  ExplainedFigure: objectOf<Figure>('A figure of the ledger.', {
    name: textOf('Its name in the answer that has it.'),
    amount: moneyOf('The figure.'),
  }),
  ExplainedStep: objectOf<Step>('One step, with all that it rests on.', {
    number: numberOf('From 1.'),
    says: textOf('The step in plain words.'),
    facts: listOf(ref('ExplainedFact'), 'What was recorded; of very many, the first 1,000.'),
    factsLeftOut: numberOf('How many facts more there are.'),
    law: listOf(ref('QuotedLaw')),
    policies: listOf(ref('PolicyApplied')),
    arithmetic: listOf(ref('ArithmeticLine'), 'Sums that a person can redo, in order.'),
  }),
  ExplainedFact: objectOf<Fact>('One thing that was recorded.', {
    position: numberOf('Where in the log it stands.'),
    type: textOf('The type of the event.'),
    effectiveOn: dayOf('The legal day.'),
    recordedAt: instant,
    says: textOf('What happened.'),
    amount: orNull(moneyOf('The amount that it is about; null where it is about none.')),
    caseId: orNull(textOf('Id of the case.')),
    victimId: orNull(textOf('Id of the victim.')),
    defendantId: orNull(textOf('Id of the defendant.')),
    orderId: orNull(textOf('Id of the order.')),
    receiptId: orNull(textOf('Source, point and number of a payment.')),
  }),
  QuotedLaw: objectOf<QuotedLaw>('A provision of law.', {
    citation: textOf('Where it stands.'),
    words: orNull(textOf('What it says; null where the ledger does not hold its words.')),
  }),
  PolicyApplied: objectOf<PolicyApplied>('How a question that the law leaves open was answered then.', {
    policy: textOf('The number of the question.'),
    question: textOf('The question.'),
    value: textOf('The answer that held when it was decided.'),
    version: numberOf('The number that stands for all answers that held then; 0 for the defaults.'),
  }),
  ArithmeticLine: objectOf<Line>('One sum, which computes from its own text.', {
    text: textOf('The sum, with what it comes to behind the equals sign.'),
    result: moneyOf('What it comes to.'),
    note: orNull(textOf('What it is for; null where it speaks for itself.')),
    isAsRecorded: {
      ...yesOrNo,
      type: ['boolean', 'null'],
      description: 'Whether the ledger holds the same figure; null where it holds none.',
    },
  }),
};
