import fc from 'fast-check';
import type { Capacity } from '../../../src/domain/statutes/18-usc-2259-c-4-victim.ts';
import {
  assignInterest,
  assumeRights,
  dies,
  endRepresentation,
  inherit,
  isConvictedOfAbuse,
  payOut,
  revokeAssignment,
  sameVictim,
} from '../../support/people-words.ts';
import type { VictimCommand } from '../../../src/domain/victim/commands.ts';
import { today, tomorrow, yesterday } from '../../support/words.ts';

const days = fc.constantFrom(yesterday, today, tomorrow);
const sums = fc.constantFrom('0.00', '0.01', '999.99', '4,000.00');
const representatives = fc.constantFrom('h-1', 'h-2');
const interests = fc.constantFrom({}, { inCase: 'c-1' }, { inCase: 'c-1', under: 'o-1' });
/** What may be said of the people beside victim `v-1`. */
export const ofPeople: fc.Arbitrary<VictimCommand> = fc.oneof(
  fc
    .tuple(
      representatives,
      fc.constantFrom<Capacity>('LEGAL_GUARDIAN', 'ESTATE_REPRESENTATIVE', 'FAMILY_MEMBER'),
      fc.constantFrom('d-1', 'd-2', undefined),
      days,
      fc.constantFrom(...[undefined, tomorrow]),
    )
    .map(([id, capacity, who, on, until]) => {
      return assumeRights(id, {
        ...{ capacity, on },
        ...(who !== undefined && { who }),
        ...(until !== undefined && { until }),
      });
    }),
  fc.tuple(representatives, days).map(([id, on]) => endRepresentation(id, { on })),
  fc.tuple(representatives, days).map(([id, on]) => isConvictedOfAbuse(id, { on })),
  days.map((on) => dies({ on })),
  fc
    .tuple(fc.constantFrom(null, 'd-1', 'd-2'), days, fc.constantFrom('REPORTED', 'DIRECTED_BY_COURT'))
    .map(([who, on, source]) => inherit({ 'h-1': who, 'h-2': null }, { on, source: source as 'REPORTED' })),
  fc.tuple(interests, days).map(([interest, on]) => assignInterest({ ...interest, on })),
  fc.tuple(interests, days).map(([interest, on]) => revokeAssignment({ ...interest, on })),
  fc
    .tuple(
      fc.constantFrom('p-1', 'p-2', 'p-3'),
      sums,
      fc.constantFrom('h-1', 'h-9', 'CRIME_VICTIMS_FUND'),
      days,
    )
    .map(([id, amount, to, on]) => payOut(id, amount, { to, on })),
  fc.constantFrom('v-2', 'v-3').map((id) => sameVictim(id)),
);
