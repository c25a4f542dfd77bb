/** Redoes a line of an explanation from its text alone, as a person with a pocket calculator would; shares no code with the source. */

/** An exact fraction. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** What stands left of the equals sign, and right of it, in cents. */
export function redone(text: string): { readonly left: bigint; readonly right: bigint } {
  const [left = '', right = '', ...more] = text.split(' = ');
  if (more.length > 0) throw new Error(`two equals signs: ${text}`);
  return { left: centsOf(new Reader(left).all(), text), right: centsOf(new Reader(right).all(), text) };
}

function centsOf({ over, under }: Fraction, text: string): bigint {
  if ((over * 100n) % under !== 0n) throw new Error(`no whole cents: ${text}`);
  return (over * 100n) / under;
}

class Reader {
  #rest: readonly string[];

  constructor(text: string) {
    this.#rest = text.match(/[a-z]{2,}|x|[\d,]+\.\d\d|\d+|[-+/(),]/g) ?? [];
    const kept = this.#rest.join('').length;
    if (kept !== text.replaceAll(' ', '').length) throw new Error(`unreadable: ${text}`);
  }

  all(): Fraction {
    const found = this.#sum();
    if (this.#rest.length > 0) throw new Error(`left over: ${this.#rest.join(' ')}`);
    return found;
  }

  #next(): string {
    const [first = '', ...rest] = this.#rest;
    this.#rest = rest;
    return first;
  }

  #sum(): Fraction {
    let sofar = this.#product();
    while (this.#rest[0] === '+' || this.#rest[0] === '-') {
      const sign = this.#next() === '+' ? 1n : -1n;
      const { over, under } = this.#product();
      sofar = { over: sofar.over * under + sign * over * sofar.under, under: sofar.under * under };
    }
    return sofar;
  }

  #product(): Fraction {
    let sofar = this.#one();
    while (this.#rest[0] === 'x' || this.#rest[0] === '/') {
      const isTimes = this.#next() === 'x';
      const by = this.#one();
      sofar = isTimes
        ? { over: sofar.over * by.over, under: sofar.under * by.under }
        : { over: sofar.over * by.under, under: sofar.under * by.over };
    }
    return sofar;
  }

  #one(): Fraction {
    const word = this.#next();
    if (word === '-') {
      const { over, under } = this.#one();
      return { over: -over, under };
    }
    if (word === '(') return this.#until(')')[0]!;
    if (word in rules) {
      this.#next();
      return rules[word]!(this.#until(')'));
    }
    const digits = word.replaceAll(',', '');
    if (/^\d+$/.test(digits)) return { over: BigInt(digits), under: 1n };
    if (/^\d+\.\d\d$/.test(digits)) return { over: BigInt(digits.replace('.', '')), under: 100n };
    throw new Error(`not a number: ${word}`);
  }

  #until(end: string): readonly Fraction[] {
    const found: Fraction[] = [];
    do found.push(this.#sum());
    while (this.#rest[0] === ',' && this.#next() === ',');
    if (this.#next() !== end) throw new Error('a bracket is open');
    return found;
  }
}

const rules: Readonly<Record<string, (of: readonly Fraction[]) => Fraction>> = {
  least: (of) => of.reduce((one, other) => (below(other, one) ? other : one)),
  greatest: (of) => of.reduce((one, other) => (below(one, other) ? other : one)),
  cut: ([one]) => ({ over: (one!.over * 100n) / one!.under, under: 100n }),
  round: ([one]) => ({ over: (one!.over * 1000n + 5n * one!.under) / (10n * one!.under), under: 100n }),
};

function below(one: Fraction, other: Fraction): boolean {
  return one.over * other.under < other.over * one.under;
}
