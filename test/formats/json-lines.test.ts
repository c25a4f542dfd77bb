import { mostJsonBytes, readJsonLines } from '../../src/formats/json-lines.ts';
import { readStrictJson } from '../../src/formats/strict-json.ts';
import { all, bytes, examples } from './reading.ts';

/** Each line as its value, or as the rule that it breaks. */
async function values(file: string | Uint8Array): Promise<readonly unknown[]> {
  const read = await all(readJsonLines([Buffer.from(file)]));
  return read.map((each) => {
    if ('rule' in each) return each.rule;
    const json = readStrictJson(each.text, 8);
    return json.ok ? json.value : json.rule;
  });
}

describe('JSON lines', () => {
  test.each(examples('ok', '.jsonl'))('%s is read', async (_name, file) => {
    expect(await values(file)).toEqual([{ parcel: 'p1' }, { parcel: 'p2' }]);
  });

  test.each(examples('not-ok', '.jsonl'))('%s is refused for that', async (name, file) => {
    const rule = name.replace(/(?:--.*)?\.jsonl$/, '');
    const expected = rule.startsWith('file-') ? [rule] : [{ parcel: 'first' }, rule, { parcel: 'last' }];
    expect(await values(file)).toEqual(expected);
  });

  test('may have a line of 1 MiB and none longer', async () => {
    const line = (length: number): string => `"${'x'.repeat(length - 2)}"`;
    const read = await all(readJsonLines(bytes(`${line(mostJsonBytes)}\n${line(mostJsonBytes + 1)}\n1\n`)));
    expect(read.map((each) => ('rule' in each ? each.rule : each.line))).toEqual([1, 'line-too-long', 3]);
  });
});
