import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { FolderPlace } from '../application/house.ts';
import { readSetting, type SettingName, type WrongSetting } from './settings.ts';
import type { World } from './world.ts';

/** One thing that the program can be asked to do, as help and documents tell it; the doing is loaded when it is asked for. */
export interface Verb {
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  /** What stands after the name, as `<file>` or `[name]`. */
  readonly args: readonly Argument[];
  readonly options: readonly Option[];
  /** Whole command lines. */
  readonly examples: readonly string[];
  /** The ways in which it can end, beside those that every verb has. */
  readonly exits: readonly Exit[];
  load(): Promise<Deed>;
}

/** A word that stands in its place. */
export interface Argument {
  readonly syntax: string;
  readonly meaning: string;
}

/** A word that is named. */
export interface Option {
  /** As `--as-of <date>`. */
  readonly flags: string;
  readonly meaning: string;
}

/** What carries a verb out. */
export type Deed = (asked: Asked, world: World) => Promise<Exit>;

/** The command line, read. */
export interface Asked {
  readonly args: readonly string[];
  /** By the long name, in camel case; `true` where a flag stands alone. */
  readonly options: Options;
}

/** Options by their long names. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The text of an option; undefined where it was not given. */
export function textOf(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a flag was given. */
export function isSet(options: Options, name: string): boolean {
  return options[name] === true;
}

/** A whole number that an option gives, within bounds. @throws Failure where it is none */
export function numberOf(
  options: Options,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const range = `Write a whole number from ${least} to ${most}.`;
  throw new Failure('usage', `--${name} does not hold such a number.`, range);
}

/** The folder of the ledger that is meant. @throws Failure where there can be no such folder */
export function folderOf(options: Options, { env }: Pick<World, 'env'>): string {
  return settingIn('data', options, env);
}

/** Where the ledger stands that is meant. @throws Failure where there can be no such place */
export function placeOf(options: Options, { env }: Pick<World, 'env'>): FolderPlace {
  const eventStore = settingIn('eventStore', {}, env);
  const directoryKeyFile = settingIn('directoryKeyFile', {}, env);
  return {
    folder: settingIn('data', options, env),
    ...(eventStore !== '' && { eventStore }),
    ...(directoryKeyFile !== '' && { directoryKeyFile }),
  };
}

/** A setting, from the command line or the environment. @throws Failure where it is not as it must be */
export function settingIn(name: SettingName, options: Options, env: World['env']): string {
  const reading = readSetting(name, { [name]: textOf(options, name) }, env);
  if (reading.ok) return reading.value;
  throw wrongSetting(reading.wrong);
}

/** That a setting is not as it must be: a slip of whoever typed it, or of whoever set up the machine. */
export function wrongSetting({ key, expected }: WrongSetting): Failure {
  const exit = key.startsWith('--') ? 'usage' : 'configuration';
  return new Failure(exit, `${key} is not as it must be.`, `It must be ${expected}.`);
}
