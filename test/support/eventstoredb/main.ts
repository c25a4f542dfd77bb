/**
 * The server in a process of its own, which can be killed:
 *
 *     node bench/support/run.mjs test/support/eventstoredb/main.ts --port 2113 --file log.jsonl --system-events 10
 *
 * Prints one line of JSON with its port when it is ready, and ends on SIGTERM.
 */
import { parseArgs } from 'node:util';
import { startEventStoreDb } from './eventstoredb.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { port: text, file: text, 'system-events': text } });

const server = await startEventStoreDb({
  port: Number(values.port ?? 0),
  systemEvents: Number(values['system-events'] ?? 0),
  ...(values.file !== undefined && { file: values.file }),
});
process.once('SIGTERM', () => {
  void server.stop();
});
console.log(JSON.stringify({ port: server.port, connectionString: server.connectionString }));
