import type { CalendarDate } from '../calendar-date.ts';
import type { PolicyEvent } from './events.ts';
import { policyCatalogue, type Policies, type PolicyId } from './catalogue.ts';

/** The answers in force; replaced, never changed, so that whoever decides with them may keep them. */
export interface PolicyState {
  inForce: PoliciesByDay;
}

/** The answers from each day on which one was set, the earliest first; before them, the defaults hold. */
export type PoliciesByDay = readonly PoliciesFrom[];

interface PoliciesFrom {
  readonly from: CalendarDate;
  /** What was set on this day itself. */
  readonly set: Readonly<Partial<Record<PolicyId, string>>>;
  /** All answers from this day on, until others are set. */
  readonly policies: Policies;
}

/** Every question with its default answer, at version 0. */
export const defaultPolicies: Policies = {
  ...(Object.fromEntries(
    Object.entries(policyCatalogue).map(([id, { values }]) => [id, values[0]]),
  ) as unknown as Omit<Policies, 'version'>),
  version: 0,
};

/** Every question with its default answer, on every day. */
export function emptyPolicies(): PolicyState {
  return { inForce: [] };
}

/**
 * Carries one setting into the answers in force: it holds from its day on, until the same question is answered on a later
 * one. The answers from its day on are new, and so are those from each later day that was set before; each of them gets a
 * number of its own, so that a number never stands for two sets of answers.
 */
export function evolvePolicies(state: PolicyState, { data, effectiveOn: on }: PolicyEvent): void {
  const before = state.inForce.filter(({ from }) => from < on);
  const sameDay = state.inForce.find(({ from }) => from === on);
  const after = state.inForce.filter(({ from }) => from > on);
  let version = Math.max(0, ...state.inForce.map(({ policies }) => policies.version));
  let held = before.at(-1)?.policies ?? defaultPolicies;
  const anew = [{ from: on, set: { ...sameDay?.set, [data.policy]: data.value } }, ...after].map((each) => {
    version += 1;
    held = { ...held, ...each.set, version } as Policies;
    return { ...each, policies: held };
  });
  state.inForce = [...before, ...anew];
}

/** The answers that hold on a day: of those to one question, the one of the latest day, and of one day the last set. */
export function policiesOn(inForce: PoliciesByDay, day: CalendarDate): Policies {
  return inForce.findLast(({ from }) => from <= day)?.policies ?? defaultPolicies;
}

/** Whether the value is one of the policy's answers. */
export function isPolicyValue(policy: PolicyId, value: string): boolean {
  const values: readonly string[] = policyCatalogue[policy].values;
  return values.includes(value);
}
