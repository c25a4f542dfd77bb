/**
 * What the statutes of restitution say, written down a second time: with other words, other types and none of the
 * ledger's code, so that a slip in the one does not stand in the other. Amounts are whole cents as numbers, days are text.
 */

/** What the model knows of a statute. */
interface ModelOfStatute {
  readonly heads: string;
  readonly mandatory: boolean;
  readonly complexity: boolean;
  readonly future: boolean;
  readonly from: string;
}

// M medical, T therapy, C transportation and child care, I income, A attorneys' fees, O other losses, P protection order,
// W property (wealth), F funeral, S taking part in the case (service), Y identity time, L labor.
const model: Readonly<Record<string, ModelOfStatute>> = {
  '1593': { heads: 'MTCIAOL', mandatory: true, complexity: false, future: true, from: '2000-10-28' },
  '2248': { heads: 'MTCIAPO', mandatory: true, complexity: false, future: false, from: '1994-09-13' },
  '2259': { heads: 'MTCIAO', mandatory: true, complexity: false, future: true, from: '1994-09-13' },
  '2264': { heads: 'MTCIAPO', mandatory: true, complexity: false, future: false, from: '1994-09-13' },
  '2327': { heads: 'MTCIOPWFS', mandatory: true, complexity: false, future: false, from: '1994-09-13' },
  '2429': { heads: 'MTCIAO', mandatory: true, complexity: false, future: true, from: '2018-12-21' },
  '3663': { heads: 'MTIWFSY', mandatory: false, complexity: true, future: true, from: '1987-11-01' },
  '3663A': { heads: 'MTIWFS', mandatory: true, complexity: true, future: true, from: '1996-04-24' },
};

const letters: Readonly<Record<string, string>> = {
  MEDICAL_SERVICES: 'M',
  THERAPY_AND_REHABILITATION: 'T',
  TRANSPORTATION_HOUSING_CHILD_CARE: 'C',
  LOST_INCOME: 'I',
  ATTORNEYS_FEES_AND_COSTS: 'A',
  OTHER_RELEVANT_LOSSES: 'O',
  CIVIL_PROTECTION_ORDER_COSTS: 'P',
  PROPERTY: 'W',
  FUNERAL_SERVICES: 'F',
  PARTICIPATION_COSTS: 'S',
  IDENTITY_REMEDIATION_TIME: 'Y',
  VALUE_OF_LABOR_OR_SERVICES: 'L',
};

/** Sections by the citation that the ledger gives them. */
export const sections = Object.keys(model);

/** What the model says of a statute, by its citation. */
export function modelOf(citation: string): ModelOfStatute {
  const found = model[citation.replace('18 U.S.C. ', '')];
  if (found === undefined) throw new Error(`the model does not know ${citation}`);
  return found;
}

/** Whether the statute pays for losses under the head. */
export function pays(citation: string, head: string, { fees = false } = {}): boolean {
  const letter = letters[head] ?? '?';
  return modelOf(citation).heads.includes(letter) || (fees && letter === 'A');
}

/** What is due for property: count what the victim could have had, and take off what came back. */
export function propertyCents(atLoss: number, atSentencing: number, returned: number): number {
  const could = atLoss < atSentencing ? atSentencing : atLoss;
  return returned > could ? 0 : could - returned;
}

/** What is due for labor: whichever of the two is not the smaller. */
export function laborCents(gross: number, wages: number): number {
  return gross < wages ? wages : gross;
}

/** A decision to decline: whether the words leave it to the court. */
export function courtMayDecline(citation: string, ground: string): boolean {
  const { mandatory, complexity } = modelOf(citation);
  if (['ECONOMIC_CIRCUMSTANCES', 'OTHER_COMPENSATION'].includes(ground)) return !mandatory;
  return !ground.startsWith('TOO_') || complexity;
}

/** So many days on, as a machine counts them. */
export function daysOn(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Cents as a court writes dollars. */
export function dollars(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
