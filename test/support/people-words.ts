/** What is said of the people beside a victim: `v-1` unless told. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { DisbursementId, RepresentativeId } from '../../src/domain/ids.ts';
import type {
  AssignInterest,
  AssumeRights,
  EndRepresentation,
  HeirNamed,
  RecordAbuseConviction,
  RecordSameVictim,
  RecordSuccession,
  RecordVictimDeath,
  RevokeAssignment,
} from '../../src/domain/people/commands.ts';
import type { Capacity } from '../../src/domain/statutes/18-usc-2259-c-4-victim.ts';
import type { RecordDisbursement } from '../../src/domain/victim/commands.ts';
import type { PaidTo } from '../../src/domain/victim/found-and-paid.ts';
import { caseId, defendantId, orderId, today, usd, victimId } from './words.ts';

interface Of {
  readonly on?: CalendarDate;
  readonly victim?: string;
}

const representativeId = (id: string): RepresentativeId => id as RepresentativeId;

export function assumeRights(
  id = 'h-1',
  given: Of & { until?: CalendarDate; capacity?: Capacity; who?: string; inCase?: string } = {},
): AssumeRights {
  const { on = today, victim = 'v-1', until = null, capacity = 'LEGAL_GUARDIAN', who, inCase } = given;
  return {
    type: 'AssumeRights',
    ...{ victimId: victimId(victim), representativeId: representativeId(id), capacity, until, on },
    defendantId: who === undefined ? null : defendantId(who),
    caseId: inCase === undefined ? null : caseId(inCase),
  };
}

export function endRepresentation(id = 'h-1', { on = today, victim = 'v-1' }: Of = {}): EndRepresentation {
  const ids = { victimId: victimId(victim), representativeId: representativeId(id) };
  return { type: 'EndRepresentation', ...ids, on };
}

export function isConvictedOfAbuse(
  id = 'h-1',
  { on = today, victim = 'v-1' }: Of = {},
): RecordAbuseConviction {
  const ids = { victimId: victimId(victim), representativeId: representativeId(id) };
  return { type: 'RecordAbuseConviction', ...ids, on };
}

export function dies({ on = today, victim = 'v-1' }: Of = {}): RecordVictimDeath {
  return { type: 'RecordVictimDeath', victimId: victimId(victim), on };
}

/** Each heir by id, with the defendant that it is, where it is one. */
export function inherit(
  heirs: Readonly<Record<string, string | null>>,
  given: Of & { source?: RecordSuccession['source']; inCase?: string } = {},
): RecordSuccession {
  const { on = today, victim = 'v-1', source = 'REPORTED', inCase } = given;
  const named = Object.entries(heirs).map(([id, who]): HeirNamed => ({
    representativeId: representativeId(id),
    ...(who !== null && { defendantId: defendantId(who) }),
    ...(inCase !== undefined && { caseId: caseId(inCase) }),
  }));
  return { type: 'RecordSuccession', victimId: victimId(victim), heirs: named, source, on };
}

/** The id `v-1`, unless told, is one victim with the other, which survives. */
export function sameVictim(survivor: string, { on = today, victim = 'v-1' }: Of = {}): RecordSameVictim {
  return { type: 'RecordSameVictim', victimId: victimId(victim), survivorId: victimId(survivor), on };
}

interface Interest extends Of {
  readonly inCase?: string;
  readonly under?: string;
}

function interest({ on = today, victim = 'v-1', inCase, under }: Interest) {
  return {
    ...{ victimId: victimId(victim), on },
    caseId: inCase === undefined ? null : caseId(inCase),
    orderId: under === undefined ? null : orderId(under),
  };
}

export function assignInterest(given: Interest = {}): AssignInterest {
  return { type: 'AssignInterest', ...interest(given) };
}

export function revokeAssignment(given: Interest = {}): RevokeAssignment {
  return { type: 'RevokeAssignment', ...interest(given) };
}

/** Money of case `c-1` went out for the victim: to the representative that is named, or to the Fund, or to the victim. */
export function payOut(
  id: string,
  amount: string,
  given: Of & { to?: string; inCase?: string } = {},
): RecordDisbursement {
  const { on = today, victim = 'v-1', to = 'VICTIM', inCase = 'c-1' } = given;
  const isRepresentative = to.startsWith('h-');
  return {
    type: 'RecordDisbursement',
    ...{ victimId: victimId(victim), disbursementId: id as DisbursementId, caseId: caseId(inCase) },
    ...{ amount: usd(amount), on, paidTo: isRepresentative ? 'REPRESENTATIVE' : (to as PaidTo) },
    ...(isRepresentative && { representativeId: representativeId(to) }),
  };
}
