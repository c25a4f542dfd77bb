import { Clock } from './clock.ts';
import { openLog, startMember, type Self, type ServerOptions, type TestServer } from './eventstoredb.ts';
import type { Membership } from './node.ts';

/** Servers that share one log, of which one leads. */
export interface Cluster {
  readonly servers: readonly TestServer[];
  /** Names all of them, as seeds. */
  readonly connectionString: string;
  /** Which of them leads; with `undefined`, none does for the time being. */
  changeLeader(to: number | undefined): void;
  stop(): Promise<void>;
}

export async function startCluster(
  size: number,
  options: Omit<ServerOptions, 'port'> = {},
): Promise<Cluster> {
  const clock = new Clock();
  const log = openLog(options, clock);
  const council = new Council();
  const servers: TestServer[] = [];
  for (let index = 0; index < size; index += 1) {
    const membership = (self: Self): Membership => council.seat(self);
    servers.push(await startMember(options, { log, clock, membership }));
  }
  const seeds = servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
  return {
    servers,
    connectionString: `esdb://${seeds}?tls=${String(options.tls !== undefined)}`,
    changeLeader: (to) => {
      council.leader = to;
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

/** Where the servers of a cluster look up who they are. */
class Council {
  leader: number | undefined = 0;
  readonly #seats: Self[] = [];

  seat(self: Self): Membership {
    const index = this.#seats.push(self) - 1;
    return {
      isLeader: () => this.leader === index,
      leader: () => (this.leader === undefined ? undefined : this.#seats[this.leader]?.endpoint()),
      members: () =>
        this.#seats.map((each, at) => ({
          instanceId: each.instanceId,
          role: at === this.leader ? 'leader' : 'follower',
          isAlive: each.isListening(),
          ...each.endpoint(),
        })),
    };
  }
}
