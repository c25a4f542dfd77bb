import type {
  KeptRefundView,
  PlannedRefundView,
  RefundPlanView,
} from '../application/views/disbursements.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { subjectOf } from './subjects.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution disburse plan --purpose refunds`: what would go back to payors on a day; nothing is recorded. */
export async function showRefundPlan(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = await subjectOf(desk, ['case']);
    const found = await desk.house.queries.disbursements.refundPlan(filter, desk.clocks);
    await desk.answer(found, () => planInWords(found, desk));
    return 'fine';
  });
}

function planInWords(plan: RefundPlanView, { names, style }: Desk): string {
  const { on, held, total, keptTotal, refunds, kept } = plan;
  const first = `On ${on} ${grouped(held)} is held for payors: ${grouped(total)} would be paid back in ${counted(refunds.length, 'refund')}.`;
  const rest = kept.length === 0 ? '' : ` ${grouped(keptTotal)} would not.`;
  return [
    `${style.bold(`${first}${rest}`)}\n`,
    ...(refunds.length === 0 ? [] : [tableOf(refunds, columnsWith(names, 'amount'), style.dim)]),
    ...(kept.length === 0 ? [] : [tableOf(kept, keptColumns(names), style.dim)]),
  ].join('\n');
}

/** Whose money of which receipt it is, and how much. */
function columnsWith(names: Desk['names'], amountTitle: string): readonly Column<PlannedRefundView>[] {
  return [
    { title: 'receipt', text: ({ receiptId }) => receiptId },
    { title: 'payor', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: amountTitle, isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

function keptColumns(names: Desk['names']): readonly Column<KeptRefundView>[] {
  return [
    ...columnsWith(names, 'not paid back'),
    { title: 'why', text: ({ reason }) => keptInWords[reason] },
  ];
}

const keptInWords: Readonly<Record<KeptRefundView['reason'], string>> = {
  AWAITS_COURT: 'a court is to say what becomes of it',
  OF_A_SURETY: 'it was a surety’s; pay it back by hand to whom it belongs',
  PAYOR_DIED: 'the payor has died; pay it by hand to whoever takes it',
  YIELD_AWAITED: 'interest may take some of it: record the Treasury yield of its week',
  PAYOR_OWES: 'the payor owes victims or the public; a person decides',
  NOT_CLEARED: 'the payment has not cleared',
  CAME_BACK: 'an earlier refund came back; it is kept until it is made again or set aside',
  REFUNDED_TOO_MUCH: 'more has gone back than was held',
};
