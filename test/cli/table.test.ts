import { tableOf } from '../../src/cli/table.ts';

const columns = [
  { title: 'ID', text: ({ id }: { id: number }) => String(id) },
  { title: 'NOTHING', text: () => '' },
];
const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
const plain = (title: string): string => title;

test('a table shows rows under their titles, and no column that says nothing', () => {
  expect(tableOf(rows(2), columns, plain)).toBe('ID\n0\n1\n');
});

test('of very many rows it shows the first, and says how many more there are', () => {
  const lines = tableOf(rows(200_000), columns, plain).split('\n');
  expect(lines).toHaveLength(1_003);
  expect(lines.slice(-3)).toEqual(['999', 'and 199,000 more; --json gives all of them', '']);
});

test('a label cannot steer the terminal', () => {
  expect(tableOf([{ id: 1 }], [{ title: 'LABEL', text: () => 'a\u001b[2Jb' }], plain)).toBe('LABEL\na[2Jb\n');
});
