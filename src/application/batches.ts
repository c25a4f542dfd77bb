import type { EventType } from '../domain/events.ts';
import type { Cause, Told } from '../projections/told.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import type { Documents, Tells } from './documents/documents.ts';
import { storedEventOf } from './reading.ts';

/** An event of the log, and what it tells. */
export interface Heard {
  readonly recorded: RecordedEvent;
  readonly tells: Tells;
}

/** Events that reach the read models in one transaction. */
export type Batch = readonly Heard[];

/** A batch of a command that would not end is cut at so many times its size, where the stream changes. */
const longest = 4;

/**
 * The pages of the log as batches that tell of `size` things or some more. A batch does not end within a command, so that
 * no reader of the read models sees a victim made whole and a defendant still owing.
 */
export async function* batchesOf(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  { size, documents }: { readonly size: number; readonly documents: Documents },
): AsyncGenerator<Batch, void, undefined> {
  let batch: Heard[] = [];
  let weight = 0;
  for await (const page of pages) {
    for (const recorded of page) {
      const last = batch.at(-1)?.recorded;
      if (last && weight >= size && mayEnd(last, recorded, weight >= size * longest)) {
        yield batch;
        [batch, weight] = [[], 0];
      }
      const told = documents.tells(recorded);
      // To wait for what is there already would cost a turn for each event.
      const tells = told instanceof Promise ? await told : told;
      batch.push({ recorded, tells });
      weight += tells.count;
    }
  }
  if (batch.length > 0) yield batch;
}

function mayEnd(last: RecordedEvent, next: RecordedEvent, isTooLong: boolean): boolean {
  return last.commandId !== next.commandId || (isTooLong && last.stream !== next.stream);
}

/** What the event at this place of a batch tells the read models. */
export function toldAt(batch: Batch, at: number): Generator<Told, void> {
  const heard = batch[at];
  if (!heard) throw new RangeError('a batch has no event at this place');
  return toldBy(heard.recorded, heard.tells.events, (type) =>
    followsByLaw.has(type) ? causeOf(batch, at, heard.recorded) : null,
  );
}

/** What an event tells, one thing after the other, each with its place; no causes, where nobody asks for them. */
export function* toldBy(
  { position, recordedAt, stream }: RecordedEvent,
  events: Tells['events'],
  causeOfOne: (type: EventType) => Cause | null = () => null,
): Generator<Told, void> {
  const isOfVictim = stream.startsWith('Victim-');
  let item = 0;
  for (const { type, effectiveOn, data } of events) {
    const cause = causeOfOne(type);
    yield { type, effectiveOn, data, position, item, recordedAt, isOfVictim, cause } as Told;
    item += 1;
  }
}

const followsByLaw: ReadonlySet<EventType> = new Set<EventType>([
  'GreatestLossChanged',
  'OverRecoveryNoted',
  'OverRecoveryClaimed',
  'FullRecoveryReached',
  'FullRecoveryUndone',
  'LiabilitiesTerminated',
  'LiabilitiesReinstated',
]);

/**
 * The event that this one names as its cause, which stands before it in the stream and came of the same command; null
 * without one. Of another command nothing is told, though it stood beside it: a batch may end between the two.
 */
function causeOf(batch: Batch, at: number, { stream, commandId, causationId }: RecordedEvent): Cause | null {
  for (let before = at - 1; before >= 0; before -= 1) {
    const event = batch[before]?.recorded;
    if (event?.stream !== stream || event.commandId !== commandId) return null;
    if (event.id === causationId) return causeIn(event);
  }
  return null;
}

function causeIn(recorded: RecordedEvent): Cause {
  const { type, data } = storedEventOf(recorded);
  const said = data as Readonly<Partial<Record<(typeof abouts)[number], unknown>>>;
  const id = abouts.map((name) => said[name]).find((value) => typeof value === 'string');
  return { type: type as Cause['type'], position: recorded.position, id: id ?? null };
}

/** What a fact in a victim's stream is about, the closest first. */
const abouts = [
  ...(['receiptId', 'recoveryId', 'requestId', 'disbursementId', 'absorbedId'] as const),
  ...(['orderId', 'caseId'] as const),
] as const;
