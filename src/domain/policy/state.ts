import type { PolicyEvent } from './events.ts';
import { policyCatalogue, type Policies, type PolicyId } from './catalogue.ts';

/** The answers in force; replaced, never changed, so that whoever decides with them may keep them. */
export interface PolicyState {
  inForce: Policies;
}

/** Every question with its default answer, at version 0. */
export const defaultPolicies: Policies = {
  ...(Object.fromEntries(
    Object.entries(policyCatalogue).map(([id, { values }]) => [id, values[0]]),
  ) as unknown as Omit<Policies, 'version'>),
  version: 0,
};

/** Every question with its default answer. */
export function emptyPolicies(): PolicyState {
  return { inForce: defaultPolicies };
}

/** Carries one setting into the answers in force. */
export function evolvePolicies(state: PolicyState, { data }: PolicyEvent): void {
  state.inForce = { ...state.inForce, [data.policy]: data.value, version: state.inForce.version + 1 };
}

/** Whether the value is one of the policy's answers. */
export function isPolicyValue(policy: PolicyId, value: string): boolean {
  const values: readonly string[] = policyCatalogue[policy].values;
  return values.includes(value);
}
