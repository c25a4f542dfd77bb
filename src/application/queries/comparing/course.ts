import { noMoney, subtract, type Money } from '../../../domain/money.ts';

/** Amounts by a key of their own; one that is not there is nothing. */
export type Figures = ReadonlyMap<string, Money>;

/** What happened to figures from one position to another; one event where both are the same. */
export interface Step {
  readonly position: number;
  readonly upTo: number;
  readonly change: Figures;
}

/** How far apart two standpoints are, when the log is read as far as a position, and where it may change. */
export interface Course {
  /** What the one has more than the other. Nothing at the start, and the whole difference at the end. */
  gapAt(position: number): Figures;
  readonly start: number;
  readonly end: number;
  /** Positions of events that may change it, in order, after the start and no later than the end. */
  readonly stops: readonly number[];
  /** At most so many steps are told apart. */
  readonly most: number;
}

/**
 * What each event on the way did to the gap between two standpoints: the log is read position by position, on both clocks at
 * once, and what the gap becomes at an event is that event's doing. So the steps sum to the whole, whatever the figures are.
 * Where there are more stops than may be told apart, several that follow on each other are one step.
 */
export function stepsOf(course: Course): readonly Step[] {
  const { start, end, stops, most } = course;
  const isTold = stops.length <= most;
  const kept = isTold ? stops : stops.filter((_, at) => (at + 1) % Math.ceil(stops.length / most) === 0);
  const steps: Step[] = [];
  let last = start;
  for (const stop of [...kept, end]) {
    if (stop <= last) continue;
    // An event that is not among the stops may have done something, too: it is looked for.
    if (isTold)
      steps.push(
        ...found({ ...course, most: most - steps.length }, last, stop - 1),
        ...one(course, stop - 1, stop),
      );
    else steps.push(...one(course, last, stop));
    last = stop;
  }
  return steps;
}

/**
 * The steps between two positions where nothing was expected: the events that are behind them are searched for. Where there
 * are more than so many, the rest of the way is one step.
 */
function found(course: Course, from: number, to: number): readonly Step[] {
  const steps: Step[] = [];
  let last = from;
  while (last < to && !areSame(course.gapAt(last), course.gapAt(to))) {
    if (steps.length >= course.most) return [...steps, ...one(course, last, to)];
    let [before, after] = [last, to];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (areSame(course.gapAt(last), course.gapAt(middle))) before = middle;
      else after = middle;
    }
    steps.push(...one(course, before, after));
    last = after;
  }
  return steps;
}

function one(course: Course, before: number, upTo: number): readonly Step[] {
  const change = lessOf(course.gapAt(upTo), course.gapAt(before));
  return change.size === 0 ? [] : [{ position: before + 1, upTo, change }];
}

/** What the first has more than the second; those that are the same are left out. */
export function lessOf(figures: Figures, others: Figures): Figures {
  const less = new Map<string, Money>();
  for (const key of new Set([...figures.keys(), ...others.keys()])) {
    const difference = subtract(figures.get(key) ?? noMoney, others.get(key) ?? noMoney);
    if (difference !== noMoney) less.set(key, difference);
  }
  return less;
}

function areSame(figures: Figures, others: Figures): boolean {
  return lessOf(figures, others).size === 0;
}
