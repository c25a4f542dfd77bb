import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House } from '../application/house.ts';
import { mostBodyBytes, readBody, requireJson } from './body.ts';
import { Follower } from './follower.ts';
import { HOUSE } from './house-token.ts';
import { isLoopback, knownHosts } from './known-hosts.ts';
import { serveDocument } from './openapi/openapi.ts';
import { failureLine, requestLog, type Log } from './request-log.ts';
import { StandingLog } from './standing-log.ts';

/** Where to listen, and where the log goes: to the standard error unless told otherwise, a JSON object a line. */
export interface Listening {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log?: Log;
}

/** A door that stands open. */
export interface Served {
  /** Where it can be reached. */
  readonly url: string;
  /** Takes in nothing more, lets what is under way finish, and closes. */
  close(): Promise<void>;
}

/** Starts to listen; what is served is a module of Nest. */
export async function listen(module: DynamicModule, at: Listening): Promise<Served> {
  const { host, port } = at;
  const app = await buildApp(module, at);
  const server: Server = app.getHttpServer();
  Object.assign(server, timeouts);
  await app.listen(port, host);
  const { log = toStandardError } = at;
  const house = app.get<House>(HOUSE);
  const follower = new Follower(house, (error) => log(failureLine(error)));
  const standing = new StandingLog(house, log);
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}`, close: () => close(app, server, [follower, standing]) };
}

/** The application, ready to be asked, and not yet listening. */
export async function buildApp(
  module: DynamicModule,
  { host, log = toStandardError }: Pick<Listening, 'host' | 'log'>,
): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest calls a class what is a form
  const app = await NestFactory.create<NestExpressApplication>(module, quietly);
  // Tags are ours: they say which revision was seen. A query is flat text, never objects.
  app.set('etag', false).set('query parser', 'simple');
  app.use(requestLog(log), helmet(security(host)), knownHosts(host), requireJson);
  app.useBodyParser('raw', { type: 'application/json', limit: mostBodyBytes, inflate: false });
  app.use(readBody);
  serveDocument(app);
  return app.init();
}

const quietly = { logger: false, bodyParser: false, abortOnError: false } as const;

const toStandardError: Log = (line) => void process.stderr.write(`${JSON.stringify(line)}\n`);

/** A request must arrive in time; an answer may take as long as it is read. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  maxHeadersCount: 100,
};

/** So long is waited for what is under way. */
const patience = 10_000;

async function close(
  app: NestExpressApplication,
  server: Server,
  watching: readonly { stop(): Promise<void> | void }[],
): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(impatient);
  for (const each of watching) await each.stop();
}

/** The page of the API brings a style of its own; nothing comes from another machine. On this machine there is no TLS. */
function security(host: string): Parameters<typeof helmet>[0] {
  const upgrade = isLoopback(host) ? { upgradeInsecureRequests: null } : {};
  return {
    contentSecurityPolicy: {
      directives: { styleSrc: ["'self'", "'unsafe-inline'"], fontSrc: ["'self'"], ...upgrade },
    },
    strictTransportSecurity: false,
  };
}
