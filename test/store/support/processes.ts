import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Writer {
  readonly process: ChildProcess;
  /** What it has printed until it ended, line by line; a line that it did not end is none. */
  readonly lines: Promise<readonly string[]>;
  /** Fulfilled when it has printed something. */
  readonly begun: Promise<unknown>;
}

const run = fileURLToPath(new URL('../../../bench/support/run.mjs', import.meta.url));
const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** Starts test/store/support/writer.ts; `limit` is what the shell is told first, such as how large a file may be. */
export function startWriter(args: readonly string[], limit = 'true'): Writer {
  const command = [process.execPath, run, writer, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('/bin/sh', ['-c', `${limit}; exec ${command}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (printed += text));
  const lines = once(child, 'close').then(() => printed.split('\n').slice(0, -1));
  return { process: child, lines, begun: Promise.race([once(child.stdout, 'data'), lines]) };
}
