import type { ReceiptView } from '../application/views/receipts.ts';
import type { ReceiptId } from '../domain/ids.ts';
import type { MoneyText } from '../domain/money.ts';
import { grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { isReceiptId } from '../requests/receipt-id.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution receipt`: one payment, and where every cent of it went. */
export async function showReceipt(asked: Asked, world: World): Promise<Exit> {
  const id = asked.args[0] ?? '';
  if (!isReceiptId(id)) {
    const advice = 'Write who numbered it, a point, and the number, such as dcd.2026-00017.';
    throw new Failure('usage', 'This is not the id of a receipt.', advice);
  }
  return atDesk(asked, world, async (desk) => {
    const { queries } = desk.house;
    const found =
      (await queries.receipt(id as ReceiptId, desk.clocks)) ??
      (await desk.unknown('receipt', unknownReceipt));
    await desk.answer(found, () => inWords(found, desk));
    return 'fine';
  });
}

const unknownReceipt = 'Correct its source or its number; a receipt has no label.';

function inWords(receipt: ReceiptView, { names, style }: Desk): string {
  const { receiptId, caseId, defendantId, orderId, method, origin, receivedOn } = receipt;
  const { parts, accessories, debts, otherCases, refunds } = receipt;
  const named = orderId === null ? 'named no order' : `named order ${names.shown(orderId)}`;
  const who = `Receipt ${receiptId} by defendant ${names.shown(defendantId)} in case ${names.shown(caseId)}, who ${named}; ${origin === null ? method : `${method}, from ${origin}`}.`;
  const table = parts.length === 0 ? '' : `\n${tableOf(parts, partColumns(names), style.dim)}`;
  const beside =
    accessories.length === 0 ? '' : `\n${tableOf(accessories, accessoryColumns(names), style.dim)}`;
  const onDebts = debts.length === 0 ? '' : `\n${tableOf(debts, debtColumns, style.dim)}`;
  const back = refunds.length === 0 ? '' : `\n${tableOf(refunds, refundColumns, style.dim)}`;
  const elsewhere = otherCases.length === 0 ? '' : `\n${tableOf(otherCases, caseColumns(names), style.dim)}`;
  const good = receipt.clearedOn === null ? '' : `, cleared on ${receipt.clearedOn}`;
  const sentence = `${grouped(receipt.amount)} received on ${receivedOn}${good}: ${whereItWent(receipt)}.`;
  return `${style.bold(sentence)}\n\n${who}\n${table}${beside}${onDebts}${elsewhere}${back}`;
}

function whereItWent(receipt: ReceiptView): string {
  const { returnedOn, refunded } = receipt;
  if (returnedOn !== null) {
    const lost = isSome(refunded)
      ? `, after ${grouped(refunded)} of it was refunded: ${deficitOf(receipt)}`
      : '';
    return `it came back unpaid on ${returnedOn}${lost}`;
  }
  const ways = [
    ['applied', receipt.applied],
    ['of it to interest', receipt.interest],
    ['of it to penalties', receipt.penalties],
    [receipt.awaitsCourt ? 'held until a court decides (P-09, P-40)' : 'held for refund', receipt.excess],
    ['refunded', receipt.refunded],
    ['still settling', receipt.settling],
  ] as const;
  const gone = ways
    .filter(([, amount]) => isSome(amount) && !amount.startsWith('-'))
    .map(([how, amount]) => `${grouped(amount)} ${how}`);
  const deficit = deficitOf(receipt);
  if (deficit !== '') gone.push(deficit);
  return gone.length === 0 ? 'nothing of it is applied' : gone.join(', ');
}

/** What is held falls below nothing where a refund was greater than that, or the payment came back after it. */
function deficitOf({ excess }: Pick<ReceiptView, 'excess'>): string {
  return excess.startsWith('-') ? `a deficit of ${grouped(excess.slice(1) as MoneyText)}` : '';
}

function accessoryColumns(names: Desk['names']): readonly Column<ReceiptView['accessories'][number]>[] {
  return [
    {
      title: 'on',
      text: ({ orderId, debtId }) => (orderId === null ? (debtId ?? '') : names.shown(orderId)),
    },
    { title: 'what', text: ({ kind }) => kind.toLowerCase() },
    { title: 'victim', text: ({ victimId }) => (victimId === null ? '' : names.shown(victimId)) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

const debtColumns: readonly Column<ReceiptView['debts'][number]>[] = [
  { title: 'debt', text: ({ debtId }) => debtId },
  { title: 'what', text: ({ kind }) => kind },
  { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
];

const refundColumns: readonly Column<ReceiptView['refunds'][number]>[] = [
  { title: 'refund', text: ({ refundId }) => refundId },
  { title: 'on', text: ({ refundedOn }) => refundedOn },
  { title: 'run', text: ({ runId }) => runId ?? '' },
  { title: 'came back', text: ({ returnedOn }) => returnedOn ?? '' },
  { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
];

function caseColumns(names: Desk['names']): readonly Column<ReceiptView['otherCases'][number]>[] {
  return [
    { title: 'of this in case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

function partColumns(names: Desk['names']): readonly Column<ReceiptView['parts'][number]>[] {
  return [
    { title: 'order', text: ({ orderId }) => names.shown(orderId) },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}
