import type { Command } from '../../domain/commands.ts';
import type { MonthFound } from '../../domain/period/commands.ts';
import type { ChangeOfAccount } from '../../domain/period/events.ts';
import type { Month } from '../../domain/period/month.ts';
import { invariant } from '../../domain/rejection.ts';
import type { MonthQueries } from '../views-of-months.ts';

/** Says what the books have for a month, and what was changed there since it was closed. */
export interface MonthFinder {
  found(month: Month): Promise<MonthFound>;
  changes(month: Month): Promise<readonly ChangeOfAccount[]>;
}

/**
 * The command with what the books have for its month, where it is about one. That is looked up before the command has its
 * turn, for it may take long; a signature is for what was looked up.
 */
export async function withMonth(command: Command, months: MonthFinder | undefined): Promise<Command> {
  if (command.type !== 'SignMonth' && command.type !== 'ReopenMonth') return command;
  invariant(months !== undefined, 'a month is closed in a ledger that looks at none');
  return command.type === 'SignMonth'
    ? { ...command, found: await months.found(command.month) }
    : { ...command, changes: await months.changes(command.month) };
}

/** A finder that asks what everybody else can ask, too. */
export function monthFinderOver(queries: Pick<MonthQueries, 'month'>): MonthFinder {
  return {
    async found(month) {
      const { contentHash, balances, obstacles, stamp } = await queries.month(month, {});
      return {
        contentHash,
        balances,
        obstacles: obstacles.map(({ code }) => code),
        position: stamp.position,
      };
    },
    async changes(month) {
      return (await queries.month(month, {})).changes;
    },
  };
}
