/** What the ledger answers of the Reserve, as JSON Schema. The types of the views hold these to every field. */
import type {
  AssistanceAmountView,
  AssistanceView,
  QueuePlaceView,
  ReserveMoveView,
  ReserveQueueView,
  ReserveStatementView,
} from '../../application/views/reserve.ts';
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
  yesOrNo,
  type Schema,
} from './schema-words.ts';

type Deposits = ReserveStatementView['deposits'][number];
type Order = NonNullable<AssistanceView['order']>;
type Payment = NonNullable<AssistanceView['payment']>;
type Closing = NonNullable<AssistanceView['closed']>;
type Needed = NonNullable<AssistanceAmountView['needs']>;

/** Every component that an answer about the Reserve is made of. */
export const reserveSchemas: Readonly<Record<string, Schema>> = {
  ReserveStatement: objectOf<ReserveStatementView>(
    'What moved in the Reserve: opening + deposits + returned - paid = closing.',
    {
      from: orNull(dayOf('The first day; null for the beginning.')),
      to: orNull(dayOf('The last day; null for the end.')),
      opening: moneyOf('What it held before.'),
      deposits: listOf(ref('ReserveDeposits'), 'What it took in, by source.'),
      paid: moneyOf('What it paid.'),
      returned: moneyOf('What of its payments came back, as far as it had room.'),
      closing: moneyOf('What it holds at the end.'),
      outside: moneyOf('Above its ceiling, and kept outside, at the end.'),
      moves: listOf(ref('ReserveMove')),
    },
  ),
  ReserveDeposits: objectOf<Deposits>('What came from one source.', {
    source: textOf('The source.'),
    amount: moneyOf('What the Reserve took of it.'),
  }),
  ReserveMove: objectOf<ReserveMoveView>('One movement.', {
    position: numberOf('Where in the log it stands.'),
    effectiveOn: dayOf('The day from which it is in the books.'),
    reportedOn: dayOf('The day on which it was received, paid or returned.'),
    type: textOf('The type of the event.'),
    source: orNull(textOf('Where a deposit came from; null of a payment.')),
    reference: textOf('The deposit, or the payment to the victim, by its id.'),
    requestId: orNull(idOf('request')),
    victimId: orNull(idOf('victim')),
    amount: moneyOf('By how much it changed what the Reserve holds.'),
    outside: moneyOf('By how much it changed what is kept outside.'),
    balance: moneyOf('What the Reserve held after it.'),
  }),
  ReserveQueue: objectOf<ReserveQueueView>('Whom the Reserve owes, the earliest-ordered first.', {
    balance: moneyOf('What it holds.'),
    ceiling: moneyOf('The most that it may hold.'),
    outside: moneyOf('Above the ceiling, and kept outside.'),
    owed: moneyOf('What it owes to all who wait.'),
    payable: moneyOf('What of that can be paid now.'),
    waiting: listOf(ref('QueuePlace')),
  }),
  QueuePlace: objectOf<QueuePlaceView>('One order in its place, and why it waits.', {
    place: numberOf('Its place, from 1.'),
    requestId: idOf('request'),
    victimId: idOf('victim'),
    caseId: idOf('case'),
    orderedOn: dayOf('The day of the order.'),
    amount: moneyOf('What was ordered.'),
    status: oneOf('payable', 'short of funds', 'earlier order waits'),
    missing: moneyOf('What must still come in before it can be paid.'),
  }),
  Assistance: objectOf<AssistanceView>('One request for assistance, and what became of it.', {
    requestId: idOf('request'),
    victimId: idOf('victim'),
    status: oneOf('requested', 'waiting', 'paid', 'closed'),
    madeTo: textOf('Whom the victim asked.'),
    requestedOn: dayOf('The day of the request.'),
    order: orNull(ref('AssistanceOrder'), 'Null until a court has ordered it.'),
    payment: orNull(ref('AssistancePayment'), 'Null until it is paid, and again when the payment came back.'),
    charged: moneyOf('Fees and costs that attorneys have charged.'),
    closed: orNull(ref('AssistanceClosing'), 'Null unless it has come to an end without payment.'),
  }),
  AssistanceOrder: objectOf<Order>('What a court ordered.', {
    caseId: idOf('case'),
    orderedOn: dayOf('The day of the order.'),
    amount: moneyOf('What was ordered; it prevails.'),
    formulaAmount: moneyOf('What the words of the law come to for the year.'),
    difference: moneyOf('The amount ordered less that.'),
    collected: moneyOf('What the victim had collected under section 2259 by then.'),
    eligible: yesOrNo,
    feeCeiling: moneyOf('What attorneys may charge at most.'),
  }),
  AssistancePayment: objectOf<Payment>('The payment that stands.', {
    disbursementId: idOf('disbursement'),
    paidOn: dayOf('The day.'),
  }),
  AssistanceClosing: objectOf<Closing>('How a request ended without payment.', {
    on: dayOf('The day.'),
    reason: textOf('Why.'),
  }),
  AssistanceAmount: objectOf<AssistanceAmountView>('What assistance is in one year.', {
    year: numberOf('The year of the order.'),
    amount: orNull(moneyOf('The amount; null where a figure of the price index is not known.')),
    feeCeiling: orNull(moneyOf('What attorneys may take of it at most.')),
    net: orNull(moneyOf('What is left for the victim at the least.')),
    priceIndex: orNull(textOf('The figure it was reckoned with; null in 2019, which needs none.')),
    baseIndex: orNull(textOf('The figure of 2017; null in 2019.')),
    needs: orNull(ref('PriceIndexNeeded'), 'The figure that is not known; null where none is missing.'),
  }),
  PriceIndexNeeded: objectOf<Needed>('A figure of the Consumer Price Index.', {
    year: numberOf('Its year.'),
    series: oneOf('ANNUAL_AVERAGE', 'DECEMBER'),
  }),
};
