/**
 * The desk on which lines and items lie while they are matched: what is open, what is taken, what is in question, and by
 * what they are found. Each line and each item leaves it once. Only `match.ts` and the steps that it takes see it.
 */
import { invariant } from '../rejection.ts';
import { bondOf, readItem, readLine, type Bond, type ReadItem, type ReadLine } from './bond.ts';
import { mayArriveBy, mayConfirm, type Item } from './item.ts';
import type { Line } from './line.ts';
import type { Act, Ask, AskReason, Match, None, Outcome } from './outcome.ts';
import type { ReferenceRole } from './references.ts';
import { KeyIndex } from './key-index.ts';
import { byDayAndAmount, firstFrom, inOrder, pushTo } from './in-order.ts';
import { PartyIndex } from './party-index.ts';
import type { MatchingSettings } from './settings.ts';
import { sumsFormed } from './subset-sums.ts';

/** What a line may be, and why it was not simply taken. */
export interface Question {
  readonly because: AskReason;
  readonly candidates: readonly {
    readonly items: readonly ReadItem[];
    readonly lines: readonly ReadLine[];
  }[];
}

/** What was done, counted, so that bounds can be held to. */
export interface Work {
  /** Lines held against items. */
  bonds: number;
  /** Sums formed, looking for sets. */
  sums: number;
  /** Times that all steps were taken. */
  rounds: number;
}

/** All lines and items of one run. */
export class Desk {
  readonly lines: readonly ReadLine[];
  readonly items: readonly ReadItem[];
  readonly settings: MatchingSettings;
  readonly work: Work = { bonds: 0, sums: 0, rounds: 0 };
  readonly #outcomes = new Map<ReadLine, Outcome>();
  readonly #taken = new Map<ReadItem, Match>();
  readonly #returned = new Set<ReadItem>();
  readonly #questions = new Map<ReadLine, Question>();
  readonly #crowded = new Set<ReadLine>();
  readonly #held = new Set<ReadItem>();
  readonly #byKey: KeyIndex;
  readonly #byAmount = new Map<bigint, ReadItem[]>();
  /** The days before and after an item in which a line of any kind is usual. */
  readonly widest: { readonly before: number; readonly after: number };
  #sumsBefore = 0;
  #left: readonly ReadLine[];
  #openByParty: PartyIndex | undefined;

  constructor(lines: readonly Line[], items: readonly Item[], settings: MatchingSettings) {
    this.lines = lines.map(readLine).sort(byDayAndAmount(({ line }) => line));
    this.items = items.map(readItem).sort(inOrder);
    this.settings = settings;
    const windows = Object.values(settings.windows);
    this.widest = {
      before: Math.max(...windows.map(({ before }) => before)),
      after: Math.max(...windows.map(({ after }) => after)),
    };
    this.#left = this.lines;
    for (const item of this.items) pushTo(this.#byAmount, item.item.amount, item);
    this.#byKey = new KeyIndex(this.lines, this.items);
  }

  /** Whether the line may still be taken: neither taken nor in question. */
  isFree(line: ReadLine): boolean {
    return !this.#outcomes.has(line) && !this.#questions.has(line);
  }

  /** Whether the item may still be taken. */
  isOpen(item: ReadItem): boolean {
    return item.item.isClaimed === undefined && !this.#taken.has(item) && !this.#held.has(item);
  }

  /** Whether a line in question may be the item. */
  isHeld(item: ReadItem): boolean {
    return this.#held.has(item);
  }

  /** Whether a match has taken the item, in this run or before. */
  isTaken(item: ReadItem): boolean {
    return item.item.isClaimed === true || this.#taken.has(item);
  }

  /** Whether the books know that it came back, or a line of this run says so. */
  isReturned(item: ReadItem): boolean {
    return item.item.isReturned === true || this.#returned.has(item);
  }

  /** Lines that are neither settled nor in question. */
  freeLines(): readonly ReadLine[] {
    this.#left = this.#left.filter((line) => !this.#outcomes.has(line));
    return this.#left.filter((line) => !this.#questions.has(line));
  }

  /** Items that were open when first asked for, by whose they are. Some may have been taken since. */
  get openByParty(): PartyIndex {
    this.#openByParty ??= new PartyIndex(this.items.filter((item) => !this.isTaken(item)));
    return this.#openByParty;
  }

  /** What became of a line so far. */
  outcomeOf(line: ReadLine): Outcome | undefined {
    return this.#outcomes.get(line);
  }

  questionOf(line: ReadLine): Question | undefined {
    return this.#questions.get(line);
  }

  matchOf(item: ReadItem): Match | undefined {
    return this.#taken.get(item);
  }

  isCrowded(line: ReadLine): boolean {
    return this.#crowded.has(line);
  }

  /** How many lines are settled. */
  get settled(): number {
    return this.#outcomes.size;
  }

  /** Takes lines and items for each other. */
  take(lines: readonly ReadLine[], items: readonly ReadItem[], match: Match): void {
    invariant(!items.some((item) => this.isTaken(item)), 'no item is claimed twice');
    this.settle(lines, match);
    for (const item of items) this.#taken.set(item, match);
  }

  /** Settles lines that take no item. */
  settle(lines: readonly ReadLine[], outcome: Match | Act | Ask | None): void {
    invariant(!lines.some((line) => this.#outcomes.has(line)), 'no line is settled twice');
    for (const line of lines) this.#outcomes.set(line, outcome);
  }

  /** Notes that a payment came back. */
  markReturned(item: ReadItem): void {
    this.#returned.add(item);
  }

  /** Puts a line in question for this round; of what it may be, nothing is taken by anything less sure. */
  question(line: ReadLine, question: Question): void {
    if (!this.isFree(line)) return;
    this.#questions.set(line, question);
    for (const { items } of question.candidates) for (const item of items) this.#held.add(item);
  }

  /** Notes that a line has too many things to choose from for their sums to be tried. */
  markCrowded(line: ReadLine): void {
    this.#crowded.add(line);
  }

  /** Takes all questions back: another round may answer them. */
  newRound(): void {
    this.work.rounds += 1;
    this.#sumsBefore = this.work.sums;
    this.#questions.clear();
    this.#crowded.clear();
    this.#held.clear();
  }

  bond(line: ReadLine, item: ReadItem): Bond {
    this.work.bonds += 1;
    return bondOf(line, item);
  }

  /** All items, taken or not, that the line may name by the number that it gives in a role, near enough for the number to be theirs. */
  namedBy(line: ReadLine, role: ReferenceRole, as: ReferenceRole = role): readonly ReadItem[] {
    const found = this.#byKey.named(line, role, as);
    return found.length === 0
      ? found
      : found.filter((item) => {
          const within = this.settings.windows[item.item.kind].byReference;
          return Math.abs(line.day - item.day) <= within;
        });
  }

  /** Whether sets of so many may still be tried in this round; if so, the work is counted. */
  mayTry(many: number): boolean {
    const sums = this.work.sums + sumsFormed(many);
    if (many > this.settings.setOf || sums - this.#sumsBefore > this.settings.sums) return false;
    this.work.sums = sums;
    return true;
  }

  /** Items of that amount, whatever has become of them, of the days from so many before to so many after a day. */
  ofAmount(
    amount: bigint,
    { from, to }: { readonly from: number; readonly to: number },
  ): readonly ReadItem[] {
    const items = this.#byAmount.get(amount) ?? [];
    return items.slice(firstFrom(items, from), firstFrom(items, to + 1));
  }

  /** Whether the line may confirm the item and is booked in the days usual for it. */
  isUsual(line: ReadLine, item: ReadItem): boolean {
    if (!couldBe(line, item) || !mayArriveBy(item.item, line.line.kind)) return false;
    const days = line.day - item.day;
    // What a report says of a receipt is of the day of the receipt.
    if (line.line.kind === 'REPORTED_RECEIPT') return days === 0;
    const { before, after } = this.settings.windows[item.item.kind];
    return days >= -before && days <= after;
  }
}

/** Items of the line's amount that nothing has taken, whoever's they are, where the line is booked in the days usual for them. */
export function itemsLike(desk: Desk, line: ReadLine): readonly ReadItem[] {
  const { before, after } = desk.widest;
  return desk
    .ofAmount(line.line.amount, { from: line.day - after, to: line.day + before })
    .filter((item) => !desk.isTaken(item) && desk.isUsual(line, item));
}

/** Whether a line of this kind and direction can confirm the item at all. */
export function couldBe({ line }: ReadLine, { item }: ReadItem): boolean {
  return line.direction === item.direction && mayConfirm(line.kind, item.kind);
}
