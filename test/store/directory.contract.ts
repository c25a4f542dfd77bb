/** What every directory promises. Each adapter runs this suite, with a function that opens a new and empty one. */
import type { Directory, DirectoryEntry, Held } from '../../src/store/directory.ts';
import { copyDirectory } from '../../src/store/directory/copy-directory.ts';

/** A victim's entry. */
export const victim = (id: string, label: string): DirectoryEntry => ({ kind: 'victim', id, label });

/** The refusal of a label by a rule. */
export const refusedBy = (rule: string): object => expect.objectContaining({ name: 'LabelRefused', rule });

/** All that a directory holds. */
export async function contentsOf(directory: Directory): Promise<readonly Held[]> {
  const all: Held[] = [];
  for await (const page of directory.contents()) all.push(...page);
  return all;
}

export function keepsThePromisesOfADirectory(name: string, open: () => Promise<Directory>): void {
  describe(name, () => {
    let directory: Directory;

    beforeEach(async () => {
      directory = await open();
      await directory.put(victim('v-1', 'Jane Doe 1'));
    });

    afterEach(() => directory.close());

    test('takes the same label for the same id twice', async () => {
      await directory.put(victim('v-1', 'Jane Doe 1'));
      expect(await directory.refusalOf(victim('v-1', 'Jane Doe 1'))).toBeUndefined();
      expect(await directory.labelOf('v-1')).toBe('Jane Doe 1');
    });

    test.each([
      ['another label for an id that has one', victim('v-1', 'Jane Doe 11'), 'label-differs'],
      ['a label that another id of the kind has', victim('v-2', 'Jane Doe 1'), 'label-taken'],
    ])('refuses %s, and stays as it was', async (_, entry, rule) => {
      expect(await directory.refusalOf(entry)).toBe(rule);
      await expect(directory.put(entry)).rejects.toEqual(refusedBy(rule));
      await expect(directory.put(entry)).rejects.not.toThrow('Jane');
      expect(await directory.idOf('victim', 'Jane Doe 1')).toBe('v-1');
      expect(await directory.labelOf('v-2')).toBeUndefined();
    });

    test('takes one label for two things of different kinds', async () => {
      await directory.put({ kind: 'defendant', id: 'd-1', label: 'Jane Doe 1' });
      expect(await directory.idOf('defendant', 'Jane Doe 1')).toBe('d-1');
      expect(await directory.idOf('victim', 'Jane Doe 1')).toBe('v-1');
    });

    test('makes ids in which no name can be spelled, each another', () => {
      const made = Array.from({ length: 100 }, () => directory.newId('case'));
      expect(new Set(made).size).toBe(100);
      for (const id of made) expect(id).toMatch(/^c-[0-9bcdfghjkmnpqrstvwxyz]{16}$/);
    });

    test('puts another label in the place of one where it is told to, and the first is free again', async () => {
      expect(await directory.relabel(victim('v-1', 'Jane Doe 11'))).toBe('relabelled');
      expect(await directory.relabel(victim('v-1', 'Jane Doe 11'))).toBe('unchanged');
      await directory.put(victim('v-2', 'Jane Doe 1'));
      expect(await directory.idOf('victim', 'Jane Doe 11')).toBe('v-1');
      await expect(directory.relabel(victim('v-2', 'Jane Doe 11'))).rejects.toEqual(refusedBy('label-taken'));
      await expect(directory.relabel(victim('v-3', 'Jane Doe 11'))).rejects.toEqual(refusedBy('label-taken'));
      expect(await directory.relabel(victim('v-3', 'Jane Doe 3'))).toBe('unknown');
    });

    test('gives back a label that was given up, to the same id or to another', async () => {
      for (const label of ['Jane Doe 2', 'Jane Doe 1', 'Jane Doe 3'])
        expect(await directory.relabel(victim('v-1', label))).toBe('relabelled');
      await directory.put(victim('v-2', 'Jane Doe 2'));
      await directory.put(victim('v-3', 'Jane Doe 1'));
      expect(await Promise.all(['v-1', 'v-2', 'v-3'].map((id) => directory.labelOf(id)))).toEqual([
        'Jane Doe 3',
        'Jane Doe 2',
        'Jane Doe 1',
      ]);
    });

    test('takes no label any more for an id that was forgotten, and the label for another', async () => {
      expect(await directory.forget('v-1')).toBe('forgotten');
      expect(await directory.labelOf('v-1')).toBeUndefined();
      expect(await directory.idOf('victim', 'Jane Doe 1')).toBeUndefined();
      await expect(directory.put(victim('v-1', 'Jane Doe 1'))).rejects.toEqual(refusedBy('label-forgotten'));
      await expect(directory.relabel(victim('v-1', 'J'))).rejects.toEqual(refusedBy('label-forgotten'));
      expect(await directory.refusalOf(victim('v-1', 'J'))).toBe('label-forgotten');
      expect(await directory.forget('v-1')).toBe('forgotten-before');
      expect(await directory.forget('v-2')).toBe('unknown');
      await directory.put(victim('v-2', 'Jane Doe 1'));
      expect(await directory.idOf('victim', 'Jane Doe 1')).toBe('v-2');
    });

    test('forgets also what it has never known, where it was forgotten elsewhere', async () => {
      await directory.bar('v-9');
      await directory.bar('v-1');
      await expect(directory.put(victim('v-9', 'Nine'))).rejects.toEqual(refusedBy('label-forgotten'));
      expect(await directory.labelOf('v-1')).toBeUndefined();
      expect(await directory.forget('v-9')).toBe('forgotten-before');
    });

    test('takes back what was entered, and then knows nothing of it; what is otherwise by now stays', async () => {
      expect(await directory.put(victim('v-1', 'Jane Doe 1'))).toBe('known');
      await directory.withdraw(victim('v-1', 'Jane Doe 11'));
      await directory.withdraw(victim('v-2', 'Jane Doe 1'));
      expect(await directory.labelOf('v-1')).toBe('Jane Doe 1');
      await directory.withdraw(victim('v-1', 'Jane Doe 1'));
      await directory.withdraw(victim('v-1', 'Jane Doe 1'));
      expect(await contentsOf(directory)).toEqual([]);
      expect(await directory.relabel(victim('v-1', 'Jane Doe 1'))).toBe('unknown');
      expect(await directory.put(victim('v-2', 'Jane Doe 1'))).toBe('entered');
      expect(await directory.put(victim('v-1', 'Jane Doe 11'))).toBe('entered');
    });

    test('of two that want the same label at once gives it to one', async () => {
      const ids = ['v-2', 'v-3', 'v-4', 'v-5'];
      const puts = await Promise.allSettled(ids.map((id) => directory.put(victim(id, 'Wanted'))));
      expect(puts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const owner = ids[puts.findIndex(({ status }) => status === 'fulfilled')];
      expect(await directory.idOf('victim', 'Wanted')).toBe(owner);
    });

    test('tells all that it holds', async () => {
      await directory.put({ kind: 'case', id: 'c-1', label: '1:24-cr-00001' });
      await directory.put(victim('v-2', 'Ω “quoted” \\ 名前'));
      await directory.forget('v-1');
      expect(await contentsOf(directory)).toEqual([
        { kind: 'case', id: 'c-1', label: '1:24-cr-00001' },
        victim('v-2', 'Ω “quoted” \\ 名前'),
        { id: 'v-1', isForgotten: true },
      ]);
    });

    test('is copied into another, which may hold some of it already; to copy it again changes nothing', async () => {
      await directory.put(victim('v-2', 'Two'));
      await directory.put(victim('v-3', 'Three'));
      await directory.put(victim('v-4', 'Four'));
      await directory.put(victim('v-5', 'Five'));
      await directory.forget('v-5');
      const other = await open();
      await other.put(victim('v-3', 'Drei'));
      await other.put(victim('v-44', 'Four'));
      await other.put(victim('v-5', 'Five'));
      const refused = [
        { id: 'v-3', rule: 'label-differs' },
        { id: 'v-4', rule: 'label-taken' },
      ];
      const told: number[] = [];
      const first = await copyDirectory(directory, other, (done) => told.push(done));
      expect(first).toEqual({ entered: 2, known: 0, forgotten: 1, refused });
      expect(told.at(-1)).toBe(5);
      const held = await contentsOf(other);
      expect(held).toEqual([
        ...[victim('v-1', 'Jane Doe 1'), victim('v-2', 'Two'), victim('v-3', 'Drei'), victim('v-44', 'Four')],
        { id: 'v-5', isForgotten: true },
      ]);
      expect(await copyDirectory(directory, other)).toEqual({ entered: 0, known: 2, forgotten: 1, refused });
      expect(await contentsOf(other)).toEqual(held);
      await other.close();
    });
  });
}
