import type { Policies } from '../../domain/policy/catalogue.ts';
import { defaultPolicies } from '../../domain/policy/state.ts';
import type { Frame } from './frame.ts';

/** How the open questions of the law were answered on the clocks of the frame. */
export function policiesOn(frame: Frame): Policies {
  const set = frame.all(
    'SELECT policy, value FROM policies WHERE position <= :position AND effectiveOn <= :day ORDER BY effectiveOn, position',
  ) as readonly { policy: bigint; value: bigint }[];
  const answers = set.map(({ policy, value }): [string, string] => [frame.term(policy), frame.term(value)]);
  return { ...defaultPolicies, ...Object.fromEntries(answers), version: set.length };
}
