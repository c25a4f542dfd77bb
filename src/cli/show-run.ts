import type {
  RunPaymentView,
  RunRefundView,
  RunView,
  SignedView,
} from '../application/views/disbursements.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { payeeInWords } from './show-plan.ts';
import { runNamed } from './run-named.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution disburse show`: a run, who answers for it, and what became of each payment. */
export async function showRun(asked: Asked, world: World): Promise<Exit> {
  const runId = runNamed(asked);
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.disbursements.run(runId, desk.clocks);
    if (found === undefined) return desk.unknown('run', 'Correct the id; a run has no label.');
    await desk.answer(found, () => runInWords(found, desk));
    return 'fine';
  });
}

function runInWords(run: RunView, { names, style }: Desk): string {
  const { runId, status, total, made, withheld, payments, refunds } = run;
  const { contentHash, proposed, approved, releasedOn } = run;
  const count =
    run.purpose === 'REFUNDS' ? counted(refunds.length, 'refund') : counted(payments.length, 'payment');
  const what = `${grouped(total)} in ${count}`;
  const became = releasedOn === null ? '' : ` ${grouped(made)} was paid, ${grouped(withheld)} was withheld.`;
  return [
    `${style.bold(`Run ${runId} is ${status}: ${what}.${became}`)}\n`,
    [
      `proposed ${signedInWords(proposed)}`,
      ...(approved === null ? [] : [`approved ${signedInWords(approved)}`]),
      ...(releasedOn === null ? [] : [`released on ${releasedOn}`]),
      `hash ${contentHash}\n`,
    ].join('\n'),
    run.purpose === 'REFUNDS'
      ? tableOf(refunds, refundColumns(names), style.dim)
      : tableOf(payments, columnsWith(names), style.dim),
  ].join('\n');
}

function signedInWords({ by, on }: SignedView): string {
  return `by ${by} on ${on}`;
}

function refundColumns(names: Desk['names']): readonly Column<RunRefundView>[] {
  return [
    { title: 'refund', text: ({ refundId }) => refundId },
    { title: 'receipt', text: ({ receiptId }) => receiptId },
    { title: 'payor', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'status', text: statusInWords },
  ];
}

function statusInWords({ status, reason }: Pick<RunPaymentView, 'status' | 'reason'>): string {
  return reason === null ? status : `${status}: ${reason}`;
}

function columnsWith(names: Desk['names']): readonly Column<RunPaymentView>[] {
  return [
    { title: 'payment', text: ({ disbursementId }) => disbursementId },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'paid to', text: ({ paidTo, representativeId }) => payeeInWords(paidTo, representativeId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'status', text: statusInWords },
  ];
}
