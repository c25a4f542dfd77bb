import type { Stamp } from '../views/ledger.ts';

/** On which clocks a picture is, and of what: so that it can be drawn again. */
export function clocksInWords({ position, asOf, knownAt, readModels }: Stamp): string {
  const effective = asOf === null ? 'as of every day' : `as of ${asOf}`;
  const known =
    knownAt === null
      ? `as known at position ${String(position)}`
      : `as known at ${knownAt}, position ${String(position)}`;
  return `${effective}, ${known} of the log, read models version ${readModels}`;
}
