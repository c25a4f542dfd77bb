/**
 * What a bank says, and which item of the books each of its lines confirms: lines that are counted, matched, suspended and
 * given up, and the claims of matches on items. All once more out of the events, in whole cents.
 */
import { cents, hold, total, type Told } from './entities.ts';

interface Line {
  readonly amount: bigint;
  matchId: string | undefined;
  stands: 'open' | 'suspended' | 'given up';
}

interface Match {
  readonly by: string;
  readonly lines: readonly string[];
  readonly items: readonly string[];
  readonly residual: bigint;
}

interface Statement {
  readonly kind: string;
  readonly account: string;
  isProved: boolean;
  isPlaced: boolean;
}

interface Named {
  readonly kind: string;
  readonly id: string;
}

interface WithAmount {
  readonly direction: string;
  readonly amount: string;
}

const signed = ({ direction, amount }: WithAmount): bigint =>
  direction === 'IN' ? cents(amount) : -cents(amount);

export class Bank {
  /** Every item that the books expect a bank to confirm, with what it brings in. */
  readonly #items = new Map<string, bigint>();
  readonly #statements = new Map<string, Statement>();
  readonly #lines = new Map<string, Line>();
  readonly #matches = new Map<string, Match>();
  /** Which match has an item. */
  readonly #claims = new Map<string, string>();
  /** Which matches a payment is shown by, as `<match> <item>`. */
  readonly #shown = new Set<string>();

  /** The books have this item: below nothing where it is money that left. */
  book(kind: string, id: string, amount: bigint): void {
    hold(!this.#items.has(`${kind}.${id}`), `${kind}.${id} is booked twice`);
    this.#items.set(`${kind}.${id}`, amount);
  }

  /** What waits of lines. */
  suspended(): bigint {
    return this.#sumOf('suspended');
  }

  /** What was given up of lines, and with matches. */
  givenUp(): bigint {
    return this.#sumOf('given up') + total([...this.#matches.values()].map(({ residual }) => residual));
  }

  /** What lines come to of which nothing is said; those of a statement that was cut short do not count. */
  open(): bigint {
    const open = this.#counted().filter(({ stands, matchId }) => stands === 'open' && matchId === undefined);
    return total(open.map(({ amount }) => amount));
  }

  /** Lines are said to show that the bank paid the item; by a match, where there is one. */
  show(item: string, matchId: string | undefined): void {
    if (matchId === undefined) return;
    hold(!this.#shown.has(`${matchId} ${item}`), `${item} is shown twice by ${matchId}`);
    this.#shown.add(`${matchId} ${item}`);
  }

  withdraw(item: string, matchId: string | undefined): void {
    if (matchId === undefined) return;
    hold(this.#shown.delete(`${matchId} ${item}`), `${item} was not shown by ${matchId}`);
  }

  hear(event: OfBank): void {
    switch (event.type) {
      case 'StatementRead': {
        const { statementId, accountId, kind } = event.data;
        hold(!this.#statements.has(statementId), `${statementId} is read twice`);
        const fresh = { kind, account: accountId, isProved: false, isPlaced: false };
        return void this.#statements.set(statementId, fresh);
      }
      case 'StatementLinesListed':
        for (const each of event.data.lines) {
          const key = `${event.data.statementId}.${String(each.line)}`;
          hold(!this.#lines.has(key), `${key} is listed twice`);
          this.#lines.set(key, { amount: signed(each), matchId: undefined, stands: 'open' });
        }
        return;
      case 'StatementProved':
        return void (this.#statement(event.data.statementId).isProved = true);
      case 'StatementRegistered':
        return void (this.#statement(event.data.statementId).isPlaced = true);
      case 'ItemClaimed':
      case 'ItemReleased':
        return this.#claim(event);
      case 'LinesMatched':
        return this.#match(event.data);
      case 'LinesUnmatched':
        return this.#unmatch(event.data);
      default:
        return this.#move(event);
    }
  }

  /** At rest: each item is claimed by the match that names it, and by no other; and what the bank has, the books have. */
  closes(cash: bigint): void {
    for (const [id, { by, items }] of this.#matches)
      for (const item of items)
        hold(this.#claims.get(`${by}.${item}`) === id, `${id} stands, and ${item} is not claimed by it`);
    const paid = [...this.#matches].flatMap(([id, { items }]) =>
      items.filter((item) => /^(REFUND|DISBURSEMENT)\./.test(item)).map((item) => `${id} ${item}`),
    );
    hold(
      paid.toSorted().join() === [...this.#shown].sort().join(),
      'matches show other payments than they have',
    );
    for (const [name, id] of this.#claims) {
      const match = this.#matches.get(id);
      const has = match?.items.some((item) => `${match.by}.${item}` === name);
      hold(has === true, `${name} is claimed by ${id}, which does not stand`);
    }
    for (const [id, { isProved, isPlaced }] of this.#statements)
      hold(isProved === isPlaced, `${id} counts, and has no place in its account`);
    const confirmed = [...this.#items].filter(([item]) => this.#claims.has(`BANK.${item}`));
    const others = [...this.#items].filter(([item]) => !this.#claims.has(`BANK.${item}`));
    const bank = total(this.#counted().map(({ amount }) => amount));
    const open = this.open();
    const booked = total(confirmed.map(([, amount]) => amount)) + this.suspended() + this.givenUp();
    hold(bank === booked + open, 'the lines of the bank are not what they confirm');
    const onTheWay = total(others.map(([, amount]) => amount));
    hold(cash === bank - open + onTheWay, 'the books have another amount than the bank will have');
  }

  #match({ statementId, matchId, lines, items, residual }: Told<'LinesMatched'>['data']): void {
    hold(!this.#matches.has(matchId), `${matchId} is made twice`);
    const keys = lines.map((line) => `${statementId}.${String(line)}`);
    const names = items.map(nameOf);
    hold(new Set(names).size === names.length, `${matchId} names an item twice`);
    for (const item of items)
      hold(this.#items.get(nameOf(item)) === signed(item), `${nameOf(item)} is of another amount`);
    const own = keys.map((key) => this.#line(key));
    for (const line of own) {
      hold(line.matchId === undefined && line.stands !== 'given up', `a line of ${matchId} is in another`);
      line.matchId = matchId;
    }
    const left = total(own.map(({ amount }) => amount)) - total(items.map(signed));
    hold(left === centsOf(residual), `${matchId} leaves another amount than it says`);
    const by = this.#statement(statementId).kind;
    this.#matches.set(matchId, { by, lines: keys, items: names, residual: left });
  }

  #unmatch({ matchId, items, residual }: Told<'LinesUnmatched'>['data']): void {
    const match = this.#matches.get(matchId);
    hold(match !== undefined, `${matchId} is undone, and does not stand`);
    hold(items.map(nameOf).join() === match.items.join(), `${matchId} is undone with other items`);
    hold(centsOf(residual) === match.residual, `${matchId} gives back another amount`);
    for (const key of match.lines) this.#line(key).matchId = undefined;
    this.#matches.delete(matchId);
  }

  #claim({ type, data: { by, item, matchId } }: Told<'ItemClaimed' | 'ItemReleased'>): void {
    const name = `${by}.${nameOf(item)}`;
    const has = this.#claims.get(name);
    if (type === 'ItemReleased') {
      hold(has === matchId, `${name} is given back by a match that did not have it`);
      this.#claims.delete(name);
      return;
    }
    hold(has === undefined, `${name} is claimed twice`);
    this.#claims.set(name, matchId);
  }

  #move({ type, data }: Told<'LineSuspended' | 'LineReleased' | 'LineWrittenOff'>): void {
    const line = this.#line(`${data.statementId}.${String(data.line)}`);
    hold(line.amount === signed(data), 'another amount of a line waits than it has');
    if (type === 'LineSuspended') {
      hold(line.stands === 'open' && line.matchId === undefined, 'a line waits that does not stand open');
      line.stands = 'suspended';
      return;
    }
    hold(line.stands === 'suspended', 'a line waits no more that never did');
    line.stands = type === 'LineReleased' ? 'open' : 'given up';
    hold(type === 'LineWrittenOff' || line.matchId === data.matchId, 'a line is released by no match');
  }

  #sumOf(stands: Line['stands']): bigint {
    return total([...this.#lines.values()].flatMap((line) => (line.stands === stands ? [line.amount] : [])));
  }

  /** A statement that was cut short, and never taken in again, does not count. */
  #counted(): readonly Line[] {
    return [...this.#lines].flatMap(([key, line]) => {
      return this.#statement(key.slice(0, key.lastIndexOf('.'))).isProved ? [line] : [];
    });
  }

  #statement(id: string): Statement {
    const found = this.#statements.get(id);
    hold(found !== undefined, `${id} was never read`);
    return found;
  }

  #line(key: string): Line {
    const found = this.#lines.get(key);
    hold(found !== undefined, `there is no line ${key}`);
    return found;
  }
}

type OfBank = Told<
  | 'StatementRead'
  | 'StatementLinesListed'
  | 'StatementProved'
  | 'StatementRegistered'
  | 'LinesMatched'
  | 'LinesUnmatched'
  | 'ItemClaimed'
  | 'ItemReleased'
  | 'LineSuspended'
  | 'LineReleased'
  | 'LineWrittenOff'
>;

const nameOf = ({ kind, id }: Named): string => `${kind}.${id}`;

/** An amount that may be below nothing. */
function centsOf(text = '0.00'): bigint {
  return text.startsWith('-') ? -cents(text.slice(1)) : cents(text);
}
