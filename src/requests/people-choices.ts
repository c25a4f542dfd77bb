/** The closed lists of what is said of the people beside a victim, each value with its meaning. */
import type { SuccessionSource } from '../domain/people/events.ts';
import type { Capacity } from '../domain/statutes/18-usc-2259-c-4-victim.ts';
import type { PaidTo } from '../domain/victim/found-and-paid.ts';

/** In which capacity somebody assumes a victim's rights. */
export const capacities: Readonly<Record<Capacity, string>> = {
  LEGAL_GUARDIAN: 'the legal guardian; it ends with the victim’s death',
  ESTATE_REPRESENTATIVE: 'the representative of the estate of a victim who has died',
  FAMILY_MEMBER: 'another family member',
  APPOINTED_BY_COURT: 'any other person whom the court appointed as suitable',
};

/** On whose word somebody takes what was a victim's. */
export const successionSources: Readonly<Record<SuccessionSource, string>> = {
  REPORTED: 'by will or by law, as it was reported',
  DIRECTED_BY_COURT: 'a court was asked, and has said who is to be paid',
};

/** To whom money for a victim went. */
export const payeesOfPayment: Readonly<Record<PaidTo, string>> = {
  VICTIM: 'the victim',
  REPRESENTATIVE: 'somebody who acts for the victim, or takes what was the victim’s',
  CRIME_VICTIMS_FUND: 'the Crime Victims Fund, to which the victim assigned the interest',
};
