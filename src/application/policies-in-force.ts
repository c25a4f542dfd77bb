import type { CalendarDate } from '../domain/calendar-date.ts';
import { policyCatalogue, type PolicyId } from '../domain/policy/catalogue.ts';
import type { PolicySet } from '../domain/policy/events.ts';
import type { EventStore } from '../store/event-store.ts';
import { storedEventOf } from './reading.ts';
import { policies, streamName } from './streams.ts';
import { standpointOn } from './queries/known-at.ts';
import { stampOf } from './queries/stamping.ts';
import type { Clocks, Stamped } from './views/ledger.ts';

/** One open question of the law, and how it is answered. */
export interface PolicyView {
  readonly policy: PolicyId;
  readonly question: string;
  readonly value: string;
  /** The answers to choose from; the first is the default. */
  readonly values: readonly string[];
  readonly reason: string;
  /** The day and position at which the answer was set; null where it is the default. */
  readonly setOn: CalendarDate | null;
  readonly position: number | null;
}

/** Every open question of the law. */
export interface PoliciesView {
  readonly policies: readonly PolicyView[];
}

/** Every policy with its answer: in effect on one clock, as known on the other. Of several, that of the latest day holds. */
export async function policiesInForce(store: EventStore, clocks: Clocks): Promise<Stamped<PoliciesView>> {
  const standpoint = await standpointOn(store, clocks);
  const set = new Map<PolicyId, Pick<PolicyView, 'value' | 'setOn' | 'position'>>();
  for (const { event, position } of await settings(store)) {
    const { effectiveOn: setOn, data } = event;
    const isKept = position <= standpoint.position && setOn <= (clocks.asOf ?? setOn);
    const isLater = setOn >= (set.get(data.policy)?.setOn ?? setOn);
    if (isKept && isLater) set.set(data.policy, { value: data.value, setOn, position });
  }
  const views = (Object.keys(policyCatalogue) as PolicyId[]).map((policy) => {
    const { question, values, reason } = policyCatalogue[policy];
    const byDefault = { value: values[0], setOn: null, position: null };
    return { policy, question, values, reason, ...(set.get(policy) ?? byDefault) };
  });
  return { policies: views, stamp: stampOf(standpoint, { policies: views }) };
}

async function settings(
  store: EventStore,
): Promise<readonly { readonly event: PolicySet; readonly position: number }[]> {
  const all: { event: PolicySet; position: number }[] = [];
  for await (const page of store.readStream(streamName(policies), { mayLag: true })) {
    for (const recorded of page) {
      const event = storedEventOf(recorded);
      if (event.type === 'PolicySet') all.push({ event, position: recorded.position });
    }
  }
  return all;
}
