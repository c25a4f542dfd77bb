import type { LiabilityOf } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import { invariant } from '../rejection.ts';
import type { VictimState } from './state.ts';

/** The liability that an event names: it was imposed before. */
export function known({ liabilities }: Pick<VictimState, 'liabilities'>, of: LiabilityOf): Liability {
  const liability = liabilities.get(of);
  invariant(liability !== undefined, 'an event names a liability that was never imposed');
  return liability;
}
