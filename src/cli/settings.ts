/**
 * What whoever starts the program may set, on its command line or in its environment, for the server and for every verb
 * alike. The command line goes before the environment, and an empty variable says nothing.
 */
const settings = {
  data: {
    keys: ['RESTITUTION_DATA'],
    byDefault: './data',
    expected: 'the path of a folder, which is made if need be',
    fits: (value: string) => value !== '' && !value.includes('\0'),
  },
  host: {
    keys: ['RESTITUTION_HOST'],
    byDefault: '127.0.0.1',
    expected:
      'an address of this machine, such as 127.0.0.1; there is no login, so open no other without a guard',
    fits: (value: string) => /^[A-Za-z0-9.:-]{1,253}$/.test(value),
  },
  port: {
    keys: ['RESTITUTION_PORT', 'PORT'],
    byDefault: '3000',
    expected: 'a whole number from 0 to 65535; 0 takes any that is free',
    fits: (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
  },
  eventStore: {
    keys: ['RESTITUTION_EVENTSTORE_URL'],
    byDefault: '',
    expected:
      'a connection string of EventStoreDB (esdb:// or esdb+discover://), where the log is not in the folder',
    fits: (value: string) => value === '' || /^esdb(?:\+discover)?:\/\/./.test(value),
  },
  directoryKeyFile: {
    keys: ['RESTITUTION_DIRECTORY_KEY_FILE'],
    byDefault: '',
    expected:
      'the path of the file that holds the keys of the directory of labels, where the log is on EventStoreDB; make one with: restitution directory-key --to <file>',
    fits: (value: string) => !value.includes('\0'),
  },
} as const;

export type SettingName = keyof typeof settings;

/** Texts by their names: options without their dashes, or variables of the environment. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** A setting that is not as it must be. */
export interface WrongSetting {
  /** Its name, as whoever starts the program knows it: `--port`, or `RESTITUTION_PORT`. */
  readonly key: string;
  readonly expected: string;
}

/** The value of a setting, or what is wrong with it. */
export type SettingReading =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly wrong: WrongSetting };

/** Reads one setting, from where it was given. */
export function readSetting(name: SettingName, flags: Texts, env: Texts): SettingReading {
  const { keys, byDefault, expected, fits } = settings[name];
  const key = keys.find((each) => (env[each] ?? '') !== '');
  const flag = flags[name];
  const value = flag ?? (key === undefined ? byDefault : (env[key] ?? byDefault));
  if (fits(value)) return { ok: true, value };
  return { ok: false, wrong: { key: flag === undefined ? (key ?? name) : `--${name}`, expected } };
}

/** A setting of ours that is misspelled would otherwise be passed over in silence. */
export function unknownSettings(env: Texts): readonly WrongSetting[] {
  return Object.keys(env)
    .filter((key) => key.startsWith('RESTITUTION_') && !known.includes(key))
    .map((key) => ({ key, expected: `one of ${known.join(', ')}` }));
}

/** The last shows where in the program something went wrong. */
const known: readonly string[] = [
  ...Object.values(settings).flatMap(({ keys }) => keys),
  'RESTITUTION_DEBUG',
];
