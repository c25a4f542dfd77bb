import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { createQueries } from '../../src/application/queries/queries.ts';
import { caseDecider } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { Command } from '../../src/domain/commands.ts';
import { outstanding } from '../../src/domain/liability/liability.ts';
import { formatMoney } from '../../src/domain/money.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { ledgerEventOf } from '../support/ledger-event.ts';
import { reduceLiability, reportRecovery, reverseReduction } from '../support/recovery-words.ts';
import {
  amendOrder,
  caseId,
  day,
  enterOrder,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  today,
  victimId,
} from '../support/words.ts';
import { eventsOf } from './asking.ts';

const later = day('2026-04-02');
const statutes = ['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const;
const stores = [true, false];

/** d-1 and d-2 owe the victim 7,200.00 and 3,500.00, and a civil recovery of 2,000.00 was reported. */
const known = (statute: (typeof statutes)[number]): readonly Command[] => [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerDefendant('d-2', { caseId: 'c-1' })],
  ...[registerVictim('v-1'), reportRecovery('x-1', '2,000.00', { source: 'CIVIL_JUDGMENT_2255' })],
  enterOrder('o-1', '7,200.00', { statute, caseId: 'c-1', defendantId: 'd-1', track: 'FULL_AMOUNT' }),
  enterOrder('o-2', '3,500.00', { statute, caseId: 'c-1', defendantId: 'd-2', track: 'FULL_AMOUNT' }),
];
const inCase = { inCase: 'c-1' } as const;
const credited = reduceLiability('x-1', '2,000.00', inCase);

async function told(commands: readonly Command[], atomicStreams: boolean) {
  const log = new MemoryEventStore({ atomicStreams });
  const ledger = new Ledger(log);
  for (const [at, command] of commands.entries())
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const queries = createQueries({ log, readModel, projector: new Projector({ log, readModel }) });
  return { log, ledger, queries };
}

type Told = Awaited<ReturnType<typeof told>>;

async function standing({ queries }: Told, clocks = {}): Promise<readonly (readonly string[])[]> {
  const { rows } = await queries.liabilities({ victimId: victimId('v-1') }, clocks, { limit: 10 });
  return rows.map((row) => [row.paid, row.reduced, row.relieved, row.outstanding, row.status]);
}

/** What the case takes to be owed under the order: its copy, where the victim's stream decides. */
async function owedInCase({ log }: Told, order: string): Promise<string> {
  const state = caseDecider.empty();
  for (const recorded of await eventsOf(log))
    if (recorded.stream === 'Case-c-1') caseDecider.evolve(state, ledgerEventOf(recorded) as CaseEvent);
  const liability = state.liabilities.get({ orderId: orderId(order), victimId: victimId('v-1') })!;
  return formatMoney(outstanding(liability));
}

describe.each(statutes)('a credit for a civil recovery, under %s', (statute) => {
  test.each(stores)(
    'is taken off what is owed, on both clocks, and the books balance (atomic: %s)',
    async (atomic) => {
      const world = await told([...known(statute), { ...credited, on: later }], atomic);
      const open = ['0.00', '0.00', '0.00', '3500.00', 'open'];
      expect(await standing(world)).toEqual([['0.00', '2000.00', '0.00', '5200.00', 'open'], open]);
      expect(await standing(world, { asOf: today })).toEqual([
        ['0.00', '0.00', '0.00', '7200.00', 'open'],
        open,
      ]);
      expect(await owedInCase(world, 'o-1')).toBe('5200.00');
      const { accounts, difference } = await world.queries.trialBalance({});
      expect(difference).toBe('0.00');
      expect(accounts.find(({ account }) => account === 'reduced')?.balance).toBe('2000.00');
      expect(accounts.find(({ account }) => account === 'cash')?.balance).toBe('0.00');
    },
  );

  test.each(stores)(
    'leaves the rest to be paid, and then the order is satisfied (atomic: %s)',
    async (atomic) => {
      const pay = recordPayment('dcd.1', '6,000.00', { to: 'o-1', ...{ caseId: 'c-1', on: later } });
      const world = await told([...known(statute), credited, pay], atomic);
      expect((await standing(world))[0]).toEqual(['5200.00', '2000.00', '0.00', '0.00', 'satisfied']);
      expect((await world.queries.receipt(pay.receiptId, {}))?.excess).toBe('800.00');
    },
  );

  test.each(stores)(
    'that is reversed is owed again, and told again changes nothing (atomic: %s)',
    async (atomic) => {
      const reversed = reverseReduction('x-1', { ...inCase, on: later });
      const world = await told([...known(statute), credited, credited, reversed, reversed], atomic);
      expect((await standing(world))[0]).toEqual(['0.00', '0.00', '0.00', '7200.00', 'open']);
      expect(await owedInCase(world, 'o-1')).toBe('7200.00');
      const types = (await eventsOf(world.log)).map(({ type }) => type);
      expect(types.filter((type) => type.startsWith('Reduction') || type === 'LiabilityReduced')).toEqual(
        statute === '18 U.S.C. 2259'
          ? ['LiabilityReduced', 'ReductionNoted', 'ReductionReversed', 'ReductionNoted']
          : ['LiabilityReduced', 'ReductionReversed'],
      );
    },
  );

  test.each(stores)('relieves those who owe the same loss (atomic: %s)', async (atomic) => {
    const joint: Command = {
      type: 'MakeOrdersJoint',
      ...{
        caseId: caseId('c-1'),
        orderIds: ['o-1', 'o-2'].map(orderId),
        crediting: 'PER_JUDGMENT',
        on: today,
      },
    };
    const world = await told([...known(statute), joint, credited], atomic);
    expect(await standing(world)).toEqual([
      ['0.00', '2000.00', '0.00', '5200.00', 'open'],
      ['0.00', '0.00', '2000.00', '1500.00', 'open'],
    ]);
  });

  test.each(stores)('is measured anew, and its case hears of it (atomic: %s)', async (atomic) => {
    const pay = recordPayment('dcd.1', '6,500.00', { to: 'o-1', ...{ caseId: 'c-1', on: today } });
    const back = returnPayment('dcd.1', { on: later });
    const world = await told([...known(statute), pay, credited, back], atomic);
    expect((await standing(world, { asOf: today }))[0]).toEqual([
      '6500.00',
      '700.00',
      '0.00',
      '0.00',
      'satisfied',
    ]);
    expect((await standing(world))[0]).toEqual(['0.00', '2000.00', '0.00', '5200.00', 'open']);
    expect(await owedInCase(world, 'o-1')).toBe('5200.00');
    const raised = amendOrder('o-1', '7,500.00', { caseId: 'c-1', track: 'FULL_AMOUNT', on: later });
    const amended = await told([...known(statute), pay, credited, raised], atomic);
    expect((await standing(amended))[0]).toEqual(['6500.00', '1000.00', '0.00', '0.00', 'satisfied']);
    expect(await owedInCase(amended, 'o-1')).toBe('0.00');
  });

  test('is of a line that there is, and of a recovery that was reported', async () => {
    const { ledger } = await told(known(statute), true);
    const refused = async (command: Command): Promise<unknown> =>
      ledger.handle(command, { commandId: 'other', actor: 'test' }).catch((error: unknown) => error);
    const of = (code: string) => expect.objectContaining({ name: 'Rejection', code });
    expect(await refused({ ...credited, orderId: orderId('o-9') })).toEqual(of('order-not-found'));
    expect(await refused({ ...credited, victimId: victimId('v-9') })).toEqual(of('order-not-found'));
    expect(await refused({ ...credited, caseId: caseId('c-9') })).toEqual(of('case-not-registered'));
    expect(await refused(reduceLiability('x-2', '1.00', inCase))).toEqual(of('recovery-not-found'));
    expect(await refused(reverseReduction('x-1', inCase))).toEqual(of('reduction-not-found'));
  });
});
