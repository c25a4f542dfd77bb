import { RevisionDiffers, type Session } from './session.ts';
import type { StreamRef } from './streams.ts';

/** A stream, and the revisions of it that the sender would take for unchanged; `any` asks only that it is there. */
export interface Seen {
  readonly ref: StreamRef;
  readonly revisions: readonly number[] | 'any';
}

/** @throws RevisionDiffers where the stream is at another revision than the sender had seen */
export async function expectUnchanged(session: Session, { ref, revisions }: Seen): Promise<void> {
  const actual = await session.revision(ref);
  if (revisions === 'any' ? actual >= 0 : revisions.includes(actual)) return;
  // A command that is sent again has changed the stream itself.
  if ((await session.heard(ref)) === undefined) throw new RevisionDiffers(actual);
}
