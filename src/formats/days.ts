/** Days as files have them, and as `2026-03-02`, which is how everybody else has them. */

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year, a month and a day, each as digits, as `2026-03-02`; undefined where there is no such day between 1900 and 2999. */
export function dayOf(year: string, month: string, day: string): string | undefined {
  const number = Number(month);
  const isLeap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const days = (daysInMonth[number - 1] ?? 0) + (number === 2 && isLeap ? 1 : 0);
  const exists = /^(?:19|2[0-9])[0-9]{2}$/.test(year) && Number(day) >= 1 && Number(day) <= days;
  return exists ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

/** A day written `260302`, of this century. */
export function dayOfSix(text: string): string | undefined {
  if (!/^[0-9]{6}$/.test(text)) return undefined;
  return dayOf(`20${text.slice(0, 2)}`, text.slice(2, 4), text.slice(4));
}

/** A day written `2026-03-02`, alone or before an hour: `2026-03-02T17:00:00Z` is still that day where it was written. */
export function dayOfIso(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T+\-Z][0-9:.TZ+-]{0,30})?$/.exec(text) ?? [];
  return dayOf(year, month, day);
}
