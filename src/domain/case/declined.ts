import type { Allocation } from './state.ts';

/** Shared, for most receipts are declined by nobody. */
export const nobody: Allocation['declined'] = new Set();

/** Who has declined a part of the receipt since it began its way, or began it once more, with that visit. */
export function declinedSince(
  before: Pick<Allocation, 'visit' | 'declined'> | undefined,
  beganAt: number,
): Allocation['declined'] | undefined {
  const isAnew = before !== undefined && before.visit.number < beganAt && before.declined.size > 0;
  return isAnew ? nobody : before?.declined;
}
