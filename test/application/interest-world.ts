/** One case with an order of restitution that bears interest, and what a ledger makes of it. */
import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { createQueries } from '../../src/application/queries/queries.ts';
import type { Queries } from '../../src/application/views/all-queries.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { StoredEvent } from '../../src/domain/events.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  day,
  defendantId,
  enterOrder,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

export const judgment = day('2026-03-02');
/** A case, its people, and a yield. */
export const known: readonly Command[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1'), registerVictim('v-2')],
  // Liability begins on Tuesday, 17 March 2026; the week before it ended on Friday, 13 March.
  recordYield('2026-03-13', '4.05'),
];
export const inCase = { caseId: 'c-1', defendantId: 'd-1', on: judgment } as const;
export const fraud = { ...inCase, statute: '18 U.S.C. 3663A' } as const;
export const order = enterOrder('o-1', '10,000.00', fraud);
/** A payment of the defendant, on no order in particular. */
export const paid = (id: string, amount: string, on: string) =>
  recordPayment(id, amount, { caseId: 'c-1', defendantId: defendantId('d-1'), to: null, on: day(on) });
export const aYearOn = '2027-03-17';
export const interestOfYear = '405.00';

/** What a ledger made of what it was told. */
export interface Told {
  readonly queries: Queries;
  /** What became of money, as the log has it: type, whose, how much. */
  readonly moved: readonly string[];
}

const money = new Set([
  ...['RecoveryCredited', 'DebtCredited', 'InterestCredited', 'PenaltyCredited', 'ExcessHeld'],
  ...[
    'InterestReversed',
    'ExcessReleased',
    'PenaltyReversed',
    'InterestNotKnown',
    'LiabilityExpired',
    'DebtExpired',
    'FullRecoveryReached',
    'InterestReceived',
    'InterestReturned',
    'InterestTendered',
  ],
]);

/** A ledger that was told these commands, on a store that writes all of a command at once, or step by step. */
export async function told(commands: readonly Command[], isAtomic = true): Promise<Told> {
  const log = new MemoryEventStore(isAtomic ? {} : { atomicStreams: false });
  const ledger = new Ledger(log);
  const moved: string[] = [];
  for (const [at, command] of commands.entries()) {
    const { events } = await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
    moved.push(...events.flatMap(({ event }) => (money.has(event.type) ? [inWords(event)] : [])));
  }
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const projector = new Projector({ log, readModel });
  return { queries: createQueries({ log, readModel, projector, today: () => day('2027-03-17') }), moved };
}

function inWords({ type, data }: StoredEvent): string {
  const { orderId: order, debtId, victimId, amount, accepted, why } = data as Record<string, string | null>;
  return [type, order ?? debtId, victimId, accepted ?? amount ?? why].filter((part) => part).join(' ');
}

/** The accounts that are not at nothing. */
export async function balances({ queries }: Told): Promise<Readonly<Record<string, string>>> {
  const { accounts } = await queries.trialBalance({});
  return Object.fromEntries(
    accounts.filter(({ balance }) => balance !== '0.00').map((each) => [each.account, each.balance]),
  );
}

/** What is answered of interest. */
export const interestIn = async ({ queries }: Told, asOf = aYearOn) =>
  (await queries.interest({}, { asOf: day(asOf) }, { limit: 10 })).rows;
