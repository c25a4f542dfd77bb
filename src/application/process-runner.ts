import type { LedgerEvent } from '../domain/events.ts';
import type { Checkpoint } from '../store/checkpoint.ts';
import type { EventStore } from '../store/event-store.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { notedAtOnce, type Ledger } from './ledger.ts';
import { carryOrder } from './processes/carry-order.ts';
import { noteEndings } from './processes/note-endings.ts';
import { settleReceipt } from './processes/record-payment.ts';
import { unwindReceipt } from './processes/record-return.ts';
import type { Session } from './session.ts';

/** So many notices go to the cases in one append. */
const noticesAtOnce = 250;

type Act = (session: Session) => Promise<void>;

/**
 * Follows the log and finishes what recorded events still ask for: notices of liabilities that ended, and, where a
 * store writes one stream at a time, whatever a crash cut short. All of it may be done twice, and by several at once.
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
    const after = await this.#reached();
    for await (const page of this.#store.readAll({ after })) {
      for (const recorded of page) await this.#finish(recorded);
      const last = page.at(-1);
      if (last) await this.#checkpoint.save({ position: last.position, eventId: last.id });
    }
  }

  /** Where the run before this one ended: the beginning, where that was in another log, as after a backup was put back. */
  async #reached(): Promise<number> {
    const { position, eventId } = await this.#checkpoint.load();
    if (position === 0) return 0;
    for await (const [event] of this.#store.readAll({ after: position - 1, upTo: position })) {
      if (event?.id === eventId) return position;
    }
    return 0;
  }

  async #finish(recorded: RecordedEvent): Promise<void> {
    const { commandId, actor } = recorded;
    const { documents } = this.#ledger;
    const { events } = documents.toldAtOnce(recorded) ?? (await documents.tells(recorded));
    for (const event of events) {
      for (const act of this.#askedBy(recorded.id, event)) {
        await this.#ledger.follow({ commandId, actor, fingerprint: '' }, act);
      }
    }
  }

  /** What the event asks for that did not come with it. */
  #askedBy(id: string, event: LedgerEvent): readonly Act[] {
    const rest = this.#store.capabilities.atomicStreams ? [] : cutShort(id, event);
    const isList = event.type === 'LiabilitiesTerminated' || event.type === 'LiabilitiesReinstated';
    return isList ? [...rest, ...this.#notices(id, event)] : rest;
  }

  #notices(
    id: string,
    event: Extract<LedgerEvent, { type: 'LiabilitiesTerminated' | 'LiabilitiesReinstated' }>,
  ): readonly Act[] {
    const { liabilities } = event.data;
    if (this.#store.capabilities.atomicStreams && liabilities.length <= notedAtOnce) return [];
    return Array.from(
      { length: Math.ceil(liabilities.length / noticesAtOnce) },
      (_, index) => (session: Session) => {
        const some = liabilities.slice(index * noticesAtOnce, (index + 1) * noticesAtOnce);
        return noteEndings(session, { id, event: { ...event, data: { ...event.data, liabilities: some } } });
      },
    );
  }
}

/** On a store that writes one stream at a time, the rest of the chain that begins with this event. */
function cutShort(cause: string, event: LedgerEvent): readonly Act[] {
  switch (event.type) {
    case 'PaymentReceived':
      return [(session) => settleReceipt(session, event.data.receiptId, cause)];
    case 'LossDetermined':
    case 'FullRecoveryReached':
    case 'FullRecoveryUndone':
    case 'LiabilitiesTerminated':
    case 'LiabilitiesReinstated':
      return [(session) => session.complete({ kind: 'Victim', id: event.data.victimId })];
    case 'PaymentReturned':
      return [(session) => unwindReceipt(session, event.data.receiptId, cause)];
    case 'OrderEntered':
    case 'OrderBecameFinal':
    case 'OrderAmended':
    case 'OrderVacated': {
      const { caseId, orderId } = event.data;
      return [(session) => carryOrder(session, { caseId, orderId, cause })];
    }
    default:
      return [];
  }
}
