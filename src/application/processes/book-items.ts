import { directionOf, type Item, type ItemKind, type ItemOfMatch } from '../../domain/claim/items.ts';
import {
  idLetters,
  type DepositId,
  type DisbursementId,
  type RefundId,
  type VictimId,
} from '../../domain/ids.ts';
import { formatMoney, type Money } from '../../domain/money.ts';
import { reject } from '../../domain/rejection.ts';
import { paymentKey } from '../../domain/victim/keys.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import { reserve } from '../streams.ts';

/** What the item is of: the id before the last point, and what stands behind it. */
export function partsOf(id: string): readonly [of: string, rest: string] {
  const at = id.lastIndexOf('.');
  return [id.slice(0, Math.max(at, 0)), id.slice(at + 1)];
}

/** Whether what the id names is of a refund, and not of a payment to a victim. */
function isRefund(id: string): boolean {
  return partsOf(id)[1].startsWith(`${idLetters.refund}-`);
}

/** The item as the books have it. @throws Rejection `item-not-found` where they do not */
export async function bookedItem(session: Session, item: Item, pointer: string): Promise<ItemOfMatch> {
  if (item.kind === 'REPORTED_LINE') return reportedLine(session, item, pointer);
  const amount = await amountOf[item.kind](session, item.id);
  if (amount === undefined) reject('item-not-found', pointer);
  return { kind: item.kind, id: item.id, direction: directionOf(item.kind), amount: formatMoney(amount) };
}

type AmountOf = (session: Session, id: string) => Promise<Money | undefined>;

const amountOf: Readonly<Record<Exclude<ItemKind, 'REPORTED_LINE'>, AmountOf>> = {
  RECEIPT: async (session, id) => (await receipt(session, id)).received?.amount,
  RECEIPT_RETURN: async (session, id) => {
    const { returned, received } = await receipt(session, id);
    return returned && received?.amount;
  },
  REFUND: async (session, id) => {
    const [receiptId, refundId] = partsOf(id);
    return (await receipt(session, receiptId)).refunds.get(refundId as RefundId)?.amount;
  },
  REFUND_RETURN: async (session, id) => {
    const [receiptId, refundId] = partsOf(id);
    const found = (await receipt(session, receiptId)).refunds.get(refundId as RefundId);
    return found?.returned && found.amount;
  },
  DISBURSEMENT: async (session, id) => (await disbursement(session, id))?.amount,
  DISBURSEMENT_RETURN: async (session, id) => {
    const found = await disbursement(session, id);
    return found?.returned && found.amount;
  },
  UNCLAIMED_DEPOSIT: async (session, id) => {
    const { paid, unclaimed } = await waiting(session, id);
    return unclaimed?.depositedOn && paid?.amount;
  },
  UNCLAIMED_WITHDRAWAL: async (session, id) => {
    const { paid, unclaimed } = await waiting(session, id);
    return unclaimed?.depositedOn && unclaimed.withdrawnOn && paid?.amount;
  },
  RESERVE_DEPOSIT: async (session, id) => (await session.read(reserve)).deposits.get(id as DepositId)?.amount,
  ASSISTANCE: async (session, id) => (await assistance(session, id))?.amount,
  ASSISTANCE_RETURN: async (session, id) => {
    const found = await assistance(session, id);
    return found?.returned && found.amount;
  },
};

function receipt(session: Session, id: string) {
  return session.read({ kind: 'Receipt', id: id });
}

async function disbursement(session: Session, id: string) {
  const [victimId, disbursementId] = partsOf(id) as readonly [VictimId, DisbursementId];
  const { disbursements } = await knownOf(session, victimId);
  return disbursements.get(paymentKey({ victimId, disbursementId }));
}

/** The payment, or the refund, and what became of its money where nobody claimed it. */
async function waiting(session: Session, id: string) {
  if (isRefund(id)) {
    const [receiptId, refundId] = partsOf(id) as readonly [string, RefundId];
    const { refunds, instruments } = await receipt(session, receiptId);
    return { paid: refunds.get(refundId), unclaimed: instruments.get(refundId)?.unclaimed };
  }
  const [victimId, disbursementId] = partsOf(id) as readonly [VictimId, DisbursementId];
  const { disbursements, instruments } = await knownOf(session, victimId);
  const key = paymentKey({ victimId, disbursementId });
  return { paid: disbursements.get(key), unclaimed: instruments.get(key)?.unclaimed };
}

async function assistance(session: Session, id: string) {
  const { payments, requests } = await session.read(reserve);
  const requestId = payments.get(id as DisbursementId);
  const request = requestId && requests.get(requestId);
  return request?.payments.find((each) => each.disbursementId === id);
}

/** A line of a report stands in the books once its money waits, or went on to the receipt that it brought about. */
async function reportedLine(session: Session, { kind, id }: Item, pointer: string): Promise<ItemOfMatch> {
  const [statementId, number] = partsOf(id);
  const { read, lines } = await session.read({ kind: 'Statement', id: statementId });
  const line = lines[Number(number) - 1];
  if (read?.kind !== 'REPORT' || !line?.isSuspended) reject('item-not-found', pointer);
  return { kind, id, direction: line.direction, amount: formatMoney(line.amount) };
}
