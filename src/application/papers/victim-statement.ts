import type { MoneyText } from '../../domain/money.ts';
import { readable } from '../../formats/charts/chart.ts';
import type { Block, Paper } from '../../formats/papers/paper.ts';
import { isUnderOthersOnly } from '../queries/under-other-statutes.ts';
import type { Clocks, FindingView, LiabilityView, Stamped, VictimView } from '../views/ledger.ts';
import type { ChequeView } from '../views/disbursements.ts';
import { asAsked, clocksOfOneState, idsIn, type OfVictim, type Sources } from './one-state.ts';
import { recoveryInWords } from './recovery-in-words.ts';
import { clocksOf } from './statement-words.ts';
import { ended, heading } from './statement-endings.ts';
import { paymentsFor, recordedAt, type Payments } from './payments-for.ts';

/**
 * What was found, ordered and paid of a victim, what remains, each payment, and why liabilities ended, on both clocks, with the
 * checkpoint of the log; undefined where the ledger does not know the victim.
 */
export async function victimStatement(
  { queries, store }: Sources,
  { victimId, shown, learn }: OfVictim,
  clocks: Clocks,
): Promise<Paper | undefined> {
  const head = await store.head();
  const at = await clocksOfOneState(store, clocks, head);
  const view = await queries.victim(victimId, at);
  if (view === undefined) return undefined;
  const payments = await paymentsFor(queries, idsIn(view), at);
  await learn([view, payments]);
  const stands = clocksOf(asAsked(view.stamp, clocks));
  const checkpoint = `${head.hash}@${String(head.position)}`;
  return {
    title: `Statement of restitution: ${shown(victimId)}`,
    language: 'en-US',
    createdAt: await recordedAt(store, Math.max(1, view.stamp.position)),
    foot: `${shown(victimId)}, ${stands}\ncheckpoint ${checkpoint}`,
    blocks: [
      { kind: 'heading', level: 1, text: 'Statement of restitution' },
      {
        kind: 'paragraph',
        text: `Of victim ${shown(victimId)}, ${stands}. ${recoveryInWords(view, shown)}`,
      },
      ...sums(view),
      ...found(view.findings, shown),
      ...ordered(view.liabilities, shown),
      ...cameIn(payments, shown),
      ...wentOut(payments, clocks),
      ...ended(view.liabilities, shown),
      ...proof(checkpoint),
    ],
  };
}

/** What a sum is of, and the sum; null where there is none. */
type Sum = readonly [string, MoneyText | null];

function sums(view: Stamped<VictimView>): readonly Block[] {
  const towardTheCap: readonly Sum[] = [
    ['Greatest loss found in a case with a final order', view.greatestLoss],
    ['Received toward it', view.received],
    ['May still be recovered', view.headroom],
  ];
  const lines: readonly Sum[] = [
    ...(isUnderOthersOnly(view) ? [] : towardTheCap),
    ...view.underOtherStatutes.flatMap(({ statute, ordered: stands, credited }): readonly Sum[] => [
      [`Ordered under ${statute}`, stands],
      [`Credited under ${statute}`, credited],
    ]),
    ['Credited under all orders', view.credited],
    ['Paid as interest', view.interest],
    ...(view.interestCounted === '0.00'
      ? []
      : [['Of it, counted as received', view.interestCounted] as const]),
    ['Paid out', view.disbursed],
    ['Held, not yet paid out', view.held],
    ['Paid from the Reserve', view.assisted],
    ['Recovered elsewhere', view.elsewhere],
  ];
  return [
    heading('In sums'),
    {
      kind: 'table',
      summary: 'What was found, received, paid out and remains.',
      columns: [
        { title: 'What', weight: 5 },
        { title: 'Dollars', weight: 2, isAmount: true },
      ],
      rows: lines.map(([what, amount]) => [what, amount === null ? 'none' : readable(amount)]),
    },
  ];
}

function found(findings: readonly FindingView[], shown: OfVictim['shown']): readonly Block[] {
  if (findings.length === 0)
    return [heading('What was found'), { kind: 'paragraph', text: 'No court has found losses.' }];
  return [
    heading('What was found'),
    {
      kind: 'table',
      summary: 'What each case found that the victim had lost.',
      columns: [
        { title: 'Case', weight: 4 },
        { title: 'Losses from', weight: 3 },
        { title: 'Found on', weight: 2 },
        { title: 'Dollars', weight: 2, isAmount: true },
      ],
      rows: findings.map(({ caseId, category, determinedOn, amount }) => [
        ...[shown(caseId), category.toLowerCase(), determinedOn, readable(amount)],
      ]),
    },
  ];
}

function ordered(liabilities: readonly LiabilityView[], shown: OfVictim['shown']): readonly Block[] {
  if (liabilities.length === 0)
    return [heading('What was ordered'), { kind: 'paragraph', text: 'Nobody was ordered to pay.' }];
  return [
    heading('What was ordered, paid and remains'),
    {
      kind: 'table',
      summary: 'What each defendant was ordered to pay, has paid and owes.',
      columns: [
        { title: 'Order', weight: 5 },
        { title: 'Defendant', weight: 4.4 },
        { title: 'Ordered', weight: 2.4, isAmount: true },
        { title: 'Paid', weight: 2.4, isAmount: true },
        { title: 'Owed', weight: 2.4, isAmount: true },
        { title: 'Status', weight: 2.3 },
      ],
      rows: liabilities.map((each) => [
        ...[shown(each.orderId), shown(each.defendantId)],
        ...[readable(each.ordered), readable(each.paid), readable(each.outstanding), each.status],
      ]),
    },
  ];
}

function cameIn({ credits, more }: Payments, shown: OfVictim['shown']): readonly Block[] {
  if (credits.length === 0)
    return [heading('Each payment'), { kind: 'paragraph', text: 'Nothing was paid.' }];
  return [
    heading('Each payment'),
    {
      kind: 'table',
      summary: 'What was credited to the victim, and what of it was taken back.',
      columns: [
        { title: 'On', weight: 2 },
        { title: 'Receipt', weight: 3 },
        { title: 'Order', weight: 4 },
        { title: 'Dollars', weight: 2.4, isAmount: true },
      ],
      rows: credits.map(({ on, receiptId, orderId, amount }) => [
        ...[on, receiptId ?? '', orderId === null ? '' : shown(orderId), readable(amount)],
      ]),
    },
    ...rest(more, 'journal'),
  ];
}

/** That there are more, and which verb lists them. */
function rest(more: number, verb: string): readonly Block[] {
  const text = `${more.toLocaleString('en-US')} more are not shown; restitution ${verb} --victim lists all.`;
  return more === 0 ? [] : [{ kind: 'paragraph', text }];
}

/** From which day on a cheque is stale depends on a day: where none is asked for, it is on its way. */
function standing({ status }: ChequeView, { asOf }: Clocks): string {
  return status === 'stale' && asOf === undefined ? 'outstanding' : status;
}

function wentOut({ out, moreOut }: Payments, clocks: Clocks): readonly Block[] {
  if (out.length === 0) return [];
  return [
    heading('Paid out'),
    {
      kind: 'table',
      summary: 'Each payment out, and how it stands.',
      columns: [
        { title: 'On', weight: 2 },
        { title: 'Payment', weight: 3 },
        { title: 'Status', weight: 2.5 },
        { title: 'Dollars', weight: 2.4, isAmount: true },
      ],
      rows: out.map((each) => [
        ...[each.paidOn, each.disbursementId ?? '', standing(each, clocks), readable(each.amount)],
      ]),
    },
    ...rest(moreOut, 'cheques'),
  ];
}

function proof(checkpoint: string): readonly Block[] {
  return [
    heading('How this can be checked'),
    {
      kind: 'paragraph',
      text: `When this was made, the log of the ledger ended with the head ${checkpoint}. Whoever has the ledger runs restitution verify --head with it: it proves that nothing up to there was put in, taken out or changed.`,
    },
  ];
}
