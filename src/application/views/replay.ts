/** History, event by event. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { SubjectFilter } from './ledger.ts';

/** Whose history; every subject given must match. */
export interface ReplayFilter extends SubjectFilter {
  /** Only what stands after this position of the log. */
  readonly after?: number;
}

/** How a figure stood when something had happened. */
export interface FigureStanding {
  /** By its name in the answer that has it, or an account of the journal. */
  readonly figure: string;
  /** Null where there is none, such as a cap before any order is final. */
  readonly amount: MoneyText | null;
}

/** One event, and how its subject stood then. */
export interface ReplayView {
  readonly position: number;
  /** What it was about, of this subject; null where it was about no money. */
  readonly amount: MoneyText | null;
  /** Of a victim: `greatestLoss`, `received`, `headroom`, `outstanding` and `held`; of an order, what is ordered, paid and outstanding; else the accounts that it moved. */
  readonly after: readonly FigureStanding[];
}

/** One event, for somebody who reads what happened: in words, under which words of the law, and through which other event. */
export interface EventNote {
  readonly position: number;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  /** In a sentence, without its stop. */
  readonly says: string;
  /** The provision that the event names, or the first that it rests on; null where it is a plain fact. */
  readonly citation: string | null;
  /** The position of the event that caused it; null where a command brought it about. */
  readonly cause: number | null;
}

/** One event of a history, in words, and how its subject stood after it. */
export type ReplayedEvent = EventNote & Pick<ReplayView, 'amount' | 'after'>;
