import { writeAchCredits, type AchOrigin } from '../../formats/ach/write-ach.ts';
import type { ChequeView } from '../views/disbursements.ts';
import { idOfPayment, obstaclesOf, type ObstacleRule } from './payment-out.ts';
import { sorted, type Addressed, type OfRun, type RunFile } from './sorting.ts';

/** How credits are sent. */
export interface CreditsAsked extends OfRun {
  readonly origin: AchOrigin;
  /** The first seven digits that are free for a trace of this bank. */
  readonly firstTrace: number;
}

/** A file of credits, and the trace that each payment goes by. */
export type CreditsFile =
  | Extract<RunFile, { obstacles: unknown }>
  | (Extract<RunFile, { file: unknown }> & { readonly traces: ReadonlyMap<string, string> });

/**
 * The payments of a run as credits to the accounts of their payees. A payment whose trace was recorded keeps it; the others
 * take the next ones. What went out by cheque is refused, for it would be paid twice.
 */
export function creditsFile(payments: readonly ChequeView[], asked: CreditsAsked): CreditsFile {
  const bank = asked.origin.destination.slice(0, 8);
  const { sent, obstacles } = sorted(payments, asked.payeeOf, (each) => againstCredit(each, bank));
  if (obstacles.length > 0 && (!asked.isPart || sent.length === 0)) return { obstacles };
  const traces = tracesOf(sent, { bank, firstTrace: asked.firstTrace });
  // The network wants traces in their order.
  const ordered = sent.toSorted((a, b) => compare(traceIn(traces, a), traceIn(traces, b)));
  const file = writeAchCredits(
    asked.origin,
    ordered.map((each) => ({
      routing: each.payee.account?.routing ?? '',
      account: each.payee.account?.number ?? '',
      accountKind: each.payee.account?.kind ?? 'CHECKING',
      amount: each.payment.amount,
      payment: idOfPayment(each.payment).slice(0, longestId),
      name: each.payee.name,
      trace: traceIn(traces, each),
    })),
  );
  if (!file.isGood)
    return {
      obstacles: obstaclesOf(
        file.faults,
        ordered.map(({ payment }) => payment),
      ),
    };
  return { file, sent: ordered, leftOut: obstacles, traces };
}

/** So many letters of an id has the record room for; the trace tells the payment, and these help whoever looks for it. */
const longestId = 15;

function againstCredit({ payment, payee }: Addressed, bank: string): ObstacleRule | undefined {
  const { instrument, number } = payment;
  if (instrument === 'CHEQUE') return 'number-of-another-kind';
  if (number !== null && !new RegExp(`^${bank}[0-9]{7}$`).test(number)) return 'trace-of-another-bank';
  return payee.account === undefined ? 'account-missing' : undefined;
}

function tracesOf(
  sent: readonly Addressed[],
  { bank, firstTrace }: { readonly bank: string; readonly firstTrace: number },
): ReadonlyMap<string, string> {
  const recorded = new Set(sent.flatMap(({ payment }) => payment.number ?? []));
  const traces = new Map<string, string>();
  let next = firstTrace;
  for (const { payment } of sent) {
    let trace = payment.number;
    while (trace === null) {
      const free = bank + String(next).padStart(7, '0');
      next += 1;
      if (!recorded.has(free)) trace = free;
    }
    traces.set(idOfPayment(payment), trace);
  }
  return traces;
}

function traceIn(traces: ReadonlyMap<string, string>, { payment }: Addressed): string {
  return traces.get(idOfPayment(payment)) ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
