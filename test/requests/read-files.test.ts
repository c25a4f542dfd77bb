import fc from 'fast-check';
import { csvLayouts } from '../../src/requests/csv-layouts.ts';
import type { FileReading } from '../../src/requests/file-reading.ts';
import { readCsvFile, readJsonLinesFile } from '../../src/requests/read-files.ts';
import { readLines, told, valid } from './reading.ts';

async function all(reading: AsyncIterable<FileReading>): Promise<readonly FileReading[]> {
  const found: FileReading[] = [];
  for await (const each of reading) found.push(each);
  return found;
}

describe('a file of JSON lines', () => {
  test('has a command in each line, and a bad line spoils no other', async () => {
    const lines = [
      JSON.stringify({ command: 'RegisterVictim', commandId: 'a-1', ...valid.RegisterVictim }),
      '',
      '{"command":"RegisterVictim"',
      JSON.stringify({ command: 'VacateOrder', ...valid.VacateOrder, on: '2026' }),
      JSON.stringify({ command: 'VacateOrder', ...valid.VacateOrder }),
    ];
    const bytes = Buffer.concat([
      Buffer.from(lines.join('\n')),
      Buffer.from('\n'),
      Buffer.from([0xff, 0x0a]),
    ]);
    const read = await all(readJsonLinesFile([bytes]));
    expect(read.map(({ line, commandIndex, result }) => [line, commandIndex, ...told(result)])).toEqual([
      [1, 0],
      [3, 0, ' json-invalid'],
      [4, 0, '/on not-a-day'],
      [5, 0],
      [6, 0, ' not-utf-8'],
    ]);
    expect(read[0]?.result).toMatchObject({
      commandId: 'a-1',
      command: { type: 'RegisterVictim' },
      label: { kind: 'victim', id: 'v-1', text: 'Doe' },
    });
  });
});

describe('a file of CSV', () => {
  test('is known by its first line, whatever the order of its columns', async () => {
    const rows = {
      losses: { victim: 'v-1', case: 'c-1', category: 'OTHER', amount: '1.00', on: '2020-01-02' },
      orders: {
        order: 'o-1',
        case: 'c-1',
        defendant: 'd-1',
        statute: '18 U.S.C. 3663A',
        offence_on: '2019-03-04',
        entered_on: '2020-01-02',
        victim: 'v-1',
        track: 'FULL_AMOUNT',
        amount: '1.00',
        final_on: '',
        final_ground: '',
      },
      payments: {
        source: 'dcd',
        reference: '1',
        case: 'c-1',
        defendant: 'd-1',
        order: '',
        amount: '1.00',
        received_on: '2020-01-02',
        method: '',
      },
    };
    expect(Object.keys(rows)).toEqual(csvLayouts.map(({ name }) => name));
    const last = { losses: 'DetermineLoss', orders: 'EnterOrder', payments: 'RecordPayment' };
    for (const { name } of csvLayouts) {
      const row = rows[name as keyof typeof rows];
      const lines = [Object.keys(row).reverse().join(','), Object.values(row).reverse().join(',')];
      expect((await readLines(lines)).at(-1)).toContain(last[name as keyof typeof last]);
    }
  });

  test('of no known layout is told which there are', async () => {
    const [read] = await all(readCsvFile([Buffer.from('date,amount\n')], () => undefined));
    expect(read).toMatchObject({
      line: 1,
      result: {
        complaints: [
          { pointer: '', rule: 'header-unknown', message: expect.stringContaining('payments: source,') },
        ],
      },
    });
  });

  test('that lacks a column is told which', async () => {
    expect(await readLines(['victim,case,category,amount', 'v-1,c-1,OTHER,1.00'])).toEqual([
      '1: /on column-missing',
    ]);
  });

  test('that is empty is refused as a whole', async () => {
    expect(await readLines([])).toEqual(['0:  file-empty']);
  });

  test('is read or refused, whatever it holds', async () => {
    const cell = fc.constantFrom(
      'v-1',
      'c-1',
      '',
      '"',
      'Doe',
      '1.00',
      'o-1',
      'o-2',
      '2020-01-02',
      'ä',
      '\n',
      ',',
    );
    const rows = fc.array(fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(',')));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...csvLayouts), rows, async ({ columns }, written) => {
        const bytes = [Buffer.from([columns.join(','), ...written].join('\n'))];
        const read = await all(readCsvFile(bytes, () => undefined));
        expect(new Set(read.map(({ line, commandIndex }) => `${line} ${commandIndex}`)).size).toBe(
          read.length,
        );
        expect(read.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an order', () => {
  const header = csvLayouts.find(({ name }) => name === 'orders')!.columns.join(',');
  const row = (order: string, amount: string): string =>
    `${order},c-1,d-1,18 U.S.C. 2259,2019-03-04,2020-01-02,v-1,TRAFFICKING,${amount},,`;
  const order = fc.constantFrom('o-1', 'o-2', 'o-3');
  const good = order.map((id) => ({ id, text: row(id, '1.00'), isGood: true }));
  const wrong = order.map((id) => ({ id, text: row(id, '1.0'), isGood: false }));
  const unreadable = fc.constantFrom('x', 'o-1,"').map((text) => ({ id: '', text, isGood: false }));
  const rows = fc.array(
    fc.oneof(
      { arbitrary: good, weight: 6 },
      { arbitrary: wrong, weight: 1 },
      { arbitrary: unreadable, weight: 1 },
    ),
  );

  test('is entered whole or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = [Buffer.from([header, ...written.map(({ text }) => text)].join('\n'))];
        const entered = (await all(readCsvFile(bytes, () => undefined))).flatMap(({ line, result }) =>
          result.ok && result.command.type === 'EnterOrder'
            ? [{ line, id: result.command.orderId, rows: result.command.lines.length }]
            : [],
        );
        expect(entered).toEqual(wholeOrders(written));
      }),
    );
  });
});

/** Runs of rows of one order, the first of that order, all of them good, and with no unreadable row beside them. */
function wholeOrders(
  written: readonly { readonly id: string; readonly isGood: boolean }[],
): readonly unknown[] {
  const found: unknown[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < written.length;) {
    const { id } = written[start]!;
    let end = start;
    while (written[end]?.id === id) end += 1;
    const beside = [written[start - 1], written[end]].filter((each) => each?.id === '');
    const isWhole = written.slice(start, end).every(({ isGood }) => isGood) && beside.length === 0;
    if (id !== '' && isWhole && !seen.has(id)) found.push({ line: start + 2, id, rows: end - start });
    if (id !== '') seen.add(id);
    start = end;
  }
  return found;
}
