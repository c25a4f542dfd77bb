/** A server that speaks to the client of EventStoreDB as EventStoreDB does, and goes wrong when it is told to. */
import { randomUUID } from 'node:crypto';
import { Server } from '@grpc/grpc-js';
import { Clock } from './clock.ts';
import { Connections, type Tls } from './connections.ts';
import { Deliveries } from './deliveries.ts';
import { Faults } from './faults.ts';
import { EventLog } from './log/event-log.ts';
import { openLogFile } from './log/log-file.ts';
import type { Dialect, Limits, Membership, Node, User } from './node.ts';
import { serve } from './services.ts';
import { Timers } from './timers.ts';
import type { Member } from './wire/node-answers.ts';
import type { Endpoint } from './wire/refusals.ts';

export interface ServerOptions {
  /** Without it, or 0, any that is free. */
  readonly port?: number;
  readonly tls?: Tls;
  /** Where the log is kept, so that another server can go on with it. */
  readonly file?: string;
  readonly users?: readonly User[];
  readonly limits?: Partial<Limits>;
  readonly dialect?: Partial<Dialect>;
  /** How many ids are kept in mind for appends that expect nothing. */
  readonly recentIds?: number;
  /** After every so many appends the server writes an event of its own; without it, never. */
  readonly systemEvents?: number;
}

export interface TestServer {
  readonly port: number;
  readonly connectionString: string;
  /** What is stored. */
  readonly log: EventLog;
  readonly faults: Faults;
  readonly clock: Clock;
  /** How many subscriptions are open. */
  readonly subscriptions: number;
  readonly isListening: boolean;
  /** Cuts all connections; the server goes on taking new ones. */
  disconnect(): void;
  /** Asks all clients to connect anew, and cuts them off when they have not left in time. */
  goAway(graceMs?: number): void;
  /** Goes down: every connection is cut, and none is taken. What is stored remains. */
  stop(): Promise<void>;
  /** Comes back on the same port. */
  start(): Promise<void>;
}

/** What the servers of a cluster have in common; a server that stands alone has it for itself. */
export interface ClusterState {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly membership: (self: Self) => Membership;
}

export interface Self {
  readonly instanceId: string;
  endpoint(): Endpoint;
  isListening(): boolean;
}

const mebibyte = 1024 * 1024;
const ordinaryLimits: Limits = { appendSize: mebibyte, eventSize: 16 * mebibyte, callsAtOnce: 100 };

const ordinaryDialect: Dialect = {
  version: '24.10.5',
  batchAppend: true,
  caughtUp: true,
  serverFeatures: true,
  checkpointOfNothing: false,
};

export async function startEventStoreDb(options: ServerOptions = {}): Promise<TestServer> {
  const clock = new Clock();
  return startMember(options, { log: openLog(options, clock), clock, membership: alone });
}

/** A log in memory, which goes on with what is in the file, if there is one. */
export function openLog({ file, recentIds, systemEvents }: ServerOptions, clock: Clock): EventLog {
  const onDisk = file === undefined ? undefined : openLogFile(file);
  const settings = {
    clock: () => clock.now(),
    recentIds: recentIds ?? 100_000,
    systemEvents: systemEvents ?? 0,
    ...(onDisk && { keep: onDisk.keep }),
  };
  return new EventLog(settings, onDisk?.kept);
}

/** A server that stands with others on the same log. */
export async function startMember(options: ServerOptions, state: ClusterState): Promise<TestServer> {
  const limits = { ...ordinaryLimits, ...options.limits };
  const server = new Server({
    'grpc.max_receive_message_length': 16 * mebibyte,
    'grpc.max_concurrent_streams': limits.callsAtOnce,
    'grpc.enable_channelz': 0,
  });
  const connections = new Connections(server, options.port ?? 0, options.tls);
  const self: Self = {
    instanceId: randomUUID(),
    endpoint: () => ({ address: '127.0.0.1', port: connections.port }),
    isListening: () => connections.isListening,
  };
  const [timers, deliveries] = [new Timers(), new Deliveries()];
  const node: Node = {
    log: state.log,
    clock: state.clock,
    deliveries,
    timers,
    faults: new Faults(deliveries, timers),
    limits,
    dialect: { ...ordinaryDialect, ...options.dialect },
    users: options.users ?? [],
    membership: state.membership(self),
    endpoint: () => self.endpoint(),
    disconnect: (remotePort) => connections.cut((socket) => socket.remotePort === remotePort),
  };
  serve(server, node);
  await connections.listen();
  return new RunningServer(node, connections, options.tls !== undefined);
}

class RunningServer implements TestServer {
  readonly log: EventLog;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly #node: Node;
  readonly #connections: Connections;
  readonly #isSecure: boolean;

  constructor(node: Node, connections: Connections, isSecure: boolean) {
    this.log = node.log;
    this.faults = node.faults;
    this.clock = node.clock;
    this.#node = node;
    this.#connections = connections;
    this.#isSecure = isSecure;
  }

  get port(): number {
    return this.#connections.port;
  }

  get connectionString(): string {
    // A certificate is for a name; Node warns when it is asked to be for a number.
    const host = this.#isSecure ? 'localhost' : '127.0.0.1';
    return `esdb://${host}:${this.port}?tls=${String(this.#isSecure)}`;
  }

  get subscriptions(): number {
    return this.#node.deliveries.count;
  }

  get isListening(): boolean {
    return this.#connections.isListening;
  }

  disconnect(): void {
    this.#connections.cut();
  }

  goAway(graceMs = 0): void {
    this.#connections.goAway(graceMs);
  }

  async stop(): Promise<void> {
    this.#node.timers.clear();
    await this.#connections.close();
  }

  async start(): Promise<void> {
    this.log.forgetRecentIds();
    await this.#connections.listen();
  }
}

function alone(self: Self): Membership {
  const member = (): Member => ({
    instanceId: self.instanceId,
    role: 'leader',
    isAlive: true,
    ...self.endpoint(),
  });
  return { isLeader: () => true, leader: () => self.endpoint(), members: () => [member()] };
}
