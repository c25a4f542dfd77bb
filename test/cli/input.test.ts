import { Readable } from 'node:stream';
import { openInput } from '../../src/cli/input.ts';
import { temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();

afterAll(() => folder.remove());

test('how far a file has come is told by its lines, also where all of it was read at once', async () => {
  const file = folder.write('rows.csv', 'row\n'.repeat(200));
  const never = new AbortController().signal;
  const input = await openInput(file, { stdin: Readable.from([]), interrupted: never });
  expect(input.share(0)).toBeUndefined();
  let read = 0;
  for await (const chunk of input.bytes) read += chunk.length;
  expect(read).toBe(800);
  expect([50, 100, 200, 201].map((line) => input.share(line))).toEqual([0.25, 0.5, 1, 1]);
});
