import type { LogPlace } from '../application/moving.ts';
import { Failure } from './failure.ts';
import { settingIn } from './verb.ts';
import type { World } from './world.ts';

/**
 * A place as it is written on the command line. A password is taken from the environment alone: what stands on a command
 * line is shown to everybody on the machine.
 *
 * @throws Failure where it is no place, or holds a user; it is never repeated
 */
export function logPlaceOf(option: '--from' | '--to', text: string, { env }: Pick<World, 'env'>): LogPlace {
  if (text.startsWith('sqlite:')) return inFolder(option, text.slice('sqlite:'.length));
  if (text === 'eventstore') return inEnvironment(option, env);
  if (!/^esdb(?:\+discover)?:\/\//.test(text)) throw noPlace(option);
  // A password may hold anything, and stands before the last @ whatever else is wrong.
  if (!text.includes('@')) return onServer(text, env);
  throw new Failure(
    'usage',
    `${option} holds a user and a password, which everybody on this machine can read there.`,
    `Put the connection string into RESTITUTION_EVENTSTORE_URL, write \`${option} eventstore\`, and change the password.`,
  );
}

function inFolder(option: string, folder: string): LogPlace {
  if (folder === '' || folder.includes('\0')) throw noPlace(option);
  return { kind: 'folder', folder };
}

function inEnvironment(option: string, env: World['env']): LogPlace {
  const connectionString = settingIn('eventStore', {}, env);
  if (connectionString !== '') return onServer(connectionString, env);
  throw new Failure(
    'configuration',
    `${option} names the log on EventStoreDB, and RESTITUTION_EVENTSTORE_URL does not say where that is.`,
    'Put the connection string into RESTITUTION_EVENTSTORE_URL (docs/operating.md).',
  );
}

function onServer(connectionString: string, env: World['env']): LogPlace {
  const directoryKeyFile = settingIn('directoryKeyFile', {}, env);
  return { kind: 'eventStore', connectionString, ...(directoryKeyFile !== '' && { directoryKeyFile }) };
}

function noPlace(option: string): Failure {
  return new Failure(
    'usage',
    `${option} names no place of a ledger.`,
    'Write sqlite: and the folder of a ledger, or eventstore for the log that RESTITUTION_EVENTSTORE_URL names.',
  );
}
