import fc from 'fast-check';
import { readCsv } from '../../src/formats/csv.ts';
import { faultRules } from '../../src/formats/fault.ts';
import { readJsonLines } from '../../src/formats/json-lines.ts';
import { all, parcels, readParcels, streets } from './reading.ts';

const header = Buffer.from('parcel,street,weight\n');

/** Bytes as they come over a wire: any bytes, and more often those that mean something here. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('"', ',', '\n', '\r\n', '\r', '\0', '\ufeff', 'p1,Elm,1.00', '""', 'ä', '{"a":1}')
        .map(Buffer.from),
    ),
  )
  .map((pieces) => pieces.map((piece) => Uint8Array.from(piece)));

describe('any bytes whatever', () => {
  test('are rows or faults of a table, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.boolean(), async (pieces, hasHeader) => {
        const read = await all(readCsv(hasHeader ? [header, ...pieces] : pieces, [parcels, streets]));
        expect(read.length).toBeGreaterThan(0);
        for (const each of read) {
          if ('rule' in each) expect(faultRules).toContain(each.rule);
          else expect(Object.keys(each.fields)).toEqual(expect.arrayContaining(['street']));
        }
      }),
    );
  });

  test('give the lines in order, each at most once', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (pieces) => {
        const numbers = (await all(readCsv([header, ...pieces], [parcels]))).map(({ line }) => line);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
    );
  });

  test('are read the same however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (pieces) => {
        const cut = await all(readCsv([header, ...pieces], [parcels]));
        expect(await all(readCsv([Buffer.concat([header, ...pieces])], [parcels]))).toEqual(cut);
      }),
    );
  });

  test('are lines or faults of JSON lines, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (pieces) => {
        for (const each of await all(readJsonLines(pieces))) {
          if ('rule' in each) expect(faultRules).toContain(each.rule);
          else expect(each.text).not.toMatch(/[\r\n\0]/);
        }
      }),
    );
  });
});

describe('a field', () => {
  const field = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', ',', ' ', "'", '\\', ';', '\t'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const isOfOneLine = (text: string): boolean => !/[\r\n\0]/.test(text);

  test('comes back as it was, once it has been put in quotes', async () => {
    const rows = fc.array(
      fc.tuple(field, field, field).filter((row) => row.every(isOfOneLine) && row.join('') !== ''),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = written.map((row) => row.map(quoted).join(',')).join('\n');
        const read = await readParcels(Buffer.concat([header, Buffer.from(text)]));
        expect(read).toEqual(written.map(([parcel, street, weight]) => ({ parcel, street, weight })));
      }),
    );
  });

  test('that is torn by a forgotten quote takes no other row with it', async () => {
    const rows = fc.array(
      fc.constantFrom('p5,"Elm,1.00', 'p5,Elm",1.00', '"p5,Elm,1.00', 'p"5,"Elm,1.00', 'p5,"El"m",1.00'),
    );
    await fc.assert(
      fc.asyncProperty(rows, async (torn) => {
        const read = await readParcels(
          ['parcel,street,weight', ...torn.flatMap((row) => [row, 'p1,Elm,1.00'])].join('\n') + '\n',
        );
        const good = read.filter((each) => typeof each === 'object' && each !== null && 'parcel' in each);
        expect(good).toHaveLength(torn.length);
      }),
    );
  });
});
