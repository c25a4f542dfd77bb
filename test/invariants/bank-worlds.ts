/** Ledgers of any history with money at banks, each told deed by deed, and looked at after every command. */
import fc from 'fast-check';
import { Ledger } from '../../src/application/ledger.ts';
import { prepareFrom } from '../../src/application/preparing.ts';
import type { AllQueries } from '../../src/application/views/all-queries.ts';
import type { MonthView } from '../../src/application/views/months.ts';
import type { ThreeWayProof } from '../../src/application/views/statements.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { closeAll, queriesOver } from '../application/asking.ts';
import { beginning } from '../projections/random-ledger.ts';
import { deeds, type Deed } from './bank-deeds.ts';
import { MoneyAtBanks, type AtBanks } from './bank-picture.ts';

/** What one command brought about, and what is answered after it. */
export interface BankMoment {
  readonly events: readonly LedgerEvent[];
  /** Where the log ends with them. */
  readonly position: number;
  readonly told: AtBanks;
  readonly proof: ThreeWayProof;
  /** Of those that somebody has signed. */
  readonly months: readonly MonthView[];
}

export interface BankWorld {
  readonly number: number;
  readonly moments: readonly BankMoment[];
  /** Why commands were refused. */
  readonly refused: ReadonlySet<string>;
}

/** How many of them there are of one seed. */
export const bankRuns = 500;

/** The worlds of a seed, always the same. */
export async function bankWorlds(seed: number): Promise<readonly BankWorld[]> {
  const worlds: BankWorld[] = [];
  for (const [number, each] of fc.sample(deeds, { numRuns: bankRuns, seed }).entries()) {
    worlds.push(await worldOf(number, each));
    closeAll();
  }
  return worlds;
}

async function worldOf(number: number, done: readonly Deed[]): Promise<BankWorld> {
  const world = new Telling();
  for (const command of beginning) await world.tell(command);
  for (const [nth, deed] of done.entries()) {
    for await (const command of deed(world.queries, nth)) {
      const events = await world.tell(command);
      if (events.length > 0) await world.look(events);
    }
  }
  return { number, moments: world.moments, refused: world.refused };
}

class Telling {
  readonly moments: BankMoment[] = [];
  readonly refused = new Set<string>();
  readonly queries: AllQueries;
  readonly #ledger: Ledger;
  readonly #log: MemoryEventStore;
  readonly #told = new MoneyAtBanks();
  #minutes = 0;

  constructor() {
    const clock = (): Date => new Date(Date.UTC(2026, 5, 1, 0, this.#minutes));
    this.#log = new MemoryEventStore({ clock });
    this.queries = queriesOver(this.#log);
    this.#ledger = new Ledger(this.#log, { clock, prepare: prepareFrom(this.queries) });
  }

  /** Whoever is told that a month is closed says it again, knowing that. */
  async tell(command: Command, mayReachClosedMonths = false): Promise<readonly LedgerEvent[]> {
    this.#minutes += 1;
    const sender = { commandId: `command-${String(this.#minutes)}`, actor: 'test', mayReachClosedMonths };
    try {
      const { events } = await this.#ledger.handle(command, sender);
      const happened = events.map(({ event }) => event as LedgerEvent);
      for (const event of happened) this.#told.hear(event);
      return happened;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.refused.add(error.code);
      const isLate = error.code === 'month-closed' && command.type !== 'SignMonth' && !mayReachClosedMonths;
      return isLate ? this.tell(command, true) : [];
    }
  }

  async look(events: readonly LedgerEvent[]): Promise<void> {
    const told = this.#told.now();
    const proof = await this.queries.reconciliation.proof('RESTITUTION', {});
    const { months } = await this.queries.months.months({});
    const views = await Promise.all(months.map(({ month }) => this.queries.months.month(month, {})));
    const { position } = await this.#log.head();
    this.moments.push({ events, position, told, proof, months: views });
  }
}
