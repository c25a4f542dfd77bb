/** What the ledger answers of the people beside a victim, as JSON Schema. */
import type {
  AssignmentView,
  HeirView,
  PayeeView,
  PeopleView,
  RepresentationView,
} from '../../application/views/people.ts';
import { capacities, payeesOfPayment, successionSources } from '../../requests/people-choices.ts';
import { dayOf, idOf, listOf, moneyOf, objectOf, oneOf, orNull, ref, type Schema } from './schema-words.ts';

/** Who acts for a victim, who takes, and who was paid. */
export const peopleSchemas: Readonly<Record<string, Schema>> = {
  People: objectOf<PeopleView>('Who stands beside a victim. None of them is a victim by that.', {
    diedOn: orNull(dayOf('The day on which the victim died; null where none is known.')),
    representatives: listOf(ref('Representation'), 'Who acts, or acted, for the victim.'),
    heirs: listOf(ref('Heir'), 'Who takes what was the victim’s, by the succession that counts.'),
    payoutHeld: orNull(ref('PayoutHeld'), 'Null where nothing speaks against paying out.'),
    assignments: listOf(ref('Assignment'), 'Interest that was assigned to the Crime Victims Fund.'),
    survivorId: orNull(idOf('victim'), 'The id under which this person is known; null where it is this one.'),
    absorbedIds: listOf(idOf('victim'), 'Other ids that were found to be this person.'),
    oneWith: listOf(
      idOf('victim'),
      'The other ids over which one cap is measured with this one (P-31): what is told here is told of all of them.',
    ),
    payees: listOf(ref('Payee'), 'To whom money for the victim went.'),
  }),
  Representation: objectOf<RepresentationView>('That somebody acts, or acted, for the victim.', {
    representativeId: idOf('representative'),
    capacity: oneOf(...Object.keys(capacities)),
    defendantId: orNull(idOf('defendant')),
    from: dayOf('The first day.'),
    until: orNull(dayOf('The day from which it is over; null where it is open.')),
    ended: orNull(oneOf('REPORTED', 'VICTIM_DIED', 'IS_DEFENDANT', 'CONVICTED'), 'Why it ended.'),
  }),
  Heir: objectOf<HeirView>('One who takes what was the victim’s.', {
    representativeId: idOf('representative'),
    defendantId: orNull(idOf('defendant')),
    source: oneOf(...Object.keys(successionSources)),
    on: dayOf('The day of the succession.'),
  }),
  PayoutHeld: objectOf<NonNullable<PeopleView['payoutHeld']>>(
    'Why nothing is to be paid until a court is asked.',
    {
      representativeId: idOf('representative'),
      on: dayOf('Since when.'),
    },
  ),
  Assignment: objectOf<AssignmentView>('Interest in restitution payments that was assigned to the Fund.', {
    caseId: orNull(idOf('case'), 'Null where it is that in all payments.'),
    orderId: orNull(idOf('order'), 'Null where it is that in all payments of the case.'),
    from: dayOf('The first day.'),
    until: orNull(dayOf('The day from which it was revoked; null where it was not.')),
  }),
  Payee: objectOf<PayeeView>('Money for the victim, by whom it went to.', {
    paidTo: oneOf(...Object.keys(payeesOfPayment)),
    representativeId: orNull(idOf('representative')),
    restitution: moneyOf('Of restitution, less what came back.'),
    assistance: moneyOf('Of assistance, less what came back.'),
  }),
};
