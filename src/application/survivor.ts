import type { IdentityAbsorbed } from '../domain/people/events.ts';
import { streamName } from './streams.ts';

/** The stream that hears all that is meant for the one of this event, since it was closed; undefined of any other event. */
export function survivorIn({
  type,
  data,
}: {
  readonly type: string;
  readonly data: unknown;
}): string | undefined {
  if (type !== 'IdentityAbsorbed') return undefined;
  const { survivorId } = data as IdentityAbsorbed['data'];
  return streamName({ kind: 'Victim', id: survivorId });
}
