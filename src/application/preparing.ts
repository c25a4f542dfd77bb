import type { Command } from '../domain/commands.ts';
import { monthChanges, monthFound } from './closing/month-found.ts';
import { planned } from './disbursing.ts';
import type { DisbursementQueries } from './views/disbursements.ts';
import type { MonthQueries } from './views/months.ts';

/** Gives a command what it must know of the books, looked up before it has its turn: that may take long. */
export type Preparation = (command: Command) => Promise<Command>;

/** What is looked up where: the plan of a run, and what the books have for a month. */
export interface Books {
  readonly disbursements: Pick<DisbursementQueries, 'plan' | 'refundPlan'>;
  readonly months: Pick<MonthQueries, 'month'>;
}

/** A preparation that asks what everybody else can ask, too. What is decided holds it against the streams again. */
export function prepareFrom({ disbursements, months }: Books): Preparation {
  return async (command) => {
    switch (command.type) {
      case 'ProposeDisbursementRun':
        return { ...command, plan: await planned(disbursements, command) };
      case 'SignMonth':
        return { ...command, found: await monthFound(months, command.month) };
      case 'ReopenMonth':
        return { ...command, changes: await monthChanges(months, command.month) };
      default:
        return command;
    }
  };
}
