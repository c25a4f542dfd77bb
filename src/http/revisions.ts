import type { House } from '../application/house.ts';

/** The last event of a stream. */
export interface StreamEnd {
  readonly revision: number;
  readonly position: number;
}

/**
 * Where a stream ends; undefined where there is none. It leaps over what it need not see, in leaps twice as long each
 * time, and back in smaller ones, for the store tells a stream's events only from a revision on.
 */
export async function endOf(store: House['store'], stream: string): Promise<StreamEnd | undefined> {
  let end = await pageEnd(store, stream, 0);
  let leap = 1;
  while (end !== undefined) {
    const further = await pageEnd(store, stream, end.revision + leap);
    if (further !== undefined) {
      end = further;
      leap *= 2;
    } else if (leap === 1) return end;
    else leap = Math.floor(leap / 2);
  }
  return undefined;
}

async function pageEnd(store: House['store'], stream: string, from: number): Promise<StreamEnd | undefined> {
  for await (const page of store.readStream(stream, { from })) return page.at(-1);
  return undefined;
}
