/** Days and instants as SQLite keeps them: as numbers, which are short, and compare. */

/** `2018-12-07` as 20181207. */
export function numberOfDay(day: string): number {
  return Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8));
}

/** 20181207 as `2018-12-07`. */
export function dayOfNumber(number: number): string {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The instant in milliseconds since 1970. */
export function numberOfInstant(instant: string): number {
  return Date.parse(instant);
}

/** Milliseconds since 1970 as RFC 3339 in UTC. */
export function instantOfNumber(number: number): string {
  return new Date(number).toISOString();
}
