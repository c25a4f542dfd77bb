import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { reject } from '../rejection.ts';
import type { SetPolicy } from './commands.ts';
import type { PolicyEvent } from './events.ts';
import { emptyPolicies, evolvePolicies, isPolicyValue, policiesOn, type PolicyState } from './state.ts';

function decide({ policy, value, on }: SetPolicy, { inForce }: PolicyState): Decision<PolicyEvent> {
  if (!isPolicyValue(policy, value)) reject('policy-value-unknown', '/value');
  if (policiesOn(inForce, on)[policy] === value) return heardAlready;
  return { happened: [{ type: 'PolicySet', effectiveOn: on, data: { policy, value } }], follows: [] };
}

/** The stream `Policy-ledger`: the answers to what the law leaves open. */
export const policyDecider: Decider<PolicyState, SetPolicy, PolicyEvent> = {
  empty: emptyPolicies,
  evolve: evolvePolicies,
  decide,
};
