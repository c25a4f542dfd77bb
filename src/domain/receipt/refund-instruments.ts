import { formatMoney, type Money } from '../money.ts';
import type { InstrumentQuestion, PresentedBy } from '../payment/events.ts';
import {
  isNoNews,
  isSamePresentation,
  presentedAndReturned,
  questionsOfPresentation,
  unseen,
  type Returned,
} from '../payment/instrument.ts';
import { reject } from '../rejection.ts';
import type { ReceiptEvent } from './events.ts';
import type {
  NoteRefundPresentation,
  RecordRefundInstrument,
  WithdrawRefundPresentation,
} from './refund-commands.ts';
import type { RefundMade } from './refund-events.ts';
import type { OfReceipt, Refund, ReceiptState } from './state.ts';

type Events = readonly ReceiptEvent[];
type Ids = Pick<RefundMade['data'], 'receiptId' | 'caseId' | 'defendantId' | 'refundId'>;
type InstrumentCommand = RecordRefundInstrument | NoteRefundPresentation | WithdrawRefundPresentation;

/** What becomes of a refund at the bank. It moves no money: what was paid back was booked when it went. */
export function whatHappensToInstrument(
  command: InstrumentCommand,
  { state, received: { caseId, defendantId } }: OfReceipt,
  refund: Refund,
): Events {
  const { receiptId, refundId } = command;
  const found = { ids: { receiptId, caseId, defendantId, refundId }, refund, state };
  switch (command.type) {
    case 'RecordRefundInstrument':
      return recordInstrument(command, found);
    case 'NoteRefundPresentation':
      return notePresentation(command, found);
    case 'WithdrawRefundPresentation':
      return withdrawPresentation(command, found);
  }
}

interface Found {
  readonly ids: Ids;
  readonly refund: Refund;
  readonly state: ReceiptState;
}

function recordInstrument(
  { instrument, number, on }: RecordRefundInstrument,
  { ids, refund, state }: Found,
): Events {
  const { issued } = state.instruments.get(ids.refundId) ?? unseen;
  if (issued?.instrument === instrument && issued.number === number && issued.on === on) return [];
  if (issued) reject('instrument-recorded-differently', '/refundId');
  const data = { ...ids, amount: formatMoney(refund.amount), instrument, number };
  return [{ type: 'RefundInstrumentIssued', effectiveOn: on, data }];
}

/** What the bank has paid is a fact, whatever was issued; where the two do not fit, a person is told of both. */
function notePresentation(command: NoteRefundPresentation, { ids, refund, state }: Found): Events {
  const { statementId, lines, matchId, amount = refund.amount, on } = command;
  const life = state.instruments.get(ids.refundId) ?? unseen;
  if (isNoNews(life, command)) return [];
  const { presented } = life;
  const by = { statementId, lines, ...(matchId !== undefined && { matchId }) };
  const amounts = { amount: formatMoney(amount), issued: formatMoney(refund.amount) };
  const before = { issued: refund.amount, presented, returned: refund.returned };
  return [
    { type: 'RefundPresented', effectiveOn: on, data: { ...ids, ...by, ...amounts } },
    ...questionsOfPresentation({ amount, on }, before).map((question) =>
      questioned(question, { ids, refund, by: { ...by, amount }, on }),
    ),
  ];
}

function withdrawPresentation(command: WithdrawRefundPresentation, { ids, state }: Found): Events {
  const { presented } = state.instruments.get(ids.refundId) ?? unseen;
  const standing = presented.find(
    (each) => each.matchId === command.matchId && isSamePresentation(each, command),
  );
  if (!standing) return [];
  const { statementId, lines, matchId, amount } = standing;
  const by = { statementId, lines, ...(matchId !== undefined && { matchId }) };
  const data = { ...ids, ...by, amount: formatMoney(amount) };
  return [{ type: 'RefundPresentationWithdrawn', effectiveOn: command.on, data }];
}

/** What cannot be right of a refund that comes back now, as a bank had paid it. */
export function questionsOfReturn(
  ids: Ids,
  { refund, returned, state }: Omit<Found, 'ids'> & { readonly returned: Returned },
): Events {
  const { presented } = state.instruments.get(ids.refundId) ?? unseen;
  return presented.flatMap((by) => {
    const question = presentedAndReturned(by, returned);
    return question === undefined ? [] : [questioned(question, { ids, refund, by, on: returned.on })];
  });
}

interface Questioned extends Omit<Found, 'state'> {
  readonly by: PresentedBy & { readonly amount: Money };
  readonly on: Refund['on'];
}

function questioned(question: InstrumentQuestion, { ids, refund, by, on }: Questioned): ReceiptEvent {
  const { statementId, lines, amount } = by;
  const amounts = { issued: formatMoney(refund.amount), presented: formatMoney(amount) };
  const data = { ...ids, statementId, lines, question, ...amounts };
  return { type: 'RefundQuestioned', effectiveOn: on, data };
}
