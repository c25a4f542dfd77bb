/** What an event that the law caused must say: under which words, by which policies, through which event. */
export interface ByLaw {
  readonly citation: string;
  readonly policyVersion: number;
}
