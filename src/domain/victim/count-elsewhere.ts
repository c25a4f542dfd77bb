import type { RecoveredFrom } from '../elsewhere/recovery.ts';
import { add, noMoney, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import {
  recoveryKindOf,
  type RecoverySource,
} from '../statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import { lossesFor, tracks } from '../statutes/restitution-statutes.ts';
import { countsOn } from './state.ts';

/** What of the recoveries elsewhere takes part in the recovery toward the cap: what is verified, or all (P-43). */
export function countedElsewhere(sums: readonly RecoveredFrom[], policies: Policies): Money {
  const counted = sums.filter(
    (each) => isCounted(each.source, policies) && isMeasured(each.category, policies),
  );
  return sum(counted.map((each) => heeded(each, policies)));
}

/** What was recovered elsewhere pursuant to the section, on either track: collected in the sense of 2259(d)(3). */
export function collectedElsewhere(sums: readonly RecoveredFrom[], policies: Policies): Money {
  const under = sums.filter(({ source }) => recoveryKindOf(source) === 'UNDER_THIS_SECTION');
  return sum(under.map((each) => heeded(each, policies)));
}

function heeded(
  { claimed, verified }: Pick<RecoveredFrom, 'claimed' | 'verified'>,
  policies: Policies,
): Money {
  return add(verified, policies['P-43'] === 'ALL_REPORTED' ? claimed : noMoney);
}

/** Whether what comes from there is recovered in the sense of the section (P-13, P-44). */
function isCounted(source: RecoverySource, policies: Policies): boolean {
  switch (recoveryKindOf(source)) {
    case 'UNDER_THIS_SECTION':
      return true;
    case 'OTHER_RESTITUTION':
      return policies['P-44'] === 'COUNT';
    case 'NO_RESTITUTION':
      return policies['P-13'] === 'COUNT';
  }
}

/** Whether the losses are those that the cap measures (P-03). */
function isMeasured(category: LossCategory, policies: Policies): boolean {
  return tracks.some((track) => countsOn(track, policies) && lossesFor('18 U.S.C. 2259', track) === category);
}
