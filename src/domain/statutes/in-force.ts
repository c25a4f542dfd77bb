import { fullAmount } from './18-usc-2259-b-1-full-amount.ts';
import { fullLosses } from './18-usc-2259-b-2-a-full-losses.ts';
import { relativeRole } from './18-usc-2259-b-2-b-relative-role.ts';
import { fullRecovery } from './18-usc-2259-b-2-c-full-recovery.ts';
import { losses } from './18-usc-2259-c-2-losses.ts';
import type { Statute } from './statute.ts';

/** Every provision that the ledger carries out, in the order of the Code. */
export const statutesInForce: readonly Statute[] = [
  fullAmount,
  fullLosses,
  relativeRole,
  fullRecovery,
  losses,
];
