import { parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import type { Account } from '../domain/chart-of-accounts.ts';
import { overpaidBefore, reversalOf } from './claims.ts';
import { liabilityKey, type LiabilityRow } from './liability-row.ts';
import type { Move } from './move.ts';
import { movesNothing } from './moves-nothing.ts';
import { movesOfStatements } from './moves-of-statements.ts';
import type { Told } from './told.ts';

type Moves = readonly Move[];

/** What a move may depend on beside its event: for a reversal, the liability as the event found it. */
export interface Found {
  readonly liability: LiabilityRow | undefined;
}

const nothingFound: Found = { liability: undefined };

/**
 * What the journal must know of the time before the event: reversals divide by what the liability was before them. `rowUnder`
 * gives a liability by its key, as it stood then.
 */
export function foundBefore(event: Told, rowUnder: (key: readonly string[]) => object | undefined): Found {
  switch (event.type) {
    case 'RecoveryReversed':
    case 'RecoveryTakenBack':
    case 'ReductionReversed':
      return { liability: rowUnder(liabilityKey(event.data)) as LiabilityRow | undefined };
    default:
      return nothingFound;
  }
}

/** What an event moves. */
export function movesOf(event: Told, found: Found): Moves {
  return (moves[event.type] as (event: Told, found: Found) => Moves)(event, found);
}

/** Every type of event is here, so that a new one does not compile until somebody has thought of its money. */
const moves: { readonly [Type in Told['type']]: (event: Told<Type>, found: Found) => Moves } = {
  ...movesNothing,
  PaymentReceived: ({ data }) => [move('cash', 'unapplied', data.amount)],
  RecoveryCredited: ({ data }) => [
    move('unapplied', 'victim-payable', data.accepted),
    ...(data.hadEnded === undefined ? [] : [move('receivable', 'terminated', data.hadEnded)]),
    move('satisfied', 'receivable', data.accepted),
  ],
  RecoveryReversed: reversed,
  RecoveryTakenBack: reversed,
  OverpaymentTakenBack: ({ data }) => [
    move('victim-payable', 'unapplied', data.amount),
    move('overpaid', 'satisfied', data.amount),
  ],
  LiabilityReduced: ({ data }) => [move('reduced', 'receivable', data.amount)],
  ReductionReversed: reductionReversed,
  ReceiptPassedOn: ({ data }) => passed(data.amount),
  OverpaymentPassedOn: passedOnFrom,
  RecoveryPassedOn: passedOnFrom,
  ReceiptTakenBack: ({ data }) => [...passed(data.amount)].map(turned),
  ExcessHeld: ({ data }) => [move('unapplied', 'refund-payable', data.amount)],
  ExcessReleased: ({ data }) => [move('refund-payable', 'unapplied', data.amount)],
  ExcessTakenBack: ({ data }) => [move('refund-payable', 'unapplied', data.amount)],
  RefundMade: ({ data }) => [move('refund-payable', 'cash', data.amount)],
  RefundReturned: ({ data }) => [move('cash', 'refund-payable', data.amount)],
  UnclaimedRefundSetAside: ({ data }) => [move('refund-payable', 'unclaimed', data.amount)],
  UnclaimedRefundDeposited: ({ data }) => [move('at-treasury', 'cash', data.amount)],
  UnclaimedRefundWithdrawn: ({ data }) => [
    move('unclaimed', 'refund-payable', data.amount),
    ...(data.heldBy === 'TREASURY' ? [move('cash', 'at-treasury', data.amount)] : []),
  ],
  PaymentReturned: returned,
  RestitutionDisbursed: ({ data }) => [move('victim-payable', 'cash', data.amount)],
  DisbursementReturned: ({ data }) => [move('cash', 'victim-payable', data.amount)],
  UnclaimedMoneySetAside: ({ data }) => [move('victim-payable', 'unclaimed', data.amount)],
  UnclaimedMoneyDeposited: ({ data }) => [move('at-treasury', 'cash', data.amount)],
  UnclaimedMoneyWithdrawn: ({ data }) => [
    ...(data.heldBy === 'TREASURY' ? [move('cash', 'at-treasury', data.amount)] : []),
    move('unclaimed', 'victim-payable', data.amount),
  ],
  LiabilityImposed: ({ data }) => [move('receivable', 'ordered', data.amount)],
  LiabilityAmended: amended,
  LiabilityVacated: ({ data }) => [move('vacated', 'receivable', data.amount)],
  LiabilityExpired: ({ data }) => [move('terminated', 'receivable', data.amount)],
  LiabilityExpiryUndone: ({ data }) => [
    move('receivable', 'terminated', data.amount),
    ...(data.vacated === undefined ? [] : [move('vacated', 'terminated', data.vacated)]),
  ],
  LiabilitiesTerminated: ({ data }) =>
    data.liabilities.map(({ amount }, item) => ({ ...move('terminated', 'receivable', amount), item })),
  LiabilitiesReinstated: ({ data }) =>
    data.liabilities.map(({ amount }, item) => ({ ...move('receivable', 'terminated', amount), item })),
  OverRecoveryClaimed: ({ data }) => [
    between(
      'over-recovered',
      'over-recovery-claimed',
      subtract(parseMoney(data.amount), parseMoney(data.previous)),
    ),
  ],
  ...movesOfStatements,
  DebtImposed: ({ data }) => [move('due', 'imposed', data.amount)],
  DebtCredited: ({ data }) => [
    move('unapplied', 'public-payable', data.amount),
    move('discharged', 'due', data.amount),
  ],
  DebtReversed: ({ data }) => [
    move('public-payable', 'unapplied', data.amount),
    move('due', 'discharged', data.amount),
  ],
  DebtRemitted: ({ data }) => [move('remitted', 'due', data.amount)],
  DebtVacated: ({ data }) => [move('annulled', 'due', data.amount)],
  DebtExpired: ({ data }) => [move('lapsed', 'due', data.amount)],
  DebtExpiryUndone: ({ data }) => [
    move('due', 'lapsed', data.amount),
    ...(data.vacated === undefined ? [] : [move('annulled', 'lapsed', data.vacated)]),
  ],
  InterestCredited: ({ data }) => [
    move('unapplied', payableTo(data), data.amount),
    move('interest-paid', 'interest', data.amount),
  ],
  InterestReversed: ({ data }) => [
    move(payableTo(data), 'unapplied', data.amount),
    move('interest', 'interest-paid', data.amount),
  ],
  PenaltyCredited: ({ data }) => [
    move('unapplied', 'public-payable', data.amount),
    move('penalties-paid', 'penalties', data.amount),
  ],
  PenaltyReversed: ({ data }) => [
    move('public-payable', 'unapplied', data.amount),
    move('penalties', 'penalties-paid', data.amount),
  ],
  ReserveDeposited: deposited,
  AssistanceQueued: ({ data }) => [move('assistance-ordered', 'assistance-payable', data.amount)],
  AssistancePaid: ({ data }) => [move('assistance-payable', 'reserve-cash', data.amount)],
  AssistancePaymentReturned: ({ data }) => [
    move('reserve-cash', 'assistance-payable', data.accepted),
    move('reserve-outside', 'assistance-payable', data.overflow),
  ],
  AssistanceRequestClosed: ({ data }) => [move('assistance-payable', 'assistance-ordered', data.amount)],
};

function move(debit: Account, credit: Account, amount: MoneyText): Move {
  return { item: 0, debit, credit, amount: parseMoney(amount) };
}

function between(debit: Account, credit: Account, amount: Money): Move {
  return { item: 0, debit, credit, amount };
}

/** Interest on restitution goes to whom the order names; on a fine, to the public. */
function payableTo({ victimId }: { readonly victimId: string | null }): Account {
  return victimId === null ? 'public-payable' : 'victim-payable';
}

/** Out of the case that could not place it, and into the one that it goes on to: an entry in the books of each. */
function passed(amount: MoneyText): Moves {
  return [
    move('between-cases', 'unapplied', amount),
    { ...move('unapplied', 'between-cases', amount), item: 1 },
  ];
}

/** What was taken back in the case that the receipt came in for never left it. */
function passedOnFrom({ data }: Told<'OverpaymentPassedOn' | 'RecoveryPassedOn'>): Moves {
  return data.fromCaseId === data.caseId ? [] : passed(data.amount);
}

function turned(way: Move): Move {
  return { ...way, debit: way.credit, credit: way.debit };
}

/** What had been outside comes in without coming in for the Reserve a second time. */
function deposited({ data }: Told<'ReserveDeposited'>): Moves {
  if (data.source === 'OVERFLOW') return [move('reserve-cash', 'reserve-outside', data.accepted)];
  return [
    move('reserve-cash', 'reserve-deposits', data.accepted),
    move('reserve-outside', 'reserve-deposits', data.overflow),
  ];
}

/** The money goes back whole; of the claim, what the liability makes of it. */
function reversed({ data }: Told<'RecoveryReversed' | 'RecoveryTakenBack'>, { liability }: Found): Moves {
  invariant(liability !== undefined, `a recovery under ${data.orderId} is reversed that was never imposed`);
  const back = reversalOf(liability, parseMoney(data.amount));
  return [
    move('victim-payable', 'unapplied', data.amount),
    between('receivable', 'satisfied', back.receivable),
    between('vacated', 'satisfied', back.vacated),
    between('overpaid', 'satisfied', back.overpaid),
  ];
}

/** Of the claim, what the liability makes of it, as of a payment. */
function reductionReversed({ data }: Told<'ReductionReversed'>, { liability }: Found): Moves {
  invariant(liability !== undefined, `a credit on ${data.orderId} is reversed that was never imposed`);
  const back = reversalOf(liability, parseMoney(data.amount));
  return [
    between('receivable', 'reduced', back.receivable),
    between('vacated', 'reduced', back.vacated),
    between('overpaid', 'reduced', back.overpaid),
  ];
}

/** What had been held for refund is given back out of that; the rest out of what the reversals bring back. */
function returned({ data }: Told<'PaymentReturned'>): Moves {
  const excess = parseMoney(data.excess);
  return [
    between('unapplied', 'cash', subtract(parseMoney(data.amount), excess)),
    between('refund-payable', 'cash', excess),
  ];
}

/** Each account of the claim changes by what the event says, and `ordered` by all of it together. */
function amended(event: Told<'LiabilityAmended'>): Moves {
  const { data } = event;
  const owed = subtract(parseMoney(data.outstandingAfter), parseMoney(data.outstandingBefore));
  const ended = subtract(parseMoney(data.terminatedAfter), parseMoney(data.terminatedBefore));
  const overpaid = subtract(parseMoney(data.overpaid), overpaidBefore(event));
  return [
    between('receivable', 'ordered', owed),
    between('terminated', 'ordered', ended),
    between('ordered', 'overpaid', overpaid),
  ];
}
