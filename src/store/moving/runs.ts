import type { Original } from '../sqlite-log/log-copy.ts';

/** How large a run may be. */
export interface RunLimits {
  readonly bytes: number;
  readonly events: number;
}

/**
 * The events in their order, those of one stream that stand side by side together: one append each keeps the order, and
 * is as few appends as can be.
 */
export function* runsOf(events: readonly Original[], most: RunLimits): Generator<readonly Original[]> {
  let run: Original[] = [];
  let size = 0;
  for (const event of events) {
    const isNext = run[0]?.stream === event.stream && run.length < most.events;
    const cost = event.bytes.length + overhead;
    if (run.length > 0 && !(isNext && size + cost <= most.bytes)) {
      yield run;
      [run, size] = [[], 0];
    }
    run.push(event);
    size += cost;
  }
  if (run.length > 0) yield run;
}

/** In bytes: what a server counts beside those of the event, amply. */
const overhead = 200;
