import type { CalendarDate } from '../calendar-date.ts';
import type { VictimId } from '../ids.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { VictimEvent } from './events.ts';
import type { VictimState } from './state.ts';

/** What a rule may look at: the victim as the facts, and the rules before it, have left them. */
export interface Matter {
  readonly victimId: VictimId;
  /** The facts; none where every rule is asked anew. */
  readonly happened: readonly VictimEvent[];
  /** What the rules before have made of them. */
  readonly brought: readonly VictimEvent[];
  readonly victim: VictimState;
  /** The day on which what the rule makes of them takes effect, and the answers that hold on it. */
  readonly effectiveOn: CalendarDate;
  readonly policies: Policies;
}

/** What the law makes of the facts. */
export type Rule = (matter: Matter) => readonly VictimEvent[];

/** Whether a rule that rests on such facts has to be asked. */
export function hasAny(
  { happened }: Pick<Matter, 'happened'>,
  movers: ReadonlySet<VictimEvent['type']>,
): boolean {
  return happened.length === 0 || happened.some(({ type }) => movers.has(type));
}
