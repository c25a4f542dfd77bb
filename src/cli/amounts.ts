import type { MoneyText } from '../domain/money.ts';

/** An amount as people read it: `1,200,000.00`. */
export function grouped(amount: MoneyText): string {
  return amount.replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** A difference: `+1,200.00`, `-17.00`. */
export function signed(amount: MoneyText): string {
  return amount.startsWith('-') ? grouped(amount) : `+${grouped(amount)}`;
}

/** Whether anything is there at all. */
export function isSome(amount: MoneyText): boolean {
  return !/^0\.00$/.test(amount);
}

/** `1 order`, `2 orders`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** A stretch of time, from a reading of the machine's clock: `1.2 s`. */
export function secondsSince(started: number): string {
  const tenths = Math.round((performance.now() - started) / 100);
  return `${(tenths / 10).toLocaleString('en-US', { minimumFractionDigits: 1 })} s`;
}

/** The amount for people; nothing where there is none. */
export function someOf(amount: MoneyText): string {
  return isSome(amount) ? grouped(amount) : '';
}
