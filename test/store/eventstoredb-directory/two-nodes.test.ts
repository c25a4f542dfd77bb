/** What several nodes do at once, and what is left where one of them is cut short. */
import type { Fault } from '../../support/eventstoredb/strike.ts';
import { StoreUnavailable } from '../../../src/store/event-store.ts';
import { contentsOf, refusedBy, victim } from '../directory.contract.ts';
import { rejectionOf } from '../support/events.ts';
import { clusterForTests, until } from './support.ts';

const cluster = clusterForTests();
const { node } = cluster;

describe('two nodes', () => {
  test('that enter the same docket number at once end with one id, which both know', async () => {
    const [one, other] = [await node(), await node()];
    for (let round = 0; round < 20; round += 1) {
      const label = `1:24-cr-${String(round)}`;
      const entries = [one, other].map((each) => ({ kind: 'case', id: each.newId('case'), label }) as const);
      const [first, second] = await Promise.allSettled([one.put(entries[0]!), other.put(entries[1]!)]);
      const won = first.status === 'fulfilled' ? 0 : 1;
      expect([first.status, second.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
      const lost = (won === 0 ? second : first) as PromiseRejectedResult;
      expect(lost.reason).toEqual(refusedBy('label-taken'));
      // At once, so that who lost can go on with the id of who won.
      for (const each of [one, other]) expect(await each.idOf('case', label)).toBe(entries[won]!.id);
      expect(await [one, other][1 - won]!.labelOf(entries[1 - won]!.id)).toBeUndefined();
    }
  });

  test('that relabel the same id at once end with one label, and the other is free', async () => {
    const [one, other] = [await node(), await node()];
    for (let round = 0; round < 10; round += 1) {
      const id = `v-${String(round)}`;
      await one.put(victim(id, `Doe ${id}`));
      await until(async () => (await other.labelOf(id)) !== undefined);
      const labels = [`Roe ${id}`, `Poe ${id}`] as const;
      expect(
        await Promise.all([one.relabel(victim(id, labels[0])), other.relabel(victim(id, labels[1]))]),
      ).toEqual(['relabelled', 'relabelled']);
      await until(async () => (await one.labelOf(id)) === (await other.labelOf(id)));
      const label = await one.labelOf(id);
      expect(labels).toContain(label);
      for (const free of [`Doe ${id}`, ...labels].filter((each) => each !== label)) {
        const taker = `v-${free.slice(0, 1).toLowerCase()}${String(round)}`;
        await other.put(victim(taker, free));
      }
    }
  });

  test('of which one forgets an id that the other relabels forget it, whoever is first', async () => {
    const [one, other] = [await node(), await node()];
    const became = new Set<unknown>();
    for (let round = 0; round < 10; round += 1) {
      const id = `v-${String(round)}`;
      await one.put(victim(id, `Doe ${id}`));
      await until(async () => (await other.labelOf(id)) !== undefined);
      const [forgotten, relabelled] = await Promise.allSettled([
        one.forget(id),
        other.relabel(victim(id, `Roe ${id}`)),
      ]);
      expect(forgotten).toEqual({ status: 'fulfilled', value: 'forgotten' });
      became.add(relabelled.status === 'fulfilled' ? relabelled.value : relabelled.reason);
      for (const each of [one, other]) {
        await until(async () => (await each.labelOf(id)) === undefined);
        await expect(each.put(victim(id, 'Doe again'))).rejects.toEqual(refusedBy('label-forgotten'));
      }
      await other.put(victim(`v-a${String(round)}`, `Doe ${id}`));
      await one.put(victim(`v-b${String(round)}`, `Roe ${id}`));
    }
    for (const each of became) {
      if (each !== 'relabelled') expect(each).toEqual(refusedBy('label-forgotten'));
    }
  });

  test('know of each other what was entered before a refusal is asked for', async () => {
    const [one, other] = [await node(), await node()];
    for (let round = 0; round < 10; round += 1) {
      await one.put(victim(`v-${String(round)}`, `Doe ${String(round)}`));
      expect(await other.refusalOf(victim('v-x', `Doe ${String(round)}`))).toBe('label-taken');
    }
  });
});

describe('between a claim and what it is for', () => {
  /** The next append goes through, and the one after it is late. */
  const writeLate = (): void => {
    cluster.server.faults.next('append', { kind: 'latency', ms: 0 });
    cluster.server.faults.next('append', { kind: 'latencyBeforeCommit', ms: 400 });
  };
  const untilStruck = (): Promise<void> => until(() => cluster.server.faults.struck.length === 2);

  test('a rival finishes what was begun, and is refused; nobody is overtaken', async () => {
    const [one, other] = [await node(), await node()];
    writeLate();
    const put = one.put(victim('v-1', 'Jane Doe 1'));
    await untilStruck();
    await expect(other.put(victim('v-2', 'Jane Doe 1'))).rejects.toEqual(refusedBy('label-taken'));
    expect(await other.idOf('victim', 'Jane Doe 1')).toBe('v-1');
    await put;
    expect(await one.idOf('victim', 'Jane Doe 1')).toBe('v-1');
    expect(await contentsOf(one)).toEqual(await contentsOf(other));
  });

  test('another label can be given to the id, and the first is free again', async () => {
    const [one, other] = [await node(), await node()];
    writeLate();
    const put = one.put(victim('v-1', 'Jane Doe 1'));
    await untilStruck();
    await other.put(victim('v-1', 'Jane Doe 11'));
    await expect(put).rejects.toEqual(refusedBy('label-differs'));
    await other.put(victim('v-2', 'Jane Doe 1'));
    expect(await one.idOf('victim', 'Jane Doe 11')).toBe('v-1');
  });

  test('the id can be forgotten; then it is not called so, and no claim is left', async () => {
    const [one, other] = [await node(), await node()];
    await one.put(victim('v-1', 'Jane Doe 1'));
    writeLate();
    const relabelled = one.relabel(victim('v-1', 'Jane Doe 11'));
    await untilStruck();
    expect(await other.forget('v-1')).toBe('forgotten');
    await expect(relabelled).rejects.toEqual(refusedBy('label-forgotten'));
    expect(cluster.lastRecords('l.')).toEqual([{ isFree: true }, { isFree: true }]);
    expect(cluster.lastRecords('i.')).toEqual([{ id: 'v-1', isForgotten: true }]);
  });
});

/** After so many appends of the deed nothing reaches the server any more, or no answer comes back. */
const cuts: readonly (readonly [number, Fault['kind']])[] = [0, 1, 2, 3, 4].flatMap((appends) =>
  (['silenceBeforeCommit', 'silenceAfterCommit'] as const).map((kind) => [appends, kind] as const),
);

describe('where a node is cut short, in any place', () => {
  const label = 'Jane Doe 1';
  const deeds = {
    'an entry': (each: Awaited<ReturnType<typeof node>>) => each.put(victim('v-2', label)),
    'a withdrawal': (each: Awaited<ReturnType<typeof node>>) => each.withdraw(victim('v-1', 'Doe before')),
    'a relabelling': (each: Awaited<ReturnType<typeof node>>) => each.relabel(victim('v-1', label)),
    'a forgetting': (each: Awaited<ReturnType<typeof node>>) => each.forget('v-1'),
  };

  describe.each(Object.entries(deeds))('in %s', (_, deed) => {
    test.each(cuts)(
      'after %d appends (%s), doing it again does it, and others are not held up',
      async (appends, kind) => {
        const doomed = await node({ deadline: 500 });
        await doomed.put(victim('v-1', 'Doe'));
        await doomed.relabel(victim('v-1', 'Doe before'));
        cluster.server.faults.next('append', { kind: 'latency', ms: 0 }, appends);
        cluster.server.faults.next('append', { kind }, 1_000);
        await deed(doomed).catch((error: unknown) => error);
        cluster.server.faults.clear();
        await cluster.closeAll();

        const rival = await node();
        const won = await rival.put(victim('v-9', label)).then(
          () => true,
          () => false,
        );
        // Who was refused can go on with the id that has it.
        const known = await rival.idOf('victim', label);
        const again = await node();
        const result = await deed(again).catch((error: unknown) => error);
        expect(result).not.toBeInstanceOf(StoreUnavailable);
        const owner = await again.idOf('victim', label);
        if (!won) expect(known).toBeDefined();
        if (deed === deeds['a forgetting'])
          expect(cluster.lastRecords('l.').filter((each) => 'owner' in each && each.owner === 'v-1')).toEqual(
            [],
          );
        expect(await rival.idOf('victim', label)).toBe(owner);
        expect(owner === 'v-9').toBe(won);
        if (!won && owner !== undefined) expect(await again.labelOf(owner)).toBe(label);
        await until(
          async () => JSON.stringify(await contentsOf(rival)) === JSON.stringify(await contentsOf(again)),
        );
      },
    );
  });
});

describe('while the server is away', () => {
  test('a node answers what it knows, and takes nothing in', async () => {
    const one = await node({ deadline: 300 });
    await one.put(victim('v-1', 'Jane Doe 1'));
    await cluster.server.stop();
    expect(await one.labelOf('v-1')).toBe('Jane Doe 1');
    expect(await one.idOf('victim', 'Jane Doe 1')).toBe('v-1');
    expect(await rejectionOf(one.put(victim('v-2', 'Two')))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(one.refusalOf(victim('v-2', 'Two')))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(one.relabel(victim('v-1', 'Two')))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(one.forget('v-1'))).toBeInstanceOf(StoreUnavailable);
    await cluster.server.start();
    await one.untilLive(4_000);
    await until(() =>
      one.put(victim('v-2', 'Two')).then(
        () => true,
        () => false,
      ),
    );
    expect(await one.labelOf('v-2')).toBe('Two');
  });

  test('a node that starts answers what it knew, and goes on by itself', async () => {
    const place = cluster.newPlace();
    await (await node({ folder: place })).put(victim('v-1', 'Jane Doe 1'));
    await cluster.closeAll();
    await cluster.server.stop();
    const later = await node({ folder: place, patience: 200, deadline: 300 });
    expect(await later.labelOf('v-1')).toBe('Jane Doe 1');
    await cluster.server.start();
    expect(await later.untilLive(4_000)).toBe(true);
    await later.put(victim('v-2', 'Two'));
  });
});
