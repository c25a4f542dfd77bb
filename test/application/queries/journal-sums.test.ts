import fc from 'fast-check';
import { Frame, dayInRow } from '../../../src/application/queries/frame.ts';
import { flowsOn, laterEntriesSql, laterParams } from '../../../src/application/queries/journal-sums.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import { Flows, flowTable } from '../../../src/projections/flows.ts';
import { journalTable, type EntryRow } from '../../../src/projections/journal.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { Sums, sumTable } from '../../../src/projections/sums.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';

/** Positions close to the borders of blocks, small and large, and anywhere among three million. */
const positions = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: -1, max: 2 })).map(([at, beside]) => {
    return Math.max(1, at * 16_384 + beside);
  }),
  fc.integer({ min: 1, max: 3_000_000 }),
);
const days = fc.integer({ min: 1, max: 28 }).map((day) => {
  return `2026-03-${String(day).padStart(2, '0')}` as CalendarDate;
});
const pairs = fc.constantFrom<readonly [EntryRow['debit'], EntryRow['credit']]>(
  ['cash', 'unapplied'],
  ['unapplied', 'cash'],
  ['receivable', 'ordered'],
  ['satisfied', 'receivable'],
);
const entries = fc.array(fc.tuple(positions, days, pairs, fc.bigInt({ min: 1n, max: 2n ** 40n })), {
  minLength: 1,
  maxLength: 80,
});

/** Read models with these entries, told a few at a time. */
function told(rows: readonly EntryRow[], atATime: number): SqliteReadModelStore {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  for (let from = 0; from < rows.length; from += atATime) {
    readModel.write((into) => {
      const [sums, flows] = [new Sums(), new Flows()];
      const some = rows.slice(from, from + atATime);
      for (const row of some) {
        into.of(journalTable).add({ ...row });
        sums.count(row);
        flows.count(row);
      }
      for (const [table, { changes }] of [
        [sumTable, { changes: sums.changes() }],
        [flowTable, { changes: flows.changes() }],
      ] as const)
        for (const { key, to } of changes) into.of(table).put(key, { ...to(into.of(table).get(key)) });
      into.advance({ position: some.at(-1)?.position ?? 0, eventId: 'some' });
    });
  }
  return readModel;
}

function rowsOf(drawn: readonly (readonly [number, string, readonly [string, string], bigint])[]) {
  const byPosition = new Map(drawn.map((each) => [each[0], each]));
  return [...byPosition.values()]
    .sort(([one], [other]) => one - other)
    .map(([position, effectiveOn, [debit, credit], amount]) => {
      return { position, item: 0, line: 0, effectiveOn, debit, credit, amount } as EntryRow;
    });
}

/** The same by looking at every entry. */
function scanned(rows: readonly EntryRow[], isMeant: (row: EntryRow) => boolean): readonly string[] {
  const sums = new Map<string, bigint>();
  for (const { debit, credit, amount } of rows.filter(isMeant)) {
    const pair = `${debit} ${credit}`;
    sums.set(pair, (sums.get(pair) ?? 0n) + amount);
  }
  return [...sums].map(([pair, amount]) => `${pair} ${String(amount)}`).sort();
}

test('what blocks sum up to is what every entry sums up to, on any two clocks', () => {
  fc.assert(
    fc.property(
      ...([entries, fc.integer({ min: 1, max: 40 })] as const),
      fc.array(fc.tuple(positions, fc.option(days), fc.option(days)), { minLength: 4, maxLength: 12 }),
      (drawn, atATime, asked) => {
        const rows = rowsOf(drawn);
        const readModel = told(rows, atATime);
        for (const [known, asOf, before] of [...asked, [rows.at(-1)!.position, null, null] as const]) {
          const found = readModel.read((snapshot) =>
            flowsOn(new Frame(snapshot, { asOf }, known), before === null ? undefined : dayInRow(before)).map(
              ({ debit, credit, amount }) => `${debit} ${credit} ${String(amount)}`,
            ),
          );
          const isMeant = ({ position, effectiveOn: on }: EntryRow): boolean =>
            position <= known && (asOf === null || on <= asOf) && (before === null || on < before);
          expect(found.toSorted()).toEqual(scanned(rows, isMeant));
        }
        readModel.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('what was recorded later, and is in effect by a day, is found block by block', () => {
  fc.assert(
    fc.property(entries, positions, positions, days, (drawn, after, known, last) => {
      const rows = rowsOf(drawn);
      const readModel = told(rows, 7);
      const found = readModel.read((snapshot) =>
        new Frame(snapshot, {}, known).all(
          `SELECT j.position FROM ${laterEntriesSql} ORDER BY j.position`,
          laterParams(after, dayInRow(last)),
        ),
      ) as readonly { readonly position: bigint }[];
      expect(found.map(({ position }) => Number(position))).toEqual(
        rows
          .filter(({ position, effectiveOn }) => position > after && position <= known && effectiveOn <= last)
          .map(({ position }) => position),
      );
      readModel.close();
    }),
    { numRuns: 60 },
  );
});
