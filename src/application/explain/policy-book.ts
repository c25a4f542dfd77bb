import type { CalendarDate } from '../../domain/calendar-date.ts';
import { policyCatalogue, type Policies, type PolicyId } from '../../domain/policy/catalogue.ts';
import {
  defaultPolicies,
  emptyPolicies,
  evolvePolicies,
  policiesOn,
  type PoliciesByDay,
} from '../../domain/policy/state.ts';
import type { EventStore } from '../../store/event-store.ts';
import { storedEventOf } from '../reading.ts';
import { policies, streamName } from '../streams.ts';
import type { PolicyApplied } from './explanation.ts';

interface Page {
  readonly position: number;
  readonly inForce: PoliciesByDay;
}

/** Every answer that was ever in force, by the number that events name, and by what had been recorded. */
export class PolicyBook {
  readonly #versions: ReadonlyMap<number, Policies>;
  /** The answers by day after each setting, the first before any. */
  readonly #pages: readonly Page[];

  private constructor(versions: ReadonlyMap<number, Policies>, pages: readonly Page[]) {
    this.#versions = versions;
    this.#pages = pages;
  }

  /** The book as far as it had been written at the position. */
  static async read(store: Pick<EventStore, 'readStream'>, upTo: number): Promise<PolicyBook> {
    const state = emptyPolicies();
    const versions = new Map([[0, defaultPolicies]]);
    const pages = [{ position: 0, inForce: state.inForce }];
    for await (const page of store.readStream(streamName(policies), { mayLag: true })) {
      for (const recorded of page) {
        const event = storedEventOf(recorded);
        if (event.type !== 'PolicySet' || recorded.position > upTo) continue;
        evolvePolicies(state, event);
        pages.push({ position: recorded.position, inForce: state.inForce });
        for (const each of state.inForce) versions.set(each.policies.version, each.policies);
      }
    }
    return new PolicyBook(versions, pages);
  }

  /** The answers that an event names by their number; undefined where they had not been given yet. */
  version(number: number): Policies | undefined {
    return this.#versions.get(number);
  }

  /** The answers that held on a day, as far as they had been given before the position; on the latest day, unless told. */
  onDay(day: CalendarDate | null, before = Infinity): Policies {
    const inForce = this.#pages.findLast(({ position }) => position < before)?.inForce ?? [];
    return day === null ? (inForce.at(-1)?.policies ?? defaultPolicies) : policiesOn(inForce, day);
  }
}

/** How these questions were answered. */
export function applied(answers: Policies, ...ids: readonly PolicyId[]): readonly PolicyApplied[] {
  return ids.map((policy) => {
    const { question } = policyCatalogue[policy];
    return { policy, question, value: answers[policy], version: answers.version };
  });
}
