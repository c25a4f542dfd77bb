import { holding, laterOf, type CalendarDate } from '../calendar-date.ts';
import type { DefendantId } from '../ids.ts';
import type { Heir, EndOfRepresentation } from '../people/events.ts';
import { defendantsWhoAre, isConvicted, type Representation } from '../people/people.ts';
import { endsWithDeath, victim as victimDefined } from '../statutes/18-usc-2259-c-4-victim.ts';
import type { VictimEvent } from './events.ts';
import { hasAny, type Matter } from './matter.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/** Whether an order under section 2259 that stands makes the defendant pay the victim. */
export function isOrderedToPay(victim: VictimState, defendantId: DefendantId): boolean {
  return orderedToPayFrom(victim, defendantId) !== undefined;
}

/** From which day such an order does; undefined where none does. */
function orderedToPayFrom({ liabilities }: VictimState, defendantId: DefendantId): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const each of liabilities.values()) {
    if (each.defendantId !== defendantId || each.isVacated) continue;
    if (first === undefined || each.imposedOn < first) first = each.imposedOn;
  }
  return first;
}

/** Facts that can end a representation by law, or make an heir an offender; without facts, all is asked anew. */
const movers: ReadonlySet<VictimEvent['type']> = new Set([
  'HistoriesJoined',
  'RightsAssumed',
  'RepresentativeConvicted',
  'VictimDied',
  'SuccessionRecorded',
  'LiabilityImposed',
  'LiabilityVacated',
]);

function mayConcernPeople(matter: Matter): boolean {
  const { people } = matter.victim;
  if (people.representations.length === 0 && people.successions.length === 0) return false;
  return hasAny(matter, movers);
}

/** A guardian's term ends with the victim's death; and in no event does the defendant, or who abused the victim, go on. */
export function representationsEnd(matter: Matter): Events {
  if (!mayConcernPeople(matter)) return [];
  const { victim, policies } = matter;
  return victim.people.representations.flatMap((each): Events => {
    const end = endByLaw(each, matter);
    if (end === undefined || (each.until !== undefined && each.until <= end.on)) return [];
    const { victimId, representativeId, from: assumedOn } = each;
    const law = { citation: victimDefined.citation, policyVersion: policies.version };
    const data = { victimId, representativeId, assumedOn, reason: end.reason, ...law };
    return [{ type: 'RepresentationEnded', effectiveOn: end.on, data }];
  });
}

/** That a representation ends by law on a day, and why. */
interface EndByLaw {
  readonly on: CalendarDate;
  readonly reason: EndOfRepresentation;
}

/** Whatever comes about first ends it; of one day, the conviction is named before the death, and that before the order. */
function endByLaw(
  { capacity, representativeId, from, defendantId }: Representation,
  { victim }: Matter,
): EndByLaw | undefined {
  const { convictions, diedOn } = victim.people;
  const orderedFrom = defendantId === undefined ? undefined : orderedToPayFrom(victim, defendantId);
  const ends: readonly (EndByLaw | undefined)[] = [
    ...convictions
      .filter((each) => each.representativeId === representativeId)
      .map(({ on }) => ({ on, reason: 'CONVICTED' }) as const),
    diedOn === undefined || !endsWithDeath(capacity) ? undefined : { on: diedOn, reason: 'VICTIM_DIED' },
    orderedFrom === undefined ? undefined : { on: orderedFrom, reason: 'IS_DEFENDANT' },
  ];
  return ends.reduce<EndByLaw | undefined>((first, each) => {
    if (each === undefined) return first;
    const end = { ...each, on: laterOf(each.on, from) };
    return first === undefined || end.on < first.on ? end : first;
  }, undefined);
}

/** Money for the victim is held while an heir is an offender, unless a court has named the heirs (P-30). */
export function payoutsAreHeld(matter: Matter): Events {
  if (!mayConcernPeople(matter)) return [];
  const { victim, victimId, policies, effectiveOn } = matter;
  const { held } = victim.people;
  const heir = offendingHeir(matter);
  if (heir?.representativeId === held?.representativeId) return [];
  const law = { citation: victimDefined.citation, policyVersion: policies.version };
  const released: Events = held
    ? [
        {
          type: 'PayoutReleased',
          effectiveOn: laterOf(effectiveOn, held.on),
          data: { victimId, representativeId: held.representativeId, ...law },
        },
      ]
    : [];
  if (heir === undefined) return released;
  const { representativeId } = heir;
  const on = laterOf(effectiveOn, victim.people.successions.at(-1)?.on ?? effectiveOn);
  return [...released, { type: 'PayoutHeld', effectiveOn: on, data: { victimId, representativeId, ...law } }];
}

function offendingHeir({ victim, policies }: Matter): Heir | undefined {
  if (policies['P-30'] === 'PAY_ESTATE') return undefined;
  const { people } = victim;
  const succession = holding(people.successions);
  if (succession === undefined || succession.source === 'DIRECTED_BY_COURT') return undefined;
  return succession.heirs.find(({ representativeId, orderedToPayIn }) => {
    const isDefendant = defendantsWhoAre(people, representativeId).some((id) => isOrderedToPay(victim, id));
    return orderedToPayIn !== undefined || isDefendant || isConvicted(people, representativeId);
  });
}
