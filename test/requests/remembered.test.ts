import { Remembered } from '../../src/requests/remembered.ts';

describe('what is remembered', () => {
  test('is forgotten again, the oldest first, when there is too much of it', () => {
    const remembered = new Remembered(4);
    for (const member of ['a', 'b', 'c', 'c', 'd', 'e']) remembered.add(member);
    expect(['a', 'b', 'c', 'd', 'e'].map((member) => remembered.has(member))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test('is never forgotten while the later half is not full', () => {
    const remembered = new Remembered(200);
    for (let member = 0; member < 10_000; member += 1) {
      remembered.add(String(member));
      for (let back = 0; back < 100 && back <= member; back += 25) {
        expect(remembered.has(String(member - back))).toBe(true);
      }
    }
  });
});
