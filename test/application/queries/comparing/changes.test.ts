import fc from 'fast-check';
import { UnknownSubject } from '../../../../src/application/queries/unknown-subject.ts';
import type { AllQueries } from '../../../../src/application/views/all-queries.ts';
import type { Changes, FigureChange } from '../../../../src/application/views/changes.ts';
import type { Clocks } from '../../../../src/application/views/ledger.ts';
import type { OrderId, VictimId } from '../../../../src/domain/ids.ts';
import { add, formatMoney, noMoney, parseBalance, subtract } from '../../../../src/domain/money.ts';
import { daysToAsk, histories, ledgerOf, orders, victims } from '../../../projections/random-ledger.ts';
import { caseId, day, orderId, setPolicy, victimId } from '../../../support/words.ts';
import { closeAll, queriesOver } from '../../asking.ts';
import { entered, ledger, paid, v1 } from '../two-orders.ts';

afterEach(closeAll);

const nothing: Clocks = { knownAt: '@0' };

function figure(changes: Changes, name: string, order: string | null = null) {
  return changes.figures.find((each) => each.figure === name && each.orderId === order);
}

describe('what changed about a victim', () => {
  test('is every figure that is another, by how much, and through which events', async () => {
    const { hears, queries, log } = ledger();
    await hears(...entered);
    const before = `@${String((await log.head()).position)}`;
    await hears(...paid);
    const changes = await queries.changes({ victimId: v1 }, { knownAt: before }, {});
    const [first, second] = (await queries.timeline({ victimId: v1 }, {}, { limit: 99 })).rows
      .filter(({ type }) => type === 'RecoveryCredited')
      .map(({ position }) => position);
    expect(figure(changes, 'recovered')).toMatchObject({
      ...{ from: '0.00', to: '5000.00', difference: '5000.00' },
      parts: [
        { position: first, upTo: first, amount: '3000.00' },
        { position: second, upTo: second, amount: '2000.00' },
      ],
    });
    expect(figure(changes, 'headroom')).toMatchObject({
      from: '5000.00',
      to: '0.00',
      difference: '-5000.00',
    });
    expect(figure(changes, 'greatestLoss')).toBeUndefined();
    expect(figure(changes, 'paid', 'o-2')).toMatchObject({ difference: '2000.00' });
    expect(figure(changes, 'terminated', 'o-1')).toMatchObject({ from: '0.00', to: '2000.00' });
    expect(changes.statuses).toEqual([
      expect.objectContaining({ orderId: 'o-1', from: 'open', to: 'terminated' }),
      expect.objectContaining({ orderId: 'o-2', from: 'open', to: 'terminated' }),
    ]);
  });

  test('is told of an earlier day, too: what took effect between two days, whenever it was recorded', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const changes = await queries.changes(
      { victimId: v1 },
      { asOf: day('2026-03-11') },
      { asOf: day('2026-03-12') },
    );
    expect(figure(changes, 'recovered')).toMatchObject({ from: '3000.00', to: '5000.00' });
    const back = await queries.changes(
      { victimId: v1 },
      { asOf: day('2026-03-12') },
      { asOf: day('2026-03-11') },
    );
    expect(figure(back, 'recovered')).toMatchObject({
      difference: '-2000.00',
      parts: [{ amount: '-2000.00' }],
    });
  });

  test('counts from nothing, where the victim was not known', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const changes = await queries.changes({ victimId: v1 }, nothing, {});
    expect(figure(changes, 'greatestLoss')).toMatchObject({ from: null, to: '5000.00' });
    expect(changes.statuses).toHaveLength(2);
    expect(changes.statuses[0]).toMatchObject({ from: null, to: 'terminated' });
  });

  test('may have come of an answer to an open question, which is about everybody', async () => {
    const { hears, queries, log } = ledger();
    await hears(...entered, paid[0]!);
    const before = `@${String((await log.head()).position)}`;
    await hears(setPolicy('P-05', 'DISBURSED'));
    const { position } = await log.head();
    const changes = await queries.changes({ victimId: v1 }, { knownAt: before }, {});
    expect(figure(changes, 'received')).toMatchObject({
      difference: '-3000.00',
      parts: [{ position, upTo: position, amount: '-3000.00' }],
    });
  });

  test('is nothing between a standpoint and itself, and asked of nobody unknown', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    expect(await queries.changes({ victimId: v1 }, {}, {})).toMatchObject({ figures: [], statuses: [] });
    expect(await queries.changes({}, {}, {})).toMatchObject({ figures: [] });
    await expect(queries.changes({ victimId: victimId('v-9') }, {}, {})).rejects.toThrow(UnknownSubject);
  });
});

describe('what changed in the accounts', () => {
  test('is told entry by entry, of a case as of the whole ledger', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const changes = await queries.changes({ caseId: caseId('c-1') }, nothing, {});
    expect(figure(changes, 'satisfied')).toMatchObject({ from: '0.00', to: '3000.00', parts: [{}] });
    const whole = await queries.changes({}, nothing, {});
    expect(figure(whole, 'satisfied')).toMatchObject({ to: '5000.00', parts: [{}, {}] });
  });
});

/** The clocks of a standpoint, and what the answers on it say in all. */
const standpoints = fc.record({ day: fc.constantFrom(undefined, ...daysToAsk), recorded: fc.nat() });

function sums(changes: Changes, [from, to]: readonly [Clocks, Clocks]): void {
  for (const { figure: name, difference, from: was, to: is, parts } of changes.figures) {
    const total = parts.map(({ amount }) => parseBalance(amount)).reduce(add, noMoney);
    expect([name, formatMoney(total)]).toEqual([name, difference]);
    expect(difference).toBe(formatMoney(subtract(parseBalance(is ?? '0.00'), parseBalance(was ?? '0.00'))));
    expect(parts.every(({ position, upTo }) => position === upTo)).toBe(true);
  }
  expect(changes.from).toMatchObject({ asOf: from.asOf ?? null });
  expect(changes.to).toMatchObject({ asOf: to.asOf ?? null });
}

const marks = { apart: 0, ofSeveral: 0 };

type Two = readonly [Clocks, Clocks];

async function comparesVictims(queries: AllQueries, [from, to]: Two): Promise<void> {
  for (const id of victims) {
    const changes = await queries.changes({ victimId: id as VictimId }, from, to);
    sums(changes, [from, to]);
    const [before, after] = await Promise.all(
      [from, to].map((clocks) => queries.victim(id as VictimId, clocks)),
    );
    for (const name of ['received', 'credited', 'held', 'greatestLoss'] as const)
      isTold(figure(changes, name), before?.[name] ?? null, after?.[name] ?? null);
    if (changes.figures.length > 0) marks.apart += 1;
    if (changes.figures.some(({ parts }) => parts.length > 1)) marks.ofSeveral += 1;
  }
}

function isTold(told: FigureChange | undefined, from: string | null, to: string | null): void {
  if ((from ?? '0.00') === (to ?? '0.00')) expect(told).toBeUndefined();
  else expect(told).toMatchObject({ from, to });
}

async function comparesOrders(queries: AllQueries, two: Two): Promise<void> {
  for (const id of orders) {
    const isKnown = (await queries.order(id as OrderId, {})) !== undefined;
    if (isKnown) sums(await queries.changes({ orderId: orderId(id) }, ...two), two);
  }
}

async function comparesAccounts(queries: AllQueries, two: Two): Promise<void> {
  const changes = await queries.changes({}, ...two);
  sums(changes, two);
  const [before, after] = await Promise.all(two.map((clocks) => queries.trialBalance(clocks)));
  for (const [at, { account, balance }] of after!.accounts.entries())
    isTold(figure(changes, account), before!.accounts[at]!.balance, balance);
}

test('of any two standpoints, what changed is what the answers on them differ by, and its parts sum to it', async () => {
  await fc.assert(
    fc.asyncProperty(histories, standpoints, standpoints, async (history, one, other) => {
      const { log } = await ledgerOf(history);
      const { position } = await log.head();
      const clocks = ({ day: asOf, recorded }: typeof one): Clocks => ({
        ...(asOf !== undefined && { asOf }),
        knownAt: `@${String(recorded % (position + 1))}`,
      });
      const queries = queriesOver(log);
      const two = [clocks(one), clocks(other)] as const;
      await comparesVictims(queries, two);
      await comparesOrders(queries, two);
      await comparesAccounts(queries, two);
      closeAll();
    }),
    { numRuns: 60 },
  );
  expect(marks.apart).toBeGreaterThan(20);
  expect(marks.ofSeveral).toBeGreaterThan(5);
}, 120_000);
