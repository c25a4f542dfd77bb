import fc from 'fast-check';
import { readStrictJson } from '../../src/formats/strict-json.ts';

const depth = 8;

describe('JSON', () => {
  test.each([
    ['an object', '{"a":{"b":[1,2,{"c":null}]},"d":"x"}'],
    ['a key beside another key', '{"a":1,"A":2,"a ":3}'],
    ['equal keys in different objects', '[{"a":1},{"a":1,"b":{"a":1}}]'],
    ['a text that looks like a key', '{"a":"\\"a\\":","b":"{}[],:\\\\"}'],
    ['a key with an escaped quote', '{"a\\"":1,"a":2}'],
    ['a pair of surrogates, escaped', '["\\ud83d\\ude00"]'],
    ['spaces where JSON has them', ' { "a" :\t1 ,\r\n "b" : [ ] } '],
    ['eight levels', '[[[[[[[[1]]]]]]]]'],
    ['no object at all', '"text"'],
  ])('%s is read as JSON.parse reads it', (_name, text) => {
    expect(readStrictJson(text, depth)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test.each([
    ['nothing', '', ' json-invalid'],
    ['a second value', '{} {}', ' json-invalid'],
    ['a comment', '{} //', ' json-invalid'],
    ['a byte order mark', '\ufeff{}', ' json-invalid'],
    ['a tab in a text', '["a\tb"]', ' json-invalid'],
    ['a key twice', '{"a":1,"b":2,"a":3}', '/a json-key-twice'],
    ['a key twice, deep down', '{"lines":[{"b":1},{"b":1,"b":1}]}', '/lines/1/b json-key-twice'],
    ['a key twice, once escaped', '{"\\u0061":1,"a":3}', '/a json-key-twice'],
    ['an empty key twice', '{"":1,"":1}', ' json-key-twice'],
    ['a key twice that may name a person', '{"Jane Roe":1,"Jane Roe":1}', ' json-key-twice'],
    ['__proto__', '{"a":{"__proto__":{}}}', ' json-key-forbidden'],
    ['constructor', '{"a":{"constructor":{}}}', '/a/constructor json-key-forbidden'],
    ['nine levels', '[[[[[[[[[]]]]]]]]]', '/0/0/0/0/0/0/0/0 json-too-deep'],
    ['nine levels, far inside', '{"a":0,"b":[[[[[[[[]]]]]]]]}', '/b/0/0/0/0/0/0/0 json-too-deep'],
    ['the first half of a pair', '["\\ud83d"]', ' json-not-unicode'],
    ['the second half of a pair', '{"a":{"b":"\\udE00x"}}', ' json-not-unicode'],
    ['the halves in the wrong order', '["\\ude00\\ud83d"]', ' json-not-unicode'],
    ['half a pair that is not escaped', '["\ud83d"]', ' json-not-unicode'],
    ['half a pair in a key', '{"\\ud83d":1}', ' json-not-unicode'],
  ])('%s is refused', (_name, text, fault) => {
    const reading = readStrictJson(text, depth);
    expect(reading.ok ? 'read' : `${reading.pointer} ${reading.rule}`).toBe(fault);
  });

  test('is read as JSON.parse reads it, whatever it holds', () => {
    const values = fc.jsonValue({ maxDepth: depth - 1, stringUnit: 'binary' });
    const asWritten = (value: unknown): boolean => !/"(?:__proto__|constructor)"/.test(JSON.stringify(value));
    fc.assert(
      fc.property(values.filter(asWritten), fc.boolean(), (value, isIndented) => {
        const text = JSON.stringify(value, undefined, isIndented ? 2 : undefined);
        expect(readStrictJson(text, depth)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test('is never more than a refusal, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1', '\\u0061', ' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((each) => each.join('')),
        ),
        (text) => {
          expect(typeof readStrictJson(text, depth).ok).toBe('boolean');
        },
      ),
    );
  });

  test('of a million brackets is refused at once', () => {
    const text = '['.repeat(500_000) + ']'.repeat(500_000);
    expect(readStrictJson(text, depth)).toMatchObject({ rule: 'json-too-deep' });
  });
});
