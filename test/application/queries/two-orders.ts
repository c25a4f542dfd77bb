/** A small ledger of two orders for one victim, for tests that ask it. */
import { Ledger } from '../../../src/application/ledger.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  victimId,
} from '../../support/words.ts';
import { queriesOver } from '../asking.ts';

export const v1 = victimId('v-1');

/** A ledger that goes on by an hour with each command, from midnight. */
export function ledger() {
  let hours = 0;
  const log = new MemoryEventStore({ clock: () => new Date(Date.UTC(2026, 5, 1, hours)) });
  const inside = new Ledger(log);
  return {
    queries: queriesOver(log),
    log,
    async hears(...commands: readonly Command[]): Promise<void> {
      for (const command of commands) {
        hours += 1;
        await inside.handle(command, { commandId: `command-${String(hours)}`, actor: 'test' });
      }
    },
  };
}

/** Two orders for one victim, the first final; the second payment makes the victim whole, a tenth day later. */
export const entered: readonly Command[] = [
  registerVictim(),
  ...['1', '2'].flatMap((n) => [registerCase(`c-${n}`), registerDefendant(`d-${n}`)]),
  determineLoss('c-1', '5,000.00'),
  enterOrder('o-1', '5,000.00'),
  enterOrder('o-2', '4,000.00'),
  makeFinal('o-1'),
];
export const later = day('2026-03-12');
export const paid: readonly Command[] = [
  recordPayment('dcd.1', '3,000.00', { to: 'o-1' }),
  recordPayment('dcd.2', '2,500.00', { to: 'o-2', on: later }),
];
