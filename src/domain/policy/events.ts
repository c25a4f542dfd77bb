/**
 * Where the law leaves a choice, the choice is a policy, and the choice made is an event.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { PolicyId } from './catalogue.ts';

/** From this day on the policy has this value; decisions already recorded keep the version they used. */
export type PolicySet = DomainEvent<'PolicySet', { readonly policy: PolicyId; readonly value: string }>;

export type PolicyEvent = PolicySet;
