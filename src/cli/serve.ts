import type { House } from '../application/house.ts';
import { inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { folderOf, isSet, settingIn, type Asked, type Options } from './verb.ts';
import type { Address, World } from './world.ts';

/** `restitution serve`: answers over HTTP until it is told to stop. */
export async function serveLedger(asked: Asked, world: World): Promise<Exit> {
  const at = addressOf(asked.options, world);
  return inHouse(asked, world, async (house) => {
    await house.catchUp();
    return serveUntilStopped({ house, at, folder: folderOf(asked.options, world) }, asked, world);
  });
}

/** A house at its door. */
export interface Doorstep {
  readonly house: House;
  readonly at: Address;
  readonly folder: string;
}

/** Opens the HTTP door and keeps it open until somebody stops the program, which is how it is meant to end. */
export async function serveUntilStopped(
  { house, at, folder }: Doorstep,
  { options }: Pick<Asked, 'options'>,
  { serve, stdout, stderr, interrupted }: World,
): Promise<Exit> {
  const served = await serve(house, at);
  try {
    if (isSet(options, 'json')) await stdout.write(`${JSON.stringify({ url: served.url, data: folder })}\n`);
    else await stdout.write(`Serving ${folder} at ${served.url}; its page is ${served.url}/api/docs\n`);
    await stderr.write('Stop it with Ctrl+C.\n');
    await aborted(interrupted);
  } finally {
    await served.close();
  }
  await stderr.write('Stopped.\n');
  return 'fine';
}

/** The address that the command line names, or the environment. @throws Failure where there can be no such address */
export function addressOf(options: Options, { env }: Pick<World, 'env'>): Address {
  return { host: settingIn('host', options, env), port: Number(settingIn('port', options, env)) };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
