/** The directory of many machines beside that of one: the same deeds in turn have the same answers, whichever node does them. */
import fc from 'fast-check';
import { SqliteDirectory } from '../../../src/store/directory/sqlite-directory.ts';
import type { Directory } from '../../../src/store/directory.ts';
import { contentsOf, victim } from '../directory.contract.ts';
import { clusterForTests, until } from './support.ts';

const cluster = clusterForTests();

type Deed = readonly [
  what: 'put' | 'withdraw' | 'relabel' | 'forget' | 'bar' | 'refusalOf',
  id: number,
  label: number,
];

const deeds = fc.tuple(
  fc.constantFrom<Deed[0]>('put', 'put', 'withdraw', 'relabel', 'relabel', 'forget', 'bar', 'refusalOf'),
  fc.nat(3),
  fc.nat(3),
);

/** What came of it, in words. */
async function carriedOut(directory: Directory, [what, id, label]: Deed): Promise<string> {
  const entry = victim(`v-${String(id)}`, `Doe ${String(label)}`);
  try {
    const answer = await (what === 'forget' || what === 'bar'
      ? directory[what](entry.id)
      : directory[what](entry));
    return String(answer);
  } catch (error) {
    return (error as { rule?: string }).rule ?? String(error);
  }
}

test('one after the other, from two nodes, deeds have the answers that they have on one machine', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(deeds, fc.nat(1)), { maxLength: 12 }), async (row) => {
      await cluster.restart({});
      const nodes = [await cluster.node(), await cluster.node()];
      const alone = new SqliteDirectory(':memory:');
      for (const [deed, at] of row)
        expect([deed, await carriedOut(nodes[at]!, deed)]).toEqual([deed, await carriedOut(alone, deed)]);
      for (const node of nodes) {
        const expected = JSON.stringify(await contentsOf(alone));
        await until(async () => JSON.stringify(await contentsOf(node)) === expected);
      }
      await alone.close();
      await cluster.closeAll();
    }),
    { numRuns: 25 },
  );
});

test('all at once, from three nodes whose server fails now and then, deeds never give a label two ids', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 6, maxLength: 24 }), fc.nat(6), async (row, every) => {
      await cluster.restart({});
      const nodes = [await cluster.node(), await cluster.node(), await cluster.node()];
      cluster.server.faults.every(every + 2, 'append', { kind: 'resetAfterCommit' });
      cluster.server.faults.every(every + 3, 'append', { kind: 'unavailableBeforeCommit' });
      const became = await Promise.all(
        row.map(async (deed, at) => [deed, await carriedOut(nodes[at % 3]!, deed)] as const),
      );
      cluster.server.faults.clear();
      const last = nodes[0]!;
      // Whatever was written by others is before this in the order of the server.
      await last.bar('v-end');
      const held = await contentsOf(last);
      for (const node of nodes)
        await until(async () => JSON.stringify(await contentsOf(node)) === JSON.stringify(held));
      const labels = held.flatMap((each) => ('label' in each ? [each.label] : []));
      expect(new Set(labels).size).toBe(labels.length);
      const forgotten = held.flatMap((each) => ('isForgotten' in each ? [each.id] : []));
      for (const [[what, id], answer] of became) {
        const isGone = what === 'bar' || (what === 'forget' && answer.startsWith('forgotten'));
        if (isGone) expect(forgotten).toContain(`v-${String(id)}`);
        expect(answer).toMatch(
          /^(undefined|entered|known|forgotten|forgotten-before|relabelled|unchanged|unknown|label-[a-z]+)$/,
        );
      }
      for (const each of held) if ('label' in each) expect(forgotten).not.toContain(each.id);
      // What is left behind is in nobody's way: each label that nobody has can be had.
      for (const free of [0, 1, 2, 3].map((n) => `Doe ${String(n)}`).filter((each) => !labels.includes(each)))
        await nodes[1]!.put(victim(`v-${free.slice(-1)}x`, free));
      await cluster.closeAll();
    }),
    { numRuns: 25 },
  );
});
