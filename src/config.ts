import { parseArgs } from 'node:util';
import {
  readSetting,
  unknownSettings,
  type SettingName,
  type Texts,
  type WrongSetting,
} from './cli/settings.ts';

/** How the server is to run. */
export interface Config {
  /** The folder of the ledger. */
  readonly data: string;
  /** Where the log is kept, if not in the folder; empty where it is there. */
  readonly eventStore: string;
  /** The file with the keys of the directory; empty where the log is in the folder. */
  readonly directoryKeyFile: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Every setting, or every one that is wrong. */
export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly wrong: readonly WrongSetting[] };

/** Reads the settings once and checks them all. */
export function readConfig(args: readonly string[], env: Texts): ConfigReading {
  const flags = flagsIn(args);
  if (flags === undefined) return { ok: false, wrong: [{ key: 'the command line', expected: usage }] };
  const wrong = [...unknownSettings(env)];
  const read = (name: SettingName): string => {
    const reading = readSetting(name, flags, env);
    if (reading.ok) return reading.value;
    wrong.push(reading.wrong);
    return '';
  };
  const config = {
    data: read('data'),
    eventStore: read('eventStore'),
    directoryKeyFile: read('directoryKeyFile'),
    host: read('host'),
    port: Number(read('port')),
  };
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, config };
}

const usage = '[--data <folder>] [--host <address>] [--port <number>]';

function flagsIn(args: readonly string[]): Texts | undefined {
  const options = { data: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' } } as const;
  try {
    return { ...parseArgs({ args: [...args], options }).values };
  } catch {
    return undefined;
  }
}
