import type { Context } from '../decider.ts';
import { noMoney } from '../money.ts';
import type { RejectionCode } from '../rejection-codes.ts';
import { reject } from '../rejection.ts';
import { greatestShare, isBelowFloor } from '../statutes/18-usc-2259-b-2-b-relative-role.ts';
import { mayBeTrafficking, maySupportFullAmount } from '../statutes/18-usc-2259-c-3-trafficking.ts';
import type { Offence } from '../statutes/offences.ts';
import { crossesCases, hasTrack, termsOf } from '../statutes/restitution-statutes.ts';
import type { AmendOrder, LossesFound, ShareOrdered } from './commands.ts';
import type { Order } from './state.ts';

/** What of an order its lines are held against. */
type Ordered = Pick<Order, 'statute' | 'offenceOn'> & { readonly offences?: readonly Offence[] | undefined };

type Lines = Pick<AmendOrder, 'lines' | 'override'> & { readonly lossesFound?: LossesFound };

/** Refuses lines that a court cannot write under the statute. @throws Rejection */
export function checkLines({ lines }: Lines, { statute }: Ordered): void {
  refuseAt(
    lines.findIndex(({ track }) => !hasTrack(statute, track)),
    'track-not-in-statute',
    'track',
  );
  if (lines.length === 0) reject('order-without-lines', '/lines');
  const victims = new Set<string>();
  refuseAt(
    lines.findIndex(({ victimId }) => victims.size === victims.add(victimId).size),
    'victim-twice-in-order',
    'victimId',
  );
}

/** Refuses an order for an offence that its statute does not reach, unless somebody with authority says so. @throws Rejection */
export function checkStatute({ override }: Lines, { statute, offenceOn, offences = [] }: Ordered): void {
  if (override !== undefined) return;
  const { inForceFrom, reaches } = termsOf(statute);
  if (offenceOn < inForceFrom) reject('statute-not-in-force', '/offenceOn', { day: inForceFrom });
  if (offences.length > 0 && !offences.some(reaches)) reject('offence-not-of-statute', '/offences');
}

/**
 * Refuses a line on a track that no offence of conviction bears (18 U.S.C. 2259(c)(1) and (3)), unless somebody with
 * authority says so; an order that names no offence is not held against any. @throws Rejection
 */
export function checkTracks({ lines, override }: Lines, { statute, offences = [] }: Ordered): void {
  if (override !== undefined || offences.length === 0 || !crossesCases(statute)) return;
  const isBorne = {
    TRAFFICKING: offences.some(mayBeTrafficking),
    FULL_AMOUNT: offences.some(maySupportFullAmount),
  };
  refuseAt(
    lines.findIndex(({ track }) => !isBorne[track]),
    'track-without-offence',
    'track',
  );
}

/**
 * Whether the amounts are such as the law lets a court order; where P-42 says so, they are recorded as they are. A share
 * of nothing, by an amendment, is no share that is too small: the order goes on without this victim. Below the floor an
 * override is enough; no authority makes a share greater than the losses it is a share of. @throws Rejection
 */
export function checkAmounts(
  { lines, lossesFound, override }: Lines,
  { offenceOn }: Pick<Ordered, 'offenceOn'>,
  { policies }: Context,
): void {
  if (policies['P-42'] === 'RECORD') return;
  const isTooSmall = ({ track, amount }: ShareOrdered): boolean =>
    track === 'TRAFFICKING' && amount > noMoney && isBelowFloor(amount, offenceOn);
  const isTooGreat = ({ track, amount }: ShareOrdered, index: number): boolean => {
    const losses = lossesFound?.[index] ?? null;
    if (losses === null) return false;
    return amount > (track === 'TRAFFICKING' ? greatestShare(losses, offenceOn) : losses);
  };
  if (override === undefined) refuseAt(lines.findIndex(isTooSmall), 'below-trafficking-floor', 'amount');
  refuseAt(lines.findIndex(isTooGreat), 'share-exceeds-losses', 'amount');
}

/** Refuses the order for the line that was found, if one was. @throws Rejection */
export function refuseAt(index: number, code: RejectionCode, field: keyof ShareOrdered): void {
  if (index >= 0) reject(code, `/lines/${String(index)}/${field}`);
}
