import {
  unwindingOf,
  type ReversedCredit,
  type Unwinding,
  type VictimUnwound,
} from '../application/unwind.ts';
import type { ReversedBeside } from '../application/unwound-beside.ts';
import type { ReceiptId } from '../domain/ids.ts';
import { stampOf } from '../application/queries/stamping.ts';
import { Rejection } from '../domain/rejection.ts';
import { isReceiptId } from '../requests/receipt-id.ts';
import { adviceOn, remedies } from '../requests/remedies.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution unwind`: what would happen if a receipt came back unpaid; nothing is recorded. */
export async function showUnwind(asked: Asked, world: World): Promise<Exit> {
  const id = asked.args[0] ?? '';
  if (!isReceiptId(id)) {
    const advice = 'Write who numbered it, a point, and the number, such as dcd.2026-00017.';
    throw new Failure('usage', 'This is not the id of a receipt.', advice);
  }
  return atDesk(asked, world, async (desk) => {
    const { asOf: on } = desk.clocks;
    const question = { receiptId: id as ReceiptId, ...(on !== undefined && { on }) };
    const found =
      (await unwindingOf(desk.house, question).catch(refused)) ??
      (await desk.unknown('receipt', 'Correct its source or its number; a receipt has no label.'));
    const stamp = stampOf({ position: found.position, asOf: found.on, knownAt: null }, found);
    await desk.answer({ ...found, stamp }, () => inWords(found, desk));
    return 'fine';
  });
}

function refused(error: unknown): never {
  if (!(error instanceof Rejection)) throw error;
  throw new Failure('rejected', remedies[error.code].what, adviceOn(error));
}

function inWords(unwinding: Unwinding, { names, style }: Desk): string {
  const { receiptId, on, position, amount, refunded, reversed, beside, reinstated, victims } = unwinding;
  const { signedStatements, closedMonths } = unwinding;
  const months = closedMonths.length === 0 ? 'none' : closedMonths.join(', ');
  const signed = signedStatements.length === 0 ? 'none' : signedStatements.join(', ');
  return [
    style.bold(
      `If ${grouped(amount)} of receipt ${receiptId} came back on ${on}, as known at ${String(position)}:\n`,
    ),
    `${counted(reversed.length, 'credit')} would be reversed; ${grouped(refunded)} of it was refunded before.`,
    tableOf(reversed, creditColumns(names), style.dim),
    ...(beside.length === 0
      ? []
      : [
          `${counted(beside.length, 'credit')} of debts, interest or penalties would be reversed:`,
          tableOf(beside, besideColumns(names), style.dim),
        ]),
    `${counted(reinstated.length, 'liability', 'liabilities')} that had ended would be owed again.`,
    ...(reinstated.length === 0 ? [] : [tableOf(reinstated, creditColumns(names), style.dim)]),
    'What is held for victims still, and what went out and cannot be taken back:',
    tableOf(victims, victimColumns(names), style.dim),
    `Signed statements that it would disturb: ${signed}. Closed months that it would change: ${months}.\n`,
  ].join('\n');
}

function creditColumns(names: Desk['names']): readonly Column<ReversedCredit>[] {
  return [
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'order', text: ({ orderId }) => names.shown(orderId) },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

function besideColumns(names: Desk['names']): readonly Column<ReversedBeside>[] {
  return [
    { title: 'of', text: ({ of }) => besideInWords[of] },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'order or debt', text: ({ orderId, debtId }) => names.shown(orderId ?? debtId ?? '') },
    { title: 'victim', text: ({ victimId }) => (victimId === null ? '' : names.shown(victimId)) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

const besideInWords: Readonly<Record<ReversedBeside['of'], string>> = {
  DEBT: 'debt',
  INTEREST: 'interest',
  PENALTY: 'penalty',
};

function victimColumns(names: Desk['names']): readonly Column<VictimUnwound>[] {
  return [
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'reversed', isNumber: true, text: ({ reversed }) => grouped(reversed) },
    { title: 'held', isNumber: true, text: ({ held }) => grouped(held) },
    { title: 'gone', isNumber: true, text: ({ paidOut }) => grouped(paidOut) },
  ];
}
