import { csvLimits, readCsv } from '../../src/formats/csv.ts';
import { all, bytes, examples, parcels, readParcels, streets } from './reading.ts';

const threeParcels = [
  { parcel: 'p1', street: 'Elm Street 5, rear', weight: '1.50' },
  { parcel: 'p2', street: 'The "Old" Mill', weight: '' },
  { parcel: 'p3', street: 'Königsweg', weight: '20.00' },
];

const firstParcel = { parcel: 'p0', street: 'First Street', weight: '1.00' };
const lastParcel = { parcel: 'p9', street: 'Last Street', weight: '9.00' };

describe('a table that is well written', () => {
  test.each(examples('ok', '.csv'))('%s is read', async (_name, file) => {
    expect(await readParcels(file)).toEqual(threeParcels);
  });

  test('says of each row where it stands, however the lines above it look', async () => {
    const text = '\nparcel,street,weight\r\np1,Elm,1.00\r\r\n\np2,Elm,1.00\n';
    const read = await all(readCsv(bytes(text), [parcels]));
    expect(read.map(({ line }) => line)).toEqual([3, 6]);
  });

  test('may have optional columns', async () => {
    const read = await readParcels('insured_for,parcel,street,weight\n5.00,p1,Elm,1.00\n');
    expect(read).toEqual([{ parcel: 'p1', street: 'Elm', weight: '1.00', insured_for: '5.00' }]);
  });

  test('says which kind of table it is', async () => {
    const [row] = await all(readCsv(bytes('town,street\nYork,Elm\n'), [parcels, streets]));
    expect(row).toEqual({ line: 2, table: streets, fields: { street: 'Elm', town: 'York' } });
  });

  test('keeps spaces, because whoever reads the field must see what stands there', async () => {
    const [row] = await readParcels('parcel,street,weight\n p1 ,Elm, 1.00\n');
    expect(row).toEqual({ parcel: ' p1 ', street: 'Elm', weight: ' 1.00' });
  });
});

/** Faults of a row leave the others alone; these examples have a good row above and one below. */
const rowRules = /^(?:row-|quote-|not-utf-8|nul-byte|line-too-long)/;

describe('a table that is not', () => {
  const files = examples('not-ok', '.csv');
  const ruleOf = (name: string): string => name.replace(/(?:--.*)?\.csv$/, '');
  const rows = files.filter(([name]) => rowRules.test(name) && !name.includes('--header'));
  const wholes = files.filter(([name]) => !rowRules.test(name) || name.includes('--header'));

  test.each(rows)('%s: the row is a fault in its place, and those around it are read', async (name, file) => {
    const read = await readParcels(file);
    expect(read.slice(0, 2)).toEqual([firstParcel, { line: 3, rule: ruleOf(name) }]);
    expect(read.at(-1)).toEqual(lastParcel);
  });

  test.each(wholes)('%s: nothing of it is read', async (name, file) => {
    const read = await readParcels(file);
    const [, column] = /--([a-z#0-9]+)\.csv$/.exec(name) ?? [];
    expect(read).toEqual([expect.objectContaining({ rule: ruleOf(name) })]);
    if (name.startsWith('column-')) expect(read).toEqual([expect.objectContaining({ line: 1, column })]);
  });

  test('has each of its columns told, by name or by place', async () => {
    expect(await readParcels('parcel,parcel,Weight 1,weights,street\nx')).toEqual([
      { line: 1, rule: 'column-missing', column: 'weight' },
      { line: 1, rule: 'column-twice', column: 'parcel' },
      { line: 1, rule: 'column-unknown', column: '#3' },
      { line: 1, rule: 'column-unknown', column: 'weights' },
    ]);
  });

  test('is not told a thousand times of a thousand columns', async () => {
    const header = ['parcel', 'street', 'weight', ...Array.from({ length: 9000 }, () => 'x')].join(',');
    expect(await readParcels(`${header}\n`)).toHaveLength(20);
  });

  test('is told which layouts there are, where it is none of them', async () => {
    const [fault] = await all(readCsv(bytes('who,what\n'), [parcels, streets]));
    expect(fault).toHaveProperty(
      'message',
      'The first line must name the columns of a known layout. ' +
        'They are parcels: parcel,street,weight; streets: street,town.',
    );
  });

  test('never has its contents repeated in a message', async () => {
    const secret = 'Jane Roe 7';
    const bad = [
      `${secret},street,weight\n`,
      `parcel,street,weight\n${secret},"x\n${secret}\n${secret},x"y,\n`,
    ];
    for (const text of bad) {
      const faults = await all(readCsv(bytes(text), [parcels]));
      expect(faults.length).toBeGreaterThan(0);
      expect(JSON.stringify(faults)).not.toContain(secret);
    }
  });
});

describe('a table that is too large', () => {
  test('is read up to the last row that it may have', async () => {
    const text = `parcel,street,weight\n${'p1,Elm,1.00\n'.repeat(5)}`;
    const read = await all(readCsv(bytes(text), [parcels], { ...csvLimits, mostRows: 3 }));
    expect(read.map((each) => ('rule' in each ? [each.line, each.rule] : each.line))).toEqual([
      2,
      3,
      4,
      [5, 'too-many-rows'],
    ]);
  });

  test('may have as many rows as that', async () => {
    const text = `parcel,street,weight\n${'p1,Elm,1.00\n'.repeat(3)}\n\n`;
    const read = await all(readCsv(bytes(text), [parcels], { ...csvLimits, mostRows: 3 }));
    expect(read.filter((each) => 'rule' in each)).toEqual([]);
  });

  test('may have a row of 64 KiB and none longer', async () => {
    const row = (length: number): string => `p1,${'x'.repeat(length - 4)},`;
    const read = await readParcels(`parcel,street,weight\n${row(65_536)}\n${row(65_537)}\n`);
    expect(read).toEqual([expect.objectContaining({ parcel: 'p1' }), { line: 3, rule: 'line-too-long' }]);
  });

  test('lets go of its source when nothing more of it can be read', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('who,what\n');
      } finally {
        isClosed = true;
      }
    }
    expect(await all(readCsv(endless(), [parcels]))).toHaveLength(1);
    expect(isClosed).toBe(true);
  });
});
