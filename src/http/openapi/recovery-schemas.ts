/** What the ledger answers of recoveries elsewhere, as JSON Schema. */
import type { RecoveryView } from '../../application/views/recoveries.ts';
import { dayOf, idOf, moneyOf, objectOf, oneOf, textOf, type Schema } from './schema-words.ts';

/** What a victim received outside of the receipts of the ledger. */
export const recoverySchemas: Readonly<Record<string, Schema>> = {
  Recovery: objectOf<RecoveryView>('What a victim was paid outside of the receipts of the ledger.', {
    recoveryId: idOf('recovery'),
    source: textOf('Where it came from, in one of the words that docs/commands.md lists.'),
    category: textOf('The losses that it was paid for.'),
    status: oneOf('CLAIMED', 'VERIFIED', 'REJECTED', 'WITHDRAWN'),
    receivedOn: dayOf('The day on which the victim is said to have been paid.'),
    reportedOn: dayOf('The day on which it was told.'),
    reported: moneyOf('What was told.'),
    verified: moneyOf('What of it stands verified.'),
    counted: moneyOf('What of it counts toward the cap.'),
  }),
};
