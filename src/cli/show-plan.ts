import type { KeptView, PlannedPaymentView, PlanView } from '../application/views/disbursements.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { purposeIn } from './run-named.ts';
import { showRefundPlan } from './show-refund-plan.ts';
import { subjectOf } from './subjects.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution disburse plan`: what would be paid out on a day; nothing is recorded. */
export async function showPlan(asked: Asked, world: World): Promise<Exit> {
  if (purposeIn(asked) === 'REFUNDS') return showRefundPlan(asked, world);
  return atDesk(asked, world, async (desk) => {
    const filter = await subjectOf(desk, ['victim', 'case']);
    const found = await desk.house.queries.disbursements.plan(filter, desk.clocks);
    await desk.answer(found, () => planInWords(found, desk));
    return 'fine';
  });
}

function planInWords(plan: PlanView, { names, style }: Desk): string {
  const { on, held, total, keptTotal, payments, kept } = plan;
  const first = `On ${on} the court holds ${grouped(held)} for victims: ${grouped(total)} would be paid out in ${counted(payments.length, 'payment')}.`;
  const rest = kept.length === 0 ? '' : ` ${grouped(keptTotal)} would not.`;
  return [
    `${style.bold(`${first}${rest}`)}\n`,
    ...(payments.length === 0 ? [] : [tableOf(payments, paymentColumns(names), style.dim)]),
    ...(kept.length === 0 ? [] : [tableOf(kept, keptColumns(names), style.dim)]),
  ].join('\n');
}

function paymentColumns(names: Desk['names']): readonly Column<PlannedPaymentView>[] {
  return [
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'paid to', text: ({ paidTo, representativeId }) => payeeInWords(paidTo, representativeId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
  ];
}

/** Whom money for a victim goes to. */
export function payeeInWords(paidTo: PlannedPaymentView['paidTo'], representativeId: string | null): string {
  if (representativeId !== null) return representativeId;
  return paidTo === 'CRIME_VICTIMS_FUND' ? 'the Crime Victims Fund' : 'the victim';
}

function keptColumns(names: Desk['names']): readonly Column<KeptView>[] {
  return [
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'not paid', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'why', text: ({ reason }) => keptInWords[reason] },
  ];
}

const keptInWords: Readonly<Record<KeptView['reason'], string>> = {
  NOT_CLEARED: 'the payment that brought it has not cleared',
  APPEAL_PENDING: 'an appeal from the order is pending',
  CAME_BACK: 'an earlier payment came back; it is kept until it is paid again or goes to the Treasury',
  BELOW_MINIMUM: 'too little to be paid out by itself; it is kept for the victim',
  ASSIGNMENT_NOT_MEASURED: 'it is not known what of it is the Crime Victims Fund’s; pay it by hand',
  PAID_TOO_MUCH: 'more has gone out than came in',
  PAYOUT_HELD: 'a court is to be asked who takes it',
  SUCCESSION_UNKNOWN: 'the victim has died, and nobody is known to take it',
  SEVERAL_HEIRS: 'several take it, in shares that the ledger does not know; pay it by hand',
  SEVERAL_REPRESENTATIVES: 'several act for the victim; pay it by hand',
};
