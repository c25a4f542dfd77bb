import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A test server of EventStoreDB in a process of its own. */
export interface TestServer {
  readonly connectionString: string;
  stop(): void;
}

/** Starts one on a free port of this machine. */
export async function startTestServer(): Promise<TestServer> {
  const run = fileURLToPath(new URL('./run.mjs', import.meta.url));
  const server = spawn(process.execPath, [run, 'test/support/eventstoredb/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [ready] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
  const { port } = JSON.parse(ready) as { port: number };
  return {
    connectionString: `esdb://127.0.0.1:${String(port)}?tls=false`,
    stop: () => void server.kill(),
  };
}
