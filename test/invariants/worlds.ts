/** A thousand ledgers of any history, each told command by command: what every invariant looks at. */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import { histories, ledgerOf } from '../projections/random-ledger.ts';
import { ledgerEventOf } from '../support/ledger-event.ts';
import { after, nothingYet, type Picture } from './picture.ts';

/** What one command brought about, all of it in one append. */
export interface Moment {
  readonly events: readonly LedgerEvent[];
  readonly before: Picture;
  readonly after: Picture;
}

export interface World {
  readonly number: number;
  readonly history: readonly Command[];
  readonly moments: readonly Moment[];
  /** Whether every answer to every policy was the usual one. */
  readonly isUsual: boolean;
}

/** How many of them there are: the number of runs of each invariant. */
export const runs = 1_000;

const seed = 2_018;

/** The worlds, always the same. */
export async function thousandWorlds(): Promise<readonly World[]> {
  const worlds: World[] = [];
  for (const [number, history] of fc.sample(histories, { numRuns: runs, seed }).entries()) {
    worlds.push(await worldOf(number, history));
  }
  return worlds;
}

async function worldOf(number: number, history: readonly Command[]): Promise<World> {
  const { log } = await ledgerOf(history);
  const byCommand = new Map<string, LedgerEvent[]>();
  for await (const page of log.readAll()) {
    for (const recorded of page) {
      const events = byCommand.get(recorded.commandId) ?? [];
      byCommand.set(recorded.commandId, [...events, ledgerEventOf(recorded)]);
    }
  }
  let picture = nothingYet;
  const moments = [...byCommand.values()].map((events): Moment => {
    const before = picture;
    picture = events.reduce(after, picture);
    return { events, before, after: picture };
  });
  const isUsual = !history.some(({ type }) => type === 'SetPolicy');
  return { number, history, moments, isUsual };
}
