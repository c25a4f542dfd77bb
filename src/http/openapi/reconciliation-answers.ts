import type { Answer } from './answer.ts';
import { exampleMonthAnswers } from './example-month-answers.ts';
import { exampleReconciliationAnswers } from './example-reconciliation-answers.ts';
import { objectOf, listOf, ref } from './schema-words.ts';

/** The questions about accounts, statements and months. */
export const reconciliationAnswers = {
  bankAccounts: {
    summary: 'The accounts that statements come for, and their statements.',
    schema: objectOf('All of them.', { accounts: listOf(ref('Account')) }),
    example: exampleReconciliationAnswers.bankAccounts,
  },
  bankStatement: {
    summary: 'What one file said of one account, what its lines confirm, and who answers for it.',
    schema: ref('BankStatement'),
    example: exampleReconciliationAnswers.bankStatement,
  },
  statementLines: {
    summary: 'Lines of statements, and what became of each.',
    schema: ref('StatementLine'),
    isList: true,
    example: exampleReconciliationAnswers.statementLines,
  },
  bookItems: {
    summary: 'What the books expect a bank to confirm: confirmed, expected, missing.',
    schema: ref('BookItem'),
    isList: true,
    example: exampleReconciliationAnswers.bookItems,
  },
  threeWayProof: {
    summary: 'Whether bank, books and the sum of what they are owed to say the same.',
    schema: ref('ThreeWayProof'),
    example: exampleReconciliationAnswers.threeWayProof,
  },
  months: {
    summary: 'The months of which anything was signed, the latest first.',
    schema: objectOf('All of them.', { months: listOf(ref('MonthSummary')) }),
    example: exampleMonthAnswers.months,
  },
  month: {
    summary: 'A month of the books: its trial balance, its proofs, what is open, and who answers for it.',
    schema: ref('Month'),
    example: exampleMonthAnswers.month,
  },
  backDating: {
    summary: 'What a fact would reach that takes effect on an earlier day.',
    schema: ref('BackDating'),
    example: exampleMonthAnswers.backDating,
  },
} as const satisfies Readonly<Record<string, Answer>>;
