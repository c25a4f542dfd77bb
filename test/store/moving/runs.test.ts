import { runsOf } from '../../../src/store/moving/runs.ts';

/** Events of these streams, of so many bytes each. */
const events = (streams: string, size = 10) =>
  Array.from(streams, (stream, revision) => ({
    ...{ stream, revision, id: String(revision), type: 'Noted', bytes: Buffer.alloc(size) },
  }));

const namesOf = (
  streams: string,
  most: { bytes: number; events: number },
  size?: number,
): readonly string[] =>
  [...runsOf(events(streams, size), most)].map((run) => run.map(({ stream }) => stream).join(''));

describe('the events of a log as they are appended to a server', () => {
  const wide = { bytes: 1_000_000, events: 500 };

  test('keep their order, and neighbours of one stream go together', () => {
    expect(namesOf('aabacccb', wide)).toEqual(['aa', 'b', 'a', 'ccc', 'b']);
    expect(namesOf('', wide)).toEqual([]);
  });

  test('no more of them than a server takes, by number and by size; one that is too large goes alone', () => {
    expect(namesOf('aaaaab', { ...wide, events: 2 })).toEqual(['aa', 'aa', 'a', 'b']);
    expect(namesOf('aaaaa', { ...wide, bytes: 650 }, 100)).toEqual(['aa', 'aa', 'a']);
    expect(namesOf('aaa', { ...wide, bytes: 100 }, 500)).toEqual(['a', 'a', 'a']);
  });
});
