import type { LedgerEvent } from '../domain/events.ts';
import type { ReceiptId } from '../domain/ids.ts';
import { takenForOf } from '../domain/liability/taken-back.ts';
import type { Checkpoint } from '../store/checkpoint.ts';
import type { EventStore } from '../store/event-store.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { followedUpTo } from './followed.ts';
import type { Ledger } from './ledger.ts';
import { carryAssistance } from './processes/assist.ts';
import { carryDeath } from './processes/carry-death.ts';
import { paidAtOnce, partsOf, payPart } from './processes/disburse.ts';
import { carryOrder } from './processes/carry-order.ts';
import { noteEndings } from './processes/note-endings.ts';
import { claimItems, giveBack } from './processes/match-lines.ts';
import { carryIdentity } from './processes/people.ts';
import { carryReductions } from './processes/reduce-liability.ts';
import { notedAtOnce } from './processes/tell-cases.ts';
import { streamOf } from './processes/one-person.ts';
import { joinCase } from './processes/register-defendant.ts';
import { carryAmendment } from './processes/record-order.ts';
import { carryTakenBack } from './processes/taken-back.ts';
import { carryTakingsOf, followTaking } from './processes/takings.ts';
import { settleReceipt } from './processes/record-payment.ts';
import { placeStatement } from './processes/take-in-statement.ts';
import { unwindReceipt } from './processes/record-return.ts';
import { carryHeld, receiptsAwaiting } from './processes/yield-found.ts';
import type { Asking, Session } from './session.ts';

/** So many notices go to the cases in one append. */
const noticesAtOnce = 250;

type Act = (session: Session) => Promise<void>;

/**
 * Follows the log and finishes what recorded events still ask for: notices of liabilities that ended, and, where a
 * store writes one stream at a time or the log was taken over from one that does, whatever a crash cut short. All of it
 * may be done twice, and by several at once.
 */
export class ProcessRunner {
  readonly #store: EventStore;
  readonly #ledger: Ledger;
  readonly #checkpoint: Checkpoint;
  #running: Promise<void> | undefined;

  constructor(store: EventStore, ledger: Ledger, checkpoint: Checkpoint) {
    this.#store = store;
    this.#ledger = ledger;
    this.#checkpoint = checkpoint;
  }

  /** Goes on to the end of the log as it is now; whoever asks while it runs waits for that run and one after it. */
  async run(): Promise<void> {
    const before = this.#running;
    const mine = before ? before.then(() => this.#follow()) : this.#follow();
    this.#running = mine;
    try {
      await mine;
    } finally {
      if (this.#running === mine) this.#running = undefined;
    }
  }

  async #follow(): Promise<void> {
    const isInherited = await this.#ledger.isInherited();
    const after = isInherited ? 0 : await followedUpTo(this.#store, this.#checkpoint);
    const isWhole = this.#store.capabilities.atomicStreams && !isInherited;
    let last: RecordedEvent | undefined;
    for await (const page of this.#store.readAll({ after })) {
      for (const recorded of page) await this.#finish(recorded, isWhole);
      last = page.at(-1) ?? last;
      // A log that was taken over is followed to its end, or once more from the beginning.
      if (last && !isInherited) await this.#checkpoint.save({ position: last.position, eventId: last.id });
    }
    if (!isInherited) return;
    if (last) await this.#checkpoint.save({ position: last.position, eventId: last.id });
    this.#ledger.trust();
  }

  /** @param isWhole whether all that a command brought about is there, save long notices */
  async #finish(recorded: RecordedEvent, isWhole: boolean): Promise<void> {
    const { commandId, actor } = recorded;
    const { documents } = this.#ledger;
    const { events } = await documents.tells(recorded);
    for (const event of events) {
      const asking = { commandId, actor, fingerprint: '' };
      for (const act of this.#askedBy(recorded, event, isWhole)) await this.#ledger.follow(asking, act);
      const waiting = await this.#waitingFor(asking, event, isWhole);
      for (const receiptId of waiting) {
        await this.#ledger.follow(asking, (session) => carryHeld(session, receiptId, recorded.id));
      }
    }
  }

  /** The receipts that have waited for what the event says: they may be very many, and each goes on by itself. */
  async #waitingFor(asking: Asking, event: LedgerEvent, isWhole: boolean): Promise<readonly ReceiptId[]> {
    const isYield = event.type === 'TreasuryYieldPublished';
    if (!isYield && (isWhole || event.type !== 'YieldAwaited')) return [];
    const { weekEndingOn } = event.data;
    let waiting: readonly ReceiptId[] = [];
    await this.#ledger.follow(asking, async (session) => {
      waiting = await receiptsAwaiting(session, weekEndingOn);
    });
    return isYield ? waiting : waiting.filter((receiptId) => receiptId === event.data.receiptId);
  }

  /** What the event asks for that did not come with it. */
  #askedBy(
    { id, causationId }: Pick<RecordedEvent, 'id' | 'causationId'>,
    event: LedgerEvent,
    isWhole: boolean,
  ): readonly Act[] {
    if (event.type === 'DisbursementRunReleased') return paidBy(id, event, isWhole);
    // One fact has caused both; what it ended, and made owed again, comes before this in the log, and was noted.
    if (event.type === 'OverpaymentUnapplied' || event.type === 'RecoveryUnapplied') {
      const taken = { ...event.data, takenFor: takenForOf(event.data), cause: causationId ?? id };
      return [(session) => carryTakenBack(session, taken)];
    }
    const rest = isWhole ? [] : cutShort(id, event);
    const isList = event.type === 'LiabilitiesTerminated' || event.type === 'LiabilitiesReinstated';
    if (!isList || (isWhole && event.data.liabilities.length <= notedAtOnce)) return rest;
    return [...rest, ...this.#notices(id, event, isWhole)];
  }

  #notices(
    id: string,
    event: Extract<LedgerEvent, { type: 'LiabilitiesTerminated' | 'LiabilitiesReinstated' }>,
    isWhole: boolean,
  ): readonly Act[] {
    const { liabilities, victimId } = event.data;
    const notices = Array.from(
      { length: Math.ceil(liabilities.length / noticesAtOnce) },
      (_, index) => (session: Session) => {
        const some = liabilities.slice(index * noticesAtOnce, (index + 1) * noticesAtOnce);
        return noteEndings(session, { id, event: { ...event, data: { ...event.data, liabilities: some } } });
      },
    );
    // What was taken back for the cap waits until its case knows what ended.
    return isWhole ? notices : [...notices, (session) => carryTakingsOf(session, { victimId, cause: id })];
  }
}

/** The payments of a run for which its release had no room, or that a crash kept back. */
function paidBy(
  cause: string,
  { data: { runId, payments } }: Extract<LedgerEvent, { type: 'DisbursementRunReleased' }>,
  isWhole: boolean,
): readonly Act[] {
  if (isWhole && payments <= paidAtOnce) return [];
  return partsOf(payments).map((from) => (session) => payPart(session, { runId, from, cause }));
}

/** Where streams are, or were, written one at a time: the rest of the chain that begins with this event. */
function cutShort(cause: string, event: LedgerEvent): readonly Act[] {
  switch (event.type) {
    case 'DefendantDied':
      return [(session) => carryDeath(session, { ...event.data, cause })];
    case 'DefendantRegistered':
      return [(session) => joinCase(session, { ...event.data, on: event.effectiveOn, cause })];
    case 'PaymentReceived':
      return [(session) => settleReceipt(session, event.data.receiptId, cause)];
    case 'LossDetermined':
    case 'FullRecoveryReached':
    case 'FullRecoveryUndone':
    case 'LiabilitiesTerminated':
    case 'LiabilitiesReinstated':
      return [async (session) => session.complete(await streamOf(session, event.data.victimId, cause))];
    case 'PaymentCleared':
      return [(session) => settleReceipt(session, event.data.receiptId, cause)];
    case 'PaymentReturned':
      return [(session) => unwindReceipt(session, event.data.receiptId, cause)];
    case 'OrderEntered':
    case 'OrderBecameFinal':
    case 'OrderVacated':
    case 'OrderExpired':
    case 'OrderExpiryUndone':
      return [(session) => carryOrder(session, { ...event.data, cause })];
    case 'RecoveryTakenBack':
      return [(session) => followTaking(session, { ...event.data, cause })];
    case 'OrderAmended':
      return [(session) => carryAmendment(session, { ...event.data, cause })];
    case 'OrdersMadeJoint': {
      const { caseId, orderIds } = event.data;
      return orderIds.map((orderId) => (session) => carryOrder(session, { caseId, orderId, cause }));
    }
    case 'LiabilityReduced':
    case 'ReductionReversed':
      return [(session) => carryReductions(session, { ...event.data, cause })];
    default:
      return ofVictims(cause, event);
  }
}

/** The same, of assistance and of identities. */
function ofVictims(cause: string, event: LedgerEvent): readonly Act[] {
  switch (event.type) {
    case 'AssistanceOrdered':
    case 'AssistancePaid':
    case 'AssistancePaymentReturned':
    case 'AssistanceRequestClosed':
      return [(session) => carryAssistance(session, event.data.requestId, cause)];
    case 'IdentityAbsorbed':
    case 'IdentityTakenOver':
      return [(session) => carryIdentity(session, event.data.victimId, cause)];
    default:
      return ofStatements(cause, event);
  }
}

/** The same, of what a bank says. */
function ofStatements(cause: string, event: LedgerEvent): readonly Act[] {
  switch (event.type) {
    case 'StatementProved':
      return [(session) => placeStatement(session, { ...event.data, on: event.effectiveOn, cause })];
    case 'LinesMatched':
      return [(session) => claimItems(session, { ...event.data, on: event.effectiveOn, cause })];
    case 'LinesUnmatched':
      return [(session) => giveBack(session, { ...event.data, on: event.effectiveOn, cause })];
    case 'ItemClaimed':
    case 'InstrumentPresented':
    case 'RefundPresented': {
      const { statementId, matchId } = event.data;
      if (matchId === undefined) return [];
      return [(session) => giveBack(session, { statementId, matchId, on: event.effectiveOn, cause })];
    }
    default:
      return [];
  }
}
