import { reject } from '../../domain/rejection.ts';
import { eventIdOf } from '../event-ids.ts';
import type { Session } from '../session.ts';
import { streamName, type CommandOf, type Kind, type StreamRef } from '../streams.ts';

/**
 * Takes the first step of a command that came through a door, and gives the id of the event it brought about: now, or
 * when the same command was heard before; null where the ledger knew of the fact from another command.
 *
 * @throws Rejection `command-id-reused` where the id stands for another command in this stream
 */
export async function enter<K extends Kind>(
  session: Session,
  ref: StreamRef<K>,
  command: CommandOf<K> & { readonly type: string },
): Promise<string | null> {
  const { commandId, fingerprint } = session.asking;
  const name = `${command.type} ${fingerprint}`;
  const id = eventIdOf({ stream: streamName(ref), commandId, step: name, index: 0 });
  const heard = await session.heard(ref);
  if (heard !== undefined && heard !== id) reject('command-id-reused');
  if (heard !== undefined) return id;
  const [first] = await session.step({ ref, command, name, cause: null });
  return first?.id ?? null;
}
