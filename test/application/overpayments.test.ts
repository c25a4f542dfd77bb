/** An order is lowered below what was paid (P-46): what stays with its victim, and where the rest goes, to the cent. */
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { assignInterest, revokeAssignment, sameVictim } from '../support/people-words.ts';
import {
  reduceLiability,
  reportRecovery,
  reverseReduction,
  verifyRecovery,
} from '../support/recovery-words.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  determineLoss,
  disburse,
  enterOrder,
  expire,
  imposeDebt,
  makeFinal,
  orderId,
  receiptId,
  recordNoImprisonment,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  today,
  tomorrow,
  vacateOrder,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, copiesAgree, Telling } from './telling.ts';

const by = { defendantId: 'd-1' } as const;
const later = { on: tomorrow };

/** d-1 owes v-1 in c-1 under o-1, a fine there, and v-2 in c-2. */
const court = (statute: '18 U.S.C. 2259' | '18 U.S.C. 3663A'): readonly Command[] => [
  ...[setPolicy('P-46', 'EXCESS'), setPolicy('P-42', 'RECORD')],
  ...['c-1', 'c-2'].flatMap((id) => [registerCase(id), registerDefendant('d-1', { caseId: id })]),
  ...[registerVictim('v-1'), registerVictim('v-2'), registerVictim('v-3')],
  enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '4,000.00' }, { ...by, caseId: 'c-1', statute }),
  imposeDebt('b-1', 'FINE', '500.00', { inCase: 'c-1' }),
  enterOrder('o-2', { 'v-2': '3,000.00' }, { ...by, caseId: 'c-2', statute }),
];
const pay = (id: string, amount: string, to: string | null = 'o-1') =>
  recordPayment(id, amount, { to, caseId: 'c-1', defendantId: defendantId('d-1') });
const paid = [pay('dcd.1', '8,000.00'), pay('dcd.2', '2,000.00')] as const;
const joint: Command = {
  type: 'MakeOrdersJoint',
  ...{ caseId: caseId('c-1'), orderIds: ['o-1', 'o-3'].map(orderId), crediting: null, on: today },
};

/** What would take some of it first. */
const isBeside = (each: Command): boolean =>
  each.type === 'ImposeDebt' || (each.type === 'EnterOrder' && each.orderId === 'o-2');

afterEach(closeAll);

describe.each(bothKinds)('an order that is lowered below what was paid, $kind', ({ atomicStreams }) => {
  describe.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)('under %s', (statute) => {
    const track = statute === '18 U.S.C. 2259' ? 'TRAFFICKING' : 'FULL_AMOUNT';
    const amend = (id: string, shares: Readonly<Record<string, string>>, given: { on?: typeof today } = {}) =>
      amendOrder(id, shares, { ...given, track });

    async function after(...commands: readonly Command[]) {
      const telling = new Telling(new MemoryEventStore({ atomicStreams }));
      for (const command of [...court(statute), ...commands]) await telling.tell(command);
      // Of one person under two ids, the stream of the one knows what is owed to both.
      const cases = commands.some(({ type }) => type === 'RecordSameVictim') ? [] : ['c-1', 'c-2'];
      for (const id of cases) expect(await copiesAgree(telling, id)).toBe(true);
      const queries = queriesOver(telling.store);
      const { difference, accounts } = await queries.trialBalance({});
      const between = accounts.find(({ account }) => account === 'between-cases')?.balance;
      expect([difference, between]).toEqual(['0.00', '0.00']);
      return {
        /** Of one receipt: what it pays on what, what is held and what is on its way. */
        async receipt(id: string) {
          const found = await queries.receipt(receiptId(id), {});
          if (found === undefined) throw new Error('the receipt is not known');
          const { parts, debts, excess, settling } = found;
          const own = parts.map(
            ({ orderId, victimId, amount }) => [`${orderId} ${victimId}`, amount] as const,
          );
          const pays = Object.fromEntries([...own, ...debts.map(({ debtId, amount }) => [debtId, amount])]);
          return { pays: pays as unknown, excess, settling };
        },
        /** Of one line: paid, overpaid and owed. */
        async line(order: string, victim: string) {
          const { rows } = await queries.liabilities({}, {}, { limit: 20 });
          const row = rows.find((each) => each.orderId === order && each.victimId === victim);
          return [row?.paid, row?.overpaid, row?.outstanding];
        },
        balance: (account: string) => accounts.find((each) => each.account === account)?.balance,
        happened: async (type: string) => (await telling.happened()).filter((each) => each.endsWith(type)),
      };
    }

    test('gives what was paid last, and not paid out, to the payor’s other debts, and holds what none can take', async () => {
      const { receipt, line } = await after(
        ...paid,
        amend('o-1', { 'v-1': '1,000.00', 'v-2': '4,000.00' }, later),
      );
      // 5,000.00 above: all 1,200.00 that dcd.2 had paid to v-1, and 3,800.00 of the 4,800.00 of dcd.1.
      expect(await line('o-1', 'v-1')).toEqual(['1000.00', '0.00', '0.00']);
      expect(await receipt('dcd.2')).toEqual({
        pays: { 'o-1 v-2': '800.00', 'b-1': '500.00', 'o-2 v-2': '700.00' },
        ...{ excess: '0.00', settling: '0.00' },
      });
      expect(await receipt('dcd.1')).toEqual({
        pays: { 'o-1 v-1': '1000.00', 'o-1 v-2': '3200.00', 'o-2 v-2': '2300.00' },
        ...{ excess: '1500.00', settling: '0.00' },
      });
    });

    test('leaves all of it with the victim where that is kept', async () => {
      const { receipt, line } = await after(
        setPolicy('P-46', 'KEEP'),
        ...paid,
        amend('o-1', { 'v-1': '1,000.00' }, later),
      );
      expect(await line('o-1', 'v-1')).toEqual(['6000.00', '5000.00', '0.00']);
      expect(await receipt('dcd.2')).toMatchObject({ pays: { 'o-1 v-1': '1200.00', 'o-1 v-2': '800.00' } });
    });

    test('goes by the answer of the day of the amendment', async () => {
      const { line } = await after(
        setPolicy('P-46', 'KEEP', later),
        ...paid,
        amend('o-1', { 'v-1': '5,000.00' }),
        amend('o-1', { 'v-1': '1,000.00' }, later),
      );
      expect(await line('o-1', 'v-1')).toEqual(['5000.00', '4000.00', '0.00']);
    });

    test('leaves with the victim what was paid out', async () => {
      const { line, balance, receipt } = await after(
        ...paid,
        disburse('p-1', '5,700.00'),
        amend('o-1', { 'v-1': '1,000.00' }, later),
      );
      expect(await line('o-1', 'v-1')).toEqual(['5700.00', '4700.00', '0.00']);
      expect(await receipt('dcd.2')).toMatchObject({ pays: { 'o-1 v-1': '900.00', 'b-1': '300.00' } });
      // Of what is held, all is of the other victim: 4,000.00.
      expect(balance('victim-payable')).toBe('-4000.00');
    });

    test('counts a civil recovery that was credited against the lowered amount, unless its credit is reversed', async () => {
      const inCase = { victim: 'v-2', to: 'o-2', inCase: 'c-2' } as const;
      const credited = [
        recordPayment('dcd.1', '1,000.00', { to: 'o-2', caseId: 'c-2', defendantId: defendantId('d-1') }),
        reportRecovery('x-1', '2,000.00', { victim: 'v-2', source: 'CIVIL_JUDGMENT_2255' }),
        ...[verifyRecovery('x-1', '2,000.00', { victim: 'v-2' }), reduceLiability('x-1', '2,000.00', inCase)],
      ];
      const lowered = amend('o-2', { 'v-2': '1,000.00' }, later);
      // More than the 1,000.00 that are ordered came from elsewhere: of what was paid, nothing was owed (3664(j)(2)).
      const both = await after(...credited, lowered);
      expect(await both.line('o-2', 'v-2')).toEqual(['0.00', '1000.00', '0.00']);
      expect(await both.receipt('dcd.1')).toMatchObject({ excess: '0.00', settling: '0.00' });
      // Where the order is lowered because of the recovery, the amount has it in it already.
      const alone = await after(...credited, reverseReduction('x-1', inCase), lowered);
      expect(await alone.line('o-2', 'v-2')).toEqual(['1000.00', '0.00', '0.00']);
      expect(await alone.receipt('dcd.1')).toMatchObject({ pays: { 'o-2 v-2': '1000.00' } });
    });

    test('takes back once, also where the order is raised again and lowered again', async () => {
      const { line, receipt } = await after(
        ...paid,
        amend('o-1', { 'v-1': '5,800.00' }, later),
        amend('o-1', { 'v-1': '6,000.00' }, later),
        pay('dcd.3', '200.00'),
        amend('o-1', { 'v-1': '5,700.00' }, { on: day('2026-03-04') }),
      );
      expect(await line('o-1', 'v-1')).toEqual(['5700.00', '0.00', '0.00']);
      expect(await receipt('dcd.3')).toMatchObject({ pays: { 'b-1': '200.00' }, excess: '0.00' });
      expect(await receipt('dcd.2')).toMatchObject({
        pays: { 'o-1 v-1': '900.00', 'o-1 v-2': '800.00', 'b-1': '300.00' },
        excess: '0.00',
      });
    });

    test('is held where excess goes to no other debts (P-09)', async () => {
      const { receipt, happened } = await after(
        setPolicy('P-09', 'SUSPENSE', later),
        ...paid,
        amend('o-1', { 'v-1': '5,900.00' }, later),
      );
      expect(await receipt('dcd.2')).toMatchObject({ excess: '100.00', settling: '0.00' });
      expect(await happened('ReceiptPassedOn')).toEqual([]);
    });

    test('a receipt that comes back later takes back what it still pays, wherever that is', async () => {
      const { receipt, line } = await after(
        ...paid,
        amend('o-1', { 'v-1': '1,000.00' }, later),
        returnPayment('dcd.2', later),
      );
      expect(await receipt('dcd.2')).toEqual({ pays: {}, excess: '0.00', settling: '0.00' });
      expect(await line('o-1', 'v-1')).toEqual(['1000.00', '0.00', '0.00']);
      expect(await line('o-1', 'v-2')).toEqual(['3200.00', '0.00', '800.00']);
      expect(await line('o-2', 'v-2')).toEqual(['2300.00', '0.00', '700.00']);
    });

    test('a receipt of which all was held comes back whole', async () => {
      const { receipt, line, balance } = await after(
        ...paid,
        setPolicy('P-09', 'REFUND_AT_ONCE', later),
        amend('o-1', { 'v-1': '1,000.00' }, later),
        returnPayment('dcd.1', later),
      );
      expect(await receipt('dcd.1')).toEqual({ pays: {}, excess: '0.00', settling: '0.00' });
      expect(await line('o-1', 'v-1')).toEqual(['0.00', '0.00', '1000.00']);
      expect(balance('refund-payable')).toBe('-1200.00');
    });

    test('does the same under an order whose term is over, and nothing under one that was set aside', async () => {
      const isOver = [recordNoImprisonment(), expire({ order: 'o-1', on: day('2046-03-02') })];
      const over = await after(...paid, ...isOver, amend('o-1', { 'v-1': '1,000.00' }, later));
      expect(await over.line('o-1', 'v-1')).toEqual(['1000.00', '0.00', '0.00']);
      const vacated = await after(...paid, amend('o-1', { 'v-1': '5,000.00' }), vacateOrder('o-1', later));
      expect(await vacated.line('o-1', 'v-1')).toEqual(['5000.00', '0.00', '0.00']);
    });

    test('where the loss is owed jointly, the other owes what was taken back of the one', async () => {
      const { line } = await after(
        registerDefendant('d-2', { caseId: 'c-1' }),
        enterOrder('o-3', { 'v-1': '6,000.00' }, { defendantId: 'd-2', caseId: 'c-1', statute }),
        joint,
        ...paid,
        amend('o-1', { 'v-1': '5,000.00' }, later),
      );
      expect(await line('o-1', 'v-1')).toEqual(['5000.00', '0.00', '0.00']);
      expect(await line('o-3', 'v-1')).toEqual(['0.00', '0.00', '1000.00']);
    });

    test('of one person under two ids, no more is taken back than is held for the person', async () => {
      const { line, balance } = await after(
        ...paid,
        sameVictim('v-2'),
        disburse('p-1', '9,500.00'),
        amend('o-1', { 'v-1': '5,000.00', 'v-2': '3,000.00' }, later),
      );
      expect(await line('o-1', 'v-1')).toEqual(['5500.00', '500.00', '0.00']);
      expect(await line('o-1', 'v-2')).toEqual(['4000.00', '1000.00', '0.00']);
      expect(balance('victim-payable')).toBe('0.00');
    });
  });

  test('takes the victim below the cap again, and what had ended is owed again (P-19)', async () => {
    const telling = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const command of [
      ...court('18 U.S.C. 2259'),
      determineLoss('c-1', '6,000.00'),
      makeFinal('o-1'),
      ...[
        registerDefendant('d-2', { caseId: 'c-2' }),
        enterOrder('o-9', '3,000.00', { caseId: 'c-2', defendantId: 'd-2' }),
      ],
      ...paid,
    ])
      await telling.tell(command);
    expect(await telling.owedTo()).toMatchObject({ 'o-9': ['0.00', '3000.00', '0.00'] });
    await telling.tell(amendOrder('o-1', { 'v-1': '4,000.00' }, later));
    expect(await telling.owedTo()).toMatchObject({
      'o-1': ['4000.00', '0.00', '0.00'],
      'o-9': ['0.00', '0.00', '3000.00'],
    });
  });

  test.each(['6,000.01', '8,000.00'])(
    'what comes back to the payor’s other orders takes it, also where it had declined some of the %s',
    async (amount) => {
      const telling = new Telling(new MemoryEventStore({ atomicStreams }));
      for (const command of [
        ...court('18 U.S.C. 2259').filter((each) => !isBeside(each)),
        ...[determineLoss('c-1', '6,000.00'), makeFinal('o-1')],
        enterOrder('o-7', '1,500.00', { ...by, caseId: 'c-1' }),
        enterOrder('o-8', '3,000.00', { ...by, caseId: 'c-2' }),
        amendOrder('o-1', { 'v-2': '0.01' }),
        pay('dcd.1', amount),
      ])
        await telling.tell(command);
      expect(await telling.owedTo()).toMatchObject({ 'o-7': ['0.00', '1500.00', '0.00'] });
      await telling.tell(amendOrder('o-1', { 'v-1': '4,000.00' }, later));
      // All of the 2,000.00 is paid on what is owed again; and so the victim has all once more, and the rest ends.
      expect(await telling.owedTo()).toMatchObject({
        'o-1': ['4000.00', '0.00', '0.00'],
        'o-7': ['1500.00', '0.00', '0.00'],
        'o-8': ['500.00', '2500.00', '0.00'],
      });
      for (const id of ['c-1', 'c-2']) expect(await copiesAgree(telling, id)).toBe(true);
    },
  );

  test('an amendment that says nothing new changes nothing', async () => {
    const telling = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const command of [...court('18 U.S.C. 2259'), ...paid]) await telling.tell(command);
    const amendment = amendOrder('o-1', { 'v-1': '1,000.00' }, later);
    await telling.tell(amendment);
    const { length } = await telling.log();
    await telling.tell(amendment);
    expect(await telling.log()).toHaveLength(length);
  });
});

test('what was assigned to the Crime Victims Fund is not taken out of what the victim has been paid, nor the other way round', async () => {
  const telling = new Telling(new MemoryEventStore());
  const on = (date: string) => ({ on: day(date) });
  const story = [
    ...[
      setPolicy('P-46', 'EXCESS'),
      setPolicy('P-29', 'ASSIGNED_DOES_NOT_COUNT'),
      setPolicy('P-42', 'RECORD'),
    ],
    ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
    ...[determineLoss('c-1', '4,000.00'), enterOrder('o-1', '4,000.00'), makeFinal('o-1')],
    ...[assignInterest(), recordPayment('dcd.1', '600.00', on('2026-03-02'))],
    ...[revokeAssignment(on('2026-03-04')), recordPayment('dcd.2', '400.00', on('2026-03-04'))],
    ...[disburse('p-1', '400.00', on('2026-03-05')), amendOrder('o-1', '600.00', on('2026-03-06'))],
  ];
  for (const command of story) await telling.tell(command);
  const queries = queriesOver(telling.store);
  expect(await queries.victim('v-1' as never, {})).toMatchObject({ received: '400.00', headroom: '3600.00' });
  expect(await queries.receipt(receiptId('dcd.1'), {})).toMatchObject({
    applied: '200.00',
    excess: '400.00',
  });
  expect(await queries.receipt(receiptId('dcd.2'), {})).toMatchObject({ applied: '400.00', excess: '0.00' });
});
