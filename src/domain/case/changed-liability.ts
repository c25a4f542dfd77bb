import type { CalendarDate } from '../calendar-date.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import { invariant } from '../rejection.ts';
import { notePrincipal } from './evolve-principal.ts';
import type { CaseState } from './state.ts';

/** Puts another in the place of the liability that an event names, and notes what that does to its principal. */
export function changeLiability(
  state: CaseState,
  { data, effectiveOn: on }: { readonly data: LiabilityOf; readonly effectiveOn: CalendarDate },
  how: (liability: Liability) => Liability,
): void {
  const before = state.liabilities.get(data);
  invariant(before !== undefined, 'an event names a victim that is not in its order');
  const after = how(before);
  state.liabilities.set(after);
  notePrincipal(state, before, { after, on });
}
