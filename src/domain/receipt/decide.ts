import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { formatMoney, noMoney, subtract } from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import { reachOfOrigin } from '../statutes/18-usc-981-e-6-restored-forfeiture.ts';
import type {
  HoldExcess,
  PassOn,
  PassOnTakenBack,
  ReceiptCommand,
  RecordClearance,
  RecordPayment,
  RecordPaymentReturn,
  ReleaseExcess,
  TakeBack,
} from './commands.ts';
import type { ReceiptEvent } from './events.ts';
import { evolveReceipt } from './evolve.ts';
import { whatHappensToRefunds } from './refunds.ts';
import { emptyReceipt, hasPassedOn, heldAfter, heldOf, type Received, type ReceiptState } from './state.ts';

type Events = readonly ReceiptEvent[];

function decide(command: ReceiptCommand, state: ReceiptState, context: Context): Decision<ReceiptEvent> {
  const happened = whatHappened(command, state, context);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(command: ReceiptCommand, state: ReceiptState, context: Context): Events {
  if (command.type === 'RecordPayment') return recordPayment(command, state);
  if (!state.received) reject('receipt-not-found', '/reference');
  switch (command.type) {
    case 'RecordPaymentReturn':
      return recordReturn(command, state, state.received);
    case 'RecordClearance':
      return recordClearance(command, state, state.received);
    case 'HoldExcess':
      return holdExcess(command, state, { ...context, received: state.received });
    case 'ReleaseExcess':
      return releaseExcess(command, state, { ...context, received: state.received });
    case 'PassOn':
      return passOn(command, state, { ...context, received: state.received });
    case 'PassOnTakenBack':
      return passOnTakenBack(command, state, { ...context, received: state.received });
    case 'TakeBack':
      return takeBack(command, state, state.received);
    default:
      return whatHappensToRefunds(command, { state, received: state.received });
  }
}

/** Whatever the law will make of it, the money came in: only a receipt that says two things is refused. */
function recordPayment(command: RecordPayment, { received }: ReceiptState): Events {
  const { receiptId, caseId, defendantId, orderId, amount, method, on } = command;
  if (received && isSame(received, command)) return [];
  if (received) reject('receipt-recorded-differently', '/reference');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  const { origin, benefits } = command;
  const data = {
    ...{ receiptId, caseId, defendantId, orderId, amount: formatMoney(amount), method },
    ...(origin !== undefined && { origin }),
    ...(benefits !== undefined && { benefits: formatMoney(benefits) }),
  };
  return [{ type: 'PaymentReceived', effectiveOn: on, data }];
}

function isSame(
  received: Received,
  { caseId, defendantId, orderId, amount, method, origin, benefits, on }: RecordPayment,
): boolean {
  const isSamePayor = received.caseId === caseId && received.defendantId === defendantId;
  const isSameMoney = received.amount === amount && received.method === method && received.on === on;
  const isSameOrigin = received.origin === origin && received.benefits === benefits;
  return isSamePayor && isSameMoney && isSameOrigin && received.orderId === orderId;
}

function recordReturn(command: RecordPaymentReturn, state: ReceiptState, received: Received): Events {
  const { receiptId, reason, on } = command;
  if (state.returned?.on === on && state.returned.reason === reason) return [];
  if (state.returned) reject('return-recorded-differently', '/reference');
  if (on < received.on) reject('returned-before-received', '/on');
  const { caseId, defendantId } = received;
  const ids = { receiptId, caseId, defendantId };
  const later = heldAfter(state, on);
  const amounts = {
    amount: formatMoney(received.amount),
    excess: formatMoney(subtract(state.excess, later.amount)),
    refunded: formatMoney(state.refunded),
  };
  const back: ReceiptEvent = {
    type: 'PaymentReturned',
    effectiveOn: on,
    data: { ...ids, ...amounts, reason },
  };
  if (later.amount === noMoney) return [back];
  const data = { ...ids, amount: formatMoney(later.amount) };
  return [back, { type: 'ExcessTakenBack', effectiveOn: later.on, data }];
}

/** What came back has not cleared, whatever was thought; where both are told, the return is the later news. */
function recordClearance(command: RecordClearance, state: ReceiptState, received: Received): Events {
  const { receiptId, ground, on } = command;
  if (state.cleared?.on === on && state.cleared.ground === ground) return [];
  // That the days of the hold are over too adds nothing.
  if (state.cleared && ground === 'HOLD_OVER') return [];
  if (state.cleared) reject('clearance-recorded-differently', '/reference');
  if (state.returned) reject('receipt-returned', '/reference');
  if (on < received.on) reject('cleared-before-received', '/on');
  const { caseId, defendantId } = received;
  const data = { receiptId, caseId, defendantId, amount: formatMoney(received.amount), ground };
  return [{ type: 'PaymentCleared', effectiveOn: on, data }];
}

/** Money that has gone back is not held, though its case may say only now that it could not place it. */
function holdExcess(
  command: HoldExcess,
  state: ReceiptState,
  context: Context & { received: Received },
): Events {
  if (state.isHeld || state.returned || command.amount === noMoney) return [];
  if (state.passes.length >= command.visit) return [];
  return [excessHeld(command, context)];
}

function excessHeld(
  { receiptId, amount, on }: Pick<HoldExcess, 'receiptId' | 'amount' | 'on'>,
  { received, policies }: Context & { received: Received },
): ReceiptEvent {
  const { caseId, defendantId, origin } = received;
  // What was restored to victims of an offence is no excess of a payor’s: a court says whose it is (P-40).
  const isOfVictims = reachOfOrigin(origin) !== null;
  const data = {
    receiptId,
    caseId,
    defendantId,
    amount: formatMoney(amount),
    policyVersion: policies.version,
    ...((policies['P-09'] === 'SUSPENSE' || isOfVictims) && { awaits: 'COURT_ORDER' as const }),
  };
  return { type: 'ExcessHeld', effectiveOn: on, data };
}

/** A receipt passes from case to case in one order, and each visit begins once. */
function passOn(
  command: PassOn,
  state: ReceiptState,
  { received: { defendantId }, policies }: Context & { received: Received },
): Events {
  const { receiptId, visit, fromCaseId, caseId, amount, reach, isAssessed, isLast, citation, on } = command;
  if (state.passes.length >= visit - 1 || state.isHeld || state.returned) return [];
  invariant(state.passes.length === visit - 2, 'a receipt passes over a case on its way');
  const from = { receiptId, defendantId, visit, fromCaseId, caseId, amount: formatMoney(amount) };
  const reached = {
    ...(reach !== null && { reach }),
    ...(isAssessed && { isAssessed }),
    ...(isLast && { isLast }),
  };
  const data = { ...from, citation, ...reached, policyVersion: policies.version };
  return [{ type: 'ReceiptPassedOn', effectiveOn: on, data }];
}

/**
 * What was taken back goes on once for each amendment of an order, or taking under a liability; where excess goes to no other debts (P-09),
 * it is held at once. What has come back with its receipt goes nowhere.
 */
function passOnTakenBack(
  command: PassOnTakenBack,
  state: ReceiptState,
  context: Context & { received: Received },
): Events {
  const { receiptId, visit, fromCaseId, orderId, takenFor, amount, reach, isAssessed, on } = command;
  const { received, policies } = context;
  if (state.returned || hasPassedOn(state, command) || state.passes.length !== visit - 2) return [];
  const { caseId, defendantId } = received;
  const of = { receiptId, defendantId, visit, fromCaseId, caseId, orderId };
  const way = { amount: formatMoney(amount), ...(reach !== null && { reach }) };
  const said = { citation: command.citation, policyVersion: policies.version };
  const data = { ...of, ...way, ...(isAssessed && { isAssessed }), ...said };
  const passed: ReceiptEvent =
    'amendment' in takenFor
      ? { type: 'OverpaymentPassedOn', effectiveOn: on, data: { ...data, ...takenFor } }
      : { type: 'RecoveryPassedOn', effectiveOn: on, data: { ...data, ...takenFor } };
  return policies['P-09'] === 'OTHER_DEBTS_THEN_REFUND' ? [passed] : [passed, excessHeld(command, context)];
}

/** Whatever is held still goes on its way again, once for each visit that it begins. */
function releaseExcess(
  { receiptId, visit, isAssessed, citation, on }: ReleaseExcess,
  state: ReceiptState,
  { received, policies }: Context & { received: Received },
): Events {
  const held = heldOf(state);
  if (held === noMoney || state.passes.length >= visit - 1) return [];
  const { caseId, defendantId } = received;
  const ids = { receiptId, caseId, defendantId };
  const way = { visit, ...(isAssessed && { isAssessed }), citation, policyVersion: policies.version };
  return [{ type: 'ExcessReleased', effectiveOn: on, data: { ...ids, amount: formatMoney(held), ...way } }];
}

function takeBack(
  { receiptId, on }: TakeBack,
  { passes, takenBack }: ReceiptState,
  { defendantId }: Received,
): Events {
  // What never left its case comes back there with all else.
  const passed = [...passes.entries()].filter(([, { fromCaseId, caseId }]) => fromCaseId !== caseId);
  const open = passed.reverse().slice(takenBack);
  return open.map(([at, { fromCaseId, caseId, amount }]) => ({
    type: 'ReceiptTakenBack',
    effectiveOn: on,
    data: { receiptId, defendantId, visit: at + 2, fromCaseId, caseId, amount: formatMoney(amount) },
  }));
}

/** The stream `Receipt-<id>`: one payment instrument, whose existence is its uniqueness. */
export const receiptDecider: Decider<ReceiptState, ReceiptCommand, ReceiptEvent> = {
  empty: emptyReceipt,
  evolve: evolveReceipt,
  decide,
};
