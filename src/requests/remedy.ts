/** What a refusal means, and what to do about it. */
export interface Remedy {
  readonly what: string;
  readonly advice: string;
}
