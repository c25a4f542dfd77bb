/** What the API answers of money on its way out once the example of `RecordPayment` has been sent; a test asks, and compares. */
const [victimId, caseId] = ['v-7k2m9q', 'c-s4t8'];

/** An example for each question about payments out. */
export const exampleDisbursementAnswers = {
  disbursementPlan: {
    on: '2026-04-01',
    held: '10000.00',
    total: '10000.00',
    keptTotal: '0.00',
    minimum: '25.00',
    payments: [{ victimId, caseId, paidTo: 'VICTIM', representativeId: null, amount: '10000.00' }],
    kept: [],
    policyVersion: 1,
  },
} as const;
