/** Servers and clients of one test: `afterEach(closeAll)` leaves none of them open. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreDb, type ServerOptions, type TestServer } from '../eventstoredb.ts';

const closings: (() => Promise<void>)[] = [];

export interface Opened {
  readonly server: TestServer;
  readonly client: EventStoreDBClient;
}

export async function open(options: ServerOptions = {}): Promise<Opened> {
  const server = await startEventStoreDb(options);
  onClose(() => server.stop());
  return { server, client: connect(server.connectionString) };
}

export function connect(connectionString: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  onClose(() => client.dispose());
  return client;
}

export function onClose(closing: () => Promise<void>): void {
  closings.push(closing);
}

/** Clients first, for a server that goes down would be an error to them. */
export async function closeAll(): Promise<void> {
  for (const close of closings.splice(0).reverse()) await close();
}
