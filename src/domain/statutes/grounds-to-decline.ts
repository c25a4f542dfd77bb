/** Why a court may say that it orders no restitution: a closed list. What each is worth, the provisions themselves say. */

/** The reasons that a court has given. */
export const groundsToDecline = [
  'ECONOMIC_CIRCUMSTANCES',
  'OTHER_COMPENSATION',
  'TOO_MANY_VICTIMS',
  'TOO_COMPLEX',
  'NO_IDENTIFIABLE_VICTIM',
  'NO_PROXIMATE_LOSS',
  'LOSS_NOT_PROVED',
] as const;

export type GroundToDecline = (typeof groundsToDecline)[number];
