import { createHash } from 'node:crypto';
import type { Obstacle } from '../application/run-files/payment-out.ts';
import type { Written } from '../formats/written.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { makeFile, type OutFile } from './out-file.ts';
import { tableOf, type Column } from './table.ts';

/** A file that was made, as whoever sends it on can prove it. */
export interface MadeFile {
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly byteCount: number;
}

/** Makes a file of what a writer gives, line by line. @throws Failure where it is there, and nobody said that it may go */
export async function makeWritten(
  file: OutFile,
  written: Extract<Written, { isGood: true }>,
): Promise<MadeFile> {
  const hash = createHash('sha256');
  let byteCount = 0;
  function* bytes(): Generator<Uint8Array> {
    for (const line of written.lines()) {
      const chunk = Buffer.from(line);
      hash.update(chunk);
      byteCount += chunk.length;
      yield chunk;
    }
  }
  await makeFile(file, bytes());
  return { path: file.path, digest: hash.digest('hex'), byteCount };
}

/** Tells what keeps a file from being written: nothing was. */
export async function tellObstacles(desk: Desk, obstacles: readonly Obstacle[]): Promise<Exit> {
  if (desk.isJson) await desk.print(`${JSON.stringify({ isWritten: false, obstacles }, null, 2)}\n`);
  else
    await desk.print(
      `${obstaclesInWords(obstacles, desk)}No file was written: ${String(obstacles.length)} to be put right.\n`,
    );
  return 'rejected';
}

/** The first of them, one a line. */
export function obstaclesInWords(obstacles: readonly Obstacle[], { style }: Pick<Desk, 'style'>): string {
  const more = obstacles.length - mostShown;
  const rest = more > 0 ? `and ${String(more)} more; --json gives all\n` : '';
  return `${tableOf(obstacles.slice(0, mostShown), columns, style.dim)}${rest}`;
}

const mostShown = 100;

const columns: readonly Column<Obstacle>[] = [
  { title: 'payment', text: ({ paymentId }) => paymentId ?? 'the file' },
  { title: 'rule', text: ({ rule }) => rule },
  { title: 'field', text: ({ column }) => column ?? '' },
  { title: 'what to do', text: ({ message }) => message },
];
