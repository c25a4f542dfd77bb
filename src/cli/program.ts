import { runProgram } from './command-line.ts';
import type { Output, World } from './world.ts';

/** What a run of the program in memory is given; whatever is left out is as in an empty room. */
export type Occasion = Pick<World, 'openHouse'> &
  Partial<Omit<World, 'stdin' | 'stdout' | 'stderr'>> & {
    readonly stdin?: string | AsyncIterable<Uint8Array>;
    readonly isTerminal?: boolean;
  };

/** What a run of the program has left behind. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in memory, for whoever embeds or tests it. */
export async function run(argv: readonly string[], occasion: Occasion): Promise<Ran> {
  const { stdin = '', isTerminal = false, ...world } = occasion;
  const stdout = new Heard(isTerminal);
  const stderr = new Heard(isTerminal);
  const exitCode = await runProgram(argv, {
    env: {},
    interrupted: new AbortController().signal,
    hasLedger: () => true,
    expectFree: () => Promise.resolve(),
    serve: () => Promise.reject(new Error('nothing is served here')),
    movers: () => Promise.reject(new Error('nothing is moved here')),
    makeDirectoryKey: () => Promise.reject(new Error('no key is made here')),
    ...world,
    ...{ stdin: typeof stdin === 'string' ? bytesOf(stdin) : stdin, stdout, stderr },
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

/** Keeps what is written. */
class Heard implements Output {
  readonly isClosed = false;
  readonly isTerminal: boolean;
  text = '';

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
  }

  write(text: string): Promise<void> {
    this.text += text;
    return Promise.resolve();
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text);
}
