import { run } from '../../src/cli/program.ts';
import type { Place } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { fileOf, temporaryFolder } from './small-world.ts';

/** What each stream holds after an example, in its order. */
async function streamsAfter(example: string, place: Place): Promise<ReadonlyMap<string, readonly string[]>> {
  const house = await openHouse(place);
  const kept = { ...house, close: () => Promise.resolve() };
  await run(['apply', fileOf(example)], { openHouse: () => Promise.resolve(kept) });
  const streams = new Map<string, string[]>();
  for await (const page of house.store.readAll()) {
    for (const { stream, type, data } of page) {
      streams.set(stream, [...(streams.get(stream) ?? []), `${type} ${JSON.stringify(data)}`]);
    }
  }
  await house.close();
  return streams;
}

describe('a file applied', () => {
  const folder = temporaryFolder();

  afterAll(() => folder.remove());

  test('leaves the same streams, event by event, on a disk, where commands wait together, as in memory', async () => {
    const example = 'examples/made-whole/made-whole.jsonl';
    const onDisk = await streamsAfter(example, { folder: folder.path });
    expect(onDisk.size).toBeGreaterThan(5);
    expect(onDisk).toEqual(await streamsAfter(example, 'memory'));
  });
});
