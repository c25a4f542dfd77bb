import { parseArgs } from 'node:util';

/** How the server is to run. */
export interface Config {
  /** The folder of the ledger. */
  readonly data: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A setting that is not as it must be. */
export interface WrongSetting {
  /** Its name, as whoever runs the server knows it. */
  readonly key: string;
  readonly expected: string;
}

/** Every setting, or every one that is wrong. */
export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly wrong: readonly WrongSetting[] };

/** Reads the settings once and checks them all; the command line goes before the environment. */
export function readConfig(args: readonly string[], env: Texts): ConfigReading {
  const flags = flagsIn(args);
  if (flags === undefined) return { ok: false, wrong: [{ key: 'the command line', expected: usage }] };
  const given = settings.map((setting) => ({ ...setting, ...givenFor(setting, flags, env) }));
  const unfit = given.filter(({ value, fits }) => !fits(value));
  const wrong = [...unknownIn(env), ...unfit.map(({ key, expected }) => ({ key, expected }))];
  if (wrong.length > 0) return { ok: false, wrong };
  const [data = '', host = '', port = ''] = given.map(({ value }) => value);
  return { ok: true, config: { data, host, port: Number(port) } };
}

/** What the server may be told, and in which words. */
const settings = [
  {
    name: 'data',
    keys: ['RESTITUTION_DATA'],
    byDefault: './data',
    expected: 'the path of a folder, which is made if need be',
    fits: (value: string) => value !== '' && !value.includes('\0'),
  },
  {
    name: 'host',
    keys: ['RESTITUTION_HOST'],
    byDefault: '127.0.0.1',
    expected:
      'an address of this machine, such as 127.0.0.1; there is no login, so open no other without a guard',
    fits: (value: string) => /^[A-Za-z0-9.:-]{1,253}$/.test(value),
  },
  {
    name: 'port',
    keys: ['RESTITUTION_PORT', 'PORT'],
    byDefault: '3000',
    expected: 'a whole number from 0 to 65535; 0 takes any that is free',
    fits: (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
  },
] as const;

const usage = '[--data <folder>] [--host <address>] [--port <number>]';

type Texts = Readonly<Record<string, string | undefined>>;

/** The value of a setting, and the key under which it was given. */
function givenFor(
  { name, keys, byDefault }: (typeof settings)[number],
  flags: Texts,
  env: Texts,
): { readonly key: string; readonly value: string } {
  const flag = flags[name];
  if (flag !== undefined) return { key: `--${name}`, value: flag };
  const key = keys.find((each) => (env[each] ?? '') !== '');
  return key === undefined ? { key: name, value: byDefault } : { key, value: env[key] ?? byDefault };
}

/** Of other parts of the program. */
const elsewhere = ['RESTITUTION_DEBUG'];

function flagsIn(args: readonly string[]): Texts | undefined {
  const options = { data: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' } } as const;
  try {
    return { ...parseArgs({ args: [...args], options }).values };
  } catch {
    return undefined;
  }
}

/** A setting of ours that is misspelled would otherwise be passed over in silence. */
function unknownIn(env: Texts): WrongSetting[] {
  const known: readonly string[] = [...settings.flatMap(({ keys }) => keys), ...elsewhere];
  return Object.keys(env)
    .filter((key) => key.startsWith('RESTITUTION_') && !known.includes(key))
    .map((key) => ({ key, expected: `one of ${known.join(', ')}` }));
}
