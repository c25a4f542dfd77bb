import { run } from '../../src/cli/program.ts';
import type { Place } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { fileOf, temporaryFolder } from './small-world.ts';

/** What the log holds after an example, in its order. */
async function logAfter(example: string, place: Place): Promise<readonly string[]> {
  const house = await openHouse(place);
  const kept = { ...house, close: () => Promise.resolve() };
  await run(['apply', fileOf(example)], { openHouse: () => Promise.resolve(kept) });
  const events: string[] = [];
  for await (const page of house.store.readAll()) {
    for (const { stream, revision, type, data } of page) {
      events.push(`${stream} ${String(revision)} ${type} ${JSON.stringify(data)}`);
    }
  }
  await house.close();
  return events;
}

describe('a file applied', () => {
  const folder = temporaryFolder();

  afterAll(() => folder.remove());

  test('leaves the same log, event by event, on a disk, where commands wait together, as in memory', async () => {
    const example = 'examples/made-whole/made-whole.jsonl';
    const onDisk = await logAfter(example, { folder: folder.path });
    expect(onDisk.length).toBeGreaterThan(20);
    expect(onDisk).toEqual(await logAfter(example, 'memory'));
  });
});
