import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { createQueries } from '../../src/application/queries/queries.ts';
import type { Queries } from '../../src/application/views/all-queries.ts';
import type { Command } from '../../src/domain/commands.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  orderId,
  recordDeath,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  today,
  vacateOrder,
  victimId,
} from '../support/words.ts';

const inOneCase = { caseId: 'c-1', track: 'FULL_AMOUNT' } as const;
const madeJoint = (crediting: 'PRO_RATA' | null = null): Command => ({
  type: 'MakeOrdersJoint',
  ...{ caseId: caseId('c-1'), orderIds: ['o-1', 'o-2'].map(orderId), crediting, on: today },
});
const paid = (receipt: string, by: string, amount: string, on = today): Command =>
  recordPayment(receipt, amount, { to: null, caseId: 'c-1', defendantId: defendantId(by), on });

/** Two who abused the same victim: d-1 is ordered to pay 3,500.00 of a loss of 7,200.00, and d-2 all of it. */
const judgment = (statute: '18 U.S.C. 2259' | '18 U.S.C. 3663A'): readonly Command[] => [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerDefendant('d-2', { caseId: 'c-1' })],
  registerVictim('v-1'),
  enterOrder('o-1', '3,500.00', { ...inOneCase, statute, defendantId: 'd-1' }),
  enterOrder('o-2', '7,200.00', { ...inOneCase, statute, defendantId: 'd-2' }),
];

async function told(
  commands: readonly Command[],
  { atomicStreams }: { atomicStreams: boolean },
): Promise<Queries> {
  const log = new MemoryEventStore({ atomicStreams });
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  const readModel = SqliteReadModelStore.inMemory(readModels);
  return createQueries({ log, readModel, projector: new Projector({ log, readModel }) });
}

const page = { limit: 10 };

async function standing(queries: Queries, clocks = {}): Promise<readonly (readonly string[])[]> {
  const { rows } = await queries.liabilities({ victimId: victimId('v-1') }, clocks, page);
  return rows.map((row) => [row.orderId, row.paid, row.relieved, row.outstanding, row.status]);
}

describe.each([true, false])('with one append a command: %s', (atomicStreams) => {
  describe.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)('two who owe jointly under %s', (statute) => {
    test('each owe up to the own amount until the victim is whole', async () => {
      const queries = await told([...judgment(statute), madeJoint(), paid('dcd.1', 'd-2', '5,117.92')], {
        atomicStreams,
      });
      // 7,200.00 less 5,117.92 is 2,082.08: that is all that is left for either.
      expect(await standing(queries)).toEqual([
        ['o-1', '0.00', '1417.92', '2082.08', 'open'],
        ['o-2', '5117.92', '0.00', '2082.08', 'open'],
      ]);
    });

    test('pay the loss once: what comes beyond it is held, and nobody owes any more', async () => {
      const history = [
        ...[...judgment(statute), madeJoint()],
        ...[
          paid('dcd.1', 'd-2', '5,117.92'),
          paid('dcd.2', 'd-1', '3,500.00'),
          paid('dcd.3', 'd-2', '10.00'),
        ],
      ];
      const queries = await told(history, { atomicStreams });
      expect(await standing(queries)).toEqual([
        ['o-1', '2082.08', '1417.92', '0.00', 'satisfied'],
        ['o-2', '5117.92', '2082.08', '0.00', 'satisfied'],
      ]);
      const receipts = ['dcd.2', 'dcd.3'].map((id) => queries.receipt(id as never, {}));
      const held = (await Promise.all(receipts)).map((receipt) => [receipt?.applied, receipt?.excess]);
      expect(held).toEqual([
        ['2082.08', '1417.92'],
        ['0.00', '10.00'],
      ]);
    });

    test('pay the loss as the orders that stand have it: one that was set aside measures it no more', async () => {
      const setAside = vacateOrder('o-2', { caseId: 'c-1', on: day('2026-03-06') });
      const history = [...judgment(statute), madeJoint(), paid('dcd.1', 'd-2', '3,499.99'), setAside];
      const before = await told(history, { atomicStreams });
      expect(await standing(before, { asOf: day('2026-03-05') })).toEqual([
        ['o-1', '0.00', '0.00', '3500.00', 'open'],
        ['o-2', '3499.99', '0.00', '3700.01', 'open'],
      ]);
      const owed = ['o-1', '0.00', '3499.99', '0.01', 'open'];
      expect(await standing(before)).toEqual([owed, ['o-2', '3499.99', '0.00', '0.00', 'vacated']]);
      const more = paid('dcd.2', 'd-1', '3,500.00', day('2026-03-07'));
      const queries = await told([...history, more], { atomicStreams });
      expect((await standing(queries))[0]).toEqual(['o-1', '0.01', '3499.99', '0.00', 'satisfied']);
      expect((await queries.receipt('dcd.2' as never, {}))?.excess).toBe('3499.99');
    });

    test('owe again what comes back', async () => {
      const history = [
        ...[...judgment(statute), madeJoint(), paid('dcd.1', 'd-2', '7,200.00')],
        returnPayment('dcd.1', { on: day('2026-03-05') }),
        paid('dcd.2', 'd-1', '100.00', day('2026-03-06')),
      ];
      expect(await standing(await told(history, { atomicStreams }))).toEqual([
        ['o-1', '100.00', '0.00', '3400.00', 'open'],
        ['o-2', '0.00', '100.00', '7100.00', 'open'],
      ]);
    });

    test('are credited by the judgment’s method, and by the answer of the day where it has none', async () => {
      const by = async (method: Command): Promise<readonly string[] | undefined> => {
        const history = [...judgment(statute), method, paid('dcd.1', 'd-2', '511.79')];
        return (await standing(await told([...history], { atomicStreams })))[0];
      };
      // 35/72 of 511.79 is 248.786..., cut to 248.78.
      expect(await by(madeJoint('PRO_RATA'))).toEqual(['o-1', '0.00', '248.78', '3251.22', 'open']);
      const history = [setPolicy('P-23', 'PER_JUDGMENT', { on: today }), ...judgment(statute)];
      const queries = await told([...history, madeJoint(), paid('dcd.1', 'd-2', '511.79')], {
        atomicStreams,
      });
      expect((await standing(queries))[0]).toEqual(['o-1', '0.00', '511.79', '2988.21', 'open']);
    });

    test('are found by how they stand, page by page', async () => {
      const queries = await told([...judgment(statute), madeJoint(), paid('dcd.1', 'd-2', '7,200.00')], {
        atomicStreams,
      });
      const open = await queries.liabilities({ status: 'open' }, {}, page);
      expect(open.rows).toEqual([]);
      const first = await queries.liabilities({ status: 'satisfied' }, {}, { limit: 1 });
      expect(first.rows.map((row) => row.orderId)).toEqual(['o-1']);
      const next = await queries.liabilities(
        { status: 'satisfied' },
        {},
        { limit: 1, cursor: first.next ?? '' },
      );
      expect(next.rows.map((row) => row.orderId)).toEqual(['o-2']);
    });
  });
});

test('an order names those who owe jointly with it, and the death of its defendant, from the day on', async () => {
  const queries = await told(
    [...judgment('18 U.S.C. 3663A'), madeJoint(), recordDeath('d-2', { on: day('2026-06-01') })],
    {
      atomicStreams: true,
    },
  );
  const one = await queries.order(orderId('o-1'), {});
  expect(one).toMatchObject({ defendantDiedOn: null, jointlyWith: [{ defendantId: 'd-2', orderId: 'o-2' }] });
  const other = await queries.order(orderId('o-2'), {});
  expect(other).toMatchObject({
    defendantDiedOn: '2026-06-01',
    jointlyWith: [{ defendantId: 'd-1', orderId: 'o-1' }],
  });
  expect(await queries.order(orderId('o-2'), { asOf: day('2026-05-31') })).toMatchObject({
    defendantDiedOn: null,
  });
});

describe('P-24: do those who paid less than their share owe one who paid more?', () => {
  const history = [...judgment('18 U.S.C. 3663A'), madeJoint(), paid('dcd.1', 'd-2', '5,117.92')];
  const claim = {
    victimId: 'v-1',
    from: { defendantId: 'd-1', orderId: 'o-1' },
    to: { defendantId: 'd-2', orderId: 'o-2' },
    amount: '1674.09',
  };

  test('NONE: nothing is kept of it', async () => {
    const queries = await told(history, { atomicStreams: true });
    expect((await queries.order(orderId('o-1'), {}))?.contributions).toEqual([]);
  });

  test('TRACK_CONTRIBUTION: either order shows it, and what is owed to the victim is the same', async () => {
    const tracked = [...history, setPolicy('P-24', 'TRACK_CONTRIBUTION')];
    const queries = await told(tracked, { atomicStreams: true });
    expect((await queries.order(orderId('o-1'), {}))?.contributions).toEqual([claim]);
    expect((await queries.order(orderId('o-2'), {}))?.contributions).toEqual([claim]);
    expect(await standing(queries)).toEqual([
      ['o-1', '0.00', '1417.92', '2082.08', 'open'],
      ['o-2', '5117.92', '0.00', '2082.08', 'open'],
    ]);
  });

  test('TRACK_CONTRIBUTION: by the answer of the day asked about, and by what had been paid then', async () => {
    const later = paid('dcd.2', 'd-1', '1,000.00', day('2026-03-09'));
    const tracked = [...history, setPolicy('P-24', 'TRACK_CONTRIBUTION', { on: day('2026-03-05') }), later];
    const queries = await told(tracked, { atomicStreams: true });
    const on = async (asOf: string) => {
      const order = await queries.order(orderId('o-1'), { asOf: day(asOf) });
      return order?.contributions.map(({ amount }) => amount);
    };
    expect(await on('2026-03-04')).toEqual([]);
    expect(await on('2026-03-05')).toEqual(['1674.09']);
    // 6,117.92 by 3,500 of 10,700 is 2,001.1887...: 2,001.19, of which 1,000.00 is paid.
    expect(await on('2026-03-09')).toEqual(['1001.19']);
  });

  test('an order that is owed alone has none', async () => {
    const queries = await told(
      [
        ...judgment('18 U.S.C. 2259'),
        setPolicy('P-24', 'TRACK_CONTRIBUTION'),
        paid('dcd.1', 'd-2', '5,117.92'),
      ],
      { atomicStreams: true },
    );
    expect((await queries.order(orderId('o-2'), {}))?.contributions).toEqual([]);
  });
});
