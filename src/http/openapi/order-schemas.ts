import type { ContributionView, OrderView, PartyView } from '../../application/views/ledger.ts';
import { dayOf, idOf, listOf, moneyOf, objectOf, orNull, ref, textOf, type Schema } from './schema-words.ts';

type Final = NonNullable<OrderView['final']>;

/** An order as answers tell it, and what defendants who owe jointly with it owe each other. */
export const orderSchemas: Readonly<Record<string, Schema>> = {
  Order: objectOf<OrderView>('One court’s order on one defendant.', {
    orderId: idOf('order'),
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    statute: textOf('Under which it was entered.'),
    offenceOn: dayOf('The day of the offence.'),
    enteredOn: dayOf('The day of entry.'),
    offences: listOf(textOf('An offence of conviction.'), 'Empty where the order named none.'),
    override: orNull(textOf('On whose word it was recorded against the law; null where it was not.')),
    final: orNull(ref('Finality'), 'Null until it is final.'),
    vacatedOn: orNull(dayOf('The day on which it was set aside; null where it was not.')),
    defendantDiedOn: orNull(dayOf('The day of the defendant’s death; null where none is known.')),
    jointlyWith: listOf(ref('Party'), 'Who owes jointly with it; empty where it stands alone.'),
    liabilities: listOf(ref('Liability')),
    contributions: listOf(
      ref('Contribution'),
      'What defendants who owe jointly with this one owe each other; empty where that is not kept (P-24).',
    ),
  }),
  Finality: objectOf<Final>('How an order became final.', {
    on: dayOf('The day.'),
    ground: textOf('The ground.'),
  }),
  Contribution: objectOf<ContributionView>(
    'What one who owes a victim jointly, and paid less than the own share, would owe one who paid more.',
    {
      victimId: idOf('victim'),
      from: ref('Party'),
      to: ref('Party'),
      amount: moneyOf('What was paid in the other’s stead.'),
    },
  ),
  Party: objectOf<PartyView>('A defendant, and the order on that defendant.', {
    defendantId: idOf('defendant'),
    orderId: idOf('order'),
  }),
};
