import fc from 'fast-check';
import { BadCursor } from '../../../src/application/queries/cursor.ts';
import { policiesInForce } from '../../../src/application/policies-in-force.ts';
import type { Clocks, Page, Paged, SubjectFilter } from '../../../src/application/views/ledger.ts';
import type { Queries } from '../../../src/application/views/all-queries.ts';
import type { OrderId, ReceiptId } from '../../../src/domain/ids.ts';
import { histories, ledgerOf } from '../../projections/random-ledger.ts';
import {
  caseId,
  day,
  defendantId,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  orderId,
  receiptId,
  recordPayment,
  registerVictim,
  returnPayment,
  setPolicy,
  today,
  tomorrow,
  vacateOrder,
  victimId,
} from '../../support/words.ts';
import { closeAll, eventsOf, orNone, queriesOver } from '../asking.ts';
import { entered, later, ledger, paid, v1 } from './two-orders.ts';

afterEach(closeAll);

describe('a victim', () => {
  test('is shown with the cap, what was recovered, and what may still be', async () => {
    const { hears, queries, log } = ledger();
    await hears(...entered, paid[0]!, disburse('p-1', '1,000.00'));
    expect(await queries.victim(v1, {})).toMatchObject({
      victimId: 'v-1',
      greatestLoss: '5000.00',
      recovered: '3000.00',
      headroom: '2000.00',
      credited: '3000.00',
      disbursed: '1000.00',
      held: '2000.00',
      madeWhole: null,
      overRecovery: '0.00',
      overRecoveryClaimed: '0.00',
      findings: [{ caseId: 'c-1', category: 'TRAFFICKING', amount: '5000.00', determinedOn: today }],
      stamp: { position: (await log.head()).position, asOf: null, knownAt: null },
    });
  });

  test('is shown with the finding of the latest day, on both clocks, in whatever order they were recorded', async () => {
    const { hears, queries, log } = ledger();
    await hears(...entered, determineLoss('c-1', '9,000.00', { on: later }));
    const knownAt = (await eventsOf(log)).at(-1)!.recordedAt;
    await hears(determineLoss('c-1', '7,000.00', { on: day('2026-03-10') }));
    const foundOn = async (clocks: Clocks) =>
      (await queries.victim(v1, clocks))!.findings.map(({ amount, determinedOn }) => [amount, determinedOn]);
    expect(await foundOn({})).toEqual([['9000.00', later]]);
    expect(await foundOn({ asOf: later })).toEqual([['9000.00', later]]);
    expect(await foundOn({ asOf: day('2026-03-11') })).toEqual([['7000.00', '2026-03-10']]);
    expect(await foundOn({ asOf: day('2026-03-11'), knownAt })).toEqual([['5000.00', today]]);
  });

  test('is made whole no more while a greater loss leaves more to recover, and is again when that is paid', async () => {
    const { hears, queries } = ledger();
    const found = day('2026-04-01');
    const paidOn = day('2026-05-01');
    await hears(...entered, ...paid, determineLoss('c-1', '6,000.00', { on: found }));
    const whole = async (clocks: Clocks) => (await queries.victim(v1, clocks))!.madeWhole?.on ?? null;
    expect([await whole({ asOf: later }), await whole({})]).toEqual([later, null]);
    const third = { caseId: 'c-1', defendantId: 'd-1', on: found };
    await hears(enterOrder('o-3', '3,000.00', third), makeFinal('o-3', third));
    await hears(
      recordPayment('dcd.3', '1,000.00', { to: 'o-3', caseId: 'c-1', defendantId: 'd-1', on: paidOn }),
    );
    expect([await whole({ asOf: found }), await whole({})]).toEqual([null, paidOn]);
  });

  test('is judged by the answers that hold on the day, whenever they were set; and those are the answers shown', async () => {
    const { hears, queries, log } = ledger();
    const nextYear = day('2027-01-01');
    await hears(...entered, setPolicy('P-07', 'ACCEPT_WHOLE', { on: nextYear }));
    await hears(recordPayment('dcd.1', '4,000.00', { to: 'o-1' }));
    await hears(recordPayment('dcd.2', '2,500.00', { to: 'o-2', on: later }));
    expect(await queries.victim(v1, {})).toMatchObject({ recovered: '5000.00', overRecovery: '0.00' });
    const shown = async (asOf: typeof today) =>
      (await policiesInForce(log, { asOf })).policies.find(({ policy }) => policy === 'P-07')?.value;
    expect([await shown(later), await shown(nextYear)]).toEqual(['SPLIT', 'ACCEPT_WHOLE']);
    await hears(setPolicy('P-07', 'REJECT_WHOLE', { on: later }));
    expect([await shown(later), await shown(nextYear)]).toEqual(['REJECT_WHOLE', 'ACCEPT_WHOLE']);
  });

  test('is made whole by the receipt that reached the cap, and every liability ended with it', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const victim = (await queries.victim(v1, {}))!;
    expect(victim).toMatchObject({
      ...{ recovered: '5000.00', headroom: '0.00' },
      madeWhole: { on: later, epoch: 1, byReceipt: 'dcd.2' },
    });
    const ending = { on: later, citation: '18 U.S.C. 2259(b)(2)(C)', epoch: 1, byReceipt: 'dcd.2' };
    expect(victim.liabilities).toMatchObject([
      {
        orderId: 'o-1',
        ordered: '5000.00',
        paid: '3000.00',
        terminated: '2000.00',
        outstanding: '0.00',
        ending,
      },
      {
        orderId: 'o-2',
        ordered: '4000.00',
        paid: '2000.00',
        terminated: '2000.00',
        outstanding: '0.00',
        ending,
      },
    ]);
    expect(victim.liabilities.map(({ status }) => status)).toEqual(['terminated', 'terminated']);
  });

  test('was not whole before, neither in law nor to our knowledge', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const short = { recovered: '3000.00', headroom: '2000.00', madeWhole: null };
    expect(await queries.victim(v1, { asOf: tomorrow })).toMatchObject(short);
    const beforeTheLast = `2026-06-01T${String(entered.length + 1).padStart(2, '0')}:30:00Z`;
    expect(await queries.victim(v1, { knownAt: beforeTheLast })).toMatchObject(short);
    expect(await queries.victim(v1, { asOf: later, knownAt: beforeTheLast })).toMatchObject(short);
    expect(await queries.victim(v1, { asOf: later })).toMatchObject({ madeWhole: { byReceipt: 'dcd.2' } });
  });

  test('is owed again when the payment comes back', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid, returnPayment('dcd.1', { on: day('2026-03-20') }));
    const victim = (await queries.victim(v1, {}))!;
    expect(victim).toMatchObject({ recovered: '2000.00', headroom: '3000.00', madeWhole: null });
    expect(victim.liabilities).toMatchObject([
      {
        orderId: 'o-1',
        paid: '0.00',
        terminated: '0.00',
        outstanding: '5000.00',
        status: 'open',
        ending: null,
      },
      { orderId: 'o-2', paid: '2000.00', outstanding: '2000.00', status: 'open', ending: null },
    ]);
    expect(await queries.victim(v1, { asOf: later })).toMatchObject({ madeWhole: { epoch: 1 } });
  });

  test('is counted as paid under an order that was set aside, unless policy says otherwise', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, paid[0]!, vacateOrder('o-1', { on: later }));
    const counted = { credited: '3000.00', recovered: '3000.00' };
    expect(await queries.victim(v1, {})).toMatchObject(counted);
    await hears(setPolicy('P-18', 'DO_NOT_COUNT', { on: day('2026-03-15') }));
    expect(await queries.victim(v1, {})).toMatchObject({ credited: '3000.00', recovered: '0.00' });
    expect(await queries.victim(v1, { asOf: later })).toMatchObject(counted);
  });

  test('is unknown before the ledger heard of it, and known as of any day once it has', async () => {
    const { hears, queries } = ledger();
    await hears(...entered);
    expect(await queries.victim(victimId('v-9'), {})).toBeUndefined();
    const before = await queries.victim(v1, { asOf: day('2026-03-01') });
    expect(before).toMatchObject({
      victimId: v1,
      recovered: '0.00',
      greatestLoss: null,
      findings: [],
      liabilities: [],
    });
    expect(await queries.victim(v1, { knownAt: '2026-06-01T00:30:00Z' })).toBeUndefined();
    const { rows } = await queries.victims({ asOf: day('2026-03-01') }, { limit: 5 });
    expect(rows).toContainEqual(expect.objectContaining({ victimId: v1, recovered: '0.00' }));
    expect((await queries.victims({ knownAt: '2026-06-01T00:30:00Z' }, { limit: 5 })).rows).toEqual([]);
  });
});

describe('an order', () => {
  test('is shown with what became of it and what is owed under it', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, paid[0]!, vacateOrder('o-1', { on: later }));
    const id = orderId('o-1');
    expect(await queries.order(id, {})).toMatchObject({
      ...{ orderId: 'o-1', caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 2259' },
      ...{ offenceOn: '2021-05-04', enteredOn: today, vacatedOn: later },
      final: { on: today, ground: 'DIRECT_REVIEW_DONE' },
      liabilities: [{ status: 'vacated', paid: '3000.00', vacated: '2000.00', isFinal: false }],
    });
    expect(await queries.order(id, { asOf: today })).toMatchObject({
      vacatedOn: null,
      liabilities: [{ status: 'open', outstanding: '2000.00', isFinal: true }],
    });
    expect(await queries.order('o-9' as OrderId, {})).toBeUndefined();
  });
});

describe('a receipt', () => {
  test('is shown with its parts, and with the excess that nobody could take', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const id = receiptId('dcd.2');
    const receipt = {
      receiptId: 'dcd.2',
      caseId: 'c-2',
      defendantId: 'd-2',
      orderId: 'o-2',
      method: 'CHECK',
    };
    expect(await queries.receipt(id, {})).toMatchObject({
      ...{ ...receipt, receivedOn: later, amount: '2500.00', applied: '2000.00', excess: '500.00' },
      ...{ refunded: '0.00', settling: '0.00', returnedOn: null, status: 'excess held' },
      parts: [{ orderId: 'o-2', victimId: 'v-1', amount: '2000.00' }],
    });
    expect(await queries.receipt(id, { asOf: today })).toBeUndefined();
    await hears(returnPayment('dcd.2', { on: day('2026-03-20') }));
    expect(await queries.receipt(id, {})).toMatchObject({ status: 'returned', applied: '0.00', parts: [] });
    expect(await queries.receipt(id, { asOf: later })).toMatchObject({
      status: 'excess held',
      applied: '2000.00',
    });
    expect(await queries.receipt('dcd.9' as ReceiptId, {})).toBeUndefined();
  });
});

describe('the trial balance', () => {
  test('lists every account, and comes out at nothing', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const { accounts, difference } = await queries.trialBalance({});
    expect(difference).toBe('0.00');
    expect(Object.fromEntries(accounts.map(({ account, balance }) => [account, balance]))).toEqual({
      ...{ cash: '5500.00', unapplied: '0.00', 'between-cases': '0.00' },
      ...{
        'victim-payable': '-5000.00',
        'at-treasury': '0.00',
        unclaimed: '0.00',
        'refund-payable': '-500.00',
      },
      ...{ ordered: '-9000.00', receivable: '0.00', satisfied: '5000.00', terminated: '4000.00' },
      ...{ vacated: '0.00', overpaid: '0.00', 'public-payable': '0.00', imposed: '0.00', due: '0.00' },
      ...{ 'over-recovered': '0.00', 'over-recovery-claimed': '0.00' },
      ...{ suspense: '0.00', 'written-off': '0.00' },
      ...{ 'reserve-suspense': '0.00', 'reserve-written-off': '0.00' },
      ...{ reduced: '0.00', discharged: '0.00', remitted: '0.00', annulled: '0.00', lapsed: '0.00' },
      ...{ interest: '0.00', 'interest-paid': '0.00', penalties: '0.00', 'penalties-paid': '0.00' },
      ...{ 'reserve-cash': '0.00', 'reserve-outside': '0.00', 'reserve-deposits': '0.00' },
      ...{ 'assistance-ordered': '0.00', 'assistance-payable': '0.00' },
      ...{ suspense: '0.00', 'written-off': '0.00' },
      ...{ 'reserve-suspense': '0.00', 'reserve-written-off': '0.00' },
    });
    const { accounts: before } = await queries.trialBalance({ asOf: today });
    expect(before[0]).toEqual({ account: 'cash', debit: '3000.00', credit: '0.00', balance: '3000.00' });
  });
});

describe('a list in pages', () => {
  type Ask = (page: Page) => Promise<Paged<unknown>>;

  async function allPages(ask: Ask, limit: number): Promise<readonly unknown[]> {
    const rows: unknown[] = [];
    let page = await ask({ limit });
    for (;;) {
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      rows.push(...page.rows);
      if (page.next === null) return rows;
      page = await ask({ limit, cursor: page.next });
    }
  }

  const subject: fc.Arbitrary<SubjectFilter> = fc.record(
    {
      victimId: fc.constantFrom('v-1', 'v-2').map(victimId),
      caseId: fc.constantFrom('c-1', 'c-2', 'c-3').map(caseId),
      defendantId: fc.constantFrom('d-1', 'd-3').map(defendantId),
      orderId: fc.constantFrom('o-1', 'o-2', 'o-9').map(orderId),
      receiptId: fc.constantFrom('dcd.1', 'dcd.2').map(receiptId),
    },
    { requiredKeys: [] },
  );
  const listsOf = (queries: Queries, filter: SubjectFilter, clocks: Clocks): readonly Ask[] => [
    (page) => orNone(queries.victims(clocks, page)),
    (page) => orNone(queries.liabilities({ ...pick(filter), status: 'open' }, clocks, page)),
    (page) => orNone(queries.liabilities(pick(filter), clocks, page)),
    (page) => orNone(queries.journal(filter, clocks, page)),
    (page) => orNone(queries.timeline(filter, clocks, page)),
  ];

  test('gives every row once, in any size of page, also while the ledger goes on', async () => {
    await fc.assert(
      fc.asyncProperty(histories, subject, fc.integer({ min: 1, max: 9 }), async (history, filter, limit) => {
        const { log, ledger: inside } = await ledgerOf(history);
        const queries = queriesOver(log);
        let told = 0;
        for (const clocks of [{}, { asOf: day('2026-01-12') }]) {
          for (const ask of listsOf(queries, filter, clocks)) {
            const { rows: whole, next } = await ask({ limit: 1_000 });
            expect(next).toBeNull();
            const rows = await allPages(async (page) => {
              const answer = await ask(page);
              told += 1;
              const more = registerVictim(`v-${String(100 + told)}`, { on: day('2026-01-01') });
              await inside.handle(more, { commandId: `more-${String(told)}`, actor: 'test' });
              return answer;
            }, limit);
            expect(rows).toEqual(whole);
          }
        }
        closeAll();
      }),
      { numRuns: 15 },
    );
  });

  test('shows the rows that match, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(histories, subject, async (history, filter) => {
        const { log } = await ledgerOf(history);
        const queries = queriesOver(log);
        const matches = (row: object): boolean =>
          Object.entries(filter).every(([name, value]) => (row as Record<string, unknown>)[name] === value);
        const all = { limit: 1_000 };
        const [journal, timeline] = [await queries.journal({}, {}, all), await queries.timeline({}, {}, all)];
        expect((await orNone(queries.journal(filter, {}, all))).rows).toEqual(journal.rows.filter(matches));
        expect((await orNone(queries.timeline(filter, {}, all))).rows).toEqual(timeline.rows.filter(matches));
        closeAll();
      }),
      { numRuns: 40 },
    );
  });

  test('is answered from the position of its first page', async () => {
    const { hears, queries, log } = ledger();
    await hears(...entered);
    const first = await queries.liabilities({}, {}, { limit: 1 });
    const { position } = await log.head();
    await hears(...paid);
    const second = await queries.liabilities({}, {}, { limit: 1, cursor: first.next! });
    expect(second.stamp).toMatchObject({ position, asOf: null, knownAt: null });
    expect(second.rows).toMatchObject([{ orderId: 'o-2', paid: '0.00', status: 'open' }]);
    expect(second.next).toBeNull();
  });

  test('refuses a cursor that it has not given', async () => {
    const { hears, queries } = ledger();
    await hears(...entered);
    const { next } = await queries.timeline({}, {}, { limit: 1 });
    const text = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bad = [
      ...['', 'x', next!.slice(0, -3), text({}), text(null), text(['timeline']), text(['timeline', 1, 1])],
      ...[text(['journal', 1, 1, 0]), text(['timeline', 1, 1, '0']), text(['timeline', 1, 1, -1])],
      ...[text(['timeline', 1, 1, 0.5]), text(['timeline', 10_000, 1, 0]), text(['timeline', 1, 1, 0, 0])],
    ];
    for (const cursor of bad)
      await expect(queries.timeline({}, {}, { limit: 1, cursor })).rejects.toThrow(BadCursor);
    await expect(queries.victims({}, { limit: 1, cursor: next! })).rejects.toThrow(BadCursor);
  });

  test.each([0, -1, 1.5, 1_001, NaN])('refuses a page of %d rows', async (limit) => {
    const { queries } = ledger();
    await expect(queries.victims({}, { limit })).rejects.toThrow(RangeError);
  });
});

function pick({ victimId: victim, caseId: inCase, defendantId: defendant }: SubjectFilter) {
  const all = Object.entries({ victimId: victim, caseId: inCase, defendantId: defendant });
  return Object.fromEntries(all.filter(([, id]) => id !== undefined));
}
