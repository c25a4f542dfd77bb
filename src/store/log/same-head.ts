import type { LogHead } from '../event-store.ts';

/** Whether two logs end alike: then they are alike from the beginning. */
export function sameHead(one: LogHead, other: LogHead): boolean {
  return one.position === other.position && one.hash === other.hash;
}
