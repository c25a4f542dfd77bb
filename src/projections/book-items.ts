import type { AccountPurpose } from '../domain/account/events.ts';
import { directionOf, type Direction, type ItemKind, type ItemOfMatch } from '../domain/claim/items.ts';
import { isVoid } from '../domain/payment/instrument.ts';
import { parseBalance, parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** Something that the books expect a bank to confirm. */
export interface BookItemRow {
  readonly position: number;
  readonly kind: ItemKind;
  readonly id: string;
  readonly purpose: AccountPurpose;
  readonly direction: Direction;
  readonly amount: Money;
  readonly effectiveOn: string;
  readonly caseId: string | null;
  readonly defendantId: string | null;
  readonly victimId: string | null;
  /** Whether it is the return of a payment that was called off, which no bank will show; 1 or 0. */
  readonly isVoid: number;
}

const itemTable = tableOf<BookItemRow>({
  name: 'bookItems',
  columns: {
    position: 'integer',
    kind: 'word',
    id: 'term',
    purpose: 'word',
    direction: 'word',
    amount: 'amount',
    effectiveOn: 'day',
    caseId: 'term',
    defendantId: 'term',
    victimId: 'term',
    isVoid: 'integer',
  },
  key: ['position'],
  indexes: [['id']],
});

/** All that a bank is to confirm, in the order of recording. */
export const bookItems = history(itemTable, {
  PaymentReceived: (event) => [item(event, 'RECEIPT', event.data.receiptId)],
  PaymentReturned: (event) => [item(event, 'RECEIPT_RETURN', event.data.receiptId)],
  RefundMade: (event) => [item(event, 'REFUND', refundOf(event))],
  RefundReturned: (event) => [
    { ...item(event, 'REFUND_RETURN', refundOf(event)), isVoid: isVoid(event.data.reason) ? 1 : 0 },
  ],
  RestitutionDisbursed: (event) => [item(event, 'DISBURSEMENT', paymentOf(event))],
  DisbursementReturned: (event) => [
    {
      ...item(event, 'DISBURSEMENT_RETURN', paymentOf(event)),
      isVoid: isVoid(event.data.reason) ? 1 : 0,
    },
  ],
  UnclaimedMoneyDeposited: (event) => [item(event, 'UNCLAIMED_DEPOSIT', paymentOf(event))],
  UnclaimedMoneyWithdrawn: (event) =>
    event.data.heldBy === 'TREASURY' ? [item(event, 'UNCLAIMED_WITHDRAWAL', paymentOf(event))] : [],
  UnclaimedRefundDeposited: (event) => [item(event, 'UNCLAIMED_DEPOSIT', refundOf(event))],
  UnclaimedRefundWithdrawn: (event) =>
    event.data.heldBy === 'TREASURY' ? [item(event, 'UNCLAIMED_WITHDRAWAL', refundOf(event))] : [],
  LineSuspended: (event) => {
    if (event.data.kind !== 'REPORT') return [];
    const { statementId, line, direction, purpose } = event.data;
    const reported = { direction, purpose };
    return [{ ...item(event, 'REPORTED_LINE', `${statementId}.${String(line)}`), ...reported }];
  },
  ReserveDeposited: (event) =>
    event.data.source === 'OVERFLOW' ? [] : [ofReserve(event, 'RESERVE_DEPOSIT', event.data.depositId)],
  AssistancePaid: (event) => [ofReserve(event, 'ASSISTANCE', event.data.disbursementId)],
  AssistancePaymentReturned: (event) => [ofReserve(event, 'ASSISTANCE_RETURN', event.data.disbursementId)],
});

interface Whose {
  readonly amount: string;
  readonly caseId?: string;
  readonly defendantId?: string;
  readonly victimId?: string;
}

function item(event: Told, kind: ItemKind, id: string): BookItemRow {
  const { position, effectiveOn } = event;
  const { amount, caseId = null, defendantId = null, victimId = null } = event.data as Whose;
  const direction = kind === 'REPORTED_LINE' ? 'IN' : directionOf(kind);
  const whose = { caseId, defendantId, victimId };
  return {
    position,
    kind,
    id,
    purpose: 'RESTITUTION',
    direction,
    amount: parseMoney(amount),
    effectiveOn,
    ...whose,
    isVoid: 0,
  };
}

function ofReserve(event: Told, kind: ItemKind, id: string): BookItemRow {
  return { ...item(event, kind, id), purpose: 'RESERVE' };
}

function paymentOf({
  data,
}: {
  readonly data: Readonly<Record<'victimId' | 'disbursementId', string>>;
}): string {
  return `${data.victimId}.${data.disbursementId}`;
}

function refundOf({ data }: { readonly data: Readonly<Record<'receiptId' | 'refundId', string>> }): string {
  return `${data.receiptId}.${data.refundId}`;
}

/** That a match took an item, or gave it back: the last that was recorded counts. */
export interface ItemClaimRow {
  readonly position: number;
  /** Whether a bank took it, or a report. */
  readonly side: string;
  readonly kind: string;
  readonly id: string;
  readonly statementId: string;
  readonly matchId: string;
  readonly isClaimed: number;
}

const claimTable = tableOf<ItemClaimRow>({
  name: 'itemClaims',
  columns: {
    position: 'integer',
    side: 'word',
    kind: 'word',
    id: 'term',
    statementId: 'term',
    matchId: 'term',
    isClaimed: 'integer',
  },
  key: ['position'],
  indexes: [['id', 'kind', 'side', 'position']],
});

/** Which match took which item, in the order of recording. */
export const itemClaims = history(claimTable, {
  ItemClaimed: (event) => [claim(event, 1)],
  ItemReleased: (event) => [claim(event, 0)],
});

function claim({ position, data }: Told<'ItemClaimed' | 'ItemReleased'>, isClaimed: number): ItemClaimRow {
  const { by: side, item: claimed, statementId, matchId } = data;
  return { position, side, kind: claimed.kind, id: claimed.id, statementId, matchId, isClaimed };
}

/** One item of a match. */
export interface MatchItemRow {
  readonly position: number;
  /** Its place in the match, from 0. */
  readonly at: number;
  readonly statementId: string;
  readonly matchId: string;
  readonly kind: string;
  readonly id: string;
  readonly direction: string;
  readonly amount: Money;
}

const matchItemTable = tableOf<MatchItemRow>({
  name: 'matchItems',
  columns: {
    position: 'integer',
    at: 'integer',
    statementId: 'term',
    matchId: 'term',
    kind: 'word',
    id: 'term',
    direction: 'word',
    amount: 'amount',
  },
  key: ['position', 'at'],
  indexes: [['statementId', 'matchId']],
});

/** What matches confirm; whether they stand, their lines say. */
export const matchItems = history(matchItemTable, {
  LinesMatched: ({ position, data: { statementId, matchId, items } }) =>
    items.map(({ kind, id, direction, amount }: ItemOfMatch, at) => {
      return { position, at, statementId, matchId, kind, id, direction, amount: parseMoney(amount) };
    }),
});

/** How a match was found, and what was given up with it. */
export interface MatchRow {
  readonly position: number;
  readonly statementId: string;
  readonly matchId: string;
  readonly rule: string;
  /** The words of what speaks for it, with a space between. */
  readonly evidence: string;
  readonly residual: Money | null;
  readonly residualReason: string | null;
  readonly effectiveOn: string;
}

const matchTable = tableOf<MatchRow>({
  name: 'matches',
  columns: {
    position: 'integer',
    statementId: 'term',
    matchId: 'term',
    rule: 'word',
    evidence: 'text',
    residual: 'amount',
    residualReason: 'word',
    effectiveOn: 'day',
  },
  key: ['position'],
  indexes: [['matchId']],
});

/** The matches that were made, in the order of recording. */
export const matches = history(matchTable, {
  LinesMatched: ({ position, effectiveOn, data }) => {
    const { statementId, matchId, rule, residualReason = null } = data;
    const residual = data.residual === undefined ? null : parseBalance(data.residual);
    const found = { rule, evidence: data.evidence.join(' '), residual, residualReason };
    return [{ position, statementId, matchId, ...found, effectiveOn }];
  },
});
