/** What the ledger answers of one payment, as JSON Schema. */
import type { ReceiptRow, ReceiptView } from '../../application/views/receipts.ts';
import {
  dayOf,
  idOf,
  listOf,
  moneyOf,
  objectOf,
  oneOf,
  orNull,
  receiptId,
  ref,
  textOf,
  type FieldsOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

type Part = ReceiptView['parts'][number];

const receiptRow: FieldsOf<ReceiptRow> = {
  receiptId,
  caseId: idOf('case'),
  defendantId: idOf('defendant'),
  orderId: orNull(idOf('order'), 'The order that the payor named; null where none was.'),
  method: textOf('How it was paid.'),
  origin: orNull(textOf('Where the money came from; null where that was not said.')),
  receivedOn: dayOf('The day.'),
  amount: moneyOf('What was paid.'),
  applied: moneyOf('What liabilities took.'),
  excess: moneyOf('Held for refund.'),
  refunded: moneyOf('Paid back, or waiting for the payor as unclaimed.'),
  settling: moneyOf('On its way between the case and the victim.'),
  returnedOn: orNull(dayOf('The day on which it came back; null where it did not.')),
  clearedOn: orNull(dayOf('The day on which it cleared; null where that was not recorded.')),
  status: oneOf('settling', 'applied', 'excess held', 'refunded', 'returned'),
};

/** What became of a payment, and of each part of it. */
export const receiptSchemas: Readonly<Record<string, Schema>> = {
  ReceiptRow: objectOf<ReceiptRow>('A payment, and where its money is.', receiptRow),
  Receipt: objectOf<ReceiptView>('What became of one payment.', {
    ...receiptRow,
    interest: moneyOf('What it paid of interest; among what was applied.'),
    penalties: moneyOf('What it paid of penalties for lateness; among what was applied.'),
    awaitsCourt: {
      ...yesOrNo,
      description:
        'Whether a court must say what becomes of what is held; nothing of it is paid back before.',
    },
    noticeDueOn: dayOf('The last day on which notice of it to the Attorney General is in time.'),
    noticeGivenOn: orNull(dayOf('The day on which notice was first given; null where it was not.')),
    parts: listOf(ref('Part'), 'Who was credited with it.'),
    accessories: listOf(
      ref('AccessoryPart'),
      'What it paid of interest and of penalties; with the parts and the debts, all that was applied.',
    ),
    otherCases: listOf(ref('CasePart'), 'What other cases of its payor took of it.'),
    refunds: listOf(
      ref('ReceiptRefund'),
      'What went back to its payor; those that came back are among them.',
    ),
    debts: listOf(ref('DebtPart'), 'Which debts beside restitution it paid.'),
  }),
  Part: objectOf<Part>('What one liability took of a payment.', {
    orderId: idOf('order'),
    victimId: idOf('victim'),
    amount: moneyOf('The part.'),
  }),
  AccessoryPart: objectOf<ReceiptView['accessories'][number]>(
    'What interest or a penalty took of a payment.',
    {
      kind: oneOf('INTEREST', 'PENALTY'),
      orderId: orNull(idOf('order'), 'Null where it accrued on a debt beside restitution.'),
      debtId: orNull(idOf('debt')),
      victimId: orNull(
        idOf('victim'),
        'To whom interest on restitution goes; null of what goes to the public.',
      ),
      amount: moneyOf('The part.'),
    },
  ),
  ReceiptRefund: objectOf<ReceiptView['refunds'][number]>('What went back to the payor of a payment.', {
    refundId: idOf('refund'),
    amount: moneyOf('How much.'),
    refundedOn: dayOf('The day.'),
    returnedOn: orNull(dayOf('The day on which it came back; null where it did not.')),
    runId: orNull(idOf('run'), 'Null where it went out in no run.'),
  }),
  CasePart: objectOf<ReceiptView['otherCases'][number]>('What another case of the payor took of a payment.', {
    caseId: idOf('case'),
    amount: moneyOf('The part, which is among what was applied.'),
  }),
};
