import fc from 'fast-check';
import { IndexDraft } from '../../src/domain/index-draft.ts';

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.bigInt({ min: 0n, max: 3n })));

describe('a draft over a map', () => {
  test('reads through to what lies under it', () => {
    const draft = new IndexDraft(new Map([['o-1', 5n]]));
    expect(draft.get('o-1')).toBe(5n);
    expect(draft.get('o-2')).toBeUndefined();
  });

  test('covers what lies under it, be it with nothing', () => {
    const draft = new IndexDraft(new Map([['o-1', 5n]]));
    draft.set('o-1', 0n);
    expect(draft.get('o-1')).toBe(0n);
    expect([...draft.values()]).toEqual([0n]);
  });

  test('shows what it covers in its old place, and what is new at the end', () => {
    const draft = new IndexDraft(
      new Map([
        ['o-1', 1n],
        ['o-2', 2n],
      ]),
    );
    draft.set('o-3', 3n);
    draft.set('o-1', 10n);
    expect([...draft.entries()]).toEqual([
      ['o-1', 10n],
      ['o-2', 2n],
      ['o-3', 3n],
    ]);
  });

  test('behaves like the map that was written to, and leaves that map alone', () => {
    fc.assert(
      fc.property(entries, entries, entries, (before, first, second) => {
        const under = new Map(before);
        const lower = new IndexDraft(under);
        for (const [key, value] of first) lower.set(key, value);
        const upper = new IndexDraft(lower);
        for (const [key, value] of second) upper.set(key, value);
        const written = new Map([...before, ...first, ...second]);
        expect([...upper.entries()]).toEqual([...written]);
        expect([...upper.values()]).toEqual([...written.values()]);
        for (const key of Array.from({ length: 10 }, (_, index) => index)) {
          expect(upper.get(key)).toBe(written.get(key));
        }
        expect([...lower.entries()]).toEqual([...new Map([...before, ...first])]);
        expect([...under]).toEqual([...new Map(before)]);
      }),
    );
  });
});
