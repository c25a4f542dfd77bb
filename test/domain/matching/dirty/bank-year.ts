/**
 * A year of a court's bank account, as dirty as they come, with the truth known: returns that name nothing, receipt numbers
 * that roll over, deposits that are a day's sum, payments in parts, slips of the pen, twins, lines that are late and receipts
 * that are dated back, the same line in two files, and fees.
 */
import { plusDays, weekdayOf } from '../../../../src/domain/calendar-arithmetic.ts';
import { calendarDate, type CalendarDate } from '../../../../src/domain/calendar-date.ts';
import { itemIdOf, type Item, type ItemId, type ItemKind } from '../../../../src/domain/matching/item.ts';
import type { Line, LineId } from '../../../../src/domain/matching/line.ts';
import type { References } from '../../../../src/domain/matching/references.ts';
import { money, sum, type Money } from '../../../../src/domain/money.ts';
import { Chance } from '../../../simulation/chance.ts';
import { fullName, payorsOf, scribbled, type Payor, type Ways } from './payors.ts';
import type { DirtyYear, Truth } from './truth.ts';

/** What the year is made of. */
export interface BankYear {
  readonly seed: number;
  readonly payors: number;
  readonly disbursements: number;
  readonly ways: Ways;
}

/** The ways of a court where a good part of the money comes over the counter. */
export const usualWays: Ways = [
  [50, 'COUNTER'],
  [42, 'TRACED'],
  [8, 'NAMED'],
];

const newYear = calendarDate('2025-01-01');

/** Makes the year. The same seed makes the same year. */
export function bankYear({ seed, payors, disbursements, ways }: BankYear): DirtyYear {
  const year = new Year(new Chance(seed));
  const people = payorsOf(year.chance, payors, ways);
  year.receive(people);
  year.bankCounter();
  year.disburse(disbursements);
  year.charge();
  return year;
}

interface Received {
  readonly item: Item;
  readonly payor: Payor;
}

class Year implements DirtyYear {
  readonly lines: Line[] = [];
  readonly items: Item[] = [];
  readonly truths = new Map<LineId, Truth>();
  readonly #counter = new Map<string, Received[]>();
  #trace = 91_000_000_000_000;
  readonly #numbers = new Map<string, number>();
  readonly #place = new Map<ItemId, number>();
  #deposit = 700;

  constructor(readonly chance: Chance) {}

  receive(payors: readonly Payor[]): void {
    const due: { on: CalendarDate; payor: Payor }[] = [];
    for (const payor of payors)
      for (let at = this.chance.below(payor.every); at < 350; at += payor.every)
        if (this.chance.is(0.95)) due.push({ on: businessDay(plusDays(newYear, at)), payor });
    due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    for (const { on, payor } of due) {
      this.#pay(payor, on, payor.amount);
      // An equal twin: the same person pays the same again on the same day.
      if (this.chance.is(0.003)) this.#pay(payor, on, payor.amount);
    }
  }

  #pay(payor: Payor, on: CalendarDate, amount: Money): void {
    const how = this.chance.weighted([
      [98, 'alone'],
      [1, 'in parts'],
      [1, 'together'],
    ]);
    if (payor.way === 'COUNTER') this.#payAtCounter(payor, on, amount);
    else if (how === 'in parts') this.#payInParts(payor, on, amount);
    else if (how === 'together') this.#payTogether(payor, on, amount);
    else this.#payAlone(payor, on, amount);
  }

  #payAtCounter(payor: Payor, on: CalendarDate, amount: Money): void {
    const cheque = this.chance.is(0.4) ? { CHEQUE_SERIAL: String(1000 + this.chance.below(400)) } : {};
    const item = this.receipt(payor, on, amount, cheque);
    const key = `${payor.source} ${on}`;
    this.#counter.set(key, [...(this.#counter.get(key) ?? []), { item, payor }]);
    if (cheque.CHEQUE_SERIAL !== undefined && this.chance.is(0.01))
      this.#bounce({ item, payor }, { after: 4 + this.chance.below(8), isTraced: false });
  }

  /** Cleared money: most of it with a trace, some with the receipt's number, the rest with a name alone. */
  #payAlone(payor: Payor, on: CalendarDate, amount: Money): void {
    const trace = payor.way === 'TRACED' ? String((this.#trace += 1)) : undefined;
    const item = this.receipt(payor, on, amount, trace === undefined ? {} : { TRACE: trace });
    // A line that is missing, and one that came late.
    if (this.chance.is(0.005)) return;
    const late = this.chance.is(0.02) ? 3 + this.chance.below(4) : this.chance.below(3);
    const dirt = trace === undefined ? this.#namedDirt() : ['traced', 'late'][Number(late > 2)]!;
    const references = this.#referencesOf(dirt, item, trace);
    const isNameless = dirt === 'numbered' && this.chance.is(0.5);
    const line = this.line({
      ...{
        kind: 'CREDIT',
        direction: 'IN',
        amount,
        bookedOn: plusDays(on, late),
        source: payor.source,
        references,
      },
      ...(!isNameless && { party: scribbled(this.chance, payor) }),
    });
    this.tell([line], [item], dirt);
    this.#trouble({ item, payor }, line);
  }

  /** Some lines come again in another file, and some payments come back. */
  #trouble(received: Received, line: Line): void {
    if (this.chance.is(0.004)) this.#repeat(line);
    const bounce = { after: 2 + this.chance.below(4), isTraced: this.chance.is(0.6) };
    if (this.chance.is(0.006)) this.#bounce(received, bounce);
  }

  #namedDirt(): string {
    return this.chance.weighted([
      [50, 'numbered'],
      [15, 'mistyped'],
      [35, 'named'],
    ]);
  }

  #referencesOf(dirt: string, { references }: Item, trace: string | undefined): References {
    const RECEIPT = references.RECEIPT!;
    if (trace !== undefined) return { TRACE: this.chance.is(0.3) ? `0${trace}` : trace };
    if (dirt === 'numbered') return { RECEIPT: this.chance.is(0.3) ? RECEIPT.replace(/^0+/, '') : RECEIPT };
    return dirt === 'mistyped' ? { RECEIPT: this.#slipOf(RECEIPT) } : { RECEIPT: '' };
  }

  #slipOf(number: string): string {
    const at = 1 + this.chance.below(number.length - 2);
    const [one, other] = [number[at]!, number[at + 1]!];
    if (one !== other) return number.slice(0, at) + other + one + number.slice(at + 2);
    return number.slice(0, at) + String((Number(one) + 1 + this.chance.below(8)) % 10) + number.slice(at + 1);
  }

  /** One receipt, two credits. */
  #payInParts(payor: Payor, on: CalendarDate, amount: Money): void {
    const item = this.receipt(payor, on, amount, {});
    const first = money(amount / 3n);
    const isNumbered = this.chance.is(0.5);
    const references = isNumbered ? { RECEIPT: item.references.RECEIPT! } : {};
    const lines = [first, money(amount - first)].map((part) =>
      this.line({
        ...{ kind: 'CREDIT', direction: 'IN', amount: part, bookedOn: plusDays(on, this.chance.below(4)) },
        ...{ source: payor.source, references, party: scribbled(this.chance, payor) },
      }),
    );
    this.tell(lines, [item], isNumbered ? 'in parts, numbered' : 'in parts');
  }

  /** Two receipts, one credit. */
  #payTogether(payor: Payor, on: CalendarDate, amount: Money): void {
    const more = money(amount + 7_13n);
    const items = [this.receipt(payor, on, amount, {}), this.receipt(payor, on, more, {})];
    const line = this.line({
      ...{ kind: 'CREDIT', direction: 'IN', amount: money(amount + more), bookedOn: plusDays(on, 1) },
      ...{ source: payor.source, references: {}, party: scribbled(this.chance, payor) },
    });
    this.tell([line], items, 'together');
  }

  /** The same line in another file: intake has found most of them; the others name what was confirmed long ago. */
  #repeat(line: Line): void {
    const again = this.line({ ...line, repeats: line.id });
    this.truths.set(again.id, { dirt: 'repeated', nothing: true });
  }

  /** A payment comes back. The books know already of half of those; of many of the others the line says only an amount. */
  #bounce({ item, payor }: Received, { after, isTraced }: { after: number; isTraced: boolean }): void {
    const bookedOn = plusDays(item.effectiveOn, after);
    const trace = item.references.TRACE;
    const original = isTraced && trace !== undefined ? { ORIGINAL_TRACE: trace } : {};
    const isNameless = this.chance.is(0.15) && !isTraced;
    const line = this.line({
      ...{ kind: 'RETURN', direction: 'OUT', amount: item.amount, bookedOn, references: original },
      ...(!isNameless && { party: scribbled(this.chance, payor) }),
      ...(trace !== undefined && { returnCode: 'R01' }),
    });
    const dirt = isNameless ? 'returned, nameless' : isTraced ? 'returned, traced' : 'returned, named';
    if (this.chance.is(0.5)) {
      this.truths.set(line.id, { dirt, act: { deed: 'RECORD_RETURN', item: item.id } });
      return;
    }
    const { caseId, partyId, names } = item;
    const known = this.item('PAYMENT_RETURN', {
      ...{ direction: 'OUT', amount: item.amount, effectiveOn: bookedOn, caseId, partyId, names },
      references: trace === undefined ? {} : { ORIGINAL_TRACE: trace },
    } as Omit<Item, 'id' | 'kind'>);
    this.items[this.#place.get(item.id)!] = { ...item, isReturned: true };
    this.tell([line], [known], `${dirt}, known`);
  }

  /** The counter's money is taken to the bank by the day, with the number of the deposit or without it. */
  bankCounter(): void {
    const carried = new Map<string, Received[]>();
    for (const [key, received] of this.#counter) {
      const [source = '', on = ''] = key.split(' ');
      const all = [...(carried.get(source) ?? []), ...received];
      carried.set(source, []);
      const isNumbered = this.chance.is(0.6);
      // A receipt that was overlooked goes to the bank with the next day's.
      const isShort = received.length > 3 && this.chance.is(isNumbered ? 0.02 : 0.05);
      if (isShort) carried.set(source, [all.pop()!]);
      this.#putIn({ source, on: calendarDate(on), isNumbered, isShort }, all);
    }
    for (const [source, received] of carried)
      if (received.length > 0)
        this.#putIn({ source, on: calendarDate('2025-12-18'), isNumbered: true, isShort: false }, received);
  }

  #putIn(
    {
      source,
      on,
      isNumbered,
      isShort,
    }: { source: string; on: CalendarDate; isNumbered: boolean; isShort: boolean },
    received: readonly Received[],
  ): void {
    // Numbers of deposits come from a book of three hundred slips, and begin again.
    const deposit = String((this.#deposit += 1) % 300).padStart(4, '0');
    const inIt = received.map(({ item }) => {
      const numbered = { ...item, references: { ...item.references, DEPOSIT: deposit } };
      if (isNumbered) this.items[this.#place.get(item.id)!] = { ...this.#now(item), ...numbered };
      return item;
    });
    const line = this.line({
      ...{ kind: 'DEPOSIT', direction: 'IN', amount: sum(inIt.map(({ amount }) => amount)) },
      ...{ bookedOn: plusDays(on, 1 + this.chance.below(2)), source },
      references: isNumbered ? { DEPOSIT: deposit } : {},
    });
    const dirt = isNumbered ? 'deposit, numbered' : 'deposit of a day';
    this.tell([line], inIt, isShort ? `${dirt}, one left out` : dirt);
  }

  #now(item: Item): Item {
    return this.items[this.#place.get(item.id)!]!;
  }

  /** Cheques that are presented after days or months, batches under one trace, and what comes back of them. */
  disburse(many: number): void {
    for (let n = 0; n < many; n += 1) {
      const on = businessDay(plusDays(newYear, Math.floor((n * 360) / many)));
      const amount = money(BigInt(2_500 + this.chance.below(90_000)));
      const serial = String(400_000 + n);
      const to = {
        partyId: `v-${n}`,
        names: [`Payee ${n}`],
        direction: 'OUT',
        effectiveOn: on,
        amount,
      } as const;
      const item = this.item('DISBURSEMENT', { ...to, references: { CHEQUE_SERIAL: serial } });
      if (this.chance.is(0.03)) continue;
      const isMisread = this.chance.is(0.002);
      const line = this.line({
        ...{ kind: 'CHEQUE_PRESENTED', direction: 'OUT', bookedOn: plusDays(on, 2 + this.chance.below(60)) },
        amount: isMisread ? money(amount + 9n) : amount,
        references: { CHEQUE_SERIAL: this.chance.is(0.5) ? `000${serial}` : serial },
      });
      if (isMisread) this.truths.set(line.id, { dirt: 'cheque, misread', nothing: true });
      else this.tell([line], [item], 'cheque');
    }
  }

  /** What has nothing to do with the books, or what they do not know. */
  charge(): void {
    for (let month = 0; month < 12; month += 1) {
      const of = { amount: money(18_50n), bookedOn: plusDays(newYear, month * 30 + 28), references: {} };
      const fee = this.line({ kind: 'FEE', direction: 'OUT', ...of });
      this.truths.set(fee.id, { dirt: 'fee', nothing: true });
    }
    for (const [at, { id }] of [...this.items].entries()) {
      const item = this.items[at]!;
      if (item.kind !== 'RECEIPT' || !this.chance.is(0.004)) continue;
      // Money of somebody who paid before, that nobody has recorded; or a second copy of what was matched long ago.
      const again = { kind: 'CREDIT', direction: 'IN', amount: item.amount, source: item.source! } as const;
      const bookedOn = plusDays(item.effectiveOn, 12 + this.chance.below(4));
      const stray = this.line({ ...again, bookedOn, references: {}, party: item.names![0]! });
      this.truths.set(stray.id, { dirt: 'not recorded', nothing: true });
      const old = {
        ...item,
        id: `${id}-before` as Item['id'],
        isClaimed: true as const,
        effectiveOn: plusDays(item.effectiveOn, -60),
      };
      const references = { TRACE: String((this.#trace += 1)) };
      this.items.push({ ...old, references });
      const copy = this.line({
        ...again,
        bookedOn: plusDays(old.effectiveOn, 1),
        references,
        party: item.names![0]!,
      });
      this.truths.set(copy.id, { dirt: 'confirmed before', nothing: true });
    }
  }

  receipt(payor: Payor, on: CalendarDate, amount: Money, references: References): Item {
    const { caseId, defendantId, source } = payor;
    // Six digits in a large court, three thousand numbers here: the same number comes again after some weeks.
    const nth = (this.#numbers.get(source) ?? 0) + 1;
    this.#numbers.set(source, nth);
    const RECEIPT = String(nth % Math.max(3000, 60 * 40)).padStart(6, '0');
    // Some receipts are dated back to the day on which the money was sent.
    const effectiveOn = references.TRACE !== undefined && this.chance.is(0.01) ? plusDays(on, -20) : on;
    const arrives = payor.way === 'COUNTER' ? 'IN_HAND' : 'CLEARED';
    const whose = { caseId, partyId: defendantId, names: [fullName(payor)], source, arrives } as const;
    const of = { direction: 'IN', amount, effectiveOn, references: { RECEIPT, ...references } } as const;
    return this.item('RECEIPT', { ...of, ...whose });
  }

  item(kind: ItemKind, of: Omit<Item, 'id' | 'kind'>): Item {
    const item = { id: itemIdOf(kind, String(this.items.length)), kind, ...of };
    this.#place.set(item.id, this.items.length);
    this.items.push(item);
    return item;
  }

  line(of: Omit<Line, 'id'>): Line {
    const line = { ...of, id: `line-${String(this.lines.length)}` as LineId };
    this.lines.push(line);
    return line;
  }

  tell(lines: readonly Line[], items: readonly Item[], dirt: string): void {
    const truth = { dirt, lines: lines.map(({ id }) => id), items: items.map(({ id }) => id) };
    for (const line of lines) this.truths.set(line.id, truth);
  }
}

function businessDay(day: CalendarDate): CalendarDate {
  return plusDays(day, { 0: 1, 6: 2 }[weekdayOf(day)] ?? 0);
}
