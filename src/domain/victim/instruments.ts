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
import type {
  InstrumentCommand,
  NotePresentation,
  RecordInstrument,
  WithdrawPresentation,
} from './commands-of-payment.ts';
import type { VictimEvent } from './events.ts';
import { paymentKey } from './keys.ts';
import type { Disbursement } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/** What becomes of a payment at the bank. It moves no money: what was paid out was booked when it went. */
export function whatHappensToInstrument(command: InstrumentCommand, state: VictimState): Events {
  const paid = state.disbursements.get(paymentKey(command));
  if (!paid) reject('disbursement-not-found', '/disbursementId');
  switch (command.type) {
    case 'RecordInstrument':
      return recordInstrument(command, { state, paid });
    case 'NotePresentation':
      return notePresentation(command, { state, paid });
    case 'WithdrawPresentation':
      return withdrawPresentation(command, { state, paid });
  }
}

interface Found {
  readonly state: VictimState;
  readonly paid: Disbursement;
}

function recordInstrument(
  { instrument, number, on, ...of }: RecordInstrument,
  { state, paid }: Found,
): Events {
  const { issued } = state.instruments.get(paymentKey(of)) ?? unseen;
  if (issued?.instrument === instrument && issued.number === number && issued.on === on) return [];
  if (issued) reject('instrument-recorded-differently', '/disbursementId');
  const data = { ...idsOf(paid), amount: formatMoney(paid.amount), instrument, number };
  return [{ type: 'InstrumentIssued', effectiveOn: on, data }];
}

/** What the bank has paid is a fact, whatever was issued; where the two do not fit, a person is told of both. */
function notePresentation(command: NotePresentation, { state, paid }: Found): Events {
  const { statementId, lines, matchId, amount = paid.amount, on } = command;
  const life = state.instruments.get(paymentKey(command)) ?? unseen;
  if (isNoNews(life, command)) return [];
  const { presented } = life;
  const by = { statementId, lines, ...(matchId !== undefined && { matchId }) };
  const amounts = { amount: formatMoney(amount), issued: formatMoney(paid.amount) };
  const before = { issued: paid.amount, presented, returned: paid.returned };
  const questions = questionsOfPresentation({ amount, on }, before);
  return [
    { type: 'InstrumentPresented', effectiveOn: on, data: { ...idsOf(paid), ...by, ...amounts } },
    ...questions.map((question) => questioned(question, { paid, by: { ...by, amount }, on })),
  ];
}

function withdrawPresentation(command: WithdrawPresentation, { state, paid }: Found): Events {
  const { presented } = state.instruments.get(paymentKey(command)) ?? unseen;
  const standing = presented.find(
    (each) => each.matchId === command.matchId && isSamePresentation(each, command),
  );
  if (!standing) return [];
  const { statementId, lines, matchId, amount } = standing;
  const by = { statementId, lines, ...(matchId !== undefined && { matchId }) };
  const data = { ...idsOf(paid), ...by, amount: formatMoney(amount) };
  return [{ type: 'PresentationWithdrawn', effectiveOn: command.on, data }];
}

/** What cannot be right of a payment that comes back now, as a bank had paid it. */
export function questionsOfReturn(paid: Disbursement, returned: Returned, state: VictimState): Events {
  const { presented } = state.instruments.get(paymentKey(paid)) ?? unseen;
  return presented.flatMap((by) => {
    const question = presentedAndReturned(by, returned);
    return question === undefined ? [] : [questioned(question, { paid, by, on: returned.on })];
  });
}

interface Questioned {
  readonly paid: Disbursement;
  readonly by: PresentedBy & { readonly amount: Money };
  readonly on: Disbursement['on'];
}

function questioned(question: InstrumentQuestion, { paid, by, on }: Questioned): VictimEvent {
  const { statementId, lines, amount } = by;
  const amounts = { issued: formatMoney(paid.amount), presented: formatMoney(amount) };
  const data = { ...idsOf(paid), statementId, lines, question, ...amounts };
  return { type: 'InstrumentQuestioned', effectiveOn: on, data };
}

function idsOf({ victimId, caseId, disbursementId }: Disbursement) {
  return { victimId, caseId, disbursementId };
}
