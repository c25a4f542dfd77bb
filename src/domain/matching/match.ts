/**
 * Holds lines of a statement or a report against what the books expect: the surest findings first, each line and each item
 * once, and whatever has two ways is asked. The order in which lines and items come changes nothing, and doing it again with
 * what is left finds nothing new: all steps are taken until a round of them settles nothing.
 *
 * One run is for one account. Items that a match holds already are given too, and marked.
 */
import { matchByDayInSum } from './by-day-in-sum.ts';
import { matchByParty } from './by-party.ts';
import { matchByPartyInSum } from './by-party-in-sum.ts';
import { matchByReference } from './by-reference.ts';
import { matchByReferenceInSum } from './by-reference-in-sum.ts';
import { settleCorrections } from './corrections.ts';
import { Desk, type Work } from './desk.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Item, ItemId } from './item.ts';
import type { Line, LineId } from './line.ts';
import type { Outcome, Standing } from './outcome.ts';
import { findReceiptsToRecord } from './receipts-to-record.ts';
import { settleRemaining } from './remaining.ts';
import { findReturns } from './returns.ts';
import { settleAtSight } from './at-sight.ts';
import type { MatchingSettings } from './settings.ts';
import { standingsOf } from './standing.ts';

/** What is held against what, and on which day it is asked how the items stand. */
export interface Matching {
  readonly lines: readonly Line[];
  readonly items: readonly Item[];
  readonly settings: MatchingSettings;
  readonly asOf: CalendarDate;
}

/** One outcome for each line, one standing for each item that was not claimed before, and what it took. */
export interface Matched {
  readonly outcomes: ReadonlyMap<LineId, Outcome>;
  readonly standings: ReadonlyMap<ItemId, Standing>;
  readonly work: Readonly<Work>;
}

/** In the order of how sure they are. */
const steps: readonly ((desk: Desk) => void)[] = [
  settleCorrections,
  matchByReference,
  matchByReferenceInSum,
  matchByParty,
  matchByPartyInSum,
  matchByDayInSum,
  findReturns,
  findReceiptsToRecord,
];

/** Matches lines and items. */
export function match({ lines, items, settings, asOf }: Matching): Matched {
  const desk = new Desk(lines, items, settings);
  settleAtSight(desk);
  for (let before = -1; before < desk.settled && desk.work.rounds < settings.rounds;) {
    before = desk.settled;
    desk.newRound();
    for (const step of steps) step(desk);
  }
  settleRemaining(desk);
  const outcomes = new Map(desk.lines.map((line) => [line.line.id, desk.outcomeOf(line) as Outcome]));
  return { outcomes, standings: standingsOf(desk, asOf), work: desk.work };
}
