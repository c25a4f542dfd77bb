#!/usr/bin/env node
/** The threshold of the command line: here, and nowhere else in it, the machine is met. */
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { exitCodes } from './cli/exit-codes.ts';
import { runProgram } from './cli/command-line.ts';
import type { Output } from './cli/world.ts';
import { arrivingFrom } from './store/moving/arriving.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort();
  });
}

const stdout = outputOf(process.stdout);
const stderr = outputOf(process.stderr);
const exitCode = await runProgram(process.argv.slice(2), {
  openHouse: async (place) => (await import('./open-house.ts')).openHouse(place),
  // Nest is heavy, and only this verb needs it.
  serve: async (house, at) => (await import('./app.module.ts')).serve(house, at),
  movers: async () => (await import('./move-house.ts')).movers,
  makeDirectoryKey: async (file, before) => {
    const { makeKeyFile, readKeyFile } = await import('./store/eventstoredb-directory/key-file.ts');
    makeKeyFile(file, before === undefined ? [] : readKeyFile(before));
  },
  expectFree: async ({ host, port }) => {
    const server = createServer().listen(port, host);
    await once(server, 'listening');
    await promisify(server.close.bind(server))();
  },
  stdin: process.stdin,
  stdout,
  stderr,
  env: process.env,
  interrupted: interruption.signal,
  // One that is still arriving is there: whoever asks it is told so, and not that there is none.
  hasLedger: (folder) =>
    arrivingFrom(folder) !== undefined ||
    (existsSync(folder) &&
      readdirSync(folder).some((name) => /\.sqlite$|^read-models$|\.position$/.test(name))),
});
await stdout.write('');
await stderr.write('');
process.exit(exitCode);

/** Waits where the reader is slow, and keeps quiet once it has gone. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  });
  return {
    get isClosed() {
      return isClosed;
    },
    isTerminal: stream.isTTY,
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed) resolve();
        else stream.write(text, () => resolve());
      }),
  };
}
