/**
 * A picture of figures. Amounts are decimal text, `"5117.92"`, and stand so in every word of it; only where a line or a bar
 * ends is worked out in binary, far finer than anybody sees.
 */
export interface Chart {
  readonly title: string;
  /** The figures that matter, in a line. */
  readonly subtitle: string;
  /** On which clocks it is, and at which position of what log. */
  readonly foot: string;
  /** All that it shows in sentences, for whoever does not see it. */
  readonly description: string;
  readonly drawing: Steps | Bars | Flows;
}

/** What something came to on days, with a limit that it moves toward. */
export interface Steps {
  readonly kind: 'steps';
  readonly reached: NamedLine;
  /** No line where there is no limit. */
  readonly limit: NamedLine | null;
  /** What came on a day, and what had been reached with it. */
  readonly marks: readonly Mark[];
}

/** Amounts in columns, each with its count. */
export interface Bars {
  readonly kind: 'bars';
  readonly bars: readonly { readonly name: string; readonly amount: string; readonly note: string }[];
}

/** What came in and went out day by day, and what was there at the end of each. */
export interface Flows {
  readonly kind: 'flows';
  readonly days: readonly string[];
  readonly cameIn: readonly string[];
  readonly wentOut: readonly string[];
  readonly held: readonly string[];
}

/** A line with a name; it keeps its height until the next point. */
export interface NamedLine {
  readonly name: string;
  readonly points: readonly Point[];
}

/** An amount on a day. */
export interface Point {
  readonly day: string;
  readonly amount: string;
}

/** A point, and what came with it. */
export interface Mark extends Point {
  readonly came: string;
}

/** An amount as people read it: `1,200,000.00`. */
export function readable(amount: string): string {
  return amount.replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** Where an amount stands on an axis. Good for a picture and for nothing else. */
export function heightOf(amount: string): number {
  return Number(amount);
}

/** Where a day stands on an axis of time. */
export function placeOf(day: string): number {
  return Date.parse(day);
}
