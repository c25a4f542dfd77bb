import type { Standpoint } from '../views/ledger.ts';

/** On which clocks a paper is, and at which position. */
export function clocksOf({ position, asOf, knownAt }: Standpoint): string {
  const effective = asOf === null ? 'as of every day that is recorded' : `as of ${asOf}`;
  const known = knownAt === null ? '' : `as known at ${knownAt}, `;
  return `${effective}, ${known}at position ${String(position)} of the log`;
}
