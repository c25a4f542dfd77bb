import type { CalendarDate } from '../../domain/calendar-date.ts';
import { CreditedInCase } from '../../domain/case/payable.ts';
import type { ProposeDisbursementRun, ReleaseDisbursementRun } from '../../domain/disbursement/commands.ts';
import type { Listed, ListedPayment, ListedRefund } from '../../domain/disbursement/events.ts';
import { idOf, numberAt, paymentsOf } from '../../domain/disbursement/run.ts';
import type { CaseId, InstrumentNumber, PaymentOutId, RunId } from '../../domain/ids.ts';
import { parseMoney, sum } from '../../domain/money.ts';
import { invariant, Rejection } from '../../domain/rejection.ts';
import type { Instrument } from '../../domain/payment/events.ts';
import { paymentKey } from '../../domain/victim/keys.ts';
import type { Session } from '../session.ts';
import { enter, entryOf, isHeard } from './entry.ts';
import { idsOf, knownOf, stepFor } from './one-person.ts';
import { whatHinders } from './payor-now.ts';

/** So many payments stand in one event of a proposal. */
const listedAtOnce = 1_000;

/** So many payments go out with the command that releases them; the rest follows from the log, as many at a time. */
export const paidAtOnce = 250;

/**
 * The payments that were planned are listed, and made real by one event: until it stands there is no run. A list is caused
 * by the proposal that comes after it, so that it is not taken for the proposal having been heard.
 */
export async function proposeRun(session: Session, command: ProposeDisbursementRun): Promise<void> {
  const { runId, plan, on } = command;
  const ref = { kind: 'Disbursement', id: runId } as const;
  const isKnown = (await isHeard(session, ref, command)) || (await session.read(ref, true)).proposed;
  if (!isKnown && plan !== undefined) {
    const { contentHash, payments } = plan;
    const cause = entryOf(session, ref, command).id;
    for (let from = 0; from < payments.length; from += listedAtOnce) {
      const some = payments.slice(from, from + listedAtOnce);
      const listed = { type: 'ListDisbursements', runId, contentHash, from, payments: some, on } as const;
      await session.step({ ref, command: listed, name: `List ${contentHash} ${String(from)}`, cause });
    }
  }
  await enter(session, ref, command);
}

/** Payments go out, as many as have room; of more, the rest follows. */
export async function releaseRun(session: Session, command: ReleaseDisbursementRun): Promise<void> {
  const { runId } = command;
  const ref = { kind: 'Disbursement', id: runId } as const;
  const cause = await enter(session, ref, command);
  const { proposed } = await session.read(ref);
  if (proposed !== undefined && proposed.payments <= paidAtOnce)
    await payPart(session, { runId, from: 0, cause });
}

/** Some payments of a run, from the one of that number on. */
export interface RunPart {
  readonly runId: RunId;
  readonly from: number;
  readonly cause: string | null;
}

/** The numbers with which the parts of a run begin. */
export function partsOf(payments: number): readonly number[] {
  return Array.from({ length: Math.ceil(payments / paidAtOnce) }, (_, part) => part * paidAtOnce);
}

/**
 * Each payment of the part is decided in the stream of its victim, or of its receipt, once; then the run is told of them. All of it may be
 * done again: what was decided is answered the same.
 */
export async function payPart(session: Session, { runId, from, cause }: RunPart): Promise<void> {
  const ref = { kind: 'Disbursement', id: runId } as const;
  const run = await session.read(ref, true);
  const { proposed, releasedOn: on, numbered } = run;
  invariant(proposed !== undefined && on !== undefined, 'a run is paid that was never released');
  if (!run.made.has(from)) {
    const part = paymentsOf(run).slice(from, from + paidAtOnce);
    const books = await booksOf(session, part);
    const withheld: PaymentOutId[] = [];
    const placed = part.map((payment, place) => ({
      payment,
      number: numbered && { ...numbered, number: numberAt(numbered, from + place) },
    }));
    await session.forEach(placed, async ({ payment, number }) => {
      const given = number && { ...number, on, cause };
      const of = { runId, on, proposedOn: proposed.on, cause, given };
      const isPaid =
        'refundId' in payment
          ? await payBack(session, payment, of)
          : await pay(session, payment, { ...of, books });
      if (!isPaid) withheld.push(idOf(payment));
    });
    withheld.sort();
    const noted = { type: 'NoteDisbursements', runId, from, payments: part.length, withheld, on } as const;
    await session.step({ ref, command: noted, name: `NoteDisbursements ${String(from)}`, cause });
  }
  const done = { type: 'CompleteDisbursementRun', runId, on } as const;
  await session.step({ ref, command: done, name: 'CompleteDisbursementRun', cause });
}

type Books = ReadonlyMap<CaseId, CreditedInCase>;

async function booksOf(session: Session, payments: readonly Listed[]): Promise<Books> {
  const books = new Map<CaseId, CreditedInCase>();
  // What is held of a receipt is known to its own stream: of a refund, the case is not asked.
  const toVictims = payments.filter((each) => !('refundId' in each));
  for (const caseId of new Set(toVictims.map((payment) => payment.caseId))) {
    books.set(caseId, new CreditedInCase(await session.read({ kind: 'Case', id: caseId }, true)));
  }
  return books;
}

interface Paying {
  readonly runId: RunId;
  readonly on: CalendarDate;
  readonly proposedOn: CalendarDate;
  readonly cause: string | null;
  /** By what it goes out, where that is known. */
  readonly given: Given | undefined;
  readonly books: Books;
}

/** Whether the payment was made; it was withheld where it was not. */
async function pay(
  session: Session,
  { disbursementId, victimId, caseId, amount, paidTo, representativeId }: ListedPayment,
  { runId, on, proposedOn, cause, given, books }: Paying,
): Promise<boolean> {
  const inCase = books.get(caseId);
  invariant(inCase !== undefined, 'a payment is of no case');
  const ids = idsOf(await knownOf(session, victimId), victimId);
  const command = {
    type: 'MakeDisbursement',
    ...{ victimId, caseId, disbursementId, runId, amount: parseMoney(amount), representativeId, on },
    paidTo: paidTo ?? 'VICTIM',
    // What is held for one person under several ids is held in one account of the case.
    creditedInCase: sum(ids.map((id) => inCase.to(id))),
    interestInCase: sum(ids.map((id) => inCase.asInterestTo(id))),
    isAppealed: inCase.isAppealedSince(victimId, proposedOn),
  } as const;
  const ref = await stepFor(session, { command, name: `MakeDisbursement ${disbursementId}`, cause });
  const { disbursements } = await session.read(ref);
  const isPaid = disbursements.get(paymentKey({ disbursementId, victimId })) !== undefined;
  if (isPaid && given) await giveNumber(session, { disbursementId, victimId }, given);
  return isPaid;
}

/** Whether the refund was made; it was withheld where it was not. The receipt decides it, for it owns what is held; of its payor, the cases know. */
async function payBack(
  session: Session,
  { refundId, receiptId, amount, ...payor }: ListedRefund,
  { runId, on, cause, given }: Omit<Paying, 'books'>,
): Promise<boolean> {
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const of = { receiptId, refundId, on };
  const hindered = await whatHinders(session, { receiptId, ...payor }, on);
  const command = { type: 'MakeRefund', ...of, runId, amount: parseMoney(amount), hindered } as const;
  await session.step({ ref, command, name: `MakeRefund ${refundId}`, cause });
  const isPaid = (await session.read(ref)).refunds.has(refundId);
  if (isPaid && given) {
    const { instrument, number } = given;
    const issued = { type: 'RecordRefundInstrument', ...of, instrument, number } as const;
    await unlessNumbered(() =>
      session.step({ ref, command: issued, name: `RecordRefundInstrument ${refundId}`, cause }),
    );
  }
  return isPaid;
}

/**
 * A number is given to what has none. Where payments go out one by one, somebody may have said by what this one went, between
 * its going out and this: that is the fact, and the run goes on with the next.
 */
async function unlessNumbered(give: () => Promise<unknown>): Promise<void> {
  try {
    await give();
  } catch (error) {
    if (!(error instanceof Rejection) || error.code !== 'instrument-recorded-differently') throw error;
  }
}

interface Given {
  readonly instrument: Instrument;
  readonly number: InstrumentNumber;
  readonly on: CalendarDate;
  readonly cause: string | null;
}

/** The payment went out with this number. */
async function giveNumber(
  session: Session,
  { disbursementId, victimId }: Pick<ListedPayment, 'disbursementId' | 'victimId'>,
  { instrument, number, on, cause }: Given,
): Promise<void> {
  const command = { type: 'RecordInstrument', victimId, disbursementId, instrument, number, on } as const;
  await unlessNumbered(() =>
    stepFor(session, { command, name: `RecordInstrument ${disbursementId}`, cause }),
  );
}
