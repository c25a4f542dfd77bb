import { amountText } from './cents.ts';
import { faultAt, type Fault } from './fault.ts';

/** What a file says about itself, held against what its lines come to. */
export interface FileProof {
  /** `NOTHING_DECLARED` where a file has no totals, so that nobody can tell whether it is whole. */
  readonly verdict: 'PROVED' | 'DISPROVED' | 'NOTHING_DECLARED';
  /** How many totals were held against the lines, and how many of them were wrong. */
  readonly checked: number;
  readonly wrong: number;
  /** The totals of the file as a whole, and every one that is wrong; the first thousand. */
  readonly totals: readonly Total[];
  /** What the file says about its accounts; the first thousand of them. */
  readonly accounts: readonly AccountProof[];
  /** The lines that it has, and what they come to. */
  readonly lines: number;
  readonly credits: string;
  readonly debits: string;
}

/** One total: where it stands, of what, what was declared, what was found, and what was found too much or, with `-`, too little. */
export interface Total {
  readonly line: number;
  readonly of: TotalScope;
  /** The how-manieth batch, account or statement; 1 for the file. */
  readonly number: number;
  readonly total: string;
  readonly declared: string;
  readonly found: string;
  readonly difference: string;
}

export type TotalScope =
  'FILE' | 'BATCH' | 'GROUP' | 'ACCOUNT' | 'STATEMENT' | 'ENTRY' | 'VOUCHER' | 'SCHEDULE';

/** An account as a file tells of it: its balances, where it has them, and the lines between them. */
export interface AccountProof {
  readonly line: number;
  readonly account: string;
  readonly currency: string;
  readonly opening?: string | undefined;
  readonly closing?: string | undefined;
  readonly credits: string;
  readonly debits: string;
  /** What the lines do not explain of the way from the opening to the closing balance; undefined where one is not given. */
  readonly unexplained?: string | undefined;
}

/** A total as a reader comes upon it. */
export interface Declared {
  readonly line: number;
  readonly of: TotalScope;
  readonly number: number;
  /** In words, as people read them: `entries and addenda`. */
  readonly total: string;
  readonly unit: 'CENTS' | 'COUNT';
}

const mostKept = 1_000;

/** Where a reader writes down what it was told and what it found. */
export class ProofBook {
  #checked = 0;
  #wrong = 0;
  #lines = 0;
  #credits = 0n;
  #debits = 0n;
  readonly #totals: Total[] = [];
  readonly #accounts: AccountProof[] = [];

  /** Holds a total against what was found, and tells the fault where they differ. */
  prove(total: Declared, declared: bigint, found: bigint): Fault | undefined {
    this.#checked += 1;
    const isWrong = declared !== found;
    if (isWrong) this.#wrong += 1;
    if ((isWrong || total.of === 'FILE') && this.#totals.length < mostKept) {
      this.#totals.push(inWords(total, declared, found));
    }
    return isWrong ? wrongTotal(inWords(total, declared, found)) : undefined;
  }

  /** Counts a line of money. */
  count(amount: bigint, direction: 'CREDIT' | 'DEBIT'): void {
    this.#lines += 1;
    if (direction === 'CREDIT') this.#credits += amount;
    else this.#debits += amount;
  }

  account(account: AccountProof): void {
    if (this.#accounts.length < mostKept) this.#accounts.push(account);
  }

  close(): FileProof {
    const verdict = this.#checked === 0 ? 'NOTHING_DECLARED' : this.#wrong > 0 ? 'DISPROVED' : 'PROVED';
    const [checked, wrong, lines] = [this.#checked, this.#wrong, this.#lines];
    const sums = { lines, credits: amountText(this.#credits), debits: amountText(this.#debits) };
    return { verdict, checked, wrong, totals: this.#totals, accounts: this.#accounts, ...sums };
  }
}

function inWords({ line, of, number, total, unit }: Declared, declared: bigint, found: bigint): Total {
  const text = unit === 'CENTS' ? amountText : String;
  const difference = text(found - declared);
  return { line, of, number, total, declared: text(declared), found: text(found), difference };
}

function wrongTotal({ line, of, number, total, declared, found, difference }: Total): Fault {
  const fault = faultAt(line, 'total-wrong');
  const where = of === 'FILE' ? 'The file' : `${of.charAt(0)}${of.slice(1).toLowerCase()} ${String(number)}`;
  const figures = `${where} declares ${declared} for its ${total}; found ${found}, a difference of ${difference}.`;
  return { ...fault, message: `${figures} ${fault.message}` };
}
