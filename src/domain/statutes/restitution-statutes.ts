/** The statutes under which an order can be entered here: the tracks, heads, grounds and days that each knows. */
import type { CalendarDate } from '../calendar-date.ts';
import { traffickingInPersons } from './18-usc-1593-trafficking-in-persons.ts';
import { abuseHeads, sexualAbuse } from './18-usc-2248-sexual-abuse.ts';
import { isForbiddenGround, orderMandatory } from './18-usc-2259-b-4-mandatory.ts';
import { lossHeads, type LossCategory } from './18-usc-2259-c-2-losses.ts';
import { domesticViolence, domesticViolenceHeads } from './18-usc-2264-domestic-violence.ts';
import { fraudHeads, telemarketingFraud } from './18-usc-2327-telemarketing-fraud.ts';
import { transportation } from './18-usc-2429-transportation.ts';
import { complicatesSentencing, discretionary } from './18-usc-3663-a-discretionary.ts';
import { discretionaryHeads } from './18-usc-3663-b-heads.ts';
import { mandatory, mandatoryHeads } from './18-usc-3663a-mandatory.ts';
import type { GroundToDecline } from './grounds-to-decline.ts';
import type { LossHead } from './loss-heads.ts';
import { chapterOf, enhanceable, type Offence } from './offences.ts';

/**
 * How the amount of one line of an order is measured: the whole loss, or a trafficker's share of it. A defendant
 * convicted of both kinds of offence has lines on both.
 */
export const tracks = ['FULL_AMOUNT', 'TRAFFICKING'] as const;

export type Track = (typeof tracks)[number];

/** In the order of the Code. */
export const restitutionStatutes = [
  '18 U.S.C. 1593',
  '18 U.S.C. 2248',
  '18 U.S.C. 2259',
  '18 U.S.C. 2264',
  '18 U.S.C. 2327',
  '18 U.S.C. 2429',
  '18 U.S.C. 3663',
  '18 U.S.C. 3663A',
] as const;

export type RestitutionStatute = (typeof restitutionStatutes)[number];

/** What the ledger must know of a statute under which an order can be entered. */
interface Terms {
  readonly tracks: readonly Track[];
  readonly heads: readonly LossHead[];
  /** Whether the court must order restitution. */
  readonly isMandatory: boolean;
  /** Where the words let a court decline because the victims are too many, or the issues too complex. */
  readonly complexity: '18 U.S.C. 3663(a)(1)(B)(ii)' | '18 U.S.C. 3663A(c)(3)' | undefined;
  /** Whether costs still to come are losses as well; else only those incurred. */
  readonly isProjected: boolean;
  /** The first day of an offence for which an order can stand under it. */
  readonly inForceFrom: CalendarDate;
  /** Whether a conviction of the offence brings the statute into play. */
  readonly reaches: (offence: Offence) => boolean;
}

const fullAmountOnly: readonly Track[] = ['FULL_AMOUNT'];
const inChapter =
  (chapter: ReturnType<typeof chapterOf>) =>
  (offence: Offence): boolean =>
    chapterOf(offence) === chapter;
const inTitle18 = (offence: Offence): boolean => offence.startsWith('18 ');

const mandatoryInChapter = { isMandatory: true, complexity: undefined, tracks: fullAmountOnly } as const;

const terms: Readonly<Record<RestitutionStatute, Terms>> = {
  '18 U.S.C. 1593': {
    ...mandatoryInChapter,
    heads: [...lossHeads, 'VALUE_OF_LABOR_OR_SERVICES'],
    isProjected: true,
    inForceFrom: traffickingInPersons.inForceFrom,
    reaches: inChapter('chapter 77'),
  },
  '18 U.S.C. 2248': {
    ...mandatoryInChapter,
    heads: abuseHeads,
    isProjected: false,
    inForceFrom: sexualAbuse.inForceFrom,
    reaches: inChapter('chapter 109A'),
  },
  '18 U.S.C. 2259': {
    ...mandatoryInChapter,
    tracks,
    heads: lossHeads,
    isProjected: true,
    inForceFrom: orderMandatory.inForceFrom,
    reaches: inChapter('chapter 110'),
  },
  '18 U.S.C. 2264': {
    ...mandatoryInChapter,
    heads: domesticViolenceHeads,
    isProjected: false,
    inForceFrom: domesticViolence.inForceFrom,
    reaches: inChapter('chapter 110A'),
  },
  '18 U.S.C. 2327': {
    ...mandatoryInChapter,
    heads: fraudHeads,
    isProjected: false,
    inForceFrom: telemarketingFraud.inForceFrom,
    reaches: (offence) => enhanceable.has(offence),
  },
  '18 U.S.C. 2429': {
    ...mandatoryInChapter,
    heads: lossHeads,
    isProjected: true,
    inForceFrom: transportation.inForceFrom,
    reaches: inChapter('chapter 117'),
  },
  // The words of sections 3663 and 3663A name costs and income without asking whether they have been incurred already.
  '18 U.S.C. 3663': {
    tracks: fullAmountOnly,
    heads: discretionaryHeads,
    isMandatory: false,
    complexity: '18 U.S.C. 3663(a)(1)(B)(ii)',
    isProjected: true,
    inForceFrom: discretionary.inForceFrom,
    reaches: inTitle18,
  },
  '18 U.S.C. 3663A': {
    tracks: fullAmountOnly,
    heads: mandatoryHeads,
    isMandatory: true,
    complexity: '18 U.S.C. 3663A(c)(3)',
    isProjected: true,
    inForceFrom: mandatory.inForceFrom,
    reaches: () => true,
  },
};

/** What the law says of orders and findings under the statute. */
export function termsOf(statute: RestitutionStatute): Terms {
  return terms[statute];
}

/** Whether the statute has the track: only section 2259 orders a trafficker's share. */
export function hasTrack(statute: RestitutionStatute, track: Track): boolean {
  return terms[statute].tracks.includes(track);
}

/**
 * Whether the statute knows the head; attorneys' fees that it does not name are losses only where P-11 says so
 * (`areFeesLosses`). A finding that names no statute has the heads of section 2259(c)(2).
 */
export function knowsHead(
  statute: RestitutionStatute | undefined,
  head: LossHead,
  areFeesLosses: boolean,
): boolean {
  const known: readonly LossHead[] = statute === undefined ? lossHeads : terms[statute].heads;
  return known.includes(head) || (head === 'ATTORNEYS_FEES_AND_COSTS' && areFeesLosses);
}

/** Whether a court may decline an order for this reason, as far as the words of the statute say. */
export function mayDecline(statute: RestitutionStatute, ground: GroundToDecline): boolean {
  const { isMandatory, complexity } = terms[statute];
  if (isMandatory && isForbiddenGround(ground)) return false;
  return complexity !== undefined || !complicatesSentencing(ground);
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

/** Whether losses of the category can be found under the statute. */
export function hasCategory(statute: RestitutionStatute, category: LossCategory): boolean {
  return terms[statute].tracks.some((track) => lossesFor(statute, track) === category);
}
