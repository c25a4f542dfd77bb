import fc from 'fast-check';
import { Columns, type Roster } from '../../../src/domain/document/columns.ts';
import type { Cell } from '../../../src/domain/document/events.ts';
import { putTogether } from '../../../src/domain/document/put-together.ts';
import { rowsIn, takeApart } from '../../../src/domain/document/take-apart.ts';
import { InvariantBroken } from '../../../src/domain/rejection.ts';
import { day } from '../../support/words.ts';

const on = day('2026-03-01');
const credited = (victimId: string, accepted: string, orderId = 'o-1', effectiveOn = on) => ({
  ...{ type: 'RecoveryCredited', effectiveOn },
  data: { orderId, victimId, caseId: 'c-1', round: 1, accepted, offered: accepted },
});
const roster = (...values: readonly Cell[]): Roster => ({
  document: 'Schedule-o-1.3-abc',
  column: 1,
  values,
});

/** The values of every column, as a reader of the document would come to have them. */
function valuesIn(columns: Columns, rosters: readonly Roster[] = []): (readonly Cell[])[] {
  const values: (readonly Cell[])[] = [];
  for (const [number, { rows, of, from, lines }] of columns.columns.entries()) {
    const there = rosters.find(({ document }) => document === of?.document)?.values;
    const named =
      there &&
      (from === undefined
        ? values[lines!]!.map((line) => there[Number(line)]!)
        : there.slice(from, from + rows));
    values.push(named ?? columns.listed.get(number)!);
  }
  return values;
}

describe('events that are taken apart', () => {
  test('say once what is the same of all, and list what is not', () => {
    const columns = new Columns([]);
    const events = [credited('v-1', '1.00'), credited('v-2', '2.00'), credited('v-3', '2.00')];
    expect(takeApart(events, columns)).toEqual([
      {
        type: 'RecoveryCredited',
        sections: [
          {
            rows: 3,
            same: { effectiveOn: on, orderId: 'o-1', caseId: 'c-1', round: 1 },
            each: { victimId: 0, accepted: 1, offered: 1 },
          },
        ],
      },
    ]);
    expect([...columns.listed]).toEqual([
      [0, ['v-1', 'v-2', 'v-3']],
      [1, ['1.00', '2.00', '2.00']],
    ]);
  });

  test('list a column once, whichever event it is of', () => {
    const parts = [
      { orderId: 'o-1', victimId: 'v-1', amount: '1.00' },
      { orderId: 'o-1', victimId: 'v-2', amount: '2.00' },
    ];
    const columns = new Columns([]);
    const applied = {
      type: 'PaymentApplied',
      effectiveOn: on,
      data: { caseId: 'c-1', parts, excess: '0.00' },
    };
    const [first, second] = takeApart([credited('v-1', '1.00'), credited('v-2', '2.00'), applied], columns);
    expect(first?.sections[0]?.each).toEqual({ victimId: 0, accepted: 1, offered: 1 });
    expect(second).toEqual({
      ...{ type: 'PaymentApplied', list: 'parts', effectiveOn: on, data: { caseId: 'c-1', excess: '0.00' } },
      sections: [{ rows: 2, same: { orderId: 'o-1' }, each: { victimId: 0, amount: 1 } }],
    });
    expect(columns.columns).toHaveLength(2);
  });

  test('are divided by order, so that the victims of each may stand in its own schedule', () => {
    const columns = new Columns([]);
    const [run] = takeApart(
      [credited('v-1', '1.00'), credited('v-2', '1.00'), credited('v-1', '1.00', 'o-2')],
      columns,
    );
    expect(run?.sections.map(({ rows, same }) => [rows, same['orderId']])).toEqual([
      [2, 'o-1'],
      [1, 'o-2'],
    ]);
  });

  test.each([
    ['all of a roster', ['v-1', 'v-2', 'v-3'], { rows: 3, from: 0 }],
    ['a stretch of it', ['v-2', 'v-3'], { rows: 2, from: 1 }],
    ['some of it', ['v-1', 'v-3'], { rows: 2, lines: 0 }],
  ])('refer to %s, and do not list it again', (_, ids, expected) => {
    const columns = new Columns([roster('v-1', 'v-2', 'v-3', 'v-4')]);
    takeApart(
      ids.map((id) => credited(id, '1.00')),
      columns,
    );
    const of = { document: 'Schedule-o-1.3-abc', column: 1 };
    expect(columns.columns.at(-1)).toEqual({ of, ...expected });
    expect([...columns.listed.values()]).toEqual('lines' in expected ? [[0, 2]] : []);
  });

  test.each([
    ['somebody is not there', ['v-1', 'v-9']],
    ['the order is another', ['v-2', 'v-1']],
  ])('list their victims where %s', (_, ids) => {
    const columns = new Columns([roster('v-1', 'v-2', 'v-3')]);
    takeApart(
      ids.map((id) => credited(id, '1.00')),
      columns,
    );
    expect(columns.listed.get(0)).toEqual(ids);
  });

  test('cannot hold more than a list of rows', () => {
    const nested = { type: 'Nested', effectiveOn: on, data: { parts: [{ heads: [] }] } };
    const two = { type: 'Nested', effectiveOn: on, data: { parts: [], others: [] } };
    expect(() => takeApart([nested], new Columns([]))).toThrow(InvariantBroken);
    expect(() => takeApart([two], new Columns([]))).toThrow(InvariantBroken);
  });

  test('keep a list of words with their event, beside its list of rows', () => {
    const offences = ['18 U.S.C. 2252A(a)(2)', '18 U.S.C. 2252A(a)(5)'];
    const lines = [{ victimId: 'v-1' }, { victimId: 'v-2' }];
    const entered = { type: 'OrderEntered', effectiveOn: on, data: { offences, lines } };
    const columns = new Columns([]);
    const [apart, ...others] = takeApart([entered], columns);
    expect(others).toEqual([]);
    expect(apart).toMatchObject({ list: 'lines', data: { offences } });
    expect([...putTogether(apart === undefined ? [] : [apart], valuesIn(columns))]).toEqual([entered]);
    expect(rowsIn([entered])).toBe(3);
  });

  test('count each event and each entry of a list', () => {
    const listed = { type: 'PaymentApplied', effectiveOn: on, data: { parts: [{}, {}, {}] } };
    expect(rowsIn([credited('v-1', '1.00'), listed])).toBe(5);
  });
});

describe('what was taken apart', () => {
  const cell = fc.oneof(
    fc.constantFrom('v-1', 'v-2', 'v-3', '1.00', '2.00'),
    fc.nat(3),
    fc.constant(null),
    fc.boolean(),
  );
  const row = fc.record(
    { orderId: fc.constantFrom('o-1', 'o-2'), victimId: fc.constantFrom('v-1', 'v-2', 'v-3'), amount: cell },
    { requiredKeys: [] },
  );
  const event = fc.record({
    type: fc.constantFrom('One', 'Two'),
    effectiveOn: fc.constantFrom(on, day('2026-03-02')),
    data: fc.oneof(row, fc.record({ caseId: fc.constant('c-1'), parts: fc.array(row, { maxLength: 5 }) })),
  });

  test('is the same events in the same order when it is put together', () => {
    const rosters = [roster('v-1', 'v-2', 'v-3')];
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const columns = new Columns(rosters);
        const apart = JSON.parse(JSON.stringify(takeApart(events, columns))) as ReturnType<typeof takeApart>;
        expect([...putTogether(apart, valuesIn(columns, rosters))]).toEqual(events);
      }),
    );
  });

  test('is refused where a column has another length than its rows', () => {
    const columns = new Columns([]);
    const apart = takeApart([credited('v-1', '1.00'), credited('v-2', '2.00')], columns);
    expect(() => [...putTogether(apart, [['v-1'], ['1.00', '2.00']])]).toThrow(InvariantBroken);
    expect(() => [...putTogether(apart, [['v-1', 'v-2']])]).toThrow(InvariantBroken);
  });
});
