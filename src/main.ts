#!/usr/bin/env node
/** The threshold of the server: settings are read, the house is opened, and the door stands open until a signal comes. */
import type { House } from './application/house.ts';
import { readConfig } from './config.ts';
import { openHouse } from './open-house.ts';

const reading = readConfig(process.argv.slice(2), process.env);
if (!reading.ok) {
  const lines = reading.wrong.map(({ key, expected }) => `${key}: expected ${expected}\n`);
  process.stderr.write(lines.join(''));
  process.exit(78);
}
const { data, eventStore, directoryKeyFile, ...at } = reading.config;
const addressErrors = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EAI_AGAIN']);
const configurationErrors = new Set([
  'DirectoryKeyRefused',
  'NoRightToWrite',
  'WrongConnectionString',
  'WrongFolder',
  'WrongLedger',
]);
const signalled = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});
const house = await openOrExit();
const served = await serveOrExit(house);
process.stderr.write(`${JSON.stringify({ level: 'info', message: 'listening', url: served.url })}\n`);
await signalled;
await served.close();
await house.close();

/** Opens the house; where it cannot be opened as configured, says why and ends. */
async function openOrExit(): Promise<House> {
  const place = {
    folder: data,
    ...(eventStore !== '' && { eventStore }),
    ...(directoryKeyFile !== '' && { directoryKeyFile }),
  };
  try {
    return await openHouse(place);
  } catch (error) {
    if (!(error instanceof Error && configurationErrors.has(error.name))) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}

/** Opens the door; where the address cannot be had, says so and ends. */
async function serveOrExit(opened: House) {
  // Nest is heavy; whoever has to correct a setting need not wait for it.
  const { serve } = await import('./app.module.ts');
  try {
    return await serve(opened, at);
  } catch (error) {
    await opened.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !addressErrors.has(code)) throw error;
    process.stderr.write(
      `${at.host}:${at.port}: expected an address that is free and may be used (${code})\n`,
    );
    process.exit(78);
  }
}
