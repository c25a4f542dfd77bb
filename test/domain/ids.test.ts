import fc from 'fast-check';
import {
  idLetters,
  idPattern,
  receiptIdOf,
  receiptReferencePattern,
  receiptSourcePattern,
  type IdKind,
} from '../../src/domain/ids.ts';

const kinds = Object.keys(idLetters) as IdKind[];

function isId(kind: IdKind, text: string): boolean {
  return new RegExp(idPattern(kind)).test(text);
}

describe('an id', () => {
  test.each([
    ['victim', 'v-7k2'],
    ['case', 'c-2026'],
    ['defendant', 'd-0'],
    ['order', 'o-bcdfghjkmnpqrstvwxyz012345'],
    ['disbursement', 'p-99x'],
    ['refund', 'f-1'],
  ] as const)('of a %s looks like %s', (kind, text) => {
    expect(isId(kind, text)).toBe(true);
  });

  test('of one kind is never one of another', () => {
    const bodies = fc.stringMatching(/^[0-9bcdfghjkmnpqrstvwxyz]{1,26}$/);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), bodies, (kind, body) => {
        const id = `${idLetters[kind]}-${body}`;
        expect(kinds.filter((other) => isId(other, id))).toEqual([kind]);
      }),
    );
  });

  test.each(['v-amy', 'v-smith', 'v-lil', 'v-doe', 'v-Brown', 'v-misty', 'v-series'])(
    'spells no name: %s',
    (text) => {
      expect(isId('victim', text)).toBe(false);
    },
  );

  test.each([
    ['no body', 'v-'],
    ['no letter', '7k2'],
    ['capitals', 'V-7K2'],
    ['27 letters', `v-${'7'.repeat(27)}`],
    ['a second dash', 'v-7-k'],
    ['a space', 'v-7 k'],
    ['a line break', 'v-7k\n'],
    ['a slash', 'v-7/k'],
  ])('with %s is none', (_, text) => {
    expect(isId('victim', text)).toBe(false);
  });
});

describe('a receipt', () => {
  const isSource = (text: string): boolean => new RegExp(receiptSourcePattern).test(text);
  const isReference = (text: string): boolean => new RegExp(receiptReferencePattern).test(text);

  test('is known by who issued its number, and the number', () => {
    expect(receiptIdOf('dcd', '2026-00017')).toBe('dcd.2026-00017');
  });

  test.each(['dcd', 'top', 'nynd1', '00', 'a'.repeat(12)])('%s may issue numbers', (text) => {
    expect(isSource(text)).toBe(true);
  });

  test.each(['D', 'dcd.', 'd', 'DCD', 'a'.repeat(13), 'd-d', ''])('"%s" may not', (text) => {
    expect(isSource(text)).toBe(false);
  });

  test.each(['1', 'A1', '2026-00017', 'CHK-7', '9'.repeat(32)])('%s is a number', (text) => {
    expect(isReference(text)).toBe(true);
  });

  test.each(['', 'CHECK', '-1', '1-', 'a1', '1.2', '1 2', '1/2', '9'.repeat(33), '1\n'])(
    '"%s" is none: it has a digit, and nothing but digits, capitals and dashes inside',
    (text) => {
      expect(isReference(text)).toBe(false);
    },
  );

  test('of two sources, or two numbers, has two ids', () => {
    const sources = fc.stringMatching(/^[a-z0-9]{2,12}$/);
    const references = fc.stringMatching(/^[0-9][0-9A-Z]{0,8}$/);
    fc.assert(
      fc.property(sources, references, sources, references, (source, reference, source2, reference2) => {
        const isSame = source === source2 && reference === reference2;
        expect(receiptIdOf(source, reference) === receiptIdOf(source2, reference2)).toBe(isSame);
      }),
    );
  });
});
