import { Ledger } from '../../../src/application/ledger.ts';
import { Projector } from '../../../src/application/projector.ts';
import { createQueries } from '../../../src/application/queries/queries.ts';
import type { Queries } from '../../../src/application/views/all-queries.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPaymentSchedule,
} from '../../support/words.ts';

const judgment = day('2026-01-02');
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: judgment } as const;
const owed: readonly Command[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
  imposeDebt('b-1', 'COSTS', '70.00', { on: judgment }),
  enterOrder('o-1', '900.00', fraud),
  imposeDebt('b-2', 'FINE', '500.00', { on: judgment }),
  setPaymentSchedule(day('2026-02-01'), { order: 'o-1', amount: '25.00', every: 'QUARTER', on: judgment }),
];

async function told(commands: readonly Command[]): Promise<Queries> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const projector = new Projector({ log, readModel });
  return createQueries({ log, readModel, projector, today: () => day('2026-02-10') });
}

describe('what is late', () => {
  test('is fines and restitution, by the schedule that holds; all of it where there is none', async () => {
    const { rows } = await (await told(owed)).arrears({}, {}, { limit: 10 });
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ orderId: 'o-1', debtId: null, manner: 'INSTALMENTS', standing: 'OVERDUE', overdue: '25.00' },
        ...{ dueOn: '2026-02-01', outstanding: '900.00', delinquencyPenalty: '0.00' },
      }),
      expect.objectContaining({
        ...{ orderId: null, debtId: 'b-2', manner: null, standing: 'DELINQUENT', overdue: '500.00' },
        ...{ dueOn: '2026-01-02', delinquentOn: '2026-02-02', delinquencyNoticeDueOn: '2026-02-17' },
        ...{ delinquencyPenalty: '50.00', defaultPenalty: '0.00' },
      }),
    ]);
  });

  test('is asked as of a day, and of a defendant', async () => {
    const queries = await told([
      ...owed,
      registerDefendant('d-2', { caseId: 'c-1' }),
      setPaymentSchedule(day('2026-12-01'), { debt: 'b-2', on: day('2026-02-05') }),
      recordPayment('dcd.1', '25.00', { caseId: 'c-1', defendantId: 'd-1', on: day('2026-02-06') }),
    ]);
    const lateOn = async (asOf: string, defendant = 'd-1') => {
      const filter = { defendantId: defendantId(defendant) };
      const { rows } = await queries.arrears(filter, { asOf: day(asOf) }, { limit: 10 });
      return rows.map(({ orderId, debtId, overdue }) => [orderId ?? debtId, overdue]);
    };
    expect(await lateOn('2026-02-04')).toEqual([
      ['o-1', '25.00'],
      ['b-2', '500.00'],
    ]);
    expect(await lateOn('2026-02-06')).toEqual([]);
    expect(await lateOn('2026-05-02')).toEqual([['o-1', '25.00']]);
    expect(await lateOn('2026-05-02', 'd-2')).toEqual([]);
  });

  test('is found page by page among much that is not', async () => {
    const queries = await told(owed);
    const first = await queries.arrears({}, {}, { limit: 1 });
    expect(first.rows.map(({ orderId }) => orderId)).toEqual(['o-1']);
    const second = await queries.arrears({}, {}, { limit: 1, cursor: first.next ?? '' });
    expect(second.rows.map(({ debtId }) => debtId)).toEqual(['b-2']);
  });
});
