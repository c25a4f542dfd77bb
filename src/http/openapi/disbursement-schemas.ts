/** What the ledger answers of money on its way out, as JSON Schema. */
import type {
  KeptView,
  PlannedPaymentView,
  PlanView,
  RunPaymentView,
  RunView,
  SignedView,
} from '../../application/views-of-disbursements.ts';
import {
  dayOf,
  idOf,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  ref,
  textOf,
  type Schema,
} from './schema-words.ts';

/** The components of answers about payments out. */
export const disbursementSchemas: Readonly<Record<string, Schema>> = {
  DisbursementPlan: objectOf<PlanView>('What would be paid out on a day, and why the rest would not.', {
    on: dayOf('The day of the payments.'),
    held: moneyOf('All that the court holds for the victims that are meant.'),
    total: moneyOf('What would be paid.'),
    keptTotal: moneyOf('What would not be; together they are what is held.'),
    minimum: moneyOf('A smaller share is kept for its payee, unless it is the last.'),
    payments: listOf(ref('PlannedPayment')),
    kept: listOf(ref('KeptBack')),
    policyVersion: numberOf('The number of the answers by which it was made.'),
  }),
  PlannedPayment: objectOf<PlannedPaymentView>('One payment that would be made.', {
    victimId: idOf('victim'),
    caseId: idOf('case'),
    paidTo: oneOf('VICTIM', 'REPRESENTATIVE', 'CRIME_VICTIMS_FUND'),
    representativeId: orNull(idOf('representative'), 'Null where no representative is paid.'),
    amount: moneyOf('The amount.'),
  }),
  DisbursementRun: objectOf<RunView>('A run of payments, and what became of each of them.', {
    runId: idOf('run'),
    status: oneOf('proposed', 'approved', 'released', 'completed'),
    caseId: orNull(idOf('case'), 'Null where it is the money of all cases.'),
    contentHash: textOf('The hash of the payments; whoever approves them names it.'),
    proposed: ref('Signed'),
    approved: orNull(ref('Signed'), 'Null until it is approved.'),
    releasedOn: orNull(dayOf('The day of release; null until then.')),
    total: moneyOf('What was proposed.'),
    made: moneyOf('What of it was paid.'),
    withheld: moneyOf('What of it was not, because something had changed.'),
    payments: listOf(ref('RunPayment')),
  }),
  Signed: objectOf<SignedView>('That somebody answers for it.', {
    by: idOf('signatory'),
    on: dayOf('The day.'),
  }),
  RunPayment: objectOf<RunPaymentView>('One payment of a run.', {
    disbursementId: idOf('disbursement'),
    victimId: idOf('victim'),
    caseId: idOf('case'),
    paidTo: oneOf('VICTIM', 'REPRESENTATIVE', 'CRIME_VICTIMS_FUND'),
    representativeId: orNull(idOf('representative'), 'Null where no representative is paid.'),
    amount: moneyOf('The amount.'),
    status: oneOf('planned', 'paid', 'withheld', 'returned'),
    reason: orNull(textOf('Why it was withheld, or came back; null of all else.')),
  }),
  KeptBack: objectOf<KeptView>('Money that would not be paid.', {
    victimId: idOf('victim'),
    caseId: idOf('case'),
    reason: textOf('Why, in one of the words that docs/cli.md lists.'),
    amount: moneyOf('The amount; below nothing where more has gone out than came in.'),
  }),
};
