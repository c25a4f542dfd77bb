/** The statutes under which an order can be entered here, with the tracks that each knows. */
import type { LossCategory } from './18-usc-2259-c-2-losses.ts';

/**
 * How the amount of one line of an order is measured: the whole loss, or a trafficker's share of it. A defendant
 * convicted of both kinds of offence has lines on both.
 */
export const tracks = ['FULL_AMOUNT', 'TRAFFICKING'] as const;

export type Track = (typeof tracks)[number];

export const restitutionStatutes = ['18 U.S.C. 2259', '18 U.S.C. 3663', '18 U.S.C. 3663A'] as const;

export type RestitutionStatute = (typeof restitutionStatutes)[number];

/** Whether the statute has the track: only section 2259 orders a trafficker's share. */
export function hasTrack(statute: RestitutionStatute, track: Track): boolean {
  return track === 'FULL_AMOUNT' || statute === '18 U.S.C. 2259';
}

/**
 * Whether the victim's stream decides what a payment under this statute may still recover, because section 2259 limits
 * it across cases; otherwise the case decides.
 */
export function crossesCases(statute: RestitutionStatute): boolean {
  return statute === '18 U.S.C. 2259';
}

/** The category of losses that a line of this statute and track is for. */
export function lossesFor(statute: RestitutionStatute, track: Track): LossCategory {
  if (statute !== '18 U.S.C. 2259') return 'OTHER';
  return track === 'TRAFFICKING' ? 'TRAFFICKING' : 'PRODUCTION';
}
