import type { EventType } from '../domain/events.ts';
import type { ReceiptId } from '../domain/ids.ts';
import type { Told } from '../projections/told.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { domainEventOf } from './reading.ts';

/** Events that reach the read models in one transaction. */
export type Batch = readonly RecordedEvent[];

/** A batch of a command that would not end is cut at so many times its size, where the stream changes. */
const longest = 4;

/**
 * The pages of the log as batches of `size` events or some more. A batch does not end within a command, so that no
 * reader of the read models sees a victim made whole and a defendant still owing.
 */
export async function* batchesOf(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  size: number,
): AsyncGenerator<Batch, void, undefined> {
  let batch: RecordedEvent[] = [];
  for await (const page of pages) {
    for (const event of page) {
      const last = batch.at(-1);
      if (last && batch.length >= size && mayEnd(last, event, batch.length >= size * longest)) {
        yield batch;
        batch = [];
      }
      batch.push(event);
    }
  }
  if (batch.length > 0) yield batch;
}

function mayEnd(last: RecordedEvent, next: RecordedEvent, isTooLong: boolean): boolean {
  return last.commandId !== next.commandId || (isTooLong && last.stream !== next.stream);
}

/** The event at this place of a batch as it is told to the read models. @throws UnknownEvent */
export function toldOf(batch: Batch, at: number): Told {
  const recorded = batch[at];
  if (!recorded) throw new RangeError('a batch has no event at this place');
  const { type, effectiveOn, data } = domainEventOf(recorded);
  const { position, recordedAt } = recorded;
  const behind = followsByLaw.has(type) ? receiptBehind(batch, at, recorded) : null;
  return { type, effectiveOn, data, position, recordedAt, behind } as Told;
}

const followsByLaw: ReadonlySet<EventType> = new Set<EventType>([
  'GreatestLossChanged',
  'OverRecoveryNoted',
  'FullRecoveryReached',
  'FullRecoveryUndone',
  'LiabilitiesTerminated',
  'LiabilitiesReinstated',
]);

/** The receipt whose credit the event names as its cause, which stands before it in the same append; null without one. */
function receiptBehind(batch: Batch, at: number, { stream, causationId }: RecordedEvent): ReceiptId | null {
  for (let before = at - 1; before >= 0; before -= 1) {
    const event = batch[before];
    if (event?.stream !== stream) return null;
    if (event.id === causationId) return receiptOf(event);
  }
  return null;
}

function receiptOf(recorded: RecordedEvent): ReceiptId | null {
  const event = domainEventOf(recorded);
  return event.type === 'RecoveryCredited' ? event.data.receiptId : null;
}
