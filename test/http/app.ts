import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AppModule } from '../../src/app.module.ts';
import type { House } from '../../src/application/house.ts';
import type { Log } from '../../src/http/request-log.ts';
import { buildApp } from '../../src/http/server.ts';

/** The door over a house, with what it has written to its log. */
export interface Door {
  readonly app: NestExpressApplication;
  readonly lines: Parameters<Log>[0][];
  get(path: string): request.Test;
  /** Sends a command under a key of its own, or the one given. */
  post(path: string, body: object, key?: string): request.Test;
  put(path: string, body: object): request.Test;
  close(): Promise<void>;
}

/** Opens the door over a house. It listens nowhere: requests are handed to it. */
export async function doorOf(house: House): Promise<Door> {
  const lines: Parameters<Log>[0][] = [];
  const app = await buildApp(AppModule.over(house), { host: '127.0.0.1', log: (line) => lines.push(line) });
  const server = request(app.getHttpServer());
  let sent = 0;
  return {
    app,
    lines,
    get: (path) => server.get(path),
    post: (path, body, key = `test-${(sent += 1)}`) =>
      server.post(path).set('Idempotency-Key', key).send(body),
    put: (path, body) => server.put(path).send(body),
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}
