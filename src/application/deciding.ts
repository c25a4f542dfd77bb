import { firstDay, type CalendarDate } from '../domain/calendar-date.ts';
import type { Context, Decision } from '../domain/decider.ts';
import { schemaVersions, type LedgerEvent, type StoredEvent } from '../domain/events.ts';
import { policiesOn, type PoliciesByDay } from '../domain/policy/state.ts';
import type { EventStore, StreamWrite } from '../store/event-store.ts';
import type { EventToAppend } from '../store/recorded-event.ts';
import type { Aggregate, StreamEvent } from './aggregate.ts';
import { isLong, pack } from './documents/packing.ts';
import { eventIdOf } from './event-ids.ts';
import type { Asking, Session, Step, StepEvent } from './session.ts';
import { storedEventOf } from './reading.ts';
import { deciderOf, deciders, policies, streamName, type CommandOf } from './streams.ts';

/** A step decided: what is to be stored, and what is to be folded once it is. */
export interface Decided {
  readonly aggregate: Aggregate;
  readonly decidedAt: number;
  /** What tells of too much for the stream itself: to be stored before the event that makes it real. */
  readonly document: Pick<StreamWrite, 'stream' | 'events'> | undefined;
  readonly toAppend: readonly EventToAppend[];
  readonly toFold: readonly (StreamEvent & StepEvent)[];
}

type Deciding = Pick<Session, 'asking' | 'policies' | 'mostRows' | 'recordedOn'>;

/** Asks the decider of the stream, and puts what it says into envelopes. Law-made events name the fact that caused them. */
export function decideStep(aggregate: Aggregate, step: Step, deciding: Deciding): Decided {
  const { asking, mostRows, recordedOn } = deciding;
  const context = { ...contextOn(step.command.on, deciding.policies), recordedOn };
  const decision = deciderOf(step.ref.kind).decide(step.command, aggregate.state, context);
  if (step.ref.kind === 'Case' && isLong(decision, mostRows)) {
    return inDocument(aggregate, step as Step<'Case'>, { decision, asking });
  }
  return oneByOne(aggregate, step, { decision, asking });
}

/**
 * What an append had no room for, and whoever wrote it did not add: it comes before anything else in the stream. The
 * answers are those that had been given by then: one that was given later, for an earlier day, waits for a review.
 */
export async function decideRest(
  aggregate: Aggregate,
  { asking, policies: now }: Pick<Deciding, 'asking' | 'policies'>,
  store: Pick<EventStore, 'lastOf' | 'readStream'>,
): Promise<Decided> {
  const step = { name: `LeftOut ${String(aggregate.revision)}`, cause: aggregate.last ?? null };
  // Of what is left by the answers of then, those of now may know nothing, as where only a court may bring back (P-19) since.
  const isLeft = [now, ...(now.length > 0 ? [usual] : [])].some(
    (each) => leftOut(aggregate, each).length > 0,
  );
  const follows = isLeft ? leftOut(aggregate, await policiesWhenLast(aggregate, store)) : [];
  return oneByOne(aggregate, step, { decision: { happened: [], follows }, asking });
}

/** No question was answered: the usual answers hold, by which everything comes back by itself. */
const usual: PoliciesByDay = [];

function leftOut({ ref, state }: Aggregate, policies: PoliciesByDay): readonly LedgerEvent[] {
  return deciderOf(ref.kind).leftOut?.(state, contextOn(firstDay, policies)) ?? [];
}

/** The answers that had been recorded before the last event of the stream was. */
async function policiesWhenLast(
  { stream }: Aggregate,
  store: Pick<EventStore, 'lastOf' | 'readStream'>,
): Promise<PoliciesByDay> {
  const { position = 0 } = (await store.lastOf(stream, { mayLag: true })) ?? {};
  const state = deciders.Policy.empty();
  for await (const page of store.readStream(streamName(policies), { mayLag: true })) {
    for (const recorded of page) {
      const event = storedEventOf(recorded);
      if (recorded.position < position && event.type === 'PolicySet') deciders.Policy.evolve(state, event);
    }
  }
  return state.inForce;
}

function contextOn(day: CalendarDate, answers: PoliciesByDay): Context {
  return { policies: policiesOn(answers, day), policiesOn: (other) => policiesOn(answers, other) };
}

interface Spoken {
  readonly decision: Decision<LedgerEvent>;
  readonly asking: Asking;
}

function oneByOne(
  aggregate: Aggregate,
  step: Pick<Step, 'name' | 'cause'>,
  { decision, asking }: Spoken,
): Decided {
  const { stream, revision: decidedAt } = aggregate;
  const { happened, follows } = decision;
  const { commandId } = asking;
  const idOf = (index: number): string => eventIdOf({ stream, commandId, step: step.name, index });
  const cause = happened.length > 0 ? idOf(0) : step.cause;
  const toFold = [...happened, ...follows].map((event, index) => ({
    id: idOf(index),
    ...{ stream, revision: decidedAt + 1 + index },
    ...{ commandId, causationId: index < happened.length ? step.cause : cause },
    ...{ event, tells: { events: [event], count: 1, rosters: [] } },
  }));
  const toAppend = toFold.map((each) => enveloped(each, asking));
  return { aggregate, decidedAt, document: undefined, toAppend, toFold };
}

/** All that the case says, as one event; what it says of each liability stands in a document. */
function inDocument(aggregate: Aggregate, step: Step<'Case'>, { decision, asking }: Spoken): Decided {
  const { stream, revision: decidedAt, rosters } = aggregate;
  const { commandId } = asking;
  const causationId = step.cause;
  const events = [...decision.happened, ...decision.follows];
  const packed = pack({
    ...{ subject: subjectOf(step.command), decidedAt, on: step.command.on, events, rosters },
    recordedWith: [commandId, asking.actor, causationId],
  });
  const event = {
    id: eventIdOf({ stream, commandId, step: step.name, index: 0 }),
    ...{ stream, revision: decidedAt + 1 },
    ...{ commandId, causationId },
    ...{ event: packed.committed, tells: { events, count: events.length, rosters: packed.rosters } },
  };
  const listings = packed.listings.map((listing, index) => {
    const id = eventIdOf({ stream: packed.document, commandId, step: step.name, index });
    return enveloped({ id, causationId, event: listing }, asking);
  });
  const document = listings.length > 0 ? { stream: packed.document, events: listings } : undefined;
  return { aggregate, decidedAt, document, toAppend: [enveloped(event, asking)], toFold: [event] };
}

function subjectOf(command: CommandOf<'Case'>): Parameters<typeof pack>[0]['subject'] {
  const { caseId } = command;
  if ('receiptId' in command && command.receiptId !== null) return { caseId, receiptId: command.receiptId };
  return 'orderId' in command ? { caseId, orderId: command.orderId } : { caseId };
}

function enveloped(
  { id, causationId, event }: { id: string; causationId: string | null; event: StoredEvent },
  { commandId, actor }: Asking,
): EventToAppend {
  const { type, effectiveOn, data } = event;
  const schemaVersion = schemaVersions[type];
  return { id, type, schemaVersion, commandId, causationId, actor, effectiveOn, data };
}
