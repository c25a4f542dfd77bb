import { Ledger } from '../../../src/application/ledger.ts';
import { Projector } from '../../../src/application/projector.ts';
import { createQueries } from '../../../src/application/queries/queries.ts';
import type { Queries } from '../../../src/application/views/all-queries.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  receiptId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  remitDebt,
  returnPayment,
  setPolicy,
} from '../../support/words.ts';

const first = day('2026-03-02');
const known = [registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')];
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: first } as const;
const d1 = defendantId('d-1');
const paid = recordPayment('dcd.1', '1,250.00', {
  to: null,
  caseId: 'c-1',
  defendantId: d1,
  on: day('2026-03-10'),
});

/** A judgment of an assessment, restitution, a fine and community restitution, and a payment of 1,250.00 on 10 March. */
const judgment: readonly Command[] = [
  ...known,
  imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', { on: first }),
  imposeDebt('b-2', 'FINE', '200.00', { on: first }),
  imposeDebt('b-3', 'COMMUNITY_RESTITUTION', '500.00', { on: first }),
  enterOrder('o-1', '900.00', fraud),
  remitDebt('b-2', '60.00', { on: day('2026-03-05') }),
  paid,
];

async function told(commands: readonly Command[]): Promise<{ queries: Queries; log: MemoryEventStore }> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  const readModel = SqliteReadModelStore.inMemory(readModels);
  return { log, queries: createQueries({ log, readModel, projector: new Projector({ log, readModel }) }) };
}

const page = { limit: 10 };

describe('debts beside restitution', () => {
  test('are paid in the order of section 3612(c), to the cent', async () => {
    const { queries } = await told(judgment);
    const { rows } = await queries.debts({ caseId: caseId('c-1') }, {}, page);
    expect(
      rows.map(({ kind, imposed, remitted, outstanding, ...row }) => [
        kind,
        imposed,
        row.paid,
        remitted,
        outstanding,
      ]),
    ).toEqual([
      ['ASSESSMENT_3013', '100.00', '100.00', '0.00', '0.00'],
      ['FINE', '200.00', '140.00', '60.00', '0.00'],
      // 1,250.00 less 100.00, 900.00 to the victim and 140.00: 110.00, of which 65 percent and 35 percent.
      ['COMMUNITY_RESTITUTION', '500.00', '110.00', '0.00', '390.00'],
    ]);
    expect(rows.map(({ paidTo }) => paidTo)).toEqual([
      null,
      null,
      { CRIME_VICTIM_ASSISTANCE: '71.50', SUBSTANCE_ABUSE_BLOCK_GRANT: '38.50' },
    ]);
  });

  test('are shown as they were on a day, and with a receipt that paid them', async () => {
    const { queries } = await told(judgment);
    const then = await queries.debts({ defendantId: d1 }, { asOf: day('2026-03-04') }, page);
    expect(then.rows.map(({ outstanding }) => outstanding)).toEqual(['100.00', '200.00', '500.00']);
    const receipt = await queries.receipt(receiptId('dcd.1'), {});
    expect(receipt).toMatchObject({
      applied: '1250.00',
      debts: [
        { debtId: 'b-1', kind: 'ASSESSMENT_3013', amount: '100.00' },
        { debtId: 'b-2', kind: 'FINE', amount: '140.00' },
        { debtId: 'b-3', kind: 'COMMUNITY_RESTITUTION', amount: '110.00' },
      ],
    });
    const later = await queries.receipt(receiptId('dcd.1'), { asOf: day('2026-03-11') });
    expect(later).toMatchObject({ applied: '1250.00', settling: '0.00' });
  });

  test('are owed again when the payment comes back', async () => {
    const { queries } = await told([...judgment, returnPayment('dcd.1', { on: day('2026-03-12') })]);
    const { rows } = await queries.debts({}, {}, page);
    expect(rows.map(({ outstanding }) => outstanding)).toEqual(['100.00', '140.00', '500.00']);
    expect(await queries.receipt(receiptId('dcd.1'), {})).toMatchObject({ debts: [] });
  });

  test('are none of another defendant’s', async () => {
    const { queries } = await told([...judgment, registerDefendant('d-2', { caseId: 'c-1' })]);
    expect((await queries.debts({ defendantId: defendantId('d-2') }, {}, page)).rows).toEqual([]);
  });
});

test('what is held in suspense says what it waits for', async () => {
  const { log } = await told([setPolicy('P-09', 'SUSPENSE', { on: first }), ...known, paid]);
  const last = await log.lastOf('Receipt-dcd.1');
  expect(last).toMatchObject({ type: 'ExcessHeld', data: { amount: '1250.00', awaits: 'COURT_ORDER' } });
});
