import type { Answer } from './answer.ts';
import { exampleAnswers } from './example-answers.ts';
import { exampleDisbursementAnswers } from './example-disbursement-answers.ts';
import { exampleExplanation } from './example-explanation.ts';
import { reconciliationAnswers } from './reconciliation-answers.ts';
import { exampleReserveAnswers } from './example-reserve-answers.ts';
import { objectOf, listOf, numberOf, oneOf, ref, textOf, type Schema } from './schema-words.ts';

/** Every question that the API answers. */
export const answers = {
  victims: {
    summary: 'All victims, in sums.',
    schema: ref('VictimSummary'),
    isList: true,
    example: exampleAnswers.victims,
  },
  victim: {
    summary: 'What one victim lost and recovered, and who owes it.',
    schema: ref('Victim'),
    example: exampleAnswers.victim,
  },
  order: {
    summary: 'One order, and what is owed under it.',
    schema: ref('Order'),
    example: exampleAnswers.order,
  },
  receipt: {
    summary: 'What became of one payment.',
    schema: ref('Receipt'),
    example: exampleAnswers.receipt,
  },
  receipts: {
    summary: 'Payments in: what came from whom, where its money is, and which came back.',
    schema: ref('ReceiptRow'),
    isList: true,
    example: exampleAnswers.receipts,
  },
  explanation: {
    summary: 'Why a figure, an event or an end of liability is what it is: facts, law, policies, sums.',
    schema: ref('Explanation'),
    example: exampleExplanation,
  },
  liabilities: {
    summary: 'Who owes whom what, and why those do not who do not.',
    schema: ref('Liability'),
    isList: true,
    example: exampleAnswers.liabilities,
  },
  debts: {
    summary: 'What defendants owe beside restitution: assessments, fines, costs.',
    schema: ref('Debt'),
    isList: true,
    example: exampleAnswers.debts,
  },
  interest: {
    summary: 'What interest has accrued on fines and restitution, and when each liability ends.',
    schema: ref('Interest'),
    isList: true,
    example: exampleAnswers.interest,
  },
  arrears: {
    summary: 'Fines and restitution of which a payment is late: notices, default, penalties.',
    schema: ref('Arrears'),
    isList: true,
    example: exampleAnswers.arrears,
  },
  journal: {
    summary: 'Every movement of money, as balanced entries.',
    schema: ref('Entry'),
    isList: true,
    example: exampleAnswers.journal,
  },
  timeline: {
    summary: 'What happened, in the order in which it was recorded.',
    schema: ref('Happening'),
    isList: true,
    example: exampleAnswers.timeline,
  },
  replay: {
    summary: 'What happened, event by event, in words, and how things stood after each.',
    schema: ref('ReplayedEvent'),
    isList: true,
    example: exampleAnswers.replay,
  },
  changes: {
    summary: 'What changed between two standpoints: each figure, by how much, and through which events.',
    schema: ref('Changes'),
    example: exampleAnswers.changes,
  },
  reviews: {
    summary: 'What was recorded that a person should look at, and why.',
    schema: ref('Review'),
    isList: true,
    example: exampleAnswers.reviews,
  },
  deadlines: {
    summary: 'The terms for findings that were put off and for later losses, and how each stands.',
    schema: ref('Deadline'),
    isList: true,
    example: exampleAnswers.deadlines,
  },
  trialBalance: {
    summary: 'The sums of all accounts, and whether the books balance.',
    schema: ref('TrialBalance'),
    example: exampleAnswers.trialBalance,
  },
  disbursementPlan: {
    summary: 'What would be paid out on a day, to whom, and why the rest would not.',
    schema: ref('DisbursementPlan'),
    example: exampleDisbursementAnswers.disbursementPlan,
  },
  refundPlan: {
    summary: 'What would go back to payors on a day, out of which receipt, and why the rest would not.',
    schema: ref('RefundPlan'),
    example: exampleDisbursementAnswers.refundPlan,
  },
  cheques: {
    summary:
      'Payments out as a register of cheques has them: numbers, age, and what became of each at the bank.',
    schema: ref('Cheque'),
    isList: true,
    example: exampleDisbursementAnswers.cheques,
  },
  unwinding: {
    summary: 'What would happen if a receipt came back unpaid: a rehearsal, of which nothing is recorded.',
    schema: ref('Unwinding'),
    example: exampleDisbursementAnswers.unwinding,
  },
  disbursementRun: {
    summary: 'A run of payments: who answers for it, and what became of each payment.',
    schema: ref('DisbursementRun'),
    example: exampleDisbursementAnswers.disbursementRun,
  },
  reserve: {
    summary: 'What moved in the Reserve between two days.',
    schema: ref('ReserveStatement'),
    example: exampleReserveAnswers.reserve,
  },
  reserveQueue: {
    summary: 'Whom the Reserve owes, in which order, and why each waits who waits.',
    schema: ref('ReserveQueue'),
    example: exampleReserveAnswers.reserveQueue,
  },
  assistance: {
    summary: 'Requests for assistance, and what became of them.',
    schema: ref('Assistance'),
    isList: true,
    example: exampleReserveAnswers.assistance,
  },
  assistanceAmounts: {
    summary: 'What assistance is in each year, and which figure is missing for the next.',
    schema: objectOf('All of them.', { years: listOf(ref('AssistanceAmount')) }),
    example: exampleReserveAnswers.assistanceAmounts,
  },
  ...reconciliationAnswers,
  policies: {
    summary: 'How each question that the law leaves open is answered.',
    schema: itemsOf(ref('Policy')),
    example: exampleAnswers.policies,
  },
  statutes: {
    summary: 'The provisions of law that the ledger carries out.',
    schema: itemsOf(ref('Statute')),
    example: exampleAnswers.statutes,
  },
  projections: {
    summary: 'How the read models stand to the log, and why they stand still where they do.',
    schema: ref('Projections'),
    example: exampleAnswers.projections,
  },
  head: {
    summary: 'Where the log ends now; written down elsewhere, it proves all before it.',
    schema: objectOf('The head of the log.', {
      position: numberOf('The last position.'),
      hash: textOf('The running hash up to it.'),
    }),
    example: exampleAnswers.head,
  },
  health: {
    summary: 'Whether the server runs.',
    schema: objectOf('It does.', { status: oneOf('live') }),
    example: exampleAnswers.health,
  },
  ready: {
    summary: 'Whether the store answers, and the read models are caught up with the log.',
    schema: objectOf('They are.', {
      status: oneOf('ready'),
      position: numberOf('Up to where the read models tell.'),
      head: numberOf('Where the log ends.'),
    }),
    example: exampleAnswers.ready,
  },
} as const satisfies Readonly<Record<string, Answer>>;

/** The name of a question. */
export type AnswerName = keyof typeof answers;

function itemsOf(items: Schema): Schema {
  return objectOf('All of them.', { items: listOf(items) });
}
