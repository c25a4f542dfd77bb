/**
 * Sums of what came one after the other, as known by a position and in effect by a day. An answer is found and not reckoned: it takes
 * as long for a hundred thousand changes as for a hundred.
 *
 * Changes whose days follow each other as their positions do are one chain, with what they had added up to at each of them. What
 * counts on both clocks is then the beginning of the chain. A change of an earlier day than the last of a chain
 * begins or continues another; payments that were recorded late make few.
 */
export class SumsOnClocks {
  readonly #columns: number;
  /** Their last days fall from each to the next, for a change goes to the first that it can follow on. */
  readonly #chains: Chain[] = [];

  /** @param columns how many sums are kept beside each other */
  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Takes in what a position changed from a day on, one amount a column. Positions never fall. */
  add(position: number, day: number, amounts: readonly bigint[]): void {
    const chain = this.#chainFor(day);
    const last = chain.positions.length - 1;
    const isSame = chain.positions[last] === position && chain.days[last] === day;
    const before = last * this.#columns;
    for (let column = 0; column < this.#columns; column += 1) {
      const sum = (chain.sums[before + column] ?? 0n) + (amounts[column] ?? 0n);
      if (isSame) chain.sums[before + column] = sum;
      else chain.sums.push(sum);
    }
    if (isSame) return;
    chain.positions.push(position);
    chain.days.push(day);
  }

  /** What was known by the position and in effect by the day, one sum a column. */
  on(position: number, day: number): readonly bigint[] {
    const sums = Array<bigint>(this.#columns).fill(0n);
    for (const chain of this.#chains) {
      const kept = Math.min(countUpTo(chain.positions, position), countUpTo(chain.days, day));
      if (kept === 0) continue;
      const from = (kept - 1) * this.#columns;
      for (let column = 0; column < this.#columns; column += 1)
        sums[column] = (sums[column] ?? 0n) + (chain.sums[from + column] ?? 0n);
    }
    return sums;
  }

  #chainFor(day: number): Chain {
    const known = this.#chains.find(({ days }) => (days.at(-1) ?? 0) <= day);
    if (known) return known;
    const chain = { positions: [], days: [], sums: [] };
    this.#chains.push(chain);
    return chain;
  }
}

interface Chain {
  readonly positions: number[];
  readonly days: number[];
  /** The sums at each of these, column by column. */
  readonly sums: bigint[];
}

/** How many of the numbers, which never fall, are not above the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [least, most] = [0, numbers.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((numbers[middle] ?? 0) <= limit) least = middle + 1;
    else most = middle;
  }
  return least;
}
