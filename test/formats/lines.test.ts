import { linesOf } from '../../src/formats/lines.ts';
import { all, bytes } from './reading.ts';

const lines = async (text: string, mostBytes = 100): Promise<readonly unknown[]> => {
  const read = await all(linesOf(bytes(text), mostBytes));
  return read.map((each) => ('rule' in each ? [each.line, each.rule] : [each.line, each.text]));
};

describe('lines', () => {
  test.each([
    ['LF', 'a\nb\n'],
    ['CRLF', 'a\r\nb\r\n'],
    ['CR', 'a\rb\r'],
    ['no end', 'a\nb'],
  ])('end with %s', async (_name, text) => {
    expect(await lines(text)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  test('are counted where they are blank, and then passed over', async () => {
    expect(await lines('\n\r\n\ra\n \t \nb')).toEqual([
      [4, 'a'],
      [6, 'b'],
    ]);
  });

  test('are the same wherever the bytes are cut', async () => {
    const text = Buffer.from('\ufeffä,1\r\nb\r\r\n\n€\rd');
    const whole = await all(linesOf([text], 100));
    for (let at = 0; at <= text.length; at += 1) {
      expect(await all(linesOf([text.subarray(0, at), text.subarray(at)], 100))).toEqual(whole);
    }
    expect(
      await all(
        linesOf(
          Array.from(text, (byte) => Uint8Array.of(byte)),
          100,
        ),
      ),
    ).toEqual(whole);
    expect(whole).toEqual([
      { line: 1, byte: 0, length: 7, text: 'ä,1' },
      { line: 2, byte: 9, length: 1, text: 'b' },
      { line: 5, byte: 14, length: 3, text: '€' },
      { line: 6, byte: 18, length: 1, text: 'd' },
    ]);
  });

  test('are measured in bytes', async () => {
    expect(await lines('€€\n€€€\nab\n', 6)).toEqual([
      [1, '€€'],
      [2, 'line-too-long'],
      [3, 'ab'],
    ]);
  });

  test('that are too long and come in many pieces are not kept', async () => {
    function* pieces(): Generator<Uint8Array> {
      yield Buffer.from('a\n');
      for (let piece = 0; piece < 1_000; piece += 1) yield Buffer.alloc(65_536, 'x');
      yield Buffer.from('\nb');
    }
    expect(await all(linesOf(pieces(), 100))).toEqual([
      { line: 1, byte: 0, length: 1, text: 'a' },
      expect.objectContaining({ line: 2, rule: 'line-too-long' }),
      { line: 3, byte: 65_536_003, length: 1, text: 'b' },
    ]);
  });

  test('of a file that is no text are not read, even where its first line is too long', async () => {
    expect(await lines(`PK\u0003\u0004${'x'.repeat(200)}\na\n`)).toEqual([[0, 'file-not-text']]);
  });

  test('of an empty file are none, which is a fault', async () => {
    expect(await lines('')).toEqual([[0, 'file-empty']]);
    expect(await all(linesOf([], 100))).toEqual([expect.objectContaining({ rule: 'file-empty' })]);
  });

  test('may be the first to hold a byte order mark, and no other may', async () => {
    expect(await lines('\ufeffa\n\ufeffb')).toEqual([
      [1, 'a'],
      [2, '\ufeffb'],
    ]);
  });
});
