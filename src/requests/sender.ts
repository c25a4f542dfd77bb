import { commandIdFrom } from '../application/event-ids.ts';
import type { Sender } from '../application/ledger.ts';

/** The doors, as events name them. */
export type Door = 'cli' | 'http';

/**
 * Who sends a command, as its events will say for ever: through which door, and under which id. No text of a sender
 * comes into either.
 */
export function senderOf(door: Door, chosenId: string): Sender {
  return { commandId: commandIdFrom(chosenId), actor: door };
}
