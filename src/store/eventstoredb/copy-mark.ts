/** How far the server's order has been copied. Where this is lost or wrong, the copy is compared from the beginning. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ServerPosition } from './server.ts';

export interface CopyMark {
  /** On the server: the place of the event that was copied last. */
  readonly at: ServerPosition;
  /** In the copy: its position, and its id, by which another copy is told apart. */
  readonly position: number;
  readonly eventId: string;
}

/** The mark in the file; undefined where there is none that can be read. */
export function loadMark(file: string): CopyMark | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [, commit, prepare, position, eventId] =
    /^([0-9]{1,20}) ([0-9]{1,20}) ([0-9]{1,15}) ([0-9a-f-]{36})\n$/.exec(text) ?? [];
  if (commit === undefined || prepare === undefined || eventId === undefined) return undefined;
  return { at: { commit: BigInt(commit), prepare: BigInt(prepare) }, position: Number(position), eventId };
}

/** Replaces the file whole. */
export function saveMark(file: string, { at, position, eventId }: CopyMark): void {
  const draft = `${file}.${String(process.pid)}`;
  const text = `${String(at.commit)} ${String(at.prepare)} ${String(position)} ${eventId}\n`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
