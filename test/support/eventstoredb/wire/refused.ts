import type { Refusal } from './refusals.ts';

/** Thrown where a call cannot go on, and caught where it is answered. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.details);
    this.refusal = refusal;
  }
}
