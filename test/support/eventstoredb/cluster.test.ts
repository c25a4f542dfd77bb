import { startCluster, type Cluster } from './cluster.ts';
import { errorOf, events, numbersIn } from './support/events.ts';
import { closeAll, connect, onClose } from './support/opened.ts';
import { Watched } from './support/watched.ts';

let cluster: Cluster;

beforeEach(async () => {
  cluster = await startCluster(3);
  onClose(() => cluster.stop());
});

afterEach(closeAll);

const leading = { requiresLeader: true, credentials: { username: 'clerk', password: 'clerk' } };
const appends = (): readonly number[] => cluster.servers.map(({ faults }) => faults.calls('append'));

test('a client with several seeds finds the leader', async () => {
  cluster.changeLeader(2);
  const client = connect(cluster.connectionString);
  await client.appendToStream('Case-1', events(1), leading);
  expect(appends()).toEqual([0, 0, 1]);
});

test('a client that would rather read from a follower finds one', async () => {
  await connect(cluster.connectionString).appendToStream('Case-1', events(1));
  const client = connect(`${cluster.connectionString}&nodePreference=follower`);
  expect(await numbersIn(client.readStream('Case-1'))).toEqual([1]);
  expect(cluster.servers[0]!.faults.calls('read')).toBe(0);
});

test('a client with one seed for discovery finds the leader', async () => {
  cluster.changeLeader(1);
  const client = connect(`esdb+discover://127.0.0.1:${cluster.servers[0]!.port}?tls=false`);
  await client.appendToStream('Case-1', events(1), leading);
  expect(appends()).toEqual([0, 1, 0]);
});

test('after a change of leader the first write fails, and the next finds the new one', async () => {
  const client = connect(cluster.connectionString);
  await client.appendToStream('Case-1', events(1), leading);
  cluster.changeLeader(1);
  const error = await errorOf(client.appendToStream('Case-1', events(2), leading));
  expect(error).toMatchObject({
    type: 'not-leader',
    leader: { address: '127.0.0.1', port: cluster.servers[1]!.port },
  });
  await client.appendToStream('Case-1', events(2), leading);
  expect(appends()).toEqual([2, 1, 0]);
});

test('a batch is refused by an error that ends its stream', async () => {
  const client = connect(cluster.connectionString);
  await client.appendToStream('Case-1', events(1), { requiresLeader: true });
  cluster.changeLeader(1);
  expect(await errorOf(client.appendToStream('Case-1', events(2), { requiresLeader: true }))).toMatchObject({
    type: 'not-leader',
  });
  await client.appendToStream('Case-1', events(2), { requiresLeader: true });
  expect(cluster.servers[1]!.log.all).toHaveLength(2);
});

test('a follower hands on what needs no leader, and lets everybody read', async () => {
  const client = connect(cluster.servers[1]!.connectionString);
  const watched = new Watched(client.subscribeToAll());
  await watched.hears('caughtUp');
  await client.appendToStream('Case-1', events(1));
  await connect(cluster.servers[0]!.connectionString).appendToStream('Case-1', events(2));
  await watched.hears(2);
  expect(await numbersIn(client.readStream('Case-1'))).toEqual([1, 2]);
  const toLeader = client.readStream('Case-1', { requiresLeader: true });
  expect(await errorOf(numbersIn(toLeader))).toMatchObject({ type: 'not-leader' });
});

test('when the leader goes down, its clients find another when there is one', async () => {
  const client = connect(`${cluster.connectionString}&discoveryInterval=1&maxDiscoverAttempts=1000`);
  await client.appendToStream('Case-1', events(1), leading);
  await cluster.servers[0]!.stop();
  cluster.changeLeader(undefined);
  expect(await errorOf(client.appendToStream('Case-1', events(2), leading))).toMatchObject({
    type: 'unavailable',
  });
  cluster.changeLeader(2);
  await client.appendToStream('Case-1', events(2), leading);
  expect(appends()).toEqual([1, 0, 1]);
});

test('without a leader nothing is written', async () => {
  cluster.changeLeader(undefined);
  const client = connect(cluster.servers[0]!.connectionString);
  const { credentials } = leading;
  expect(await errorOf(client.appendToStream('Case-1', events(1), leading))).toMatchObject({
    type: 'unknown',
  });
  expect(await errorOf(client.appendToStream('Case-1', events(1), { credentials }))).toMatchObject({
    type: 'unavailable',
  });
});
