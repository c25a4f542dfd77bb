import type { AchOrigin } from '../../src/formats/ach/write-ach.ts';

/** Who sends the credits of these tests. */
export const origin: AchOrigin = {
  destination: '091000019',
  destinationName: 'BANK OF THE DISTRICT',
  origin: '1234567890',
  originName: 'CLERK OF COURT',
  companyName: 'CLERK OF COURT',
  companyId: '1234567890',
  description: 'RESTITUTN',
  entryClass: 'PPD',
  createdOn: '2026-03-02',
  createdAt: '1430',
  modifier: 'A',
  effectiveOn: '2026-03-03',
};
