/** Every head of loss that a statute of restitution names; which of them a statute knows, restitution-statutes.ts says. */
import { lossHeads } from './18-usc-2259-c-2-losses.ts';

/** The heads of section 2259(c)(2), and those that other statutes add to them. */
export const allLossHeads = [
  ...lossHeads,
  'CIVIL_PROTECTION_ORDER_COSTS',
  'PROPERTY',
  'FUNERAL_SERVICES',
  'PARTICIPATION_COSTS',
  'IDENTITY_REMEDIATION_TIME',
  'VALUE_OF_LABOR_OR_SERVICES',
] as const;

export type LossHead = (typeof allLossHeads)[number];
