import { randomBytes } from 'node:crypto';
import { startEventStoreDb, type ServerOptions } from './eventstoredb/eventstoredb.ts';

/** A server for one ledger, empty at first. */
export interface LogServer {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * The server that RESTITUTION_EVENTSTORE_URL names, for whoever wants to see the suites on a real one; otherwise a test
 * server. On the real one every ledger has a name of its own, drawn by lot, so that it begins empty and meets nobody
 * else's streams; what is written there is left there.
 */
export async function startLogServer(options: ServerOptions = {}): Promise<LogServer> {
  const real = process.env['RESTITUTION_EVENTSTORE_URL'] ?? '';
  if (real === '') return startEventStoreDb(options);
  const ledger = `t${randomBytes(8).toString('hex')}`;
  const connectionString = `${real}${real.includes('?') ? '&' : '?'}ledger=${ledger}`;
  return { connectionString, stop: () => Promise.resolve() };
}
