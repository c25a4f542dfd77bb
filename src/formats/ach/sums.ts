import { centsOf } from '../cents.ts';
import type { Direction } from '../bank-line.ts';
import type { Fault } from '../fault.ts';
import type { ProofBook, TotalScope } from '../file-proof.ts';

/** What a batch or a file of entries comes to, as its control declares it. */
export interface DeclaredSums {
  readonly entryCount: string;
  readonly entryHash: string;
  readonly debits: string;
  readonly credits: string;
}

/** What entries come to. */
export interface FoundSums {
  readonly count: number;
  readonly hash: bigint;
  readonly debits: bigint;
  readonly credits: bigint;
}

/** The hash keeps the last ten digits. */
const hashSize = 10_000_000_000n;

/** Counts entries and addenda, hashes the routing numbers, and sums what was debited and credited. */
export class AchSums {
  #count = 0;
  #hash = 0n;
  #debits = 0n;
  #credits = 0n;

  /** An entry: the first eight digits of its routing number go into the hash. */
  entry(routing: string, amount: bigint, direction: Direction): void {
    this.#count += 1;
    this.#hash += BigInt(routing.slice(0, 8));
    if (direction === 'CREDIT') this.#credits += amount;
    else this.#debits += amount;
  }

  addenda(): void {
    this.#count += 1;
  }

  /** What the entries of a batch come to, for the sums of the file. */
  include({ count, hash, debits, credits }: FoundSums): void {
    this.#count += count;
    this.#hash += hash;
    this.#debits += debits;
    this.#credits += credits;
  }

  /** The sums as a control declares them. */
  found(): FoundSums {
    return {
      count: this.#count,
      hash: this.#hash % hashSize,
      debits: this.#debits,
      credits: this.#credits,
    };
  }

  /** Holds what a control declares against what was counted. */
  *prove(
    declared: DeclaredSums,
    place: { readonly line: number; readonly of: TotalScope; readonly number: number },
    book: ProofBook,
  ): Generator<Fault> {
    const found = this.found();
    const [entryCount, entryHash] = [BigInt(declared.entryCount), BigInt(declared.entryHash)];
    const faults = [
      book.prove({ ...place, total: 'entries and addenda', unit: 'COUNT' }, entryCount, BigInt(found.count)),
      book.prove({ ...place, total: 'entry hash', unit: 'COUNT' }, entryHash, found.hash),
      book.prove({ ...place, total: 'debits', unit: 'CENTS' }, centsOf(declared.debits), found.debits),
      book.prove({ ...place, total: 'credits', unit: 'CENTS' }, centsOf(declared.credits), found.credits),
    ];
    for (const fault of faults) if (fault !== undefined) yield fault;
  }
}
