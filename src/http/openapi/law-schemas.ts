/** What the ledger answers of the law itself, as JSON Schema. */
import type { DeadlineView, ReviewView } from '../../application/views/law.ts';
import {
  dayOf,
  idOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  textOf,
  type Schema,
} from './schema-words.ts';

/** What does not agree with the law, and what it asks for by a day. */
export const lawSchemas: Readonly<Record<string, Schema>> = {
  Review: objectOf<ReviewView>('Something recorded that a person should look at.', {
    position: numberOf('Where in the log it stands.'),
    effectiveOn: dayOf('The legal day.'),
    reason: textOf('Why, in one of the words that docs/cli.md lists.'),
    citation: textOf('The provision that does not foresee it.'),
    authority: orNull(textOf('The authority that was named; null where none was.')),
    amount: orNull(moneyOf('By how much more was paid than was held; null of all else.')),
    caseId: orNull(idOf('case'), 'Null where it is about no case in particular.'),
    orderId: orNull(idOf('order')),
    debtId: orNull(idOf('debt'), 'The fine or other debt beside restitution that it is about.'),
    receiptId: orNull(textOf('Source, point and number of the payment that came in, where it is about one.')),
    victimId: orNull(idOf('victim')),
    defendantId: orNull(idOf('defendant')),
    representativeId: orNull(idOf('representative')),
  }),
  Deadline: objectOf<DeadlineView>(
    'A term of 18 U.S.C. 3664(d)(5), or the days for which somebody acts for a victim.',
    {
      position: numberOf('Where in the log it stands.'),
      kind: oneOf('DETERMINATION', 'PETITION', 'REPRESENTATION'),
      startedOn: dayOf('The day from which it ran: of sentencing, of discovery, or of the rights assumed.'),
      dueOn: dayOf(
        'The day that the court set; for a petition, the last on which it could be made in time; the day from which a representation is over.',
      ),
      on: dayOf('The day of the deferral, or of the petition.'),
      metOn: orNull(dayOf('The day on which the court did what was due; null where it has not.')),
      status: oneOf('due', 'overdue', 'pending', 'met'),
      caseId: orNull(idOf('case'), 'Null of a representation.'),
      orderId: orNull(idOf('order')),
      victimId: orNull(idOf('victim'), 'Null where it is about every victim.'),
      defendantId: orNull(idOf('defendant'), 'Null of a representation.'),
      representativeId: orNull(idOf('representative'), 'Null save of a representation.'),
    },
  ),
};
