import { reject } from '../../domain/rejection.ts';
import { eventIdOf } from '../event-ids.ts';
import { expectOpenMonths } from './closed-months.ts';
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
  const { name, id } = entryOf(session, ref, command);
  if (await isHeard(session, ref, command)) return id;
  await expectOpenMonths(session, command);
  const [first] = await session.step({ ref, command, name, cause: null });
  return first?.id ?? null;
}

/**
 * Whether the stream has carried the command out before; what it refers to need not be looked up again then.
 *
 * @throws Rejection `command-id-reused` where the id stands for another command in this stream
 */
export async function isHeard<K extends Kind>(
  session: Session,
  ref: StreamRef<K>,
  command: { readonly type: string },
): Promise<boolean> {
  const heard = await session.heard(ref);
  if (heard !== undefined && heard !== entryOf(session, ref, command).id) reject('command-id-reused');
  return heard !== undefined;
}

/** The name of the first step of a command, and the id of the event that it brings about. */
export function entryOf(
  { asking: { commandId, fingerprint } }: Session,
  ref: StreamRef,
  { type }: { readonly type: string },
): { name: string; id: string } {
  const name = `${type} ${fingerprint}`;
  return { name, id: eventIdOf({ stream: streamName(ref), commandId, step: name, index: 0 }) };
}
